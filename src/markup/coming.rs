use maud::{Markup, html};

use super::Action;

/// Returns a page that is on its way, by its name; with a reason, one that did not arrive. A
/// published page is tried again at its path, `href`; one that is made here, by a button.
pub fn coming(name: &str, heading_id: &str, href: Option<&str>, why: Option<&str>) -> Markup {
    html! {
        div aria-busy=[why.is_none().then_some("true")] {
            h1 id=(heading_id) tabindex="-1" { (name) }
            @match why {
                None => progress aria-label="Loading" {},
                Some(why) => section.empty.bad role="alert" {
                    h2 { "This page did not arrive" }
                    p lang="en" dir="ltr" { (why) }
                    p {
                        @match href {
                            // With a target, the browser follows the link by itself.
                            Some(href) => a.btn.primary href=(href) target="_self" { (AGAIN) },
                            None => button.btn.primary #retry type="button" data-do=(Action::Retry) {
                                (AGAIN)
                            },
                        }
                    }
                },
            }
        }
    }
}

const AGAIN: &str = "Try again";
