use maud::{Markup, html};

use super::{Icon, icon};

/// How many cards are sketched while the dataset arrives: about what a screen shows.
const N_BONES: usize = 3;

/// The content of a page while the dataset arrives, laid out as it will be, so that nothing moves.
/// The same stands in `index.html`. `n_total` is how many bytes there will be, where that is known.
pub fn loading(n_bytes: usize, n_total: Option<usize>) -> Markup {
    let n_total = n_total.filter(|n_total| n_bytes <= *n_total);
    html! {
        div.page {
            div.side {}
            main.main aria-busy="true" {
                h1.sentence { span.soft { "Loading …" } }
                progress aria-label="Loading" max=[n_total] value=[n_total.map(|_| n_bytes)] {}
                p.tools role="status" {
                    @if 0 < n_bytes { (n_bytes / 1000) " kB have arrived" }
                }
                div.cards aria-hidden="true" { @for _ in 0..N_BONES { (bones()) } }
            }
        }
    }
}

/// The bar's start, before the dataset says what the atlas is called.
pub fn brand_placeholder() -> Markup {
    html! { a.brand href="./" aria-label="Home" { (icon(Icon::Logo)) } }
}

fn bones() -> Markup {
    html! {
        div.card {
            div.who { div.mono.bone {} p.bone {} p.bone.short {} }
            ul { li.project { div { p.bone.short {} p.bone {} p.bone {} } } }
        }
    }
}
