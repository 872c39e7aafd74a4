//! The sentence about a query, and titles.

use std::sync::LazyLock;

use rustscape::dataset::{Dataset, read};
use rustscape::link::{Route, read as read_link};
use rustscape::search::{Facet, Index, Polarity, Query, QueryPart, Refinement, ValueIdx};
use rustscape::wording::{NAMES, SentencePart, part_label, plain, route_name, sentence, title};
use serde_json::json;

use crate::atlas;
use crate::search_atlas::dataset_of;

fn atlas() -> &'static (Dataset, Index) {
    static ATLAS: LazyLock<(Dataset, Index)> = LazyLock::new(|| {
        let dataset = dataset_of(&json!([
            {"id": "acme", "name": "Acme", "industry": "cloud", "country": "US", "projects": [
                {"id": "a", "name": "A", "domains": ["proxy"], "kind": "rewrite", "since": 2018,
                 "replaces": ["cpp"], "status": "production", "open_source": true},
                {"id": "b", "name": "B", "domains": ["storage"], "kind": "new", "since": 2020},
            ]},
            {"id": "bolt", "name": "Bolt", "industry": "media", "country": "DE", "projects": [
                {"id": "c", "name": "C", "domains": ["proxy"], "since": 2022,
                 "claim": {"text": "t", "verdict": "wrong", "note": ""}},
            ]},
            {"id": "core", "name": "Core", "projects": [{"id": "d", "name": "D"}]},
        ]));
        let index = Index::new(&dataset, &NAMES);
        (dataset, index)
    });
    &ATLAS
}

fn query_at(asked: &str) -> Query {
    let (dataset, index) = atlas();
    let link = read_link(asked, dataset, index.catalog());
    assert_eq!(link.notices, [], "{asked}");
    let Route::Explore(query) = link.route else { panic!("{asked} is a list") };
    query
}

fn pieces_of(query: &Query) -> Vec<SentencePart> {
    let (_, index) = atlas();
    sentence(query, &index.search(query), index.catalog())
}

#[track_caller]
fn check(asked: &str, expected: &str) {
    assert_eq!(plain(&pieces_of(&query_at(asked))), expected, "{asked}");
}

/// Checks the words after the counts.
#[track_caller]
fn check_clauses(asked: &str, expected: &str) {
    let said = plain(&pieces_of(&query_at(asked)));
    let after = ["organizations ", "organization ", "No projects "]
        .iter()
        .find_map(|noun| said.split_once(noun))
        .map_or(said.as_str(), |(_, after)| after);
    assert_eq!(after, expected, "{asked}");
}

#[test]
fn the_sentence_counts_projects_and_organizations() {
    check("", "4 projects at 3 organizations");
    check("domain/proxy/", "2 projects at 2 organizations for Proxy");
    check("domain/storage/", "1 project at 1 organization for Storage");
    check("?q=nonesuch", "No projects matching “nonesuch”");
    check("?org=acme", "2 projects at Acme");
    check("?org=acme,bolt", "3 projects at Acme or Bolt");
    check("?org=acme,-bolt", "2 projects at Acme but not Bolt");
    check("?org=-acme", "2 projects at 2 organizations other than Acme");
    check("?org=core&domain=proxy", "No projects at Core for Proxy");
}

#[test]
fn writes_the_sentence_of_the_specification() {
    let orgs = (0..17).map(|at| {
        let n_projects = if at < 8 { 3 } else { 2 };
        let projects = (0..n_projects)
            .map(|at| json!({"id": format!("p{at}"), "replaces": ["cpp"], "since": 2018 + at}));
        json!({"id": format!("o{at}"), "projects": projects.collect::<Vec<_>>()})
    });
    let dataset = dataset_of(&json!(orgs.collect::<Vec<_>>()));
    let index = Index::new(&dataset, &NAMES);
    let link = read_link("replaces/cpp/?since=2018..", &dataset, index.catalog());
    let Route::Explore(query) = link.route else { panic!("it is a list") };
    let said = plain(&sentence(&query, &index.search(&query), index.catalog()));
    assert_eq!(said, "42 projects at 17 organizations that replaced C++ since 2018");
}

#[test]
fn each_facet_has_its_own_phrases() {
    check_clauses("industry/cloud/", "in Cloud and hosting");
    check_clauses("?industry=-cloud", "not in Cloud and hosting");
    check_clauses("country/de/", "from Germany");
    check_clauses("country/us/", "from the United States");
    check_clauses("?country=-us", "not from the United States");
    check_clauses("?domain=-proxy", "not for Proxy");
    check_clauses("kind/rewrite/", "of kind Rewrite");
    check_clauses("?kind=-rewrite", "not of kind Rewrite");
    check_clauses("status/production/", "with status In production");
    check_clauses("?status=-production", "without status In production");
    check_clauses("replaces/cpp/", "that replaced C++");
    check_clauses("?replaces=-cpp", "that did not replace C++");
    check_clauses("oss/yes/", "with open source code");
    check_clauses("?oss=-yes", "without open source code");
    check_clauses("confidence/confirmed/", "with evidence that is Confirmed");
    check_clauses("?confidence=-confirmed", "with evidence that is not Confirmed");
    check_clauses("verdict/wrong/", "with a claim that is Wrong");
    check_clauses("?verdict=-wrong", "without a claim that is Wrong");
    check_clauses("metric/cpu/", "with a measured effect on CPU");
    check_clauses("?metric=-cpu", "without a measured effect on CPU");
}

#[test]
fn values_of_one_facet_are_alternatives() {
    check_clauses("?replaces=c,cpp", "that replaced C++ or C");
    check_clauses("?replaces=-c,-cpp", "that did not replace C++ or C");
    check_clauses("?replaces=cpp,-c,-csharp", "that replaced C++ but not C or C#");
    check_clauses("?country=us,de", "from the United States or Germany");
}

#[test]
fn describes_ranges_of_years() {
    check_clauses("?since=2018..", "since 2018");
    check_clauses("since/2018/", "starting in 2018");
    check_clauses("?since=2018..2020", "starting between 2018 and 2020");
    check_clauses("?since=..2020", "starting in 2020 or earlier");
    check_clauses("?since=2018..,unknown", "since 2018 or since an unknown year");
    check_clauses("?since=2018..,-unknown", "since 2018 and since a known year");
}

#[test]
fn phrases_for_unknown_values_name_the_facet() {
    check_clauses("industry/unknown/", "in an unknown industry");
    check_clauses("?industry=-unknown", "in a known industry");
    check_clauses("country/unknown/", "from an unknown country");
    check_clauses("?country=de,unknown", "from Germany or from an unknown country");
    check_clauses("?country=-de,-unknown", "not from Germany and from a known country");
    check_clauses("domain/unknown/", "for an unknown domain");
    check_clauses("kind/unknown/", "of unknown kind");
    check_clauses("status/unknown/", "with unknown status");
    check_clauses("?status=-unknown", "with known status");
    check_clauses("replaces/unknown/", "without a stated predecessor");
    check_clauses("?replaces=-unknown", "with a stated predecessor");
    check_clauses("since/unknown/", "since an unknown year");
    check_clauses("?since=-unknown", "since a known year");
    check_clauses("oss/unknown/", "with source code of unknown availability");
    check_clauses("verdict/unknown/", "without a claim to check");
    check_clauses("?verdict=-unknown", "with a claim to check");
    check_clauses("metric/unknown/", "without a measured effect");
    check_clauses("?metric=-unknown", "with a measured effect");
}

#[test]
fn clauses_have_the_order_of_an_english_sentence() {
    check(
        "?q=first&industry=cloud&country=us&domain=proxy&kind=rewrite&status=production\
         &replaces=cpp&since=2018..&oss=yes&confidence=confirmed",
        "No projects in Cloud and hosting from the United States for Proxy of kind Rewrite with \
         status In production with open source code that replaced C++ since 2018 with evidence \
         that is Confirmed matching “first”",
    );
    check("brief/?pick=acme/a,bolt/c", "2 projects at 2 organizations in this selection");
}

#[test]
fn each_part_of_the_query_is_a_part_of_the_sentence() {
    let query = query_at("brief/?pick=acme/a&q=a&since=2018..&domain=proxy,-storage&country=-de");
    let pieces = pieces_of(&query);
    let said = pieces.iter().filter_map(|piece| match piece {
        SentencePart::Part(part, label) => Some((*part, label.clone())),
        _ => None,
    });
    let said = said.collect::<Vec<_>>();
    assert_eq!(said.len(), query.parts().count());
    for part in query.parts() {
        let label = part_label(part, &query, atlas().1.catalog());
        assert!(said.contains(&(part, label)), "{part:?}");
    }
    assert!(said.contains(&(QueryPart::Text, "“a”".to_owned())));
    let two = query.with_text("a b");
    assert_eq!(part_label(QueryPart::Word(1), &two, atlas().1.catalog()), "“b”");
}

#[test]
fn no_sentence_has_missing_words() {
    let (dataset, problems) = read(atlas::BYTES).unwrap();
    assert_eq!(problems, []);
    let index = Index::new(&dataset, &NAMES);
    let results = index.search(&Query::default());
    for facet in Facet::ALL {
        for value in (0..).map(ValueIdx).take(index.catalog().values(facet).len()) {
            for polarity in [Polarity::Include, Polarity::Exclude] {
                let query = Query::default().with(Refinement { facet, value, polarity });
                let said = plain(&sentence(&query, &results, index.catalog()));
                let is_whole = !said.contains("  ") && said.trim() == said;
                assert!(is_whole && said.starts_with("478 projects at "), "{said}");
            }
        }
    }
}

#[test]
fn the_title_names_the_page_and_then_the_atlas() {
    let (dataset, index) = atlas();
    let check = |asked: &str, name: &str, expected: &str| {
        let link = read_link(asked, dataset, index.catalog());
        let query = match &link.route {
            Route::Explore(query) => query.clone(),
            _ => Query::default(),
        };
        assert_eq!(route_name(&link.route, dataset), name, "{asked}");
        assert_eq!(title(&link.route, dataset, &pieces_of(&query)), expected, "{asked}");
    };
    check("", "Small", "Small");
    check("?sort=name", "Small", "Small");
    check("domain/proxy/", "Small", "2 projects at 2 organizations for Proxy · Small");
    check("org/acme/", "Acme", "Acme · Small");
    check("org/acme/a/", "A at Acme", "A at Acme · Small");
    check("nowhere/", "Page not found", "Page not found · Small");
}

#[test]
fn a_shared_name_appears_once_and_titles_stay_unique() {
    let dataset = dataset_of(&json!([
        {"id": "acme", "name": "Acme", "projects": [{"id": "acme", "name": "ACME"}]},
    ]));
    let project = dataset.find_project(dataset.find_org("acme").unwrap(), "acme").unwrap();
    let page = Route::Project(project);
    assert_eq!(route_name(&page, &dataset), "ACME");
    assert_eq!(title(&page, &dataset, &[]), format!("ACME (project) · {}", dataset.title));
}
