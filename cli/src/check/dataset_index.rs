//! Index of a whole file, built before its records are checked one by one.

use std::collections::{HashMap, HashSet};

use rustscape::dataset::{VocabularyKind, json::Value};

use super::{
    figure::has_figure,
    value::{list_of, text_of},
};

/// Ids, redirects and numbers of uses in a file.
#[derive(Debug, Default)]
pub(super) struct DatasetIndex<'v> {
    pub(super) totals: Totals,
    organizations: HashSet<&'v str>,
    projects: HashSet<(&'v str, &'v str)>,
    /// Targets of redirects by their origins; the first target if there are several.
    pub(super) redirects: HashMap<&'v str, &'v str>,
    /// Number of uses of each term, by its vocabulary list and id.
    used: HashMap<(&'static str, &'v str), usize>,
    /// Number of figures of each metric.
    figures: HashMap<&'v str, usize>,
    /// Number of claims.
    pub(super) n_claims: usize,
    /// Ids of the countries in the vocabulary.
    countries: Vec<&'v str>,
    /// `true` if any record has the field `in_post`.
    pub(super) uses_in_post: bool,
}

/// Numbers of records in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "the prefix of all counts")]
pub(super) struct Totals {
    /// Number of organizations.
    pub(super) n_organizations: usize,
    /// Number of projects.
    pub(super) n_projects: usize,
    /// Number of sources of projects.
    pub(super) n_sources: usize,
}

impl<'v> DatasetIndex<'v> {
    /// Builds the index of a file in one pass.
    pub(super) fn of(file: &'v Value<'_>) -> Self {
        let mut index = Self::default();
        for redirect in list_of(file, "redirects") {
            if let (Some(from), Some(to)) = (text_of(redirect, "from"), text_of(redirect, "to")) {
                index.redirects.entry(from).or_insert(to);
            }
        }
        if let Some(vocabulary) = file.get("vocabulary") {
            let countries = list_of(vocabulary, "country").iter();
            index.countries = countries.filter_map(|term| text_of(term, "id")).collect();
        }
        for organization in list_of(file, "organizations") {
            index.add_organization(organization);
        }
        index
    }

    fn add_organization(&mut self, organization: &'v Value<'_>) {
        self.totals.n_organizations += 1;
        self.uses_in_post |= organization.get("in_post").is_some();
        self.add_term(organization, "industry", VocabularyKind::Industry);
        let id = text_of(organization, "id");
        self.organizations.extend(id);
        for project in list_of(organization, "projects") {
            self.projects.extend(id.zip(text_of(project, "id")));
            self.add_project(project);
        }
    }

    fn add_project(&mut self, project: &'v Value<'_>) {
        self.totals.n_projects += 1;
        self.uses_in_post |= project.get("in_post").is_some();
        for (key, of) in [
            ("kind", VocabularyKind::Kind),
            ("status", VocabularyKind::Status),
            ("confidence", VocabularyKind::Confidence),
        ] {
            self.add_term(project, key, of);
        }
        for (key, of) in
            [("domains", VocabularyKind::Domain), ("replaces", VocabularyKind::Replaces)]
        {
            for id in list_of(project, key).iter().filter_map(Value::as_str) {
                self.count(of, id);
            }
        }
        for source in list_of(project, "sources") {
            self.totals.n_sources += 1;
            self.add_term(source, "kind", VocabularyKind::SourceKind);
        }
        for outcome in list_of(project, "outcomes") {
            self.add_term(outcome, "metric", VocabularyKind::Metric);
            if let Some(metric) = text_of(outcome, "metric").filter(|_| has_figure(outcome)) {
                *self.figures.entry(metric).or_default() += 1;
            }
        }
        if let Some(claim) = project.get("claim").filter(|claim| !claim.is_null()) {
            self.n_claims += 1;
            self.add_term(claim, "verdict", VocabularyKind::Verdict);
        }
    }

    fn add_term(&mut self, record: &'v Value<'_>, key: &str, of: VocabularyKind) {
        if let Some(id) = text_of(record, key) {
            self.count(of, id);
        }
    }

    fn count(&mut self, of: VocabularyKind, id: &'v str) {
        *self.used.entry((of.key(), id)).or_default() += 1;
    }

    /// Returns the number of uses of a term in a vocabulary list.
    pub(super) fn n_uses(&self, list: &'static str, id: &str) -> usize {
        self.used.get(&(list, id)).copied().unwrap_or_default()
    }

    /// Returns the number of outcomes of a metric that could be shown as figures.
    pub(super) fn n_figures(&self, metric: &str) -> usize {
        self.figures.get(metric).copied().unwrap_or_default()
    }

    /// Returns whether a record `organization` or `organization/project` exists.
    pub(super) fn has_record(&self, ids: &str) -> bool {
        match ids.split_once('/') {
            None => self.organizations.contains(ids),
            Some(ids) => self.projects.contains(&ids),
        }
    }

    /// Returns whether a project `organization/project` exists.
    pub(super) fn has_project(&self, ids: &str) -> bool {
        ids.contains('/') && self.has_record(ids)
    }

    /// Returns whether the vocabulary contains a country, or contains no countries at all.
    pub(super) fn is_known_country(&self, code: &str) -> bool {
        let mut ids = self.countries.iter();
        self.countries.is_empty() || ids.any(|id| id.eq_ignore_ascii_case(code))
    }

    /// Iterates over the ids of all organizations, in arbitrary order.
    pub(super) fn organizations(&self) -> impl Iterator<Item = &'v str> + '_ {
        self.organizations.iter().copied()
    }

    /// Iterates over the ids of the projects of an organization, in arbitrary order.
    pub(super) fn projects_of<'a>(&'a self, org: &'a str) -> impl Iterator<Item = &'v str> + 'a {
        self.projects.iter().filter(move |(of, _)| *of == org).map(|(_, project)| *project)
    }
}
