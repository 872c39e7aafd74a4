use leptos::prelude::*;

use super::{choice::Tick, shared::Shared};
use crate::{link::SharedView, state::ShareChange};

/// The box that makes links name the day of the data. Only published sites keep the data of a day.
#[component]
pub(super) fn Pin(shared: Shared) -> impl IntoView {
    let is_possible = |view: &SharedView| view.is_published() && !view.day.is_empty();
    let view = shared.view.get_untracked();
    is_possible(&view).then(|| {
        let label = ["Pin to today’s data (", &view.day, ")"].concat();
        let is_pinned = shared.sharing.with_untracked(|sharing| sharing.is_pinned);
        view! {
            <Tick shared id="share-pin-day".to_owned() label is_ticked=is_pinned
                change=ShareChange::Pin/>
        }
        .into_any()
    })
}
