//! Redirects from former addresses of records.

use std::collections::{HashMap, HashSet};

use maud::{DOCTYPE, html};
use rustscape::{dataset::is_slug, link::Route, wording::route_name};

use super::document::path_to_root;
use crate::publish::{
    File, Page, Publication,
    record_resolver::{ORG_PREFIX, RecordResolver},
    text::clean,
};

/// Files next to the page of an organization, which move with it.
const COMPANION_FILES: [&str; 3] = ["feed.xml", "feed.json", "badge.json"];

/// Returns a redirecting page for each former address, and the file `_redirects`.
///
/// The pages work on hosts that only serve files. Netlify, Cloudflare Pages and GitLab Pages read
/// `_redirects` and send redirects themselves.
///
/// A chain of redirects is resolved to its end. Circular redirects, redirects without a target and
/// redirects from an existing page are left out. The former addresses of the projects of a renamed
/// organization redirect as well.
pub fn files(publication: &Publication, pages: &[Page]) -> Vec<File> {
    let redirects = redirects(publication, pages);
    let mut files: Vec<File> =
        redirects.iter().map(|redirect| page(publication, redirect)).collect();
    if !redirects.is_empty() {
        files.push(File::new("_redirects", rules(publication, &redirects)));
    }
    files
}

/// A redirect from a former address.
struct Redirect {
    /// Former path below the site, without a trailing slash.
    from: String,
    /// Current route of the record.
    to: Route,
}

/// Returns each former address once, in the order of the dataset, an organization before its
/// projects.
fn redirects(publication: &Publication, pages: &[Page]) -> Vec<Redirect> {
    let dataset = publication.dataset();
    let resolver = RecordResolver::new(dataset);
    let former_ids =
        FormerProjectIds::new(dataset.redirects.iter().map(|redirect| &*redirect.from));
    let mut taken: HashSet<String> =
        pages.iter().map(|page| page.address.trim_end_matches('/').to_owned()).collect();
    let mut redirects = Vec::new();
    for redirect in &dataset.redirects {
        let mut paths = vec![redirect.from.clone()];
        if let Some(Route::Organization(org)) = resolver.find(&redirect.to) {
            let projects = dataset.org(*org).project_idxs();
            let ids = projects.map(|project| dataset.project(project).id.as_str());
            let old_ids = former_ids.below(&redirect.from, &resolver);
            let below = ids.chain(old_ids).map(|id| [&redirect.from, "/", id].concat());
            paths.extend(below);
        }
        for from in paths.into_iter().filter(|path| is_record_path(path)) {
            if let Some(to) = resolver.find(&from)
                && taken.insert(from.clone())
            {
                redirects.push(Redirect { from, to: to.clone() });
            }
        }
    }
    redirects
}

/// Former ids of projects, by the path of their organization.
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

    /// Returns the former ids of projects at a path and at each path that it redirects to.
    fn below(&self, path: &str, resolver: &RecordResolver<'_>) -> Vec<&'p str> {
        let mut ids = Vec::new();
        for path in resolver.chain(path) {
            ids.extend(self.ids.get(path.as_str()).into_iter().flatten());
        }
        ids
    }
}

/// Returns whether a path has the form of a record path. Only such paths become files.
fn is_record_path(path: &str) -> bool {
    let mut ids = path.strip_prefix(ORG_PREFIX).unwrap_or_default().split('/');
    let n_ids = ids.clone().count();
    n_ids <= 2 && ids.all(is_slug)
}

/// Returns a page that redirects without JavaScript.
fn page(publication: &Publication, redirect: &Redirect) -> File {
    let dataset = publication.dataset();
    let address = publication.address(&redirect.to);
    // A relative address also works where the folder was copied to another path.
    let path = [path_to_root(&[&redirect.from, "/"].concat()), address.clone()].concat();
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
                p { "This page has moved: " a dir="auto" href=(path) { (clean(&name)) } }
            }
        }
    };
    File::new([&redirect.from, "/index.html"].concat(), document.into_string())
}

/// Returns the rules of `_redirects`, one per line.
///
/// Pages come first, because hosts read only the first one or two thousand rules. Each path is
/// listed with and without a trailing slash, which some hosts distinguish. No rule has a wildcard,
/// which would also match files that exist.
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
