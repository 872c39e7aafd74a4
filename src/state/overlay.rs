//! Names and ids of the dialogs above the page.

use super::ids::REFINE_ID;
use crate::link::SHARE_ID;

/// A dialog above the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The filters, for windows without room for them beside the list.
    Refine,
    /// The share dialog.
    Share,
}

impl Overlay {
    /// Returns the id of the dialog element.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Refine => REFINE_ID,
            Self::Share => SHARE_ID,
        }
    }

    /// Returns the id of the button that opens the dialog.
    pub(crate) fn button_id(self) -> &'static str {
        match self {
            Self::Refine => "refine",
            Self::Share => "share",
        }
    }
}
