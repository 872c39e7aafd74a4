use maud::{Markup, html};

/// A page that is on its way, by its name; or, with a reason, one that did not arrive. `href` is its
/// path.
pub fn coming(name: &str, heading_id: &str, href: &str, why: Option<&str>) -> Markup {
    html! {
        div aria-busy=[why.is_none().then_some("true")] {
            h1 id=(heading_id) tabindex="-1" { (name) }
            @match why {
                None => progress aria-label="Loading" {},
                Some(why) => section.empty.bad role="alert" {
                    h2 { "This page did not arrive" }
                    p lang="en" dir="ltr" { (why) }
                    // With a target, the browser follows the link by itself.
                    p { a.btn.primary href=(href) target="_self" { "Try again" } }
                },
            }
        }
    }
}
