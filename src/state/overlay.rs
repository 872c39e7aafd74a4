//! The dialogs above the page.

use leptos::prelude::*;

use super::{Explorer, browser, ids::REFINE_ID, shared_view::ShareContent};
use crate::link::SHARE_ID;

/// A dialog above the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The facets, where there is no room for them beside the list.
    Refine,
    /// The ways to share the view.
    Share,
}

impl Overlay {
    /// Returns the id of its element.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Refine => REFINE_ID,
            Self::Share => SHARE_ID,
        }
    }

    /// Returns the id of the button that opens it.
    pub(crate) fn button_id(self) -> &'static str {
        match self {
            Self::Refine => "refine",
            Self::Share => "share",
        }
    }
}

impl Explorer {
    /// Opens a dialog, as soon as its content is there.
    pub fn open_overlay(self, overlay: Overlay) {
        self.overlay.set(Some(overlay));
        if overlay == Overlay::Share {
            self.share();
        }
        request_animation_frame(move || browser::open_modal(overlay.id()));
    }

    /// Closes a dialog.
    pub fn close_overlay(self, overlay: Overlay) {
        browser::close_modal(overlay.id());
    }

    /// Follows the closing of a dialog, whoever closed it. The focus goes back to its button.
    pub fn has_closed(self, overlay: Overlay) {
        self.overlay.set(None);
        if overlay == Overlay::Share {
            // A frame that was tried out goes with the rest.
            self.share_content.set(ShareContent::Loading);
        }
        // The button may have been made anew meanwhile; then the browser cannot give it the focus.
        browser::keep_focus(Some(overlay.button_id().to_owned()), self.heading_id());
    }
}
