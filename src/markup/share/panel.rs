use maud::{Markup, html};

use super::{
    LINK_ID, Shared, Tab,
    embed::choices,
    field::{field, tick},
};
use crate::{
    link::{Provenance, Route, SharedView},
    markup::{Action, Icon, icon},
};

/// What the chosen way offers. That of a frame goes on with its preview.
pub fn share_panel(shared: &Shared<'_>) -> Markup {
    let panel = match shared.sharing.tab {
        Tab::Link => link(shared),
        Tab::Embed => choices(shared),
        Tab::Cite => cite(shared),
        Tab::Image => image(shared),
        Tab::Data => data(shared),
    };
    html! { div.choices { (panel) } }
}

/// Whether links name the day of the data. Only published sites keep the data of days.
pub(super) fn pin(shared: &Shared<'_>) -> Markup {
    let day = &shared.view.day;
    html! {
        @if shared.nearest.is_some() && !day.is_empty() {
            (tick("pin", "", &["Pin to today’s data (", day, ")"].concat(), shared.sharing.is_pinned))
        }
    }
}

fn link(shared: &Shared<'_>) -> Markup {
    html! {
        (field(shared, LINK_ID, "Link", &shared.view.url()))
        @if shared.sharing.can_send {
            button.btn #share-send type="button" data-do=(Action::Share("send".to_owned())) {
                (icon(Icon::Share)) "Send …"
            }
        }
        (pin(shared))
    }
}

fn cite(shared: &Shared<'_>) -> Markup {
    let view = shared.view;
    html! {
        (field(shared, "share-citation", "Citation", &view.citation(&shared.sharing.today)))
        (field(shared, "share-markdown", "Markdown", &view.markdown_link()))
        (field(shared, "share-html", "HTML", &view.html_link()))
        (field(shared, "share-bibtex", "BibTeX", &view.bibtex(&shared.sharing.today)))
        (pin(shared))
    }
}

fn image(shared: &Shared<'_>) -> Markup {
    let Some(picture) = shared.picture() else {
        return html! { p { "Only views of a published site have pictures." } };
    };
    let page = shared.wider().unwrap_or(shared.view);
    html! {
        (nearest(shared, "picture"))
        img.card-picture src=(picture) alt=(page.sentence) width="1200" height="630";
        p { a.btn href=(picture) download="card.png" { "Download" } }
        (field(shared, "share-picture", "Markdown", &shared.view.markdown_picture(&picture)))
    }
}

/// That what is offered is of another view than the one that is shared.
fn nearest(shared: &Shared<'_>, what: &str) -> Markup {
    html! {
        @if let Some(page) = shared.wider() {
            p.hint { "Only whole pages have a " (what) ": this one is of “" (page.sentence) "”." }
        }
    }
}

fn data(shared: &Shared<'_>) -> Markup {
    let whole = match shared.site.provenance {
        Provenance::Own => [&shared.view.site, "data/rustscape.json"].concat(),
        Provenance::Address(address) => address.clone(),
        Provenance::File(_) => String::new(),
    };
    html! {
        @if let Some((route, page)) = shared.nearest {
            (nearest(shared, "table"))
            p.files {
                @for (file, form) in files(route, page) {
                    a.btn href={ (page.site) "api/v1/" (file) } download { (form) }
                }
            }
        }
        @if !whole.is_empty() {
            p.files { a.btn href=(whole) download { "The whole dataset, JSON" } }
        }
    }
}

/// The files of the data service that say what a page shows, and their forms.
fn files(route: &Route, page: &SharedView) -> Vec<(String, &'static str)> {
    let path = page.address.trim_end_matches('/');
    let below = |folder: &str, from: usize, extension: &str| {
        [folder, path.get(from..).unwrap_or_default(), extension].concat()
    };
    // After "org/", with which the addresses of their pages begin.
    let org = 4;
    match route {
        Route::Explore(query) if query.is_empty() => {
            vec![
                ("projects.csv".to_owned(), "CSV"),
                ("projects.ndjson".to_owned(), "JSON, a project a line"),
            ]
        }
        Route::Explore(_) => {
            vec![(below("facets/", 0, ".csv"), "CSV"), (below("facets/", 0, ".json"), "JSON")]
        }
        Route::Organization(_) => vec![(below("organizations/", org, ".json"), "JSON")],
        Route::Project(_) => vec![(below("projects/", org, ".json"), "JSON")],
        Route::Directory => vec![("organizations.json".to_owned(), "JSON")],
        Route::Changes => vec![("changes.json".to_owned(), "JSON")],
        Route::Claims(_) | Route::About | Route::NotFound { .. } => Vec::new(),
    }
}
