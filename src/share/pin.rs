//! Checkbox that pins links to the current data.

use leptos::prelude::*;

use super::{choice::Tick, context::ShareContext};
use crate::{link::SharedView, state::ShareChange};

/// Checkbox that adds the day of the data to links. Only published sites keep earlier versions of their
/// data.
#[component]
pub(super) fn Pin(context: ShareContext) -> impl IntoView {
    let is_possible = |view: &SharedView| view.is_published() && !view.day.is_empty();
    let view = context.view.get_untracked();
    is_possible(&view).then(|| {
        let label = ["Keep the data of ", &view.day].concat();
        let is_pinned = context.sharing.with_untracked(|sharing| sharing.is_pinned);
        view! {
            <Tick context id="share-pin-day".to_owned() label is_ticked=is_pinned
                change=ShareChange::Pin/>
        }
        .into_any()
    })
}
