use leptos::prelude::*;

use super::{Shell, shell::embed_list};
use crate::{components::Unloaded, state::Explorer};

/// Pages that are made anew: without a published page, or of another dataset than that.
#[derive(Clone, Copy)]
pub(crate) struct NewPages {
    /// Shows the page of an explorer.
    pub(crate) shell: fn(Explorer) -> AnyView,
    /// Shows the list of a frame, which began as the page of a record.
    pub(crate) embed_list: fn() -> AnyView,
    /// Shows a page without a dataset.
    pub(crate) unloaded: fn() -> AnyView,
}

impl Default for NewPages {
    fn default() -> Self {
        Self {
            shell: |explorer| view! { <Shell explorer/> }.into_any(),
            embed_list,
            unloaded: || view! { <Unloaded/> }.into_any(),
        }
    }
}
