//! What is pasted into other pages, papers and chats.

mod escaping;
mod host;
mod view;

pub use host::{Embed, FRAME_RIGHTS, Host, snippet};
pub use view::SharedView;

/// Id of the dialog that passes a view on.
pub const SHARE_ID: &str = "share-dialog";
