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

mod atlas;
mod blog;
mod blogs;
mod database;
mod embed;
mod many;
mod pasted;
mod relay;
mod snippets;
mod wordpress;

use rustscape_test_kit::driver::Engine;
use rustscape_test_kit::prerequisite::Prerequisite;

/// Returns whether a browser is installed.
fn has(engine: Engine) -> bool {
    match engine {
        Engine::Chromium => true,
        Engine::Firefox => {
            Prerequisite::Firefox.is_available() && Prerequisite::Geckodriver.is_available()
        }
    }
}
