//! Tests of the search engine on the frozen dataset, with frequent queries.

use std::collections::HashSet;

use rustscape::{
    dataset::{Dataset, read},
    search::{Facet, Index, Polarity, Query, Refinement, SortBy, ValueIdx},
    wording::figure,
};

use crate::{
    atlas::BYTES,
    search_atlas::{NAMES, query_of},
};

fn published() -> (Dataset, Index) {
    let (dataset, _) = read(BYTES).unwrap();
    let index = Index::new(&dataset, &NAMES);
    (dataset, index)
}

#[test]
fn the_expected_organization_comes_first() {
    let (dataset, index) = published();
    let check = |text: &str, expected: &str| {
        let results = index.search(&Query::default().with_text(text));
        let first = results.groups.first().map(|group| dataset.org(group.org).id.as_str());
        assert_eq!(first, Some(expected), "{text}");
    };
    check("cloudflare", "cloudflare");
    check("Cloudflare Pingora", "cloudflare");
    check("clodflare", "cloudflare");
    check("aws", "amazon");
    check("aws firecrcker", "amazon");
    check("pingora", "cloudflare");
    check("agilebits", "1password");
}

#[test]
fn every_count_equals_the_matches_after_a_click() {
    let (_, index) = published();
    for input in ["", "proxy", "replaces:cpp since:2018..", "-status:unknown oss:yes rust"] {
        let query = query_of(&index, input);
        let results = index.search(&query);
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Since) {
            let n_values = u32::try_from(index.catalog().values(facet).len()).unwrap();
            for value in (0..n_values).map(ValueIdx) {
                let click = Refinement { facet, value, polarity: Polarity::Include };
                let clicked = index.search(&query.clone().without_facet(facet).with(click));
                assert_eq!(results.count(facet, value), clicked.n_projects, "{input} {click:?}");
            }
        }
    }
}

#[test]
fn every_headline_figure_can_be_shown() {
    let (dataset, _) = published();
    for outcome in dataset.projects.iter().flat_map(|project| &project.outcomes) {
        let is_shown = figure(outcome, &dataset.vocabulary).is_some();
        assert_eq!(outcome.change(&dataset.vocabulary).is_some(), is_shown, "{outcome:?}");
    }
}

#[test]
fn every_order_lists_each_match_once() {
    let (dataset, index) = published();
    for sort in SortBy::ALL {
        let results = index.search(&Query::default().with_sort(sort));
        let distinct = results.projects().collect::<HashSet<_>>();
        assert_eq!(distinct.len(), dataset.projects.len(), "{sort:?}");
        assert_eq!(results.projects().count(), dataset.projects.len(), "{sort:?}");
        let orgs = results.groups.iter().map(|group| group.org).collect::<HashSet<_>>();
        assert_eq!(orgs.len(), results.n_orgs(), "{sort:?}");
    }
}

#[test]
fn equal_queries_give_equal_results() {
    let (_, index) = published();
    let (_, again) = published();
    for input in ["", "proxy memroy", "replaces:cpp sort:outcome"] {
        assert_eq!(index.search(&query_of(&index, input)), again.search(&query_of(&again, input)));
    }
}

#[test]
fn every_value_resolves_from_its_own_id() {
    let (_, index) = published();
    for facet in Facet::ALL {
        for (at, value) in index.catalog().values(facet).iter().enumerate() {
            let idx = Some(ValueIdx(u32::try_from(at).unwrap()));
            assert_eq!(index.catalog().find(facet, &value.id.to_ascii_uppercase()), idx);
            assert_eq!(index.catalog().resolve(facet, &value.id), idx);
        }
    }
}
