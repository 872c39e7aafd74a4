//! Tests in a real browser: Chromium, driven over `WebDriver`, with a small web server that can misbehave on demand.
//!
//! Run by `cargo xtask test`, which sets where the built app, the browser and axe-core are.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "A test ends at the first thing that is not as it should be."
)]
#![allow(
    clippy::disallowed_methods,
    reason = "Deadlines need a clock; what is forbidden is forbidden for the browser's sake."
)]
#![allow(unreachable_pub, reason = "Helpers are public to the other test modules.")]

mod access;
mod appearance;
mod chunks;
mod direction;
mod explore;
mod failures;
mod frame;
mod history;
mod hosting;
mod keyboard;
mod kit_checks;
mod list;
mod loader;
mod long_lists;
mod other_datasets;
mod phone;
mod published;
mod races;
mod records;
mod sharing;
mod takeover;
mod typing;
mod versions;
