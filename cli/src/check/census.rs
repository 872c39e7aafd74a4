//! What has to be known of a whole file before its records are looked at one by one.

use std::collections::{HashMap, HashSet};

use rustscape::dataset::{VocabularyKind, json::Value};

use super::{
    course::{list_of, text_of},
    outcome::has_figure,
};

/// What a file has.
#[derive(Debug, Default)]
pub(super) struct Census<'v> {
    pub(super) totals: Totals,
    organizations: HashSet<&'v str>,
    projects: HashSet<(&'v str, &'v str)>,
    /// Where redirects lead, by where they come from; the first one, where there are several.
    pub(super) redirects: HashMap<&'v str, &'v str>,
    /// How often each term of each list is used.
    used: HashMap<(&'static str, &'v str), usize>,
    /// How many figures each metric has.
    figures: HashMap<&'v str, usize>,
    /// How many claims there are.
    pub(super) n_claims: usize,
    /// The ids of the countries that have a name.
    countries: Vec<&'v str>,
    /// Whether any record says that the post names it.
    pub(super) uses_in_post: bool,
}

/// How much a file has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "counts are called so")]
pub(super) struct Totals {
    /// Its organizations.
    pub(super) n_organizations: usize,
    /// Their projects.
    pub(super) n_projects: usize,
    /// The sources of these.
    pub(super) n_sources: usize,
}

impl<'v> Census<'v> {
    pub(super) fn of(file: &'v Value<'_>) -> Self {
        let mut census = Self::default();
        for redirect in list_of(file, "redirects") {
            if let (Some(from), Some(to)) = (text_of(redirect, "from"), text_of(redirect, "to")) {
                census.redirects.entry(from).or_insert(to);
            }
        }
        if let Some(vocabulary) = file.get("vocabulary") {
            let countries = list_of(vocabulary, "country").iter();
            census.countries = countries.filter_map(|term| text_of(term, "id")).collect();
        }
        for organization in list_of(file, "organizations") {
            census.add_organization(organization);
        }
        census
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

    /// How often a term of a list is used.
    pub(super) fn n_uses(&self, list: &'static str, id: &str) -> usize {
        self.used.get(&(list, id)).copied().unwrap_or_default()
    }

    /// How many outcomes of a metric could be shown as figures.
    pub(super) fn n_figures(&self, metric: &str) -> usize {
        self.figures.get(metric).copied().unwrap_or_default()
    }

    /// Whether there is a record `organization` or `organization/project`.
    pub(super) fn has_record(&self, ids: &str) -> bool {
        match ids.split_once('/') {
            None => self.organizations.contains(ids),
            Some(ids) => self.projects.contains(&ids),
        }
    }

    /// Whether there is a project `organization/project`.
    pub(super) fn has_project(&self, ids: &str) -> bool {
        ids.contains('/') && self.has_record(ids)
    }

    /// Whether a country has a name in the vocabulary, if any has.
    pub(super) fn names_country(&self, code: &str) -> bool {
        let mut ids = self.countries.iter();
        self.countries.is_empty() || ids.any(|id| id.eq_ignore_ascii_case(code))
    }

    /// The ids of every organization, in no order.
    pub(super) fn organizations(&self) -> impl Iterator<Item = &'v str> + '_ {
        self.organizations.iter().copied()
    }

    /// The ids of the projects of an organization, in no order.
    pub(super) fn projects_of<'a>(&'a self, org: &'a str) -> impl Iterator<Item = &'v str> + 'a {
        self.projects.iter().filter(move |(of, _)| *of == org).map(|(_, project)| *project)
    }
}
