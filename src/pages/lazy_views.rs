//! Entry of the chunk with the views that most readers of a published page never need.

use leptos::prelude::*;

use super::{Shell, take_over::take_over_embed};
use crate::{
    components::{LoadingPage, relaxations},
    state::{Explorer, LazyViews},
};

/// Returns the views of the chunk.
pub(crate) fn lazy_views() -> LazyViews {
    LazyViews {
        shell: || view! { <Shell explorer=Explorer::expect()/> }.into_any(),
        unloaded: || view! { <LoadingPage/> }.into_any(),
        take_over_embed: || take_over_embed(Explorer::expect()),
        relaxations: || relaxations(Explorer::expect()),
    }
}
