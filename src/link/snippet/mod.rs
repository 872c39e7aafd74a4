//! Snippets for other pages, papers and chats.

mod escaping;
mod platform;
mod shared_view;

pub use platform::{Embed, IFRAME_SANDBOX, Platform, snippet};
pub use shared_view::SharedView;

/// Id of the share dialog.
pub const SHARE_ID: &str = "share-dialog";
