//! What is pasted into other pages, papers and chats.

mod escaping;
mod host;
mod view;

pub use host::{Embed, FRAME_RIGHTS, Host, snippet};
pub use view::SharedView;

/// The id of the dialog that passes a view on, whose `data-view` has that view as text.
pub const SHARE_ID: &str = "share-dialog";

/// The event that tells the program of the dialog, or what loads it, that the dialog is opened.
pub const SHARE_EVENT: &str = "rustscape:share";
