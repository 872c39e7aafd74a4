use maud::html;

use crate::{
    link::SHARE_ID,
    markup::{Action, Icon, Markup, SHARE_STATUS_ID, icon},
};

/// Passes the current view on. A chunk of the program writes its content when it is opened.
pub fn share_dialog() -> Markup {
    html! {
        dialog.dialog lang="en" dir="ltr" id=(SHARE_ID) aria-label="Share this view" {
            div.head {
                h2 { "Share this view" }
                button.btn.icon #share-close type="button" data-do=(Action::Close)
                    aria-label="Close" { (icon(Icon::Cross)) }
            }
            p id=(SHARE_STATUS_ID) { "Loading …" }
        }
    }
}
