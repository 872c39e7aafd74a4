//! Methods of the explorer that open and close dialogs.

use leptos::prelude::*;

use super::{Explorer, Overlay, ShareContent, browser};

impl Explorer {
    /// Opens a dialog in the next frame, when its content is in the page.
    pub fn open_overlay(self, overlay: Overlay) {
        self.overlay.set(Some(overlay));
        if overlay == Overlay::Share {
            self.load_share_content();
        }
        request_animation_frame(move || browser::open_modal(overlay.id()));
    }

    /// Closes a dialog.
    pub fn close_overlay(self, overlay: Overlay) {
        browser::close_modal(overlay.id());
    }

    /// Handles the closing of a dialog, by the reader or the program. The focus returns to the button
    /// of the dialog.
    pub fn on_overlay_closed(self, overlay: Overlay) {
        self.overlay.set(None);
        if overlay == Overlay::Share {
            // Also removes the preview of a frame.
            self.share_content.set(ShareContent::Loading);
        }
        // The browser cannot return the focus to a button that was replaced in the meantime.
        browser::restore_focus(Some(overlay.button_id().to_owned()), self.heading_id());
    }
}
