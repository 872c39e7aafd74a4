//! Speed of the engine: one build of the index, and a session of queries as readers make
//! them. Prints microseconds; run it with `cargo bench --bench engine --no-default-features`.

#![allow(clippy::print_stdout, reason = "its output is its purpose")]
#![allow(clippy::expect_used, reason = "without its dataset there is nothing to measure")]
#![allow(clippy::disallowed_methods, reason = "it runs natively, where there is a clock")]

use std::hint::black_box;
use std::time::Instant;

use rustscape::dataset::{Dataset, read};
use rustscape::search::{
    BuiltInLabels, Catalog, Facet, Index, Polarity, Query, Refinement, SortBy, YearRange,
};

const BYTES: &[u8] = include_bytes!("../public/data/rustscape.json");

/// Enough runs that the 95th percentile is not the noise of a busy machine, in a second or so.
const N_RUNS: usize = 200;

const N_BUILDS: usize = 20;

fn main() {
    let (dataset, _) = read(BYTES).expect("the published dataset can be read");
    println!("{:<28}{:>10}{:>10}{:>10}", "", "p50 µs", "p95 µs", "queries");
    report("build the index", 1, measure(N_BUILDS, || drop(black_box(new_index(&dataset)))));
    let index = new_index(&dataset);
    for (name, queries) in sessions(&index) {
        let mut micros = Vec::new();
        for query in &queries {
            micros.extend(measure(N_RUNS, || drop(black_box(index.search(query)))));
        }
        report(name, queries.len(), micros);
    }
    let relaxed = words(&["pingora"]).remove(0).with_years(YearRange::new(None, Some(2012)));
    report("relaxations", 1, measure(N_RUNS, || drop(black_box(index.relaxations(&relaxed)))));
    let worded = words(&["memory kuberntes safe qqqqqqqq proxy"]).remove(0);
    let of_words = measure(N_RUNS, || drop(black_box(index.relaxations(&worded))));
    report("relaxations of words", 1, of_words);
    let highlighter = index.search(&words(&["rust memory"]).remove(0)).highlighter;
    let mark_all = || {
        for project in &dataset.projects {
            black_box(highlighter.ranges(&project.summary));
        }
    };
    report("highlight all summaries", 1, measure(N_RUNS, mark_all));
}

fn new_index(dataset: &Dataset) -> Index {
    let names = BuiltInLabels {
        unknown: |_| "Unknown",
        open_source: "Open source",
        closed_source: "Closed source",
    };
    Index::new(dataset, &names)
}

fn sessions(index: &Index) -> Vec<(&'static str, Vec<Query>)> {
    vec![
        ("everything", vec![Query::default()]),
        ("typing “cloudflare proxy”", typing("cloudflare proxy")),
        ("typing “memory safety c++”", typing("memory safety c++")),
        ("typing a typo", words(&["clodflare", "kuberntes", "firefxo browser"])),
        ("one facet after the other", refining(index)),
        ("every order", SortBy::ALL.map(|sort| Query::default().with_sort(sort)).to_vec()),
    ]
}

/// The queries of a text that is typed character by character.
fn typing(text: &str) -> Vec<Query> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| Query::default().with_text(&text[..end])).collect()
}

fn words(texts: &[&str]) -> Vec<Query> {
    texts.iter().map(|text| Query::default().with_text(text)).collect()
}

/// The queries of a reader who adds the first value of one facet after the other.
fn refining(index: &Index) -> Vec<Query> {
    let mut query = Query::default().with_text("s").with_years(YearRange::new(Some(2018), None));
    let mut queries = Vec::new();
    for facet in [Facet::Industry, Facet::Status, Facet::Domain, Facet::Replaces, Facet::Oss] {
        if let Some(value) = first_value(index.catalog(), facet) {
            query = query.with(Refinement { facet, value, polarity: Polarity::Include });
            queries.push(query.clone());
        }
    }
    queries
}

fn first_value(catalog: &Catalog, facet: Facet) -> Option<rustscape::search::ValueIdx> {
    catalog.values(facet).first().and_then(|value| catalog.find(facet, &value.id))
}

fn measure(n_runs: usize, mut run: impl FnMut()) -> Vec<u128> {
    let mut micros = Vec::with_capacity(n_runs);
    for _ in 0..n_runs {
        let start = Instant::now();
        run();
        micros.push(start.elapsed().as_micros());
    }
    micros
}

fn report(name: &str, n_queries: usize, mut micros: Vec<u128>) {
    micros.sort_unstable();
    let percentile = |percent: usize| micros[(micros.len() - 1) * percent / 100];
    println!("{name:<28}{:>10}{:>10}{n_queries:>10}", percentile(50), percentile(95));
}
