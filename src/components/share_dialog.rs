use maud::html;

use super::Places;
use crate::{
    link::{Provenance, Route, SharedView, address, nearest_page, with_data},
    markup::{
        Markup, Shared, Site, share_head, share_panel, share_preview, share_said, share_snippet,
        share_widths,
    },
    state::{Explorer, Over, SHARE_ID},
    wording::{first_names, plain, route_name, sentence},
};

/// Passes the current view on. Everything in it is made when it opens; what changes apart from the
/// rest is a place of its own, so that the frame that is tried out is not loaded anew for it.
pub fn share_dialog(explorer: Explorer, places: &mut Places) -> Markup {
    let mut place =
        |id: &str, make: fn(&Shared<'_>) -> Markup| places.add(id, move || shared(explorer, make));
    html! {
        dialog.dialog id=(SHARE_ID) aria-label="Share this view" {
            (place("share-head", share_head))
            div.two {
                (place("share-panel", share_panel))
                div.stage {
                    (place("share-widths", share_widths))
                    (place("share-frames", share_preview))
                }
            }
            (place("share-snippet", share_snippet))
            div.unseen role="status" { (place("share-said", share_said)) }
        }
    }
}

/// Gives what is shared to `make`, while the dialog is open.
fn shared(explorer: Explorer, make: fn(&Shared<'_>) -> Markup) -> Markup {
    if explorer.with_scene(|scene| scene.over) != Some(Over::Share) {
        return Markup::default();
    }
    let sharing = explorer.with_scene(|scene| scene.sharing.clone());
    let route = explorer.route();
    explorer.with_site(|site| {
        let mut view = described(explorer, site, &route);
        let nearest = (site.is_published && *site.provenance == Provenance::Own).then(|| {
            let page = nearest_page(&route, site.dataset, site.catalog);
            let view = described(explorer, site, &page);
            (page, view)
        });
        let day = (sharing.is_pinned && nearest.is_some()).then_some(view.day.as_str());
        view.address = with_data(view.address, site.provenance.address().or(day));
        explorer.with_scene(|scene| {
            let nearest = nearest.as_ref().map(|(route, view)| (route, view));
            let copied = scene.copied.as_ref().map(|(field, said)| (field.as_str(), *said));
            make(&Shared { site, view: &view, sharing: &sharing, nearest, copied })
        })
    })
}

/// The view of a route.
fn described(explorer: Explorer, site: Site<'_>, route: &Route) -> SharedView {
    let dataset = site.dataset;
    let (sentence, names) = match route {
        Route::Explore(query) => {
            let results = explorer.answer(query);
            let orgs = results.groups.iter().map(|group| dataset.org(group.org).name.as_str());
            let names = first_names(&orgs.collect::<Vec<_>>());
            (plain(&sentence(query, &results, site.catalog)), names)
        }
        route => (route_name(route, dataset), String::new()),
    };
    SharedView {
        site: [site.origin, site.base].concat(),
        address: address(route, dataset, site.catalog),
        sentence,
        names,
        title: dataset.title.clone(),
        day: dataset.updated.as_ref().map(|day| day.to_string()).unwrap_or_default(),
    }
}
