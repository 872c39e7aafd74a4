//! Content of the share dialog.

use super::ShowSharing;
use crate::link::SharedView;

/// Content of the share dialog.
#[derive(Clone, Debug, Default)]
pub(crate) enum ShareContent {
    /// The chunk is loading.
    #[default]
    Loading,
    /// The chunk did not load; the reader can still copy the link.
    Failed {
        /// Absolute URL of the view.
        url: String,
    },
    /// The chunk and the view that it shows.
    Ready(ShowSharing, Box<SharedView>),
}
