//! Small datasets for tests of the search engine, and text forms of results.

use rustscape::{
    dataset::{Dataset, read},
    search::{
        BuiltInLabels, Facet, Index, InputState, Polarity, Query, Refinement, SearchResults,
        SortBy, parse_input,
    },
};
use serde_json::{Value, json};

/// Built-in labels that no dataset uses.
pub(crate) const NAMES: BuiltInLabels = BuiltInLabels {
    unknown: |_| "Not known",
    open_source: "Open source",
    closed_source: "Closed source",
};

/// Returns a dataset of the given organizations, and its index.
pub(crate) fn index_of(organizations: &Value) -> (Dataset, Index) {
    let dataset = dataset_of(organizations);
    let index = Index::new(&dataset, &NAMES);
    (dataset, index)
}

/// Returns a dataset of the given organizations. Missing fields are unknown or empty.
pub(crate) fn dataset_of(organizations: &Value) -> Dataset {
    let organizations =
        organizations.as_array().unwrap().iter().map(complete_org).collect::<Vec<_>>();
    let file = json!({
        "schema_version": "1.0", "title": "Small", "description": "A small one.",
        "language": "en", "license": "CC0-1.0", "updated": "2026-01-02",
        "vocabulary": {
            "domain": terms(&[("proxy", "Proxy"), ("web-platform", "Web platform"),
                              ("storage", "Storage")]),
            "replaces": terms(&[("c", "C"), ("cpp", "C++"), ("csharp", "C#"),
                                ("nodejs", "Node.js"), ("js", "JS engine")]),
            "metric": [{"id": "cpu", "label": "CPU", "quantity": "CPU"},
                       {"id": "memory", "label": "Memory", "quantity": "memory"},
                       {"id": "size", "label": "Size"}],
            "country": terms(&[("de", "Germany"), ("us", "United States")]),
            "industry": terms(&[("cloud", "Cloud and hosting"), ("media", "Médias")]),
            "kind": terms(&[("new", "New project"), ("rewrite", "Rewrite")]),
            "status": terms(&[("unknown", "Nobody knows"), ("production", "In production"),
                              ("discontinued", "Discontinued")]),
            "source_kind": terms(&[("paper", "Paper")]),
            "verdict": terms(&[("confirmed", "Confirmed"), ("wrong", "Wrong")]),
            "confidence": terms(&[("confirmed", "Confirmed"), ("unverified", "Unverified")]),
        },
        "redirects": [],
        "organizations": organizations,
    });
    let (dataset, problems) = read(file.to_string().as_bytes()).unwrap();
    assert_eq!(problems, [], "the test's own dataset is sound");
    dataset
}

fn terms(terms: &[(&str, &str)]) -> Value {
    terms.iter().map(|(id, label)| json!({"id": id, "label": label})).collect()
}

fn complete_org(org: &Value) -> Value {
    let mut complete = json!({
        "name": org["id"], "aliases": [], "industry": null, "country": null, "homepage": null,
        "summary": "",
    });
    overwrite(&mut complete, org);
    let projects = org["projects"].as_array().unwrap().iter().map(complete_project);
    complete["projects"] = projects.collect();
    complete
}

fn complete_project(project: &Value) -> Value {
    let mut complete = json!({
        "name": project["id"], "aliases": [], "summary": "", "domains": [], "kind": null,
        "replaces": [], "status": null, "since": null, "until": null, "open_source": null,
        "repository": null, "license": null, "outcomes": [], "notes": [],
        "sources": [{"url": "https://example.org/", "title": "T", "publisher": null,
                     "date": null, "kind": "paper", "supports": "", "checked": null}],
        "confidence": "confirmed", "verified": null, "claim": null,
    });
    overwrite(&mut complete, project);
    complete
}

fn overwrite(complete: &mut Value, given: &Value) {
    for (key, value) in given.as_object().unwrap() {
        complete[key] = value.clone();
    }
}

/// Returns an element for the `outcomes` of a project.
pub(crate) fn outcome(metric: &str, direction: &str, value: Option<f64>, unit: &str) -> Value {
    json!({"metric": metric, "direction": direction, "value": value, "unit": unit,
           "baseline": null, "statement": "It changed.", "source": 0})
}

/// Returns the query of an input. Panics if a qualifier has an unknown value.
pub(crate) fn query_of(index: &Index, input: &str) -> Query {
    let parsed = parse_input(input, InputState::Complete, index.catalog());
    assert_eq!(parsed.unknown, [], "{input}");
    let mut query = Query::default().with_text(&parsed.text);
    for refinement in parsed.refinements {
        query = query.with(refinement);
    }
    query = query.with_years(parsed.years.unwrap_or_default());
    parsed.sort.map_or(query.clone(), |sort: SortBy| query.with_sort(sort))
}

/// Returns a refinement by the value with an id.
pub(crate) fn refinement(index: &Index, facet: Facet, id: &str, polarity: Polarity) -> Refinement {
    let value = index.catalog().find(facet, id).unwrap();
    Refinement { facet, value, polarity }
}

/// Returns results in one line: `org: project project | org: project`.
pub(crate) fn shown(dataset: &Dataset, results: &SearchResults) -> String {
    let groups = results.groups.iter().map(|group| {
        let projects = group.projects.iter().map(|idx| dataset.project(*idx).id.as_str());
        let projects = projects.collect::<Vec<_>>().join(" ");
        format!("{}: {projects}", dataset.org(group.org).id)
    });
    groups.collect::<Vec<_>>().join(" | ")
}

/// Returns the counts of a facet above 0 in one line: `id 2, id 1`.
pub(crate) fn counted(index: &Index, results: &SearchResults, facet: Facet) -> String {
    let counts = index.catalog().values(facet).iter().filter_map(|value| {
        let n_projects = results.count(facet, index.catalog().find(facet, &value.id)?);
        (n_projects > 0).then(|| format!("{} {n_projects}", value.id))
    });
    counts.collect::<Vec<_>>().join(", ")
}
