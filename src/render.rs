//! Rendering of pages to text without a browser, with the same components.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    chunks,
    link::{self, EmbedOptions, ParsedLink, Route},
    pages::Shell,
    state::{Atlas, Explorer, RenderContext},
};

/// Renders the page of an address to HTML: the content of the element [`ROOT_ID`](crate::app::ROOT_ID).
///
/// `address` is relative to the atlas, as for [`link::read`]. An unusable part of it becomes a notice
/// on the page.
///
/// # Examples
///
/// ```
/// use rustscape::{
///     render::render,
///     state::{Atlas, RenderContext},
/// };
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {}, "organizations": []}"#;
/// let context = RenderContext { base: "/", origin: "", today: None };
/// let html = render(Atlas::from_bytes(file)?, context, "about/");
/// assert!(html.contains("<h1"));
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
pub fn render(atlas: Arc<Atlas>, context: RenderContext<'_>, address: &str) -> String {
    let link = link::read(address, &atlas.dataset, atlas.catalog());
    render_link(atlas, context, link)
}

/// Renders the page for unknown addresses to HTML, in the same way as [`render`].
pub fn render_not_found(atlas: Arc<Atlas>, context: RenderContext<'_>) -> String {
    let route = Route::NotFound { path: String::new(), suggestion: None };
    let embed_options = EmbedOptions::default();
    let link = ParsedLink { route, notices: Vec::new(), is_embed: false, embed_options };
    render_link(atlas, context, link)
}

fn render_link(atlas: Arc<Atlas>, context: RenderContext<'_>, link: ParsedLink) -> String {
    Owner::new().with(|| {
        let explorer = Explorer::from_link(atlas, context, link, chunks::LOADERS);
        // The comments between texts are only needed for hydration, which this application does not
        // use.
        view! { <Shell explorer/> }.to_html().replace("<!>", "")
    })
}
