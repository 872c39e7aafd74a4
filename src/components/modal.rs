use leptos::prelude::*;

use super::{FacetPanel, live};
use crate::{
    markup::{Shared, share, tray_foot, tray_head},
    state::{Controls, Explorer, MODAL_ID, Over},
};

/// What is opened above the page: the facets, or the ways to share. One element for both, which
/// takes the focus and gives it back.
#[component]
pub fn Modal() -> impl IntoView {
    let explorer = Explorer::expect();
    let controls = Controls::expect();
    let content = move || match controls.over() {
        None => ().into_any(),
        Some(Over::Refine) => tray(explorer),
        Some(Over::Share) => live("live", move || shared(explorer, controls)),
    };
    let class = move || match controls.over() {
        Some(Over::Share) => "dialog",
        _ => "tray",
    };
    view! {
        <dialog
            id=MODAL_ID
            class=class
            aria-labelledby="modal-title"
            on:close=move |_| controls.has_closed()
        >
            {content}
        </dialog>
    }
    .into_any()
}

/// The facets, where there is no room for them beside the list.
fn tray(explorer: Explorer) -> AnyView {
    let head = move || {
        explorer.query().with(|query| explorer.with_site(|site| tray_head(site, query)))
    };
    view! {
        {live("live", head)}
        <FacetPanel place="tray" />
        {live("live", move || explorer.results().with(|results| tray_foot(results)))}
    }
    .into_any()
}

fn shared(explorer: Explorer, controls: Controls) -> crate::markup::Markup {
    let embed = controls.embed(explorer.embed_url(), explorer.share_title());
    let copied = controls.copied();
    let copied = copied.as_ref().map(|(field, said)| (field.as_str(), *said));
    share(&Shared { url: &explorer.share_url(), embed: &embed, copied })
}
