//! Methods of the explorer that describe the current view for the share dialog.

use leptos::prelude::*;

use super::{Explorer, ShareContent, browser};
use crate::{
    link::{Provenance, Route, SharedView, address, nearest_page, with_dataset},
    wording::{plain, route_name, sentence, summarize_names},
};

impl Explorer {
    /// Returns the content of the share dialog. Tracked.
    pub(crate) fn share_content(self) -> ShareContent {
        self.share_content.get()
    }

    /// Loads the content of the share dialog for the current view.
    pub(super) fn load_share_content(self) {
        let view = untrack(|| self.shared_view());
        browser::spawn(async move {
            let content = match (self.chunks().sharing)().await {
                Ok(show) => ShareContent::Ready(show, Box::new(view)),
                Err(_) => ShareContent::Failed { url: view.url() },
            };
            self.share_content.try_set(content);
        });
    }

    /// Returns the current view with everything that links and snippets need.
    fn shared_view(self) -> SharedView {
        let route = self.route();
        let (sentence, org_names) = self.describe(&route);
        self.with_site(|site| {
            let dataset = site.dataset;
            let address_of = |route: &Route| address(route, dataset, site.catalog);
            let (mut page, mut page_sentence) = (String::new(), String::new());
            if site.is_published && *site.provenance == Provenance::Own {
                let nearest = nearest_page(&route, dataset, site.catalog);
                page = address_of(&nearest);
                page_sentence = self.describe(&nearest).0;
            }
            let (dataset_url, file_name) = match site.provenance {
                Provenance::Own => ([site.base, "data/rustscape.json"].concat(), String::new()),
                Provenance::Address(url) => (url.clone(), String::new()),
                Provenance::File(name) => (String::new(), name.clone()),
                Provenance::Version(_) => (String::new(), String::new()),
            };
            SharedView {
                site: [site.origin, site.base].concat(),
                address: with_dataset(address_of(&route), site.provenance.address()),
                sentence,
                org_names,
                title: dataset.title.clone(),
                day: dataset.updated.as_ref().map(ToString::to_string).unwrap_or_default(),
                page,
                page_sentence,
                dataset_url,
                file_name,
            }
        })
    }

    /// Returns the sentence or the name of a route, and the names of its first organizations.
    pub(crate) fn describe(self, route: &Route) -> (String, String) {
        let atlas = self.atlas();
        let Route::Explore(query) = route else {
            return (route_name(route, &atlas.dataset), String::new());
        };
        let results = atlas.index.search(query);
        let orgs = results.groups.iter().map(|group| atlas.dataset.org(group.org).name.as_str());
        let names = summarize_names(&orgs.collect::<Vec<_>>());
        (plain(&sentence(query, &results, atlas.catalog())), names)
    }
}
