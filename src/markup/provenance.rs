use maud::{Markup, html};

use super::{Action, Icon, Site, icon};
use crate::link::Provenance;

/// Says that a dataset is not the site's own, and leads back there; nothing for the site's own.
/// The way back leaves this page, as its dataset is another one.
pub fn provenance(site: Site<'_>) -> Markup {
    let title = &site.dataset.title;
    let from = match site.provenance {
        Provenance::Own => return html! {},
        Provenance::Address(address) => {
            html! { "from " a href=(address) target="_blank" rel="noopener noreferrer" { (address) } }
        }
        Provenance::File(name) => {
            html! { "from your file " strong { (name) } ", which stays on this device" }
        }
    };
    html! {
        div.elsewhere role="note" {
            p { "You see " strong { (title) } " " (from) ". It is not this site’s own dataset." }
            a.btn href=(site.base) target="_self" { "Back to this site’s own" }
        }
    }
}

/// Says why a file could not be opened, beside the view that stays; nothing where none failed.
pub fn trouble(trouble: Option<&(String, String)>) -> Markup {
    html! {
        @if let Some((name, reason)) = trouble {
            div.elsewhere.bad role="alert" {
                p { strong { (name) } " was not opened. " (reason) " What you see is unchanged." }
                button.btn.icon #forget type="button" data-do=(Action::Forget)
                    aria-label="Dismiss" { (icon(Icon::Cross)) }
            }
        }
    }
}
