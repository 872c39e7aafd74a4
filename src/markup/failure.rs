use maud::{Markup, html};

use super::{Action, footer::open_field};

/// What stands on top of a published page that cannot follow the reader: what happened and why.
pub fn no_search(title: &str, reason: &str) -> Markup {
    html! {
        div.elsewhere.bad role="alert" {
            p lang="en" dir="ltr" { strong { (title) } ". " (reason) " You can read this page, but not search or refine it." }
            button.btn #retry type="button" data-do=(Action::Retry) { "Try again" }
        }
    }
}

/// The content of a page when there is no dataset: what happened, why, what is kept, and ways on. `own` is the
/// path of the site's own dataset, where another one was asked for.
pub fn failure(title: &str, reason: &str, own: Option<&str>) -> Markup {
    html! {
        main.board {
            section.empty.bad role="alert" {
                h1 { (title) }
                p lang="en" dir="ltr" { (reason) }
                p lang="en" dir="ltr" { "What you had chosen is kept in the address of this page." }
                p.ways {
                    button.btn.primary #retry type="button" data-do=(Action::Retry) { "Try again" }
                    @if let Some(own) = own {
                        a.btn href=(own) target="_self" { "See this site’s own dataset" }
                    }
                    (open_field())
                }
            }
        }
    }
}
