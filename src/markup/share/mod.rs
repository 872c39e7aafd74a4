//! The dialog that passes on what is shown: as a link, as a frame of another page, as a reference, as
//! a picture, as data.

mod embed;
mod field;
mod panel;
mod sharing;

pub use embed::{share_preview, share_snippet, share_widths};
pub use field::COPIED;
pub use panel::share_panel;
pub use sharing::{Sharing, Tab};

use maud::{Markup, html};

use super::{Action, Icon, Site, icon};
use crate::link::{Provenance, Route, SharedView};
use field::choice;

/// The id of the frame that shows how a view looks in another page.
pub const PREVIEW_ID: &str = "share-preview";

/// The id of the field with the link.
pub const LINK_ID: &str = "share-link";

/// What is shared, and how.
#[derive(Clone, Copy, Debug)]
pub struct Shared<'s> {
    /// What every piece of markup needs.
    pub site: Site<'s>,
    /// The view.
    pub view: &'s SharedView,
    /// What is chosen in the dialog.
    pub sharing: &'s Sharing,
    /// The page of the view, or the one that it narrows, and what that shows. `None` where no pages
    /// were published.
    pub nearest: Option<(&'s Route, &'s SharedView)>,
    /// The field that was copied last, and what became of that.
    pub copied: Option<(&'s str, &'s str)>,
}

impl Shared<'_> {
    /// The absolute address of a picture of the nearest page.
    fn picture(&self) -> Option<String> {
        let (_, page) = self.nearest?;
        Some([&page.site, &page.address, "card.png"].concat())
    }

    /// The nearest page, if it does not show just the view.
    fn wider(&self) -> Option<&SharedView> {
        let (_, page) = self.nearest?;
        (page.sentence != self.view.sentence).then_some(page)
    }
}

/// What the dialog begins with: what is shared, and the ways to.
pub fn share_head(shared: &Shared<'_>) -> Markup {
    html! {
        header {
            div {
                h2 { "Share this view" }
                p.quiet { (shared.view.sentence) }
            }
            button.btn.icon #share-close type="button" data-do=(Action::Close)
                aria-label="Close" { (icon(Icon::Cross)) }
        }
        @if let Provenance::File(name) = shared.site.provenance {
            p.notice { (name) " stays on this device: whoever opens the link sees this site’s own dataset." }
        }
        (choice("tab", "How", &Tab::ALL.map(Tab::name), shared.sharing.tab.name()))
    }
}

/// What became of copying, for those who cannot see it.
pub fn share_said(shared: &Shared<'_>) -> Markup {
    html! { (shared.copied.map_or("", |(_, said)| said)) }
}
