use leptos::prelude::*;

use super::{child, icon::Icon, text};
use crate::{
    dataset::LoadError,
    link::{Notice, Provenance},
    markup::{self, Icon as Shape},
    state::{DatasetLoader, Explorer, FailedFile, LoadState, Presentation},
    wording::{load_failure, notice_text},
};

/// The alerts on top of a page: a dataset that is not the site's own, a version that does not exist,
/// a file that could not be opened. The foot of a frame says of a version what it is, so that frames
/// of all versions are of one height.
#[component]
pub(crate) fn Alerts() -> impl IntoView {
    let explorer = Explorer::expect();
    let is_in_foot = explorer.presentation() == Presentation::Embed
        && matches!(explorer.provenance(), Provenance::Version(_));
    let provenance = text(move || {
        let route = explorer.route();
        explorer.with_site(|site| markup::provenance(site, &route).into_string())
    });
    view! {
        {(!is_in_foot).then(|| view! { <div class="live" inner_html=provenance></div> }.into_any())}
        <OwnAlerts/>
    }
}

/// The alerts that a page of the site's own dataset may have.
#[component]
pub(crate) fn OwnAlerts() -> impl IntoView {
    view! { <UnknownVersion/> <FileAlert/> }
}

/// The alerts on top of a published page whose dataset did not arrive: it can be read, but not
/// searched.
#[component]
pub(crate) fn LoadAlerts() -> impl IntoView {
    let loader = expect_context::<DatasetLoader>();
    let failure = child(move || match loader.state() {
        LoadState::Failed(error) => Some(no_search(loader, &error)),
        LoadState::Loading { .. } => None,
    });
    view! { <FileAlert/> {failure} }
}

fn no_search(loader: DatasetLoader, error: &LoadError) -> AnyView {
    let (title, reason) = load_failure(error);
    let reason = [". ", &reason, " You can read this page, but not search or refine it."].concat();
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

/// Says why a file could not be opened, beside the view that stays.
#[component]
pub(crate) fn FileAlert() -> impl IntoView {
    let loader = use_context::<DatasetLoader>();
    child(move || {
        let loader = loader?;
        loader.failed_file().map(|failed| file_alert(loader, failed))
    })
}

fn file_alert(loader: DatasetLoader, FailedFile { name, reason }: FailedFile) -> AnyView {
    let said = [" was not opened. ", &reason, " What you see is unchanged."].concat();
    view! {
        <div class="elsewhere bad" role="alert">
            <p lang="en" dir="ltr"><strong dir="auto">{name}</strong>{said}</p>
            <button class="btn icon" id="forget" type="button" aria-label="Dismiss"
                on:click=move |_| loader.dismiss_failed_file()>
                <Icon shape=Shape::Cross/>
            </button>
        </div>
    }
    .into_any()
}

/// Says that a version was asked for that does not exist, on top of any page: it shows another one.
#[component]
fn UnknownVersion() -> impl IntoView {
    let explorer = Explorer::expect();
    child(move || {
        let notices = explorer.notices();
        let is_version = |notice: &Notice| matches!(notice, Notice::UnknownVersion { .. });
        let idx = notices.iter().position(is_version)?;
        let said = explorer.with_site(|site| notice_text(&notices[idx], site.catalog));
        let atlas = explorer.atlas();
        let said = match &atlas.dataset.updated {
            Some(day) => [&said, " It last changed on ", day.as_str(), "."].concat(),
            None => said,
        };
        Some(
            view! {
                <div class="elsewhere" role="note">
                    <p lang="en" dir="ltr">{said}</p>
                    <Dismiss idx/>
                </div>
            }
            .into_any(),
        )
    })
}

/// The button that takes a notice away.
#[component]
pub(crate) fn Dismiss(
    /// The position of the notice.
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
