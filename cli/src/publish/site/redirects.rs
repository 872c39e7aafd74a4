//! Old addresses, which lead to where their records are today.

use std::collections::{HashMap, HashSet};

use maud::{DOCTYPE, html};
use rustscape::{dataset::is_slug, link::Route, wording::route_name};

use super::document::way_up;
use crate::publish::{
    File, Page, Publication,
    records::{ORG, Records},
    text::clean,
};

/// What is beside the page of an organization, and is moved with it.
const COMPANION_FILES: [&str; 3] = ["feed.xml", "feed.json", "badge.json"];

/// A page at each old address that leads to where the record is today, for hosts that can do
/// nothing but serve files; and `_redirects`, by which Netlify, Cloudflare Pages and GitLab Pages
/// answer so themselves.
///
/// Chains lead to their end. What runs in a circle, leads nowhere, or is the address of a page
/// again is left out. The projects of a renamed organization have old addresses too.
pub fn files(publication: &Publication, pages: &[Page]) -> Vec<File> {
    let redirects = redirects(publication, pages);
    let mut files: Vec<File> =
        redirects.iter().map(|redirect| page(publication, redirect)).collect();
    if !redirects.is_empty() {
        files.push(File::new("_redirects", rules(publication, &redirects)));
    }
    files
}

/// An old address.
struct Redirect {
    /// The path that it was at below the site, without a slash at its end.
    from: String,
    /// Where it is today.
    to: Route,
}

/// Every old address once, in the order of the dataset, each organization before its projects.
fn redirects(publication: &Publication, pages: &[Page]) -> Vec<Redirect> {
    let dataset = publication.dataset();
    let records = Records::new(dataset);
    let former_ids =
        FormerProjectIds::new(dataset.redirects.iter().map(|redirect| &*redirect.from));
    let mut taken: HashSet<String> =
        pages.iter().map(|page| page.address.trim_end_matches('/').to_owned()).collect();
    let mut redirects = Vec::new();
    for redirect in &dataset.redirects {
        let mut paths = vec![redirect.from.clone()];
        if let Some(Route::Organization(org)) = records.find(&redirect.to) {
            let projects = dataset.org(*org).project_idxs();
            let ids = projects.map(|project| dataset.project(project).id.as_str());
            let old_ids = former_ids.below(&redirect.from, &records);
            let below = ids.chain(old_ids).map(|id| [&redirect.from, "/", id].concat());
            paths.extend(below);
        }
        for from in paths.into_iter().filter(|path| is_record_path(path)) {
            if let Some(to) = records.find(&from)
                && taken.insert(from.clone())
            {
                redirects.push(Redirect { from, to: to.clone() });
            }
        }
    }
    redirects
}

/// The ids that projects of organizations had, by the path of the organization.
struct FormerProjectIds<'p> {
    ids: HashMap<&'p str, Vec<&'p str>>,
}

impl<'p> FormerProjectIds<'p> {
    fn new(paths: impl Iterator<Item = &'p str>) -> Self {
        let mut ids: HashMap<&str, Vec<&str>> = HashMap::new();
        for path in paths.filter(|path| is_record_path(path)) {
            if let Some((org, id)) = path.rsplit_once('/') {
                ids.entry(org).or_default().push(id);
            }
        }
        Self { ids }
    }

    /// The old ids of projects at all the organizations that the path of one leads through.
    fn below(&self, path: &str, records: &Records<'_>) -> Vec<&'p str> {
        let mut ids = Vec::new();
        for path in records.chain(path) {
            ids.extend(self.ids.get(path.as_str()).into_iter().flatten());
        }
        ids
    }
}

/// Whether a path is that of a record: only such paths become files.
fn is_record_path(path: &str) -> bool {
    let mut ids = path.strip_prefix(ORG).unwrap_or_default().split('/');
    let n_ids = ids.clone().count();
    n_ids <= 2 && ids.all(is_slug)
}

/// A page that leads on without a script.
fn page(publication: &Publication, redirect: &Redirect) -> File {
    let dataset = publication.dataset();
    let address = publication.address(&redirect.to);
    // From where the page is, so that it also leads on where the folder was copied to another path.
    let path = [way_up(&[&redirect.from, "/"].concat()), address.clone()].concat();
    let name = route_name(&redirect.to, dataset);
    let document = html! {
        (DOCTYPE)
        html lang=(clean(dataset.lang())) dir=[dataset.dir()] {
            head {
                meta charset="utf-8";
                title { (clean(&name)) " · " (clean(&dataset.title)) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                link rel="canonical" href=(publication.url.absolute(&address));
                meta http-equiv="refresh" content={ "0; url=" (path) };
            }
            body {
                p { "This page has redirect: " a dir="auto" href=(path) { (clean(&name)) } }
            }
        }
    };
    File::new([&redirect.from, "/index.html"].concat(), document.into_string())
}

/// The rules, a line each: pages first, because hosts read only the first one or two thousand.
/// Each path is named with and without a slash at its end, which some hosts tell apart; and no
/// rule has a wildcard, which would also catch what is at its place.
fn rules(publication: &Publication, redirects: &[Redirect]) -> String {
    let base = publication.url.base();
    let mut rules = String::new();
    let mut rule = |from: &[&str], to: &[&str]| {
        rules.extend([base].iter().chain(from).chain(&[" ", base]).chain(to).copied());
        rules.push_str(" 301\n");
    };
    for Redirect { from, to } in redirects {
        let to = publication.address(to);
        rule(&[from], &[&to]);
        rule(&[from, "/"], &[&to]);
    }
    let is_org = |redirect: &&Redirect| matches!(redirect.to, Route::Organization(_));
    for Redirect { from, to } in redirects.iter().filter(is_org) {
        let to = publication.address(to);
        for name in COMPANION_FILES {
            rule(&[from, "/", name], &[&to, name]);
        }
    }
    rules
}
