//! The two readers of a frame's look: `frame.js` before the application is there, and the application.

use rustscape::{
    link::{EmbedOptions, EmbedParts, Route, read},
    search::Index,
    wording::NAMES,
};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::server::{Server, Site};
use serde_json::{Value, json};
use std::fs;

/// Options in addresses of frames, valid and invalid.
const LOOKS: [&str; 40] = [
    "",
    "theme=auto",
    "theme=light",
    "theme=dark",
    "theme=Dark",
    "theme=",
    "theme",
    "theme=dark&theme=light",
    "theme=drak&theme=light",
    "theme=light&theme=drak",
    "show=none",
    "show=search",
    "show=facets",
    "show=sentence,sources",
    "show=sources,sentence,facets,search",
    "show=search,search",
    "show=search%2Cfacets",
    "show=none,search",
    "show=none&show=search",
    "show=search&show=none",
    "show=",
    "show=,",
    "show=facets,",
    "show=Facets",
    "show=rows",
    "max=1",
    "max=9",
    "max=10",
    "max=24",
    "max=25",
    "max=0",
    "max=-1",
    "max=06",
    "max=%2B6",
    "max=+6",
    "max=6.0",
    "max=x&max=6",
    "max=3&max=5",
    "max=5&theme=dark&show=none&q=x",
    "THEME=dark&Max=3",
];

#[test]
fn frame_script_and_application_parse_embed_options_alike() {
    let bytes =
        fs::read(Prerequisite::Dist.path().join("data/rustscape.json")).expect("the dataset");
    let (dataset, _) = rustscape::dataset::read(&bytes).expect("a dataset");
    let index = Index::new(&dataset, &NAMES);
    let seen = seen_by_script();
    let seen = seen.as_array().expect("a list");
    assert_eq!(seen.len(), LOOKS.len());
    for (look, seen) in LOOKS.iter().zip(seen) {
        let link = read(&format!("embed/?{look}"), &dataset, index.catalog());
        let needs_app = link.route != Route::home() || !link.notices.is_empty();
        if seen[0] == true && !needs_app {
            // The application reads any spelling of a key; the script leaves that to it.
            assert_ne!(look.to_lowercase(), *look, "{look} is left to the application");
            continue;
        }
        let EmbedOptions { theme, parts, n_rows } = link.embed_options;
        assert_eq!(seen[2].as_str().and_then(EmbedParts::parse), Some(parts), "{look}");
        assert_eq!(*seen, json!([needs_app, theme.key(), seen[2], n_rows]), "{look}");
    }
}

/// The reading of each look by the scripts of a frame: whether the application is needed, the theme, the parts, and how many
/// rows are shown.
fn seen_by_script() -> Value {
    let atlas = Server::start(Site::dist());
    // As a published frame: the script of all pages, its own, and rows of which six are shown.
    let rows = ["<li class=row>".repeat(6), "<li class=row hidden>".repeat(18)].concat();
    let stub = format!(
        "<!doctype html><html lang=en><title>Stub</title>
        <script src='../boot.js'></script><script src='../frame.js'></script>
        <script>addEventListener('rustscape:start', () => {{ window.needsApp = true }})</script>
        <body><div id=app><ul>{rows}</ul></div>"
    );
    atlas.page("stub/", &stub);
    let frames = LOOKS.map(|look| format!("<iframe src='stub/?{look}'></iframe>")).concat();
    atlas.page("looks/", &format!("<!doctype html><base href=../><title>Looks</title>{frames}"));
    let page = Page::open(&atlas, "looks/");
    page.value_of(
        "[...document.querySelectorAll('iframe')].map(({ contentDocument, contentWindow }) => {
            const { theme, show } = contentDocument.documentElement.dataset;
            const nRows = contentDocument.querySelectorAll('.row:not([hidden])').length;
            return [!!contentWindow.needsApp, theme ?? 'auto', show ?? 'facets,sentence', nRows];
        })",
    )
}
