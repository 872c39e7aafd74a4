//! Context of the share dialog: the view and the choices of the reader.

use leptos::prelude::*;

use crate::{
    link::{Platform, SharedView},
    state::{ShareChange, Sharing, Tab},
};

/// The shared view and the choices of the reader. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct ShareContext {
    /// Choices of the reader.
    pub sharing: RwSignal<Sharing>,
    /// The view, pinned to the day of its data if the reader chose that.
    pub view: Memo<SharedView>,
    /// The open tab.
    pub tab: Memo<Tab>,
    /// Platform of the page that embeds the view.
    pub platform: Memo<Platform>,
}

impl ShareContext {
    pub(super) fn new(view: SharedView, sharing: RwSignal<Sharing>) -> Self {
        let view = view.single_line();
        let view = Memo::new(move |_| {
            let is_pinned = sharing.with(|sharing| sharing.is_pinned);
            if is_pinned { view.pinned() } else { view.clone() }
        });
        Self {
            sharing,
            view,
            tab: Memo::new(move |_| sharing.with(|sharing| sharing.tab)),
            platform: Memo::new(move |_| sharing.with(|sharing| sharing.platform)),
        }
    }

    /// Returns a memo of a text about the view.
    pub(super) fn text(
        self,
        text: impl Fn(&SharedView) -> String + Send + Sync + 'static,
    ) -> Memo<String> {
        Memo::new(move |_| self.view.with(&text))
    }

    /// Applies a choice.
    pub(super) fn change(self, change: ShareChange) {
        self.sharing.update(|sharing| sharing.change(change));
    }
}
