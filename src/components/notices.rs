use leptos::prelude::*;

use super::{alerts::Dismiss, child};
use crate::{link::Notice, search::Refinement, state::Explorer, wording::notice_text};

/// The parts of a link that could not be used, each with what may have been meant. An unknown
/// version is among the [alerts](super::Alerts).
#[component]
pub(crate) fn Notices() -> impl IntoView {
    let explorer = Explorer::expect();
    child(move || {
        let notices = explorer.notices().into_iter().enumerate();
        let notices =
            notices.filter(|(_, notice)| !matches!(notice, Notice::UnknownVersion { .. }));
        notices.map(|(idx, notice)| view! { <NoticeRow idx notice/> }.into_any()).collect_view()
    })
}

/// The same in a frame, with the way to whoever embeds it to make it anew.
#[component]
pub(crate) fn EmbedNotices() -> impl IntoView {
    let explorer = Explorer::expect();
    let again = child(move || {
        let href = [&explorer.href(&explorer.full_page_route()), "#share"].concat();
        let link = || {
            view! {
                <p class="hint anew"><a href=href target="_blank">"Make this frame anew"</a></p>
            }
        };
        (!explorer.notices().is_empty()).then(|| link().into_any())
    });
    view! { <Notices/> {again} }
}

#[component]
fn NoticeRow(idx: usize, notice: Notice) -> impl IntoView {
    let explorer = Explorer::expect();
    let said = explorer.with_site(|site| notice_text(&notice, site.catalog));
    view! {
        <div class="notice">
            <span lang="en" dir="ltr">{said}</span>
            {suggestion(&notice).map(|refinement| instead(explorer, refinement))}
            <Dismiss idx/>
        </div>
    }
}

/// Returns what may have been meant.
fn suggestion(notice: &Notice) -> Option<Refinement> {
    let Notice::UnknownValue { facet, polarity, suggestion, .. } = notice else { return None };
    suggestion.map(|value| Refinement { facet: *facet, value, polarity: *polarity })
}

fn instead(explorer: Explorer, refinement: Refinement) -> AnyView {
    let Refinement { facet, value, .. } = refinement;
    let label = explorer.with_site(|site| site.catalog.value(facet, value).label.clone());
    view! {
        <button class="btn" type="button" on:click=move |_| explorer.refine(refinement)>
            <span>"Use “"<bdi>{label}</bdi>"”"</span>
        </button>
    }
    .into_any()
}
