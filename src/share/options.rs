use leptos::prelude::*;

use super::{
    choice::Choice, cite::CiteTab, data::data, embed::EmbedTab, image::ImageTab, link::LinkTab,
    shared::Shared,
};
use crate::{
    components::{child, text},
    link::SharedView,
    state::{ShareChange, Sharing, Tab},
};

/// The ways to share a view, one of which is open.
#[component]
pub fn ShareOptions(
    /// The view.
    view: SharedView,
    /// The choices of the reader.
    sharing: RwSignal<Sharing>,
    /// The day on which the view is looked at, as `2026-11-25`.
    today: String,
    /// Whether the device has a way of its own to send a link.
    can_send: bool,
) -> impl IntoView {
    sharing.update(|sharing| sharing.copied = None);
    let shared = Shared::new(view, sharing);
    let tab = child(move || match shared.tab.get() {
        Tab::Link => view! { <LinkTab shared can_send/> }.into_any(),
        Tab::Embed => view! { <EmbedTab shared/> }.into_any(),
        Tab::Cite => view! { <CiteTab shared today=today.clone()/> }.into_any(),
        Tab::Image => view! { <ImageTab shared/> }.into_any(),
        Tab::Data => {
            let data = data(&shared.view.get_untracked()).into_string();
            view! { <div class="choices" inner_html=data></div> }.into_any()
        }
    });
    let announcement = text(move || {
        let copied = sharing.with(|sharing| sharing.copied);
        copied.map(|(_, outcome)| outcome.message().to_owned()).unwrap_or_default()
    });
    view! {
        <div class="live">
            <Head shared/>
            {tab}
            <div class="unseen" id="share-said" role="status">{announcement}</div>
        </div>
    }
}

/// The view in words, and the choice of the way to share it.
#[component]
fn Head(shared: Shared) -> impl IntoView {
    let SharedView { sentence, file, .. } = shared.view.get_untracked();
    let notice =
        [&file, " stays on this device: whoever opens the link sees this site’s own dataset."]
            .concat();
    let notice = || view! { <p class="notice">{notice}</p> }.into_any();
    view! {
        <p class="quiet" dir="auto">{sentence}</p>
        {(!file.is_empty()).then(notice)}
        <Choice shared key="tab" legend="How" options=&Tab::ALL name=Tab::name
            chosen=shared.tab.get_untracked() change=ShareChange::Tab/>
    }
}
