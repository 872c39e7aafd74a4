use leptos::prelude::*;

use super::{Shell, take_over::take_over_embed};
use crate::{
    components::{Unloaded, ways_out},
    state::RareViews,
};

/// Returns the views of which most readers of a published page have no need.
pub(crate) fn rare_views() -> RareViews {
    RareViews {
        shell: |explorer| view! { <Shell explorer/> }.into_any(),
        unloaded: || view! { <Unloaded/> }.into_any(),
        take_over_embed,
        ways_out,
    }
}
