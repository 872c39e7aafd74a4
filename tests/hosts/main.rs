//! Views of the atlas in other people's sites: blogs made by Jekyll and Hugo and one in WordPress, as they are installed
//! on this machine, in Chromium and in Firefox.
//!
//! Run by `cargo xtask test`, which says what is not installed here; what needs that is left out. `cargo xtask test hosts`
//! installs it.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "A test ends at the first thing that is not as it should be."
)]
#![allow(
    clippy::disallowed_methods,
    reason = "Deadlines need a clock; what is forbidden is forbidden for the browser's sake."
)]
#![allow(unreachable_pub, reason = "What is public in the kit is what it offers to tests.")]

mod atlas;
mod blog;
mod blogs;
mod database;
mod embed;
#[path = "../browser/kit/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "The kit is for the browser tests, which need more of it."
)]
mod kit;
mod many;
mod pasted;
mod relay;
mod snippets;
mod wordpress;

use kit::driver::Engine;
use kit::places::Place;

/// Whether a browser is on this machine.
fn has(engine: Engine) -> bool {
    match engine {
        Engine::Chromium => true,
        Engine::Firefox => Place::Firefox.is_known() && Place::Geckodriver.is_known(),
    }
}
