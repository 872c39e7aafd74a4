//! Tabs of the share dialog.

use leptos::prelude::*;

use super::{
    choice::Choice, cite::CiteTab, context::ShareContext, data::data, embed::EmbedTab,
    image::ImageTab, link::LinkTab,
};
use crate::{
    components::{child, text},
    link::SharedView,
    state::{ShareChange, Sharing, Tab},
};

/// Content of the share dialog: the open tab, and the choice of another one.
#[component]
pub fn ShareOptions(
    /// View to share.
    view: SharedView,
    /// Choices of the reader.
    sharing: RwSignal<Sharing>,
    /// Current day, such as `2026-11-25`.
    today: String,
    /// `true` if the device has a share sheet.
    has_share_sheet: bool,
) -> impl IntoView {
    sharing.update(|sharing| sharing.copied = None);
    let context = ShareContext::new(view, sharing);
    let tab = child(move || match context.tab.get() {
        Tab::Link => view! { <LinkTab context has_share_sheet/> }.into_any(),
        Tab::Embed => view! { <EmbedTab context/> }.into_any(),
        Tab::Cite => view! { <CiteTab context today=today.clone()/> }.into_any(),
        Tab::Image => view! { <ImageTab context/> }.into_any(),
        Tab::Data => {
            let data = data(&context.view.get_untracked()).into_string();
            view! { <div class="choices" inner_html=data></div> }.into_any()
        }
    });
    let announcement = text(move || {
        let copied = sharing.with(|sharing| sharing.copied);
        copied.map(|(_, outcome)| outcome.message().to_owned()).unwrap_or_default()
    });
    view! {
        <div class="live">
            <Head context/>
            {tab}
            <div class="unseen" id="share-said" role="status">{announcement}</div>
        </div>
    }
}

/// Description of the view, and the choice of the tab.
#[component]
fn Head(context: ShareContext) -> impl IntoView {
    let SharedView { sentence, file_name, .. } = context.view.get_untracked();
    let notice =
        [&file_name, " stays on this device. The link opens this site’s own dataset."].concat();
    let notice = || view! { <p class="notice">{notice}</p> }.into_any();
    view! {
        <p class="quiet" dir="auto">{sentence}</p>
        {(!file_name.is_empty()).then(notice)}
        <Choice context key="tab" legend="Share as" options=&Tab::ALL name=Tab::name
            chosen=context.tab.get_untracked() change=ShareChange::Tab/>
    }
}
