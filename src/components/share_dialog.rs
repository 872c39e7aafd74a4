use maud::html;

use crate::{
    link::SHARE_ID,
    markup::{Action, Icon, Markup, icon},
};

/// Passes the current view on. What is in it comes with a program of its own, when it is opened.
pub fn share_dialog() -> Markup {
    html! {
        dialog.dialog lang="en" dir="ltr" id=(SHARE_ID) aria-label="Share this view" {
            div.head {
                h2 { "Share this view" }
                button.btn.icon #share-close type="button" data-do=(Action::Close)
                    aria-label="Close" { (icon(Icon::Cross)) }
            }
            p { "Loading …" }
        }
    }
}
