//! Datasets that break each rule.

use std::{collections::BTreeSet, process::Command};

use serde_json::{Value, json};

use super::{VALID, findings, rules};

/// JSON pointers of records in the valid dataset.
const HARBOR: &str = "/organizations/0";
const ARCHIVE: &str = "/organizations/0/projects/0";
const LEDGER: &str = "/organizations/0/projects/1";
const BAROMETER: &str = "/organizations/1/projects/0";

/// Damage to one field of the valid dataset.
enum Damage {
    /// Sets a value; adds the key if it is missing.
    Set(&'static str, Value),
    /// Removes a value from its list or object.
    Remove(&'static str),
    /// Appends a copy of a value to its list.
    Repeat(&'static str),
    /// Reverses a list.
    Reverse(&'static str),
}

use Damage::{Remove, Repeat, Reverse, Set};

fn damaged(places: &[(&str, Damage)]) -> Value {
    let mut dataset: Value = serde_json::from_str(VALID).unwrap();
    for (record, damage) in places {
        let (Set(field, _) | Remove(field) | Repeat(field) | Reverse(field)) = damage;
        let path = format!("{record}{field}");
        let (parent, key) = path.rsplit_once('/').unwrap();
        match damage {
            Set(_, value) => set(dataset.pointer_mut(parent).unwrap(), key, value.clone()),
            Remove(_) => match dataset.pointer_mut(parent).unwrap() {
                Value::Object(members) => drop(members.shift_remove(key).unwrap()),
                Value::Array(values) => drop(values.remove(key.parse().unwrap())),
                _ => panic!("{path} has no parent"),
            },
            Repeat(_) => {
                let value = dataset.pointer(&path).unwrap().clone();
                dataset.pointer_mut(parent).unwrap().as_array_mut().unwrap().push(value);
            }
            Reverse(_) => dataset.pointer_mut(&path).unwrap().as_array_mut().unwrap().reverse(),
        }
    }
    dataset
}

fn set(parent: &mut Value, key: &str, value: Value) {
    match parent {
        Value::Object(members) => drop(members.insert(key.to_owned(), value)),
        Value::Array(values) => values[key.parse::<usize>().unwrap()] = value,
        _ => panic!("{key} has no parent"),
    }
}

/// A rule and the damages that break it.
type Case = (&'static str, Vec<(&'static str, Damage)>);

fn one(rule: &'static str, record: &'static str, damage: Damage) -> Case {
    (rule, vec![(record, damage)])
}

fn cases_of_the_reader() -> Vec<Case> {
    vec![
        one("missing", "", Set("/title", json!(""))),
        one("missing", ARCHIVE, Remove("/name")),
        one("missing", ARCHIVE, Set("/outcomes/0/source", json!(null))),
        one("wrong-kind", ARCHIVE, Set("/sources/0", json!("text"))),
        one("wrong-kind", HARBOR, Set("/projects", json!({}))),
        one("wrong-kind", "", Set("/vocabulary/domain", json!("storage"))),
        one("wrong-kind", "", Set("/$schema", json!(1))),
        one("wrong-kind", ARCHIVE, Set("/in_post", json!("yes"))),
        one("wrong-kind", ARCHIVE, Set("/outcomes/0/value", json!(-1))),
        one("wrong-kind", ARCHIVE, Set("/since", json!(1066))),
        one("not-a-slug", ARCHIVE, Set("/id", json!("The Archive"))),
        one("id-taken", LEDGER, Set("/id", json!("archive"))),
        one("id-taken", HARBOR, Set("/id", json!("northwind"))),
        one("id-taken", "", Repeat("/vocabulary/domain/0")),
        one("named-twice", ARCHIVE, Repeat("/domains/0")),
        one("named-twice", LEDGER, Repeat("/also/0")),
        one("named-twice", ARCHIVE, Repeat("/cites/since/0")),
        one("not-in-vocabulary", ARCHIVE, Set("/kind", json!("no-such"))),
        one("not-in-vocabulary", ARCHIVE, Set("/claim/verdict", json!("no-such"))),
        one("not-a-date", ARCHIVE, Set("/verified", json!("May 2026"))),
        one("not-an-address", ARCHIVE, Set("/sources/0/url", json!("ftp://example.org/"))),
        one("not-an-address", ARCHIVE, Set("/repository", json!("https://me@example.org/"))),
        one("not-a-word", ARCHIVE, Set("/outcomes/0/direction", json!("sideways"))),
        one("not-a-word", "", Set("/vocabulary/replaces/0/type", json!("tool"))),
        one("not-a-country", HARBOR, Set("/country", json!("Norway"))),
        one("not-a-color", "", Set("/accent", json!("rust"))),
        one("no-such-source", ARCHIVE, Set("/outcomes/0/source", json!(2))),
        one("no-such-source", ARCHIVE, Set("/cites/since/0", json!(9))),
        one("without-source", BAROMETER, Set("/sources", json!([]))),
        one("ends-before-it-begins", LEDGER, Set("/until", json!(2014))),
    ]
}

fn cases_of_texts() -> Vec<Case> {
    let long = "A long sentence follows another one. ".repeat(9);
    vec![
        one("newer-version", "", Set("/schema_version", json!("1.4"))),
        one("unknown-key", ARCHIVE, Set("/sumary", json!("text"))),
        one("unknown-key", "", Set("/vocabulary/color", json!([]))),
        one("field-absent", ARCHIVE, Remove("/license")),
        one("field-absent", ARCHIVE, Remove("/sources/0/publisher")),
        one("empty", ARCHIVE, Set("/summary", json!(" "))),
        one("empty-list", LEDGER, Set("/also", json!([]))),
        one("spaces", ARCHIVE, Set("/name", json!("Archive "))),
        one("spaces", ARCHIVE, Set("/notes/0/statement", json!("It  prints."))),
        one("spaces", ARCHIVE, Set("/sources/0/title", json!("How\nit was built"))),
        one("invisible-character", ARCHIVE, Set("/name", json!("Arch\u{200b}ive"))),
        one("invisible-character", "", Set("/title", json!("Who\u{202e} uses it"))),
        one("not-normalized", ARCHIVE, Set("/name", json!("Arche\u{301}"))),
        one("markup", ARCHIVE, Set("/summary", json!("Keeps <b>papers</b>."))),
        one("markup", ARCHIVE, Set("/sources/0/title", json!("Ships &amp; papers"))),
        one(
            "copied-text",
            ARCHIVE,
            Set("/claim/note", json!("The old program still prints the labels of crates.")),
        ),
        one(
            "copied-text",
            ARCHIVE,
            Set("/sources/0/supports", json!("How the archive was built.")),
        ),
        one(
            "copied-text",
            BAROMETER,
            Set("/summary", json!("Keeps the papers of every ship that calls.")),
        ),
        one(
            "copied-text",
            ARCHIVE,
            Set("/summary", json!("It is so: the old program still prints the labels of crates.")),
        ),
        one("too-long", ARCHIVE, Set("/summary", json!(long))),
        one("too-long", ARCHIVE, Set("/aliases/0", json!("Paperwork".repeat(6)))),
        one("not-a-sentence", ARCHIVE, Set("/summary", json!("Keeps the papers"))),
        one("not-a-sentence", ARCHIVE, Set("/claim/text", json!("keeps the papers."))),
        one("curly-quote", ARCHIVE, Set("/sources/0/title", json!("The “archive”"))),
        one("in-the-future", ARCHIVE, Set("/verified", json!("2026-06-02"))),
        one("in-the-future", ARCHIVE, Set("/sources/0/date", json!("2026-07"))),
        one("in-the-future", ARCHIVE, Set("/sources/0/checked/date", json!("2027-01-01"))),
        one("in-the-future", ARCHIVE, Set("/since", json!(2027))),
        one("in-the-future", "", Set("/events/0/date", json!("2026-06-30"))),
        one("no-such-day", ARCHIVE, Set("/sources/0/date", json!("2025-02-29"))),
        one("not-a-day", ARCHIVE, Set("/verified", json!("2026-05"))),
        one("not-a-day", "", Set("/updated", json!("2026"))),
        one("verified-too-long-ago", ARCHIVE, Set("/verified", json!("2025-05-31"))),
        one("never-verified", ARCHIVE, Set("/verified", json!(null))),
        one("checked-before-published", ARCHIVE, Set("/sources/0/date", json!("2026-05-02"))),
        one("before-first-year", ARCHIVE, Set("/since", json!(2005))),
    ]
}

fn cases_of_names() -> Vec<Case> {
    let many: Vec<_> =
        (0..41).map(|n| json!({"id": format!("d{n}"), "label": format!("D {n}")})).collect();
    vec![
        one("insecure-address", ARCHIVE, Set("/repository", json!("http://example.org/code"))),
        one("odd-address", HARBOR, Set("/homepage", json!("https://localhost/"))),
        one("odd-address", HARBOR, Set("/homepage", json!("https://example.org/é"))),
        one("source-twice", ARCHIVE, Set("/sources/1/url", json!("https://example.org/archive"))),
        one(
            "source-twice",
            ARCHIVE,
            Set("/sources/1/url", json!("https://EXAMPLE.org:443/%61rchive#")),
        ),
        one("source-without-address", ARCHIVE, Set("/sources/1/url", json!(null))),
        one("not-a-publisher", ARCHIVE, Set("/sources/1/publisher", json!("Harbor News (copy)"))),
        one("not-a-language", "", Set("/language", json!("English"))),
        one("no-such-country", HARBOR, Set("/country", json!("UK"))),
        one("country-without-name", HARBOR, Set("/country", json!("SE"))),
        one("name-taken", HARBOR, Set("/name", json!("northwind"))),
        one("name-taken", LEDGER, Set("/name", json!("Archive"))),
        one("useless-alias", HARBOR, Set("/aliases/0", json!("harbor"))),
        one("useless-alias", HARBOR, Repeat("/aliases/0")),
        one("shared-alias", "/organizations/1", Set("/aliases", json!(["port"]))),
        one("label-taken", "", Set("/vocabulary/industry/0/label", json!("Weather"))),
        one("hint-repeats-label", "", Set("/vocabulary/domain/0/hint", json!("Storage"))),
        one("term-without-hint", "", Remove("/vocabulary/domain/0/hint")),
        one("unused-term", LEDGER, Set("/domains", json!([])))
            .also(ARCHIVE, "/domains")
            .also(BAROMETER, "/domains"),
        one("unused-term", "", Set("/vocabulary/replaces/1/id", json!("other"))),
        one("rare-term", LEDGER, Set("/domains", json!([]))),
        one("long-vocabulary", "", Set("/vocabulary/domain", json!(many))),
        one("not-a-term-of-the-form", "", Set("/vocabulary/verdict/3/id", json!("nonsense"))),
        one("not-a-term-of-the-form", "", Remove("/vocabulary/status/2")),
        one("unsorted", "", Reverse("/organizations")),
        one("unsorted", "", Reverse("/events")),
    ]
}

fn cases_of_references() -> Vec<Case> {
    let circle = json!([{"from": "org/a", "to": "org/b"}, {"from": "org/b", "to": "org/a"}]);
    let chain =
        json!([{"from": "org/docks", "to": "org/quay"}, {"from": "org/quay", "to": "org/harbor"}]);
    vec![
        one("not-a-path", "", Set("/redirects/0/from", json!("docks"))),
        one("not-a-path", "", Set("/redirects/0/to", json!("org/a/b/c"))),
        one("redirect-from-record", "", Set("/redirects/0/from", json!("org/northwind"))),
        one("dangling-redirect", "", Set("/redirects/0/to", json!("org/habor"))),
        one("redirect-loop", "", Set("/redirects", circle)),
        one("redirect-chain", "", Set("/redirects", chain)),
        one("redirect-level", "", Set("/redirects/0/to", json!("org/harbor/archive"))),
        one("redirect-twice", "", Repeat("/redirects/0")),
        one("dangling-reference", LEDGER, Set("/also/0", json!("northwind/barometers"))),
        one("dangling-reference", LEDGER, Set("/also/0", json!("northwind"))),
        one("dangling-reference", "", Set("/events/0/record", json!("harbor/cellar"))),
        one("self-reference", LEDGER, Set("/also/0", json!("harbor/ledger"))),
        one("no-projects", HARBOR, Set("/projects", json!([]))),
        one("unclassified", HARBOR, Set("/industry", json!(null))),
        one("unclassified", ARCHIVE, Set("/status", json!(null))),
    ]
}

fn cases_of_records() -> Vec<Case> {
    vec![
        one("until-while-running", LEDGER, Set("/status", json!("production"))),
        one("ended-without-year", LEDGER, Set("/until", json!(null))),
        one("ended-without-source", LEDGER, Set("/sources", json!([]))),
        one("license-without-code", LEDGER, Set("/license", json!("MIT"))),
        one("confirmed-on-hearsay", LEDGER, Set("/confidence", json!("confirmed"))),
        one("confirmed-unseen", BAROMETER, Set("/sources/0/checked/how", json!("listed"))),
        one("confirmed-unseen", BAROMETER, Set("/sources/0/checked", json!(null))),
        one("note-without-source", ARCHIVE, Set("/notes/0/source", json!(null))),
        one("cites-nothing", ARCHIVE, Set("/cites", json!({"until": [0]}))),
        one("in-post-mismatch", ARCHIVE, Remove("/in_post")),
        one("in-post-mismatch", ARCHIVE, Set("/claim", json!(null))),
        one("in-post-mismatch", LEDGER, Set("/in_post", json!(true))),
        one("in-post-mismatch", HARBOR, Remove("/in_post")),
        one("in-post-mismatch", "/organizations/1", Set("/in_post", json!(true))),
        one("in-post-false", LEDGER, Set("/in_post", json!(false))),
        one("post-not-first", HARBOR, Reverse("/projects")),
        one("claim-without-post", "", Remove("/post")),
        one("claim-outruns-sources", ARCHIVE, Set("/confidence", json!("unverified"))),
        one("claim-without-note", ARCHIVE, Set("/claim/note", json!(null))),
        one("change-of-zero", ARCHIVE, Set("/outcomes/0/value", json!(0))),
        one("more-than-all", ARCHIVE, Set("/outcomes/0/value", json!(101))),
        one("times-without-direction", ARCHIVE, Set("/outcomes/1/direction", json!("none"))),
        one("times-below-one", ARCHIVE, Set("/outcomes/1/value", json!(0.5))),
        one("implausible-value", ARCHIVE, Set("/outcomes/2/value", json!(1e16))),
        one("change-without-baseline", ARCHIVE, Set("/outcomes/0/baseline", json!(null))),
        one("figure-without-value", ARCHIVE, Set("/outcomes/0/value", json!(null))),
        one("figure-without-quantity", "", Remove("/vocabulary/metric/2/quantity")),
        one("unit-does-not-fit", ARCHIVE, Set("/outcomes/0/unit", json!("MB"))),
        one("quantity-reads-backwards", "", Set("/vocabulary/metric/7/quantity", json!("Safety"))),
        one(
            "quantity-reads-backwards",
            "",
            Set("/vocabulary/metric/7/quantity", json!("fewer bugs")),
        ),
        one("reads-as-worse", ARCHIVE, Set("/outcomes/1/direction", json!("up"))),
        one(
            "statement-without-number",
            ARCHIVE,
            Set("/outcomes/0/statement", json!("It is faster.")),
        ),
    ]
}

trait Also {
    /// Also empties the list of another field.
    fn also(self, record: &'static str, field: &'static str) -> Self;
}

impl Also for Case {
    fn also(mut self, record: &'static str, field: &'static str) -> Self {
        self.1.push((record, Set(field, json!([]))));
        self
    }
}

fn cases() -> Vec<Case> {
    [
        cases_of_the_reader(),
        cases_of_texts(),
        cases_of_names(),
        cases_of_references(),
        cases_of_records(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn each_damage_breaks_its_rule() {
    for (idx, (rule, places)) in cases().iter().enumerate() {
        let text = format!("{:#}", damaged(places));
        let found = rules(text.as_bytes(), &["--strict", "--first-year", "2006"]);
        assert!(found.iter().any(|name| name == rule), "case {idx}, {rule}: {found:?}");
    }
}

#[test]
fn finds_damage_to_the_text_of_the_file() {
    let marked = format!("\u{feff}{VALID}");
    assert_eq!(rules(marked.as_bytes(), &[]), ["byte-order-mark"]);
    let twice = VALID.replacen("\"title\":", "\"title\": \"Before\", \"title\":", 1);
    assert_eq!(rules(twice.as_bytes(), &[]), ["duplicate-key"]);
    let unknown_twice = VALID.replacen("\"title\":", "\"x\": 1, \"x\": 2, \"title\":", 1);
    assert_eq!(rules(unknown_twice.as_bytes(), &[]), ["duplicate-key", "unknown-key"]);
}

/// Rules that only files without a dataset break; `output.rs` tests them.
const WHOLE_FILE_RULES: [&str; 4] = ["empty-file", "not-json", "not-a-dataset", "wrong-version"];

#[test]
fn every_rule_is_listed_explained_and_tested() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_rustscape")).args(["check", "--rules"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let listed: BTreeSet<_> = text
        .split("\n\n")
        .filter(|entry| !entry.is_empty())
        .map(|entry| {
            let mut lines = entry.lines();
            let name = lines.next().unwrap().split(' ').next().unwrap().to_owned();
            assert!(lines.next().unwrap().ends_with('.'), "{entry}");
            assert!(lines.next().unwrap().starts_with("  help: "), "{entry}");
            name
        })
        .collect();
    let mut broken: BTreeSet<_> = cases().iter().map(|(rule, _)| (*rule).to_owned()).collect();
    broken.extend(WHOLE_FILE_RULES.map(str::to_owned));
    broken.extend(["byte-order-mark", "duplicate-key"].map(str::to_owned));
    assert_eq!(listed, broken);
}

#[test]
fn suggests_the_intended_key_or_record() {
    check_remedy(one("unknown-key", ARCHIVE, Set("/sumary", json!(1))), "did you mean “summary”?");
    check_remedy(
        one("dangling-redirect", "", Set("/redirects/0/to", json!("org/habor"))),
        "did you mean “org/harbor”?",
    );
    check_remedy(
        one("dangling-reference", LEDGER, Set("/also/0", json!("northwind/barometre"))),
        "did you mean “northwind/barometer”?",
    );
}

#[track_caller]
fn check_remedy((rule, places): Case, expected: &str) {
    let found = findings(format!("{:#}", damaged(&places)).as_bytes(), &[]);
    let finding = found.iter().find(|finding| finding["rule"] == rule).unwrap();
    assert_eq!(finding["remedy"], expected);
}

#[test]
fn checks_projects_of_an_invalid_organization() {
    let places =
        [(HARBOR, Set("/country", json!("Norway"))), (ARCHIVE, Set("/since", json!("2021")))];
    let found = rules(format!("{:#}", damaged(&places)).as_bytes(), &[]);
    assert_eq!(found, ["not-a-country", "wrong-kind"]);
}

#[test]
fn measures_ages_by_the_last_change_or_the_given_day() {
    let found = |args: &[&str]| rules(VALID.as_bytes(), args);
    assert!(found(&["--max-age", "31d"]).is_empty());
    assert_eq!(found(&["--max-age", "30"]), ["verified-too-long-ago"]);
    assert!(found(&["--today", "2027-05-01"]).is_empty());
    assert_eq!(found(&["--today", "2027-05-02"]), ["verified-too-long-ago"]);
}

#[test]
fn in_post_is_optional_if_no_record_has_it() {
    let places = [(HARBOR, Remove("/in_post")), (ARCHIVE, Remove("/in_post"))];
    assert!(rules(format!("{:#}", damaged(&places)).as_bytes(), &["--strict"]).is_empty());
}
