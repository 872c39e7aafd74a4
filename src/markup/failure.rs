use maud::{Markup, html};

use super::loading::plain_brand;

/// The page when there is no dataset: what happened, why, what is kept, and a way to try again.
/// `retry_id` names the button for that.
pub fn failure(title: &str, reason: &str, retry_id: &str) -> Markup {
    html! {
        header.bar { (plain_brand()) }
        main.board {
            section.empty.bad role="alert" {
                h1 { (title) }
                p { (reason) }
                p { "What you had chosen is kept in the address of this page." }
                button.btn.primary type="button" id=(retry_id) { "Try again" }
            }
        }
    }
}
