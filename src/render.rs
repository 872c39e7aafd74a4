//! Renders pages to text without a browser, with the components that the browser runs.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    link::{self, EmbedOptions, ParsedLink, Route},
    pages::Shell,
    state::{Atlas, Explorer, RenderContext},
};

/// Renders the page of an address to HTML, without a browser: the content of the element of
/// [`ROOT_ID`](crate::app::ROOT_ID).
pub fn render(atlas: Arc<Atlas>, context: RenderContext<'_>, address: &str) -> String {
    let link = link::read(address, &atlas.dataset, atlas.catalog());
    render_link(atlas, context, link)
}

/// Renders the page for addresses of nothing in the same way.
pub fn render_not_found(atlas: Arc<Atlas>, context: RenderContext<'_>) -> String {
    let route = Route::NotFound { path: String::new(), suggestion: None };
    let link =
        ParsedLink { route, notices: Vec::new(), is_embed: false, look: EmbedOptions::default() };
    render_link(atlas, context, link)
}

fn render_link(atlas: Arc<Atlas>, context: RenderContext<'_>, link: ParsedLink) -> String {
    Owner::new().with(|| {
        let explorer = Explorer::of_link(atlas, context, link);
        // The marks between texts are for hydration, which this application does not use.
        view! { <Shell explorer/> }.to_html().replace("<!>", "")
    })
}
