//! Page with the changes since a version.

use maud::{DOCTYPE, Markup, html};
use rustscape::{
    link::{Provenance, find_record},
    markup::{Site, brand, list_link, pages},
    wording::route_name,
};

use super::{
    super::{DocumentRenderer, document::path_to_root},
    paths::changes_address,
};
use crate::{
    diff::{DiffInput, compare, headline, markup},
    hosting::CONTENT_SECURITY_POLICY,
    publish::text::clean,
};

/// Renders the changes from the version of `day`, whose file is `file`, to the published dataset.
///
/// The page is static and does not load the app.
pub(super) fn changes_document(
    renderer: DocumentRenderer<'_>,
    day: &str,
    file: &str,
    before: DiffInput<'_>,
) -> String {
    let dataset = renderer.publication.dataset();
    let document = html! {
        (DOCTYPE)
        html lang=(dataset.lang()) dir=[dataset.dir()]
            data-brand=[dataset.accent.as_ref().map(|_| "")]
        {
            head { (head(renderer, day)) }
            body { div.shell { (content(renderer, day, file, before)) } }
        }
    };
    clean(&document.into_string()).into_owned()
}

fn head(renderer: DocumentRenderer<'_>, day: &str) -> Markup {
    let DocumentRenderer { publication, assets } = renderer;
    html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(CONTENT_SECURITY_POLICY);
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content="light dark";
        base href=(path_to_root(&changes_address(day)));
        title { "What changed since " (day) " · " (publication.dataset().title) }
        // The content changes with each publication.
        meta name="robots" content="noindex";
        link rel="stylesheet" crossorigin="anonymous" href=(assets.style.path())
            integrity=(assets.style.integrity);
        // The script applies the chosen theme.
        script src=(assets.boot.path()) crossorigin="anonymous" integrity=(assets.boot.integrity) {}
        link rel="icon" type="image/svg+xml" href="icon.svg";
    }
}

fn content(renderer: DocumentRenderer<'_>, day: &str, file: &str, before: DiffInput<'_>) -> Markup {
    let publication = renderer.publication;
    let dataset = publication.dataset();
    let site = Site {
        dataset,
        catalog: publication.catalog(),
        base: publication.url.base(),
        origin: publication.url.origin(),
        provenance: &Provenance::Own,
        is_published: true,
        a_year_ago: None,
    };
    let after = DiffInput { dataset, problems: &publication.atlas.problems };
    let changes = compare(before, after);
    let page_of = |id: &str| {
        let route = find_record(id, dataset).ok()?;
        Some((site.href(&route), route_name(&route, dataset)))
    };
    html! {
        header.bar { (brand(site)) nav.pages aria-label="Pages" { (pages(site)) } }
        main.sheet.single {
            nav.crumbs aria-label="Breadcrumb" { (list_link(("./", "All organizations"))) }
            div {
                h1 { "What changed since " (day) }
                p.lead lang="en" dir="ltr" {
                    (headline(&changes))
                    @if let Some(today) = &dataset.updated { ", until " (today) }
                    "."
                }
                p.lead lang="en" dir="ltr" {
                    a href={ "./?data=" (day) } { "The data of " (day) }
                    " · " a href={ "./" (file) } download { "Download JSON" }
                }
                (markup(&changes, page_of))
            }
        }
    }
}
