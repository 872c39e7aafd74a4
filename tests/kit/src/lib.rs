//! The test kit: browsers, a misbehaving web server and processes of other programs.
//!
//! ```ignore
//! let server = Server::start(Site::dist());
//! let page = Page::open(&server, "");
//! page.click_text("button", "Clear all");
//! page.wait_for_sentence("Everyone who runs Rust");
//! page.assert_no_errors();
//! ```
//!
//! A function panics when its command fails or its condition does not become true in time. Every value ends its processes and deletes its files when it is dropped, also when a test panics.

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "Everything here panics at the first failure, which ends the test."
)]
#![allow(
    clippy::disallowed_methods,
    reason = "Timeouts need a clock; the ban protects code that runs in a browser."
)]

pub mod driver;
pub mod page;
pub mod prerequisite;
pub mod process;
pub mod server;
