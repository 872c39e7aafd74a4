use crate::markup::{Icon, icon};
use maud::{Markup, html};

use super::{
    dialog::{LINK_ID, Shared},
    embed::choices,
    field::{field, tick},
    qr::qr_code,
    sharing::Tab,
};

/// What the chosen way offers. That of a frame goes on with its preview.
pub(super) fn panel(shared: &Shared<'_>) -> Markup {
    let panel = match shared.sharing.tab {
        Tab::Link => link(shared),
        Tab::Embed => choices(shared),
        Tab::Cite => cite(shared),
        Tab::Image => image(shared),
        Tab::Data => data(shared),
    };
    html! { div.choices { (panel) } }
}

/// Whether links name the day of the data.
pub(super) fn pin(shared: &Shared<'_>) -> Markup {
    let view = shared.view;
    html! {
        @if view.is_published() && !view.day.is_empty() {
            (tick("pin", "day", &["Pin to today’s data (", &view.day, ")"].concat(), shared.sharing.is_pinned))
        }
    }
}

fn link(shared: &Shared<'_>) -> Markup {
    let url = shared.view.url();
    html! {
        div.with-qr {
            div.choices {
                (field(shared, LINK_ID, "Link", &url))
                @if shared.sharing.can_send {
                    p { button.btn #share-send type="button" { (icon(Icon::Share)) "Send …" } }
                }
                (pin(shared))
            }
            figure {
                @match qr_code(&url) {
                    Some(code) => { (code) figcaption.hint { "Scan it with a phone" } }
                    None => { figcaption.hint { "This link is too long for a QR code." } }
                }
            }
        }
    }
}

fn cite(shared: &Shared<'_>) -> Markup {
    let (view, today) = (shared.view, &shared.sharing.today);
    html! {
        (field(shared, "share-citation", "Citation", &view.citation(today)))
        (field(shared, "share-markdown", "Markdown", &view.markdown_link()))
        (field(shared, "share-html", "HTML", &view.html_link()))
        (field(shared, "share-bibtex", "BibTeX", &view.bibtex(today)))
        (pin(shared))
    }
}

fn image(shared: &Shared<'_>) -> Markup {
    let view = shared.view;
    let Some(picture) = view.picture() else {
        return html! { p { "Only the pages of a published atlas have pictures." } };
    };
    let page = if view.is_page() { view.clone() } else { view.of_page() };
    html! {
        (wider(shared, "The picture"))
        img.card-picture src=(picture) alt=(page.sentence) width="1200" height="630";
        p { a.btn href=(picture) download="card.png" { "Download" } }
        (field(shared, "share-picture", "Markdown", &page.markdown_picture(&picture)))
    }
}

/// That what is offered is of the page which the view narrows.
fn wider(shared: &Shared<'_>, what: &str) -> Markup {
    let view = shared.view;
    html! {
        @if view.is_published() && !view.is_page() {
            p.notice { (what) " is of the page that this view narrows: " (view.page_sentence) "." }
        }
    }
}

fn data(shared: &Shared<'_>) -> Markup {
    let view = shared.view;
    let files = if view.is_published() { files(&view.page) } else { Vec::new() };
    html! {
        @if !files.is_empty() {
            (wider(shared, "The table"))
            p.files {
                @for (file, form) in files {
                    a.btn href={ (view.site) "api/v1/" (file) } download { (form) }
                }
            }
        }
        @if !view.whole.is_empty() {
            p.files { a.btn href=(view.whole) download { "All of the data, JSON" } }
        }
    }
}

/// The end of the names of tables that spreadsheet programs show as they are; those for programs
/// end with `.csv` alone.
const SPREADSHEET: &str = ".spreadsheet.csv";

/// The files of the data service that say what a page shows, and their forms.
fn files(page: &str) -> Vec<(String, &'static str)> {
    const LINES: &str = "JSON, a record on each line";
    let named = |names: &[&str], form| (names.concat(), form);
    let parts: Vec<_> = page.split_terminator('/').collect();
    match parts.as_slice() {
        [] => vec![named(&["projects", SPREADSHEET], "CSV"), named(&["projects.ndjson"], LINES)],
        ["org"] => {
            vec![named(&["organizations.json"], "JSON"), named(&["organizations.ndjson"], LINES)]
        }
        ["org", org] => vec![named(&["organizations/", org, ".json"], "JSON")],
        ["org", org, project] => vec![named(&["projects/", org, "/", project, ".json"], "JSON")],
        ["changes"] => vec![named(&["changes.json"], "JSON")],
        ["about" | "claims", ..] => Vec::new(),
        [facet, value] => {
            let of = |end| named(&["facets/", facet, "/", value, end], "");
            vec![(of(SPREADSHEET).0, "CSV"), (of(".json").0, "JSON")]
        }
        _ => Vec::new(),
    }
}
