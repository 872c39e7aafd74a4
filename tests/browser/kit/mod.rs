//! What a browser test stands on: a [`server`], a [`driver`] and a [`page`].
//!
//! ```ignore
//! let server = Server::start(Site::dist());
//! let page = Page::open(&server, "");
//! page.click_text("button", "Clear all");
//! page.wait_for_sentence("Everyone who runs Rust");
//! page.assert_quiet();
//! ```
//!
//! Everything is ended and deleted when its value is dropped, also when a test panics.

pub mod driver;
pub mod guarded;
pub mod page;
pub mod places;
pub mod server;
