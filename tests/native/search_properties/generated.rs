//! Generators of random datasets, queries and texts.

use proptest::{
    collection::vec,
    option,
    prelude::{Just, Strategy, any},
    prop_oneof,
    sample::select,
};
use rustscape::{
    dataset::ProjectIdx,
    search::{Facet, Index, Polarity, Query, Refinement, SortBy, ValueIdx, YearRange},
};
use serde_json::{Value, json};

use crate::search_atlas::outcome;

/// Words that are prefixes of one another, that are one typo apart, or that have unusual
/// characters.
const WORDS: [&str; 36] = [
    "proxy",
    "proxies",
    "Prozy",
    "pro",
    "Cloud",
    "cloudy",
    "clouds",
    "C++",
    "c",
    "C#",
    "Node.js",
    "nodejs",
    "node",
    "js",
    "memory-safe",
    "memory",
    "safety",
    "Straße",
    "strasse",
    "Café",
    "cafe",
    "平台",
    "跨平台客户端",
    "O'Reilly",
    "2018",
    "2019",
    "infrastructure",
    "infrastrcture",
    "safe",
    "replaced",
    "Replaces",
    "databases",
    "ﬁle",
    "file",
    "مُحَمَّد",
    "محمد",
];

/// Separators between words.
const GAPS: [&str; 6] = [" ", ", ", " - ", "/", ". ", "…"];

fn any_words(n_max: usize) -> impl Strategy<Value = String> {
    let word = (select(&WORDS[..]), select(&GAPS[..]));
    vec(word, 0..=n_max)
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap]).collect::<String>())
}

fn any_some(ids: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    vec(select(ids), 0..=2).prop_map(|mut ids| {
        ids.dedup();
        ids
    })
}

fn any_outcome() -> impl Strategy<Value = Value> {
    let metric = select(&["cpu", "memory", "size"][..]);
    let direction = select(&["down", "up", "none"][..]);
    let unit = select(&["percent", "times", "ms", "s", "MB", "count"][..]);
    let value = option::weighted(0.9, select(&[0.0, 1.0, 2.0, 50.0, 100.0, 150.0][..]));
    (metric, direction, value, unit).prop_map(|(m, d, v, u)| outcome(m, d, v, u))
}

fn any_project() -> impl Strategy<Value = Value> {
    let texts = (any_words(2), any_words(4), vec(any_words(1), 0..=1));
    let lists =
        (any_some(&["proxy", "web-platform", "storage"]), any_some(&["c", "cpp", "nodejs", "js"]));
    let terms = (
        option::of(select(&["new", "rewrite"][..])),
        option::of(select(&["unknown", "production", "discontinued"][..])),
        select(&["confirmed", "unverified"][..]),
        option::of(select(&["confirmed", "wrong"][..])),
    );
    let rest = (
        option::of(2016_u16..=2020),
        option::of(any::<bool>()),
        option::of(select(&["2025", "2025-03", "2025-03-09", "2026-01-01"][..])),
        vec(any_outcome(), 0..=2),
    );
    (texts, lists, terms, rest).prop_map(|(texts, lists, terms, rest)| {
        json!({
            "name": non_empty(&texts.0), "summary": texts.1, "aliases": texts.2,
            "domains": lists.0, "replaces": lists.1,
            "kind": terms.0, "status": terms.1, "confidence": terms.2,
            "claim": terms.3.map(|verdict| json!({"text": "t", "verdict": verdict, "note": "n"})),
            "since": rest.0, "open_source": rest.1, "verified": rest.2, "outcomes": rest.3,
        })
    })
}

fn non_empty(text: &str) -> &str {
    if text.trim().is_empty() { "—" } else { text }
}

fn any_org() -> impl Strategy<Value = Value> {
    let texts = (any_words(1), any_words(3), vec(any_words(1), 0..=1));
    let industry = option::of(select(&["cloud", "media"][..]));
    let country = option::of(select(&["US", "DE"][..]));
    (texts, industry, country, vec(any_project(), 0..=4)).prop_map(
        |(texts, industry, country, projects)| {
            json!({
                "name": non_empty(&texts.0), "summary": texts.1, "aliases": texts.2,
                "industry": industry, "country": country, "projects": projects,
            })
        },
    )
}

/// Generates up to five organizations with up to four projects each. The ids are not sorted.
pub(super) fn any_organizations() -> impl Strategy<Value = Value> {
    vec(any_org(), 0..=5).prop_map(|mut orgs| {
        for (at, org) in orgs.iter_mut().enumerate() {
            org["id"] = json!(["m", "b", "z", "a", "k"][at]);
            let projects = org["projects"].as_array_mut().unwrap();
            for (at, project) in projects.iter_mut().enumerate() {
                project["id"] = json!(["q", "d", "x", "c"][at]);
            }
        }
        Value::Array(orgs)
    })
}

/// Returns one organization with a project for each word.
pub(super) fn one_of_each_word() -> Value {
    let projects = WORDS
        .iter()
        .enumerate()
        .map(|(at, word)| json!({"id": format!("p{at}"), "name": word, "domains": ["proxy"]}));
    json!([{"id": "org", "projects": projects.collect::<Vec<_>>()}])
}

/// A query for an unknown dataset: positions of values and projects are reduced modulo their
/// number.
#[derive(Clone, Debug)]
pub(crate) struct QueryTemplate {
    text: String,
    refinements: Vec<(usize, u32, Polarity)>,
    years: YearRange,
    picked: Vec<u32>,
    sort: Option<SortBy>,
}

pub(crate) fn any_query() -> impl Strategy<Value = QueryTemplate> {
    let polarity = select(&[Polarity::Include, Polarity::Include, Polarity::Exclude][..]);
    let refinement = (0..Facet::ALL.len(), any::<u32>(), polarity);
    let year = || option::weighted(0.2, 2015_u16..=2021);
    let picked = prop_oneof![6 => Just(Vec::new()), 1 => vec(any::<u32>(), 1..=4)];
    let sort = option::of(select(&SortBy::ALL[..]));
    let text = prop_oneof![1 => Just(String::new()), 2 => any_typed(2)];
    (text, vec(refinement, 0..=3), (year(), year()), picked, sort).prop_map(
        |(text, refinements, (from, to), picked, sort)| {
            let years = YearRange::new(from, to);
            QueryTemplate { text, refinements, years, picked, sort }
        },
    )
}

impl QueryTemplate {
    /// Returns the query for an index.
    ///
    /// Years are not refined by value. If a value is both included and excluded, the exclusion wins
    /// in any order.
    pub(crate) fn query(&self, index: &Index, n_projects: usize) -> Query {
        let mut query = Query::default().with_text(&self.text).with_years(self.years);
        for (facet, value, polarity) in &self.refinements {
            let facet = Facet::ALL[*facet];
            let n_values = u32::try_from(index.catalog().values(facet).len()).unwrap();
            if n_values == 0 {
                continue;
            }
            let value = match facet {
                Facet::Since => ValueIdx(n_values - 1),
                _ => ValueIdx(value % n_values),
            };
            if query.polarity(facet, value) != Some(Polarity::Exclude) {
                query = query.with(Refinement { facet, value, polarity: *polarity });
            }
        }
        let n_projects = u32::try_from(n_projects).unwrap();
        let picked = self.picked.iter().filter_map(|at| at.checked_rem(n_projects));
        query = query.with_picked(picked.map(ProjectIdx).collect());
        self.sort.map_or(query.clone(), |sort| query.with_sort(sort))
    }

    /// Returns the same query with its parts in another order.
    pub(crate) fn reversed(&self) -> Self {
        let mut reversed = self.clone();
        reversed.refinements.reverse();
        reversed.picked.reverse();
        reversed
    }
}

/// Generates words, prefixes of words, and words with a typo.
fn any_typed(n_max: usize) -> impl Strategy<Value = String> {
    let word = (select(&WORDS[..]), 0_usize..4, any::<u16>(), select(&GAPS[..])).prop_map(
        |(word, change, at, gap)| {
            let mut chars = word.chars().collect::<Vec<_>>();
            let at = usize::from(at) % chars.len();
            match change {
                0 => chars.truncate(at + 1),
                1 => chars[at] = 'q',
                2 if at + 1 < chars.len() => chars.swap(at, at + 1),
                _ => {}
            }
            chars.into_iter().chain(gap.chars()).collect::<String>()
        },
    );
    vec(word, 1..=n_max).prop_map(|words| words.concat())
}

/// Generates texts: words, or arbitrary characters with many that fold or combine.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    let odd = "ßẞﬀİıĲ½㍿ﾞｶが한\u{11ab}\u{94d}\u{301}\u{ad}\u{200d}+#.-’'跨平ไทéÉÆｃ＋🦀a b1";
    let odd = odd.chars().collect::<Vec<_>>();
    let c = prop_oneof![5 => select(odd), 1 => any::<char>()];
    prop_oneof![any_typed(5), vec(c, 0..24).prop_map(|chars| chars.into_iter().collect())]
}

/// Generates inputs of the search box.
pub(crate) fn any_input() -> impl Strategy<Value = String> {
    let pieces = [
        "replaces:",
        "-status:",
        "since:",
        "sort:",
        "c++",
        ",",
        "\"",
        "“",
        " ",
        "..",
        "2018",
        "name",
        ":",
        "-",
        "unknown",
        "\u{0}",
        "ß",
        "foo:",
        "DOMAIN:",
    ];
    let piece = prop_oneof![
        8 => select(pieces.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}
