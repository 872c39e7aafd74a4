use maud::{Markup, html};

use crate::link::SharedView;

use super::{
    embed::{preview, snippet_field, widths},
    field::choice,
    panel::panel,
    sharing::{Sharing, Tab},
};

/// The id of the frame that shows how a view looks in another page.
pub const PREVIEW_ID: &str = "share-preview";

/// The id of the field with the link.
pub const LINK_ID: &str = "share-link";

/// What is shared, and how.
#[derive(Clone, Copy, Debug)]
pub struct Shared<'s> {
    /// The view, of the data that its links are to name.
    pub view: &'s SharedView,
    /// What is chosen in the dialog.
    pub sharing: &'s Sharing,
}

impl Shared<'_> {
    /// What became of copying the text of a field; empty where it was not copied last.
    pub(super) fn said_of(&self, id: &str) -> &'static str {
        let copied = self.sharing.copied.as_ref().filter(|(field, _)| field == id);
        copied.map_or("", |(_, said)| said)
    }
}

/// A place of the dialog: its id, and what makes its content.
pub type Place = (&'static str, fn(&Shared<'_>) -> Markup);

/// The places, each of which is only written when its content is another one: so the frame that is
/// tried out is not loaded anew for what does not concern it.
pub const PLACES: [Place; 6] = [
    ("share-head", head),
    ("share-panel", panel),
    ("share-widths", widths),
    ("share-frames", preview),
    ("share-snippet", snippet_field),
    ("share-said", said),
];

/// The dialog before its places are filled.
pub fn skeleton() -> Markup {
    let [head, panel, widths, frames, snippet, said] = PLACES.map(|(id, _)| id);
    html! {
        div.live id=(head) {}
        div.two {
            div.live id=(panel) {}
            div.stage { div.live id=(widths) {} div.live id=(frames) {} }
        }
        div.live id=(snippet) {}
        div.unseen id=(said) role="status" {}
    }
}

/// What is shared, and the ways to.
fn head(shared: &Shared<'_>) -> Markup {
    let view = shared.view;
    html! {
        p.quiet dir="auto" { (view.sentence) }
        @if !view.file.is_empty() {
            p.notice { (view.file) " stays on this device: whoever opens the link sees this site’s own dataset." }
        }
        (choice("tab", "How", &Tab::ALL.map(Tab::name), shared.sharing.tab.name()))
    }
}

/// What became of copying, for those who cannot see it.
fn said(shared: &Shared<'_>) -> Markup {
    html! { (shared.sharing.copied.as_ref().map_or("", |(_, said)| said)) }
}
