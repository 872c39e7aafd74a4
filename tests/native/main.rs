//! Every test that needs no browser, in one binary: data in, results out.

#![recursion_limit = "256"]
#![allow(missing_docs, reason = "tests are named as sentences")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that panics has failed")]

mod atlas;
mod charts;
mod dataset_reading;
mod dataset_robustness;
mod folding;
mod json_reading;
mod links;
mod modules;
mod neighbors;
#[cfg(feature = "app")]
mod rendering;
mod search_atlas;
mod search_engine;
mod search_properties;
#[cfg(feature = "app")]
mod share_dialog;
#[cfg(feature = "app")]
mod sparse;
#[cfg(feature = "app")]
mod steps;
mod wording;
