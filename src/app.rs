//! Puts it together: loads the dataset, makes the page, follows what happens in it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    components::Places,
    dataset::LoadError,
    link::{self, FrameLook, Link, Route},
    markup::{failure, loading, no_search},
    pages::shell,
    state::{
        Atlas, Explorer, Opened, Opener, Opening, Start, Surroundings, TROUBLE_ID, complete,
        listen, own_path, set_html, set_root_attribute,
    },
    wording::load_failure,
};

/// The element of the page that the application takes over.
pub const ROOT_ID: &str = "app";

/// The whole application in a browser. It has no view of its own: what it shows is markup, written
/// into the page or published with it.
#[component]
pub fn App() -> impl IntoView {
    let opener = Opener::of_page();
    listen(opener);
    #[expect(clippy::disallowed_methods, reason = "the page is written to: an edge")]
    Effect::new(move |_| match opener.opening() {
        Opening::Going { .. } if opener.has_page() => {}
        Opening::Going { n_bytes, n_total } => show(loading(n_bytes, n_total).into_string()),
        Opening::Failed(error) => show_failure(opener, &error),
        Opening::Done(dataset) => show_dataset(opener, dataset),
    });
}

fn show(page: String) {
    set_html(ROOT_ID, &[r#"<div class="shell">"#, &page, "</div>"].concat());
}

/// A published page can still be read: it stays, and says on top what is missing.
fn show_failure(opener: Opener, error: &LoadError) {
    let (title, reason) = load_failure(error);
    if opener.has_page() {
        set_html(TROUBLE_ID, &no_search(title, &reason).into_string());
    } else {
        show(failure(title, &reason, own_path().as_deref()).into_string());
    }
}

/// Shows a dataset that has been opened, and follows its state.
fn show_dataset(opener: Opener, dataset: Opened) {
    let (explorer, start) = opener.explore(dataset);
    let mut places = Places::default();
    let page = untrack(|| shell(explorer, &mut places)).into_string();
    match start {
        Start::Anew => show(page),
        Start::Completed => {
            set_html(TROUBLE_ID, "");
            // What cannot be added is missing; the page itself is there.
            let _ = complete(&page);
        }
    }
    places.follow();
    untrack(|| explorer.begin());
    // Whoever waits for the page to follow can see that it does: `boot.js`, styles and tests.
    set_root_attribute("data-ready", Some(""));
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
