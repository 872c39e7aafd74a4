//! The view that is shared, and the chunk that shows the ways to.

use leptos::prelude::*;

use super::{Explorer, browser};
use crate::{
    chunks::{self, ShareView},
    link::{Provenance, Route, SharedView, address, nearest_page, with_dataset},
    wording::{first_names, plain, route_name, sentence},
};

/// The content of the dialog that shares a view.
#[derive(Clone, Debug, Default)]
pub(crate) enum ShareContent {
    /// The chunk is on the way.
    #[default]
    Loading,
    /// The chunk did not load; the link can still be copied.
    Failed {
        /// The absolute address of the view.
        url: String,
    },
    /// The ways to share a view.
    Ready(ShareView, Box<SharedView>),
}

impl Explorer {
    /// Returns the content of the dialog that shares a view. Tracked.
    pub(crate) fn share_content(self) -> ShareContent {
        self.share_content.get()
    }

    /// Shows the ways to share the current view, once their chunk has loaded.
    pub(super) fn share(self) {
        let view = untrack(|| self.shared_view());
        browser::spawn(async move {
            let content = match chunks::sharing().await {
                Ok(show) => ShareContent::Ready(show, Box::new(view)),
                Err(_) => ShareContent::Failed { url: view.url() },
            };
            self.share_content.try_set(content);
        });
    }

    /// The current view as it is passed on.
    fn shared_view(self) -> SharedView {
        let route = self.route();
        let (sentence, names) = self.words_of(&route);
        self.with_site(|site| {
            let dataset = site.dataset;
            let address_of = |route: &Route| address(route, dataset, site.catalog);
            let (mut page, mut page_sentence) = (String::new(), String::new());
            if site.is_published && *site.provenance == Provenance::Own {
                let nearest = nearest_page(&route, dataset, site.catalog);
                page = address_of(&nearest);
                page_sentence = self.words_of(&nearest).0;
            }
            let (whole, file) = match site.provenance {
                Provenance::Own => ([site.base, "data/rustscape.json"].concat(), String::new()),
                Provenance::Address(url) => (url.clone(), String::new()),
                Provenance::File(name) => (String::new(), name.clone()),
                Provenance::Version(_) => (String::new(), String::new()),
            };
            SharedView {
                site: [site.origin, site.base].concat(),
                address: with_dataset(address_of(&route), site.provenance.address()),
                sentence,
                names,
                title: dataset.title.clone(),
                day: dataset.updated.as_ref().map(ToString::to_string).unwrap_or_default(),
                page,
                page_sentence,
                whole,
                file,
            }
        })
    }

    /// Returns the sentence or the name of a route, and the names of its first organizations.
    pub(crate) fn words_of(self, route: &Route) -> (String, String) {
        let atlas = self.atlas();
        let Route::Explore(query) = route else {
            return (route_name(route, &atlas.dataset), String::new());
        };
        let results = atlas.index.search(query);
        let orgs = results.groups.iter().map(|group| atlas.dataset.org(group.org).name.as_str());
        let names = first_names(&orgs.collect::<Vec<_>>());
        (plain(&sentence(query, &results, atlas.catalog())), names)
    }
}
