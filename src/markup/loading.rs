//! Page skeleton while the dataset loads.

use maud::{Markup, html};

use super::{Icon, icon};

/// Number of card skeletons: about a screenful.
const N_SKELETONS: usize = 3;

/// Renders a skeleton with the layout of the page, so that nothing moves when the dataset arrives.
/// `index.html` has a copy of it. `n_total` is the total number of bytes, if it is known.
pub fn loading(n_bytes: usize, n_total: Option<usize>) -> Markup {
    let n_total = n_total.filter(|n_total| n_bytes <= *n_total);
    html! {
        div.page {
            div.side {}
            main.main aria-busy="true" {
                h1.sentence { span.soft { "Loading …" } }
                progress aria-label="Loading" max=[n_total] value=[n_total.map(|_| n_bytes)] {}
                p.tools role="status" {
                    @if n_bytes > 0 { (n_bytes / 1000) " kB loaded" }
                }
                div.cards aria-hidden="true" { @for _ in 0..N_SKELETONS { (card_skeleton()) } }
            }
        }
    }
}

/// Renders the start of the bar before the name of the atlas is known.
pub fn brand_placeholder() -> Markup {
    html! { a.brand href="./" aria-label="Home" { (icon(Icon::Logo)) } }
}

fn card_skeleton() -> Markup {
    html! {
        div.card {
            div.who { div.mono.bone {} p.bone {} p.bone.short {} }
            ul { li.project { div { p.bone.short {} p.bone {} p.bone {} } } }
        }
    }
}
