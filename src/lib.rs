//! Rustscape: an atlas of who runs Rust in production, what it replaced and what that brought.
//!
//! The library is a stack of layers. Each one imports only layers above it in this table:
//!
//! | layer | responsibility | uses the browser |
//! |---|---|---|
//! | [`dataset`] | content of the JSON file, immutable after reading | no |
//! | [`search`], [`chart`] | search engine; geometry of charts | no |
//! | [`link`] | addresses: reading, writing, snippets | no |
//! | [`wording`] | texts of the interface | no |
//! | [`markup`] | static content as HTML | no |
//! | `state` | the route and everything derived from it; calls to the browser | yes |
//! | `components`, `pages` | reactive views, which are also rendered natively | events only |
//! | `share` | content of the share dialog | through `state` |
//! | `chunks` | code that loads on demand; `app` hands its loaders to `state` | no |
//!
//! Data flows one way: route → query → results → views. A view calls a method of the explorer, which
//! computes a new route and writes it to the history. Nothing else writes the route.
//!
//! Invariants:
//!
//! * A dataset never changes after reading. Ids are dense, so that a set of projects is a bit set.
//! * Searching cannot fail. The counts of a facet ignore its own refinements.
//! * Every visible state has exactly one address, and reading the address restores the state.
//! * An unusable part of a link becomes a notice, never an error.

// Slicing a string can panic; the panic message takes three kilobytes of the WebAssembly module.
#![warn(clippy::string_slice)]

pub mod chart;
pub mod dataset;
pub mod link;
pub mod markup;
pub mod search;
pub mod wording;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
mod chunks;
#[cfg(feature = "app")]
mod components;
#[cfg(feature = "app")]
mod pages;
#[cfg(all(feature = "app", not(target_arch = "wasm32")))]
pub mod render;
#[cfg(feature = "app")]
pub mod share;
#[cfg(feature = "app")]
pub mod state;
