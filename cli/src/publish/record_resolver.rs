//! Resolution of current and former record paths to routes.

use std::{collections::HashMap, iter};

use rustscape::{
    dataset::{Dataset, OrgIdx},
    link::Route,
};

/// Maximum number of redirects to follow: the same as in the app, so that a page and a link in the
/// app lead to the same record. The limit also ends circular redirects.
const REDIRECTS_MAX: usize = 8;

/// Prefix of the path of a record.
pub(super) const ORG_PREFIX: &str = "org/";

/// Resolver of record paths. Equivalent to [`find_record`](rustscape::link::find_record), but in
/// constant time per lookup.
#[derive(Debug)]
pub(super) struct RecordResolver<'p> {
    routes: HashMap<String, Route>,
    moved: HashMap<&'p str, &'p str>,
}

impl<'p> RecordResolver<'p> {
    /// Indexes the paths of all records of a dataset.
    pub(super) fn new(dataset: &'p Dataset) -> Self {
        let mut routes = HashMap::new();
        for org in (0..).map(OrgIdx).take(dataset.organizations.len()) {
            let path = [ORG_PREFIX, &dataset.org(org).id].concat();
            for project in dataset.org(org).project_idxs() {
                let path = [&path, "/", &dataset.project(project).id].concat();
                routes.entry(path).or_insert(Route::Project(project));
            }
            routes.entry(path).or_insert(Route::Organization(org));
        }
        let mut moved = HashMap::new();
        for redirect in &dataset.redirects {
            moved.entry(redirect.from.as_str()).or_insert(redirect.to.as_str());
        }
        Self { routes, moved }
    }

    /// Returns the route for a path below the site without a trailing slash (`org/acme/engine`),
    /// after following redirects.
    pub(super) fn find(&self, path: &str) -> Option<&Route> {
        let mut paths = self.chain(path);
        paths.find_map(|path| self.routes.get(&path))
    }

    /// Returns a path, followed by each path that it redirects to. The paths need not exist.
    pub(super) fn chain(&self, path: &str) -> impl Iterator<Item = String> + '_ {
        let moved = |path: &String| self.redirected(path);
        iter::successors(Some(path.to_owned()), moved).take(REDIRECTS_MAX)
    }

    /// Returns the path that a redirect of `path`, or else of its nearest ancestor, leads to.
    fn redirected(&self, path: &str) -> Option<String> {
        let mut end = path.len();
        loop {
            let (folder, rest) = path.split_at_checked(end)?;
            if let Some(to) = self.moved.get(folder) {
                return Some([*to, rest].concat());
            }
            end = folder.rfind('/')?;
        }
    }
}

#[cfg(test)]
mod tests {
    use rustscape::{dataset::read, link::find_record};

    use super::*;

    const DATASET: &[u8] = br#"{
        "schema_version": "1.0", "title": "Atlas", "description": "",
        "vocabulary": {"confidence": [{"id": "unverified", "label": "Unverified"}]},
        "redirects": [
            {"from": "org/b", "to": "org/a"}, {"from": "org/c", "to": "org/b"}, {"from": "org/b", "to": "org/c"},
            {"from": "org/a/old", "to": "org/a/one"}, {"from": "org/b/other", "to": "org/a/one"},
            {"from": "org/x", "to": "org/y"}, {"from": "org/y", "to": "org/x"}, {"from": "org/z", "to": "org/z/z"},
            {"from": "org/n1", "to": "org/n2"}, {"from": "org/n2", "to": "org/n3"}, {"from": "org/n3", "to": "org/n4"},
            {"from": "org/n4", "to": "org/n5"}, {"from": "org/n5", "to": "org/n6"}, {"from": "org/n6", "to": "org/n7"},
            {"from": "org/n7", "to": "org/n8"}, {"from": "org/n8", "to": "org/n9"}, {"from": "org/n9", "to": "org/a"},
            {"from": "", "to": "org/a"}, {"from": "org/gone", "to": "org/nowhere"}, {"from": "org", "to": "org/a"}
        ],
        "organizations": [{"id": "a", "name": "A", "projects": [
            {"id": "one", "name": "One", "confidence": "unverified"}]}]
    }"#;

    #[test]
    fn resolves_ids_like_the_app() {
        let (dataset, _) = read(DATASET).unwrap();
        let resolver = RecordResolver::new(&dataset);
        let ids = [
            "a",
            "a/one",
            "a/old",
            "b",
            "b/one",
            "b/old",
            "b/other",
            "c",
            "c/one",
            "c/other",
            "x",
            "y/one",
            "z",
            "z/one",
            "n1",
            "n2",
            "n2/one",
            "n9",
            "gone",
            "nobody",
            "",
            "a/one/more",
        ];
        for ids in ids {
            let path = [ORG_PREFIX, ids].concat();
            assert_eq!(resolver.find(&path), find_record(ids, &dataset).ok().as_ref(), "{ids}");
        }
    }
}
