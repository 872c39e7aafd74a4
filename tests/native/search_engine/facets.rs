//! Tests of facet values, refinements and counts.

use rustscape::search::{Facet, Polarity, Query, QueryPart, SortBy, YearRange};
use serde_json::{Value, json};

use crate::search_atlas::{counted, index_of, query_of, refinement, shown};

/// Returns one organization with many known fields, and one without any.
fn organizations() -> Value {
    json!([
        {"id": "acme", "name": "Acme", "industry": "cloud", "country": "US", "projects": [
            {"id": "edge", "domains": ["proxy", "storage"], "kind": "new", "replaces": ["c", "cpp"],
             "status": "production", "since": 2018, "open_source": true},
            {"id": "disk", "domains": ["storage"], "kind": "rewrite", "replaces": ["cpp"],
             "status": "discontinued", "since": 2021, "open_source": false},
        ]},
        {"id": "zeta", "name": "Ångström", "industry": "cloud", "country": "DE", "projects": [
            {"id": "web", "domains": ["web-platform"], "kind": "new", "replaces": ["csharp"],
             "status": "production", "since": 2021, "confidence": "unverified",
             "claim": {"text": "t", "verdict": "wrong", "note": ""}},
        ]},
        {"id": "blank", "name": "Blank", "projects": [{"id": "what"}]},
    ])
}

#[track_caller]
fn check_values(facet: Facet, expected: &str) {
    let (_, index) = index_of(&organizations());
    let values = index.catalog().values(facet).iter();
    let lines = values.map(|value| format!("{}={}×{}", value.id, value.label, value.n_projects));
    assert_eq!(lines.collect::<Vec<_>>().join(", "), expected, "{facet:?}");
}

#[test]
fn values_are_in_display_order_with_the_unknown_one_last() {
    check_values(Facet::Org, "acme=Acme×2, zeta=Ångström×1, blank=Blank×1");
    check_values(Facet::Industry, "cloud=Cloud and hosting×3, media=Médias×0, unknown=Not known×1");
    check_values(Facet::Country, "us=United States×2, de=Germany×1, unknown=Not known×1");
    check_values(
        Facet::Domain,
        "storage=Storage×2, proxy=Proxy×1, web-platform=Web platform×1, unknown=Not known×1",
    );
    check_values(Facet::Kind, "new=New project×2, rewrite=Rewrite×1, unknown=Not known×1");
    check_values(
        Facet::Status,
        "production=In production×2, discontinued=Discontinued×1, unknown=Nobody knows×1",
    );
    check_values(
        Facet::Replaces,
        "cpp=C++×2, c=C×1, csharp=C#×1, js=JS engine×0, nodejs=Node.js×0, unknown=Not known×1",
    );
    check_values(
        Facet::Since,
        "2018=2018×1, 2019=2019×0, 2020=2020×0, 2021=2021×2, unknown=Not known×1",
    );
    check_values(Facet::Oss, "yes=Open source×1, no=Closed source×1, unknown=Not known×2");
    check_values(Facet::Confidence, "confirmed=Confirmed×3, unverified=Unverified×1");
    check_values(Facet::Verdict, "confirmed=Confirmed×0, wrong=Wrong×1, unknown=Not known×3");
    check_values(Facet::Metric, "cpu=CPU×0, memory=Memory×0, size=Size×0, unknown=Not known×4");
}

#[test]
fn an_empty_dataset_has_only_unknown_values() {
    let (_, index) = index_of(&json!([]));
    assert_eq!(index.catalog().years(), None);
    assert_eq!(index.catalog().values(Facet::Org), []);
    assert_eq!(index.catalog().values(Facet::Since).len(), 1);
    assert!(index.search(&Query::default()).is_empty());
    assert!(index.search(&query_of(&index, "word since:2020.. -status:unknown")).is_empty());
}

#[track_caller]
fn check_resolved(facet: Facet, text: &str, expected: &str) {
    let (_, index) = index_of(&organizations());
    let catalog = index.catalog();
    let resolved = catalog.resolve(facet, text).map(|idx| catalog.value(facet, idx));
    assert_eq!(resolved.map_or("", |value| &value.id), expected, "{facet:?} {text}");
}

#[test]
fn resolves_ids_and_labels_ignoring_case_and_accents() {
    check_resolved(Facet::Replaces, "cpp", "cpp");
    check_resolved(Facet::Replaces, "CPP", "cpp");
    check_resolved(Facet::Replaces, "c++", "cpp");
    check_resolved(Facet::Replaces, "C", "c");
    check_resolved(Facet::Replaces, "node.js", "nodejs");
    check_resolved(Facet::Industry, " medias ", "media");
    check_resolved(Facet::Industry, "cloud AND hosting", "cloud");
    check_resolved(Facet::Org, "angstrom", "zeta");
    check_resolved(Facet::Country, "germany", "de");
    check_resolved(Facet::Country, "Us", "us");
    check_resolved(Facet::Status, "nobody knows", "unknown");
    check_resolved(Facet::Since, "2019", "2019");
    check_resolved(Facet::Oss, "Yes", "yes");
    check_resolved(Facet::Confidence, "unknown", "");
    check_resolved(Facet::Domain, "", "");
}

#[track_caller]
fn check_suggested(facet: Facet, text: &str, expected: &str) {
    let (_, index) = index_of(&organizations());
    let catalog = index.catalog();
    let suggested = catalog.suggest(facet, text).map(|idx| catalog.value(facet, idx));
    assert_eq!(suggested.map_or("", |value| &value.id), expected, "{facet:?} {text}");
}

#[test]
fn suggests_values_up_to_one_edit_per_three_letters() {
    check_suggested(Facet::Domain, "stroage", "storage");
    check_suggested(Facet::Domain, "strge", "");
    check_suggested(Facet::Domain, "wbe-pltform", "web-platform");
    check_suggested(Facet::Status, "discontin", "discontinued");
    check_suggested(Facet::Status, "discont", "");
    check_suggested(Facet::Replaces, "d", "");
    check_suggested(Facet::Replaces, "cpq", "cpp");
    check_suggested(Facet::Since, "201", "2018");
    check_suggested(Facet::Org, "", "");
}

#[test]
fn lists_the_values_of_a_project() {
    let (dataset, index) = index_of(&organizations());
    let catalog = index.catalog();
    let edge = dataset.find_project(dataset.find_org("acme").unwrap(), "edge").unwrap();
    let ids = |facet| {
        let values = catalog.values_of(facet, edge).map(|idx| catalog.value(facet, idx));
        values.map(|value| value.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(ids(Facet::Domain), ["storage", "proxy"]);
    assert_eq!(ids(Facet::Metric), ["unknown"]);
    assert_eq!(ids(Facet::Since), ["2018"]);
}

#[track_caller]
fn check_found(input: &str, expected: &str) {
    let (dataset, index) = index_of(&organizations());
    let results = index.search(&query_of(&index, input).with_sort(rustscape::search::SortBy::Name));
    assert_eq!(shown(&dataset, &results), expected, "{input}");
    let n_shown = results.projects().count();
    assert_eq!(results.n_projects as usize, n_shown, "{input}");
}

#[test]
fn combines_values_with_or_and_facets_with_and() {
    check_found("", "acme: disk edge | zeta: web | blank: what");
    check_found("replaces:c", "acme: edge");
    check_found("replaces:c,csharp", "acme: edge | zeta: web");
    check_found("replaces:c,cpp kind:rewrite", "acme: disk");
    check_found("replaces:c kind:rewrite", "");
    check_found("industry:media", "");
    check_found("oss:no", "acme: disk");
    check_found("country:de,unknown", "zeta: web | blank: what");
    check_found("verdict:wrong", "zeta: web");
    check_found("org:blank", "blank: what");
}

#[test]
fn exclusion_takes_precedence_over_inclusion() {
    check_found("-replaces:c", "acme: disk | zeta: web | blank: what");
    check_found("replaces:cpp -replaces:c", "acme: disk");
    check_found("-kind:unknown -oss:unknown", "acme: disk edge");
    check_found("-domain:storage,unknown", "zeta: web");
    check_found("replaces:c -replaces:cpp", "");
}

#[test]
fn a_range_of_years_excludes_the_unknown_year_by_default() {
    check_found("since:2018", "acme: edge");
    check_found("since:2019..", "acme: disk | zeta: web");
    check_found("since:..2020", "acme: edge");
    check_found("since:2022..", "");
    check_found("since:1990..2030", "acme: disk edge | zeta: web");
    check_found("since:2018 since:unknown", "acme: edge | blank: what");
    check_found("since:unknown", "blank: what");
    check_found("-since:unknown", "acme: disk edge | zeta: web");
    check_found("since:2018 -since:unknown", "acme: edge");
}

#[track_caller]
fn check_counted(input: &str, facet: Facet, expected: &str) {
    let (_, index) = index_of(&organizations());
    let results = index.search(&query_of(&index, input));
    assert_eq!(counted(&index, &results, facet), expected, "{input} {facet:?}");
}

#[test]
fn the_counts_of_a_facet_ignore_its_own_refinements() {
    check_counted("", Facet::Replaces, "cpp 2, c 1, csharp 1, unknown 1");
    check_counted("replaces:c", Facet::Replaces, "cpp 2, c 1, csharp 1, unknown 1");
    check_counted("-replaces:cpp", Facet::Replaces, "cpp 2, c 1, csharp 1, unknown 1");
    check_counted("replaces:c", Facet::Domain, "storage 1, proxy 1");
    check_counted("replaces:cpp oss:yes", Facet::Replaces, "cpp 1, c 1");
    check_counted("replaces:cpp oss:yes", Facet::Oss, "yes 1, no 1");
    check_counted("since:2021", Facet::Since, "2018 1, 2021 2, unknown 1");
    check_counted("since:2021", Facet::Kind, "new 1, rewrite 1");
    check_counted("acme", Facet::Org, "acme 2");
    check_counted("acme since:..2000", Facet::Org, "");
}

#[test]
fn searches_hand_picked_projects_only() {
    let (dataset, index) = index_of(&organizations());
    let all = index.search(&Query::default()).projects().collect::<Vec<_>>();
    let web = all.iter().copied().filter(|idx| dataset.project(*idx).id != "edge").collect();
    let query = Query::default().with_picked(web);
    let results = index.search(&query);
    assert_eq!(shown(&dataset, &results), "acme: disk | blank: what | zeta: web");
    assert_eq!(counted(&index, &results, Facet::Replaces), "cpp 1, csharp 1, unknown 1");
    let storage = refinement(&index, Facet::Domain, "storage", Polarity::Include);
    assert_eq!(shown(&dataset, &index.search(&query.with(storage))), "acme: disk");
}

#[test]
fn relaxations_count_the_matches_without_each_part() {
    let (_, index) = index_of(&organizations());
    let query =
        query_of(&index, "acme country:de -kind:new").with_years(YearRange::parse("2021").unwrap());
    assert!(index.search(&query).is_empty());
    let relaxations = index.relaxations(&query);
    let lines = relaxations.iter().map(|r| format!("{:?} {}", r.part, r.n_projects));
    let german = refinement(&index, Facet::Country, "de", Polarity::Include);
    let expected = [format!("Refinement({german:?}) 1")];
    assert_eq!(lines.collect::<Vec<_>>(), expected);
    assert_eq!(index.relaxations(&Query::default()), []);
}

#[test]
fn relaxations_include_single_words() {
    let (_, index) = index_of(&organizations());
    let check = |text: &str, expected: &[&str]| {
        let query = Query::default().with_text(text);
        let relaxations = index.relaxations(&query);
        let lines = relaxations.iter().map(|r| format!("{:?} {}", r.part, r.n_projects));
        assert_eq!(lines.collect::<Vec<_>>(), expected, "{text}");
        for relaxation in relaxations {
            let results = index.search(&query.clone().without(relaxation.part));
            assert_eq!(results.n_projects, relaxation.n_projects, "{text} {relaxation:?}");
        }
    };
    check("acme edge qqqqqq", &["Text 4", "Word(2) 1"]);
    check("acme qqqqqq", &["Text 4", "Word(1) 2"]);
    check("angstrom acme", &["Text 4", "Word(0) 2", "Word(1) 1"]);
    check("qqqqqq", &["Text 4"]);
    check("acme qqqqqq zzzzzz", &["Text 4"]);
    check("acme & angstrom", &["Text 4", "Word(2) 2", "Word(0) 1"]);
}

#[test]
fn removes_a_word_by_its_position() {
    let query = Query::default().with_text("memory  safe proxy");
    assert_eq!(query.words().collect::<Vec<_>>(), ["memory", "safe", "proxy"]);
    for (at, expected) in [(0, "safe proxy"), (1, "memory proxy"), (3, "memory safe proxy")] {
        assert_eq!(query.clone().without(QueryPart::Word(at)).text(), expected);
    }
    let one = Query::default().with_text("memory").with_sort(SortBy::Name);
    assert_eq!(one.clone().without(QueryPart::Word(0)), one.without(QueryPart::Text));
}

#[test]
fn unused_and_uniform_facets_cannot_refine() {
    let (_, index) = index_of(&json!([
        {"id": "a", "name": "A", "country": "DE", "projects": [
            {"id": "p", "kind": "new", "replaces": ["c"], "since": 2020, "status": "unknown"},
            {"id": "q", "kind": "new", "replaces": ["c", "cpp"], "since": 2020},
        ]},
        {"id": "b", "name": "B", "country": "DE", "projects": [{"id": "r", "kind": "new", "since": 2020, "replaces": ["c"]}]},
    ]));
    let catalog = index.catalog();
    let facets = |is_it: &dyn Fn(Facet) -> bool| {
        let facets = Facet::ALL.into_iter().filter(|facet| is_it(*facet));
        facets.map(Facet::key).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        facets(&|facet| catalog.is_used(facet)),
        "org country kind replaces since confidence"
    );
    assert_eq!(facets(&|facet| catalog.is_refinable(facet)), "org replaces");
    assert_eq!(catalog.listed(Facet::Status).count(), 0, "the unknown value alone");
    assert_eq!(catalog.listed(Facet::Country).count(), 1, "cards lead there");
    assert_eq!(catalog.listed(Facet::Replaces).count(), 2);
    assert_eq!(catalog.sort_options(), [SortBy::Relevance, SortBy::Projects, SortBy::Name]);
}

#[test]
fn offers_only_orders_that_make_a_difference() {
    #[track_caller]
    fn check(project: &Value, orders: &[SortBy]) {
        let (_, index) = index_of(&json!([
            {"id": "a", "name": "A", "projects": [{"id": "p", "verified": null}, project]},
        ]));
        let found = index.catalog().sort_options();
        let others = found
            .iter()
            .filter(|sort| !matches!(sort, SortBy::Relevance | SortBy::Projects | SortBy::Name));
        assert_eq!(others.copied().collect::<Vec<_>>(), orders, "{project}");
    }
    check(&json!({"id": "q", "verified": null}), &[]);
    check(&json!({"id": "q", "verified": null, "since": 2020}), &[SortBy::Newest, SortBy::Oldest]);
    check(&json!({"id": "q", "verified": "2026-01-02"}), &[SortBy::Updated]);
    let outcome = |value| crate::search_atlas::outcome("cpu", "down", value, "percent");
    let measured = |value| json!({"id": "q", "verified": null, "outcomes": [outcome(value)]});
    check(&measured(Some(70.0)), &[SortBy::Outcome]);
    check(&measured(None), &[]);
}
