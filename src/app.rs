//! Puts it together: loads the dataset, makes the page, follows what happens in it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    components::Places,
    link::{self, FrameLook, Link, Provenance, Route},
    markup::{Markup, failure, loading, no_search, trouble, without_dataset},
    pages::{list, shell},
    state::{
        Atlas, Explorer, Opened, Opener, Opening, RECORD_ID, Start, Surroundings, TROUBLE_ID,
        complete, insert_before, listen, own_path, set_html, set_root_attribute,
    },
    wording::load_failure,
};

/// The element of the page that the application takes over.
pub const ROOT_ID: &str = "app";

/// The id of the element with the content of a page without a dataset.
const CONTENT_ID: &str = "content";

/// The whole application in a browser. It has no view of its own: what it shows is markup, written
/// into the page or published with it.
#[component]
pub fn App() -> impl IntoView {
    let opener = Opener::of_page();
    listen(opener);
    #[expect(clippy::disallowed_methods, reason = "the page is written to: an edge")]
    Effect::new(move |told: Option<String>| follow(opener, told.unwrap_or_default()));
}

/// Shows how far the opening of a dataset is. `told` is the alert that stands on top of the page;
/// returns the one that stands there from now on.
fn follow(opener: Opener, told: String) -> String {
    let opening = opener.opening();
    let alert = alert(opener, &opening);
    match &opening {
        Opening::Done(dataset) => return show_dataset(opener, dataset.clone()),
        // It can still be read.
        _ if opener.has_page() => {}
        Opening::Going { n_bytes, n_total } => show(&alert, loading(*n_bytes, *n_total)),
        Opening::Failed(error) => {
            let (title, reason) = load_failure(error);
            show(&alert, failure(title, &reason, own_path().as_deref()));
        }
    }
    // Written only when it changes, as it is read out each time.
    if alert != told {
        set_html(TROUBLE_ID, &alert);
    }
    alert
}

/// The alert on top of a page whose dataset is not there yet: a file that could not be opened, and
/// why a published page cannot be searched.
fn alert(opener: Opener, opening: &Opening) -> String {
    let mut alert = trouble(opener.trouble().as_ref()).into_string();
    if let Opening::Failed(error) = opening
        && opener.has_page()
    {
        let (title, reason) = load_failure(error);
        alert.push_str(&no_search(title, &reason).into_string());
    }
    alert
}

/// Shows a page without a dataset. Once it is there, only its content changes.
fn show(alert: &str, content: Markup) {
    let content = content.into_string();
    if !set_html(CONTENT_ID, &content) {
        let page = without_dataset(TROUBLE_ID, alert, CONTENT_ID, &content);
        set_html(ROOT_ID, &page.into_string());
    }
}

/// Shows a dataset that has been opened, and follows its state. Nothing of the opening stays on top
/// of the page, but what the state says is told there.
fn show_dataset(opener: Opener, dataset: Opened) -> String {
    let trouble =
        opener.take_trouble().filter(|_| !matches!(dataset.provenance, Provenance::File(_)));
    let (explorer, start) = opener.explore(dataset);
    let mut places = Places::default();
    let page = untrack(|| shell(explorer, &mut places)).into_string();
    match start {
        Start::Anew => {
            set_html(ROOT_ID, &[r#"<div class="shell">"#, &page, "</div>"].concat());
        }
        Start::Completed => {
            set_html(TROUBLE_ID, "");
            // What cannot be added is missing; the page itself is there.
            let _ = complete(&page);
        }
    }
    places.follow();
    if !untrack(|| explorer.shows_list()) {
        add_list_later(explorer);
    }
    if trouble.is_some() {
        explorer.set_scene(|scene| scene.trouble = trouble);
    }
    untrack(|| explorer.begin());
    // Whoever waits for the page to follow can see that it does: `boot.js`, styles and tests.
    set_root_attribute("data-ready", Some(""));
    String::new()
}

/// Adds the list to the page of a record once it is asked for: most readers who are led to a record
/// never see it, and it has ten times as many elements.
fn add_list_later(explorer: Explorer) {
    // What follows the list has to outlive the run of the effect that adds it.
    let owner = Owner::current().unwrap_or_default();
    #[expect(clippy::disallowed_methods, reason = "the page is written to: an edge")]
    Effect::new(move |is_added: Option<bool>| {
        if is_added == Some(true) || !explorer.shows_list() {
            return is_added == Some(true);
        }
        owner.with(|| {
            let mut places = Places::default();
            insert_before(RECORD_ID, &untrack(|| list(explorer, &mut places)).into_string());
            places.follow();
        });
        true
    });
}

/// Renders the page of an address to HTML, without a browser: what belongs into the element of
/// [`ROOT_ID`].
pub fn render(atlas: Arc<Atlas>, surroundings: Surroundings<'_>, address: &str) -> String {
    let link = link::read(address, &atlas.dataset, atlas.catalog());
    render_link(atlas, surroundings, link)
}

/// Renders the page for addresses of nothing in the same way.
pub fn render_not_found(atlas: Arc<Atlas>, surroundings: Surroundings<'_>) -> String {
    let route = Route::NotFound { path: String::new(), suggestion: None };
    let link = Link { route, notices: Vec::new(), is_embed: false, look: FrameLook::default() };
    render_link(atlas, surroundings, link)
}

fn render_link(atlas: Arc<Atlas>, surroundings: Surroundings<'_>, link: Link) -> String {
    Owner::new().with(|| {
        let explorer = Explorer::of_link(atlas, surroundings, link);
        shell(explorer, &mut Places::default()).into_string()
    })
}
