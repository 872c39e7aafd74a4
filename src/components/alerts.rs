//! Alerts at the top of a page.

use leptos::prelude::*;

use super::{child, icon::Icon, text};
use crate::{
    dataset::LoadError,
    link::{Notice, Provenance},
    markup::{self, Icon as Shape},
    state::{DatasetLoader, Explorer, FailedFile, LoadState, Presentation},
    wording::{load_failure, notice_text},
};

/// Alerts at the top of a page: a foreign dataset, an unknown version, a file that could not be opened.
/// A frame names its version in the footer instead, so that all frames have the same height.
#[component]
pub(crate) fn Alerts() -> impl IntoView {
    let explorer = Explorer::expect();
    let is_in_footer = explorer.presentation() == Presentation::Embed
        && matches!(explorer.provenance(), Provenance::Version(_));
    let provenance = text(move || {
        let route = explorer.route();
        explorer.with_site(|site| markup::provenance(site, &route).into_string())
    });
    view! {
        {(!is_in_footer).then(|| view! { <div class="live" inner_html=provenance></div> }.into_any())}
        <OwnAlerts/>
    }
}

/// Alerts of a page with the site's own dataset.
#[component]
pub(crate) fn OwnAlerts() -> impl IntoView {
    view! { <UnknownVersion/> <FileAlert/> }
}

/// Alerts of a published page whose dataset did not arrive: readers can read it, but not search it.
#[component]
pub(crate) fn LoadAlerts() -> impl IntoView {
    let loader = expect_context::<DatasetLoader>();
    let failure = child(move || match loader.state() {
        LoadState::Failed(error) => Some(load_alert(loader, &error)),
        LoadState::Loading { .. } => None,
    });
    view! { <FileAlert/> {failure} }
}

fn load_alert(loader: DatasetLoader, error: &LoadError) -> AnyView {
    let (title, reason) = load_failure(error);
    let reason = [". ", &reason, " You can read this page, but not search or filter it."].concat();
    view! {
        <div class="elsewhere bad" role="alert">
            <p lang="en" dir="ltr"><strong>{title}</strong>{reason}</p>
            <button class="btn" id="retry" type="button" on:click=move |_| loader.load()>
                "Try again"
            </button>
        </div>
    }
    .into_any()
}

/// Alert about a file that could not be opened. The view stays unchanged.
#[component]
pub(crate) fn FileAlert() -> impl IntoView {
    let loader = use_context::<DatasetLoader>();
    child(move || {
        let loader = loader?;
        loader.failed_file().map(|failed| file_alert(loader, failed))
    })
}

fn file_alert(loader: DatasetLoader, FailedFile { name, reason }: FailedFile) -> AnyView {
    let text = [" could not be opened. ", &reason, " The page is unchanged."].concat();
    view! {
        <div class="elsewhere bad" role="alert">
            <p lang="en" dir="ltr"><strong dir="auto">{name}</strong>{text}</p>
            <button class="btn icon" id="forget" type="button" aria-label="Dismiss"
                on:click=move |_| loader.dismiss_failed_file()>
                <Icon shape=Shape::Cross/>
            </button>
        </div>
    }
    .into_any()
}

/// Alert about a link to an unknown version of the dataset. The page shows the current version.
#[component]
fn UnknownVersion() -> impl IntoView {
    let explorer = Explorer::expect();
    child(move || {
        let notices = explorer.notices();
        let is_version = |notice: &Notice| matches!(notice, Notice::UnknownVersion { .. });
        let idx = notices.iter().position(is_version)?;
        let text = explorer.with_site(|site| notice_text(&notices[idx], site.catalog));
        let atlas = explorer.atlas();
        let text = match &atlas.dataset.updated {
            Some(day) => [&text, " Data updated on ", day.as_str(), "."].concat(),
            None => text,
        };
        Some(
            view! {
                <div class="elsewhere" role="note">
                    <p lang="en" dir="ltr">{text}</p>
                    <Dismiss idx/>
                </div>
            }
            .into_any(),
        )
    })
}

/// Button that removes a notice.
#[component]
pub(crate) fn Dismiss(
    /// Position of the notice.
    idx: usize,
) -> impl IntoView {
    let explorer = Explorer::expect();
    view! {
        <button class="btn icon" type="button" id=format!("dismiss-{idx}") aria-label="Dismiss"
            on:click=move |_| explorer.dismiss(idx)>
            <Icon shape=Shape::Cross/>
        </button>
    }
}
