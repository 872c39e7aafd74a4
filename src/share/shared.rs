use leptos::prelude::*;

use crate::{
    link::{Platform, SharedView},
    state::{ShareChange, Sharing, Tab},
};

/// The view that is shared, and the choices that its texts follow from. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Shared {
    /// The choices of the reader.
    pub sharing: RwSignal<Sharing>,
    /// The view, of the data that its links are to name.
    pub view: Memo<SharedView>,
    /// The way that is open.
    pub tab: Memo<Tab>,
    /// The software of the page that the view is put into.
    pub platform: Memo<Platform>,
}

impl Shared {
    pub(super) fn new(view: SharedView, sharing: RwSignal<Sharing>) -> Self {
        let view = view.on_lines();
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

    /// Returns a text about the view, which follows the view.
    pub(super) fn text(
        self,
        text: impl Fn(&SharedView) -> String + Send + Sync + 'static,
    ) -> Memo<String> {
        Memo::new(move |_| self.view.with(&text))
    }

    /// Makes a choice.
    pub(super) fn change(self, change: ShareChange) {
        self.sharing.update(|sharing| sharing.change(change));
    }
}
