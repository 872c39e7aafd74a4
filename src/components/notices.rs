//! Notices about unusable parts of a link.

use leptos::prelude::*;

use super::{alerts::Dismiss, child};
use crate::{link::Notice, search::Refinement, state::Explorer, wording::notice_text};

/// Notices about the parts of a link that could not be used, with suggestions. An unknown version is
/// one of the [alerts](super::Alerts) instead.
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

/// Notices in a frame, with a link for its author to create the frame again.
#[component]
pub(crate) fn EmbedNotices() -> impl IntoView {
    let explorer = Explorer::expect();
    let recreate = child(move || {
        let href = [&explorer.href(&explorer.full_page_route()), "#share"].concat();
        let link = || {
            view! {
                <p class="hint anew"><a href=href target="_blank">"Create this embed again"</a></p>
            }
        };
        (!explorer.notices().is_empty()).then(|| link().into_any())
    });
    view! { <Notices/> {recreate} }
}

#[component]
fn NoticeRow(idx: usize, notice: Notice) -> impl IntoView {
    let explorer = Explorer::expect();
    let text = explorer.with_site(|site| notice_text(&notice, site.catalog));
    view! {
        <div class="notice">
            <span lang="en" dir="ltr">{text}</span>
            {suggestion(&notice).map(|refinement| suggestion_button(explorer, refinement))}
            <Dismiss idx/>
        </div>
    }
}

/// Returns the refinement that the author of the link may have meant.
fn suggestion(notice: &Notice) -> Option<Refinement> {
    let Notice::UnknownValue { facet, polarity, suggestion, .. } = notice else { return None };
    suggestion.map(|value| Refinement { facet: *facet, value, polarity: *polarity })
}

fn suggestion_button(explorer: Explorer, refinement: Refinement) -> AnyView {
    let Refinement { facet, value, .. } = refinement;
    let label = explorer.with_site(|site| site.catalog.value(facet, value).label.clone());
    view! {
        <button class="btn" type="button" on:click=move |_| explorer.refine(refinement)>
            <span>"Use “"<bdi>{label}</bdi>"”"</span>
        </button>
    }
    .into_any()
}
