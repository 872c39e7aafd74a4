use maud::{Markup, html};

/// Id of the paragraph that takes the place of the ways to share.
pub const SHARE_STATUS_ID: &str = "share-status";

/// Returns the message for ways to share that did not load, with the link of the page.
pub fn not_shared(url: &str) -> Markup {
    html! {
        "The ways to share did not load. Reload the page, or copy its link: "
        a href=(url) { (url) }
    }
}
