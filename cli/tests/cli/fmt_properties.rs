//! Property tests of the formatter. The seed is fixed, so every run checks the same cases.

use std::fmt::{self, Debug, Formatter};

use proptest::{
    prelude::{Strategy, any},
    sample::select,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use rustscape_cli::fmt::canonical;
use serde_json::Value;

/// Number of cases. It covers most pairs of changes within a few seconds in a debug build.
const N_CASES: u32 = 400;

/// Text with a special meaning in JSON, YAML or CSV.
const PIECES: [&str; 36] = [
    "\"",
    "'",
    ",",
    ";",
    "|",
    "\t",
    "\n",
    "\r\n",
    "\r",
    ":",
    ": ",
    "- ",
    "&a ",
    "*a",
    "{",
    "}",
    "[",
    "]",
    "null",
    "true",
    "1e5",
    "-0",
    "0.10",
    "\\u0041",
    "\\",
    "~",
    "#",
    "%",
    "\u{feff}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "e\u{301}",
    "\u{0}",
    "ß",
    "https://a.example",
];

/// A change of a text that replaces some bytes. Positions are shares of the text, from 0 to 1.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    at: f64,
    n_removed: usize,
    piece: &'static str,
    /// Position of bytes that are copied behind the piece.
    from: f64,
    n_copied: usize,
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let (at, from) = (position(self.at, bytes.len()), position(self.from, bytes.len()));
        let copied = bytes[from..(from + self.n_copied).min(bytes.len())].to_vec();
        let end = (at + self.n_removed).min(bytes.len());
        bytes.splice(at..end, self.piece.bytes().chain(copied));
    }
}

/// Converts a share of the text into an offset of at most `max`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1")]
#[expect(clippy::cast_precision_loss, reason = "any position will do")]
fn position(share: f64, max: usize) -> usize {
    ((share * max as f64) as usize).min(max)
}

fn any_change() -> impl Strategy<Value = Change> {
    let sizes = || select(vec![0_usize, 0, 1, 3, 20, 200]);
    (0.0..1.0, sizes(), select(PIECES.to_vec()), 0.0..1.0, sizes()).prop_map(
        |(at, n_removed, piece, from, n_copied)| Change { at, n_removed, piece, from, n_copied },
    )
}

/// Bytes of a file. A failing test prints them as text.
#[derive(Clone)]
pub(crate) struct File(pub(crate) Vec<u8>);

impl Debug for File {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(&self.0))
    }
}

/// Returns the text with a few random changes.
pub(crate) fn changed(text: &'static str) -> impl Strategy<Value = File> {
    proptest::collection::vec(any_change(), 1..6).prop_map(move |changes| {
        let mut bytes = text.as_bytes().to_vec();
        for change in &changes {
            change.apply(&mut bytes);
        }
        File(bytes)
    })
}

/// Returns random bytes or a random sequence of special pieces.
pub(crate) fn any_file() -> impl Strategy<Value = File> {
    let bytes = proptest::collection::vec(any::<u8>(), 0..200);
    let pieces = proptest::collection::vec(select(PIECES.to_vec()), 0..60);
    (any::<bool>(), bytes, pieces).prop_map(|(is_text, bytes, pieces)| {
        File(if is_text { pieces.concat().into_bytes() } else { bytes })
    })
}

/// Asserts that a property holds for generated values.
#[track_caller]
pub(crate) fn check<S: Strategy>(strategy: &S, holds: impl Fn(S::Value) -> Result<(), String>)
where
    S::Value: Debug,
{
    let config = Config { cases: N_CASES, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome = runner.run(strategy, |case| holds(case).map_err(TestCaseError::fail));
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

/// A small dataset with every kind of value. Random changes often hit the same record.
const DATASET: &str = include_str!("../fixtures/import/projects.json");

/// Returns whether a file can be formatted. Fails if formatting is not idempotent or changes data.
fn is_stable(bytes: &[u8]) -> Result<bool, String> {
    let Ok(once) = canonical(bytes) else { return Ok(false) };
    match canonical(once.as_bytes()) {
        Ok(twice) if twice == once => {}
        other => return Err(format!("not idempotent: {other:?}")),
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (before, after) = (sorted(bytes)?, sorted(once.as_bytes())?);
    if before == after { Ok(true) } else { Err(format!("{before} became {after}")) }
}

/// Parses a file and sorts everything that the formatter sorts.
fn sorted(bytes: &[u8]) -> Result<Value, String> {
    let mut value: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    value.sort_all_objects();
    if let Some(organizations) = value["organizations"].as_array_mut() {
        organizations.sort_by_cached_key(Value::to_string);
    }
    Ok(value)
}

/// Values that replace others.
const VALUES: [&str; 12] = [
    "null",
    "true",
    "[]",
    "{}",
    "-0",
    "1.50",
    "7e1",
    "123456789012345678901",
    "\"\\u0000\\ud83e\\udd80\"",
    "[[1, {\"b\": 2, \"a\": [3.10]}]]",
    "{\"organizations\": [{\"id\": \"b\"}, {\"id\": \"a\"}]}",
    "\"\"",
];

/// Returns the dataset with other values or keys in some fields, with LF or CRLF line endings.
fn changed_dataset() -> impl Strategy<Value = File> {
    let change = (0.0..1.0, select(VALUES.to_vec()), any::<bool>());
    let changes = proptest::collection::vec(change, 1..6);
    (changes, any::<bool>()).prop_map(|(changes, has_crlf)| {
        let mut text = DATASET.to_owned();
        for (share, value, is_key) in changes {
            let places: Vec<usize> = text.match_indices("\": ").map(|(at, _)| at).collect();
            let at = places[position(share, places.len() - 1)];
            text.replace_range(at..at + 3, &change_at(value, is_key));
        }
        File(if has_crlf { text.replace('\n', "\r\n") } else { text }.into_bytes())
    })
}

/// Returns the replacement for a colon: it turns the key into another one or inserts a member.
fn change_at(value: &str, is_key: bool) -> String {
    if is_key { "z\": ".to_owned() } else { format!("y\": {value}, \"") + "\\u0078\": " }
}

#[test]
fn formatting_keeps_the_data_and_is_idempotent() {
    let n_formatted = std::cell::Cell::new(0);
    check(&changed_dataset(), |File(bytes)| {
        n_formatted.set(n_formatted.get() + u32::from(is_stable(&bytes)?));
        Ok(())
    });
    assert!(n_formatted.get() > N_CASES / 4, "{n_formatted:?} of the files were datasets");
}

#[test]
fn formats_or_rejects_damaged_files() {
    check(&changed(DATASET), |File(bytes)| is_stable(&bytes).map(drop));
}

#[test]
fn canonical_form_does_not_depend_on_the_order_of_keys() {
    let original: Value = serde_json::from_str(DATASET).unwrap();
    check(&any::<u64>(), |seed| {
        let text = shuffled(&original, &mut { seed }).to_string();
        match canonical(text.as_bytes()) {
            Ok(text) if text == DATASET => Ok(()),
            other => Err(format!("{other:?}")),
        }
    });
}

/// Returns the value with the keys of each object rotated by a random number.
fn shuffled(value: &Value, seed: &mut u64) -> Value {
    match value {
        Value::Array(values) => values.iter().map(|value| shuffled(value, seed)).collect(),
        Value::Object(members) => {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let n = usize::try_from(*seed >> 40).unwrap() % members.len().max(1);
            let turned = members.iter().skip(n).chain(members.iter().take(n));
            turned.map(|(key, value)| (key.clone(), shuffled(value, seed))).collect()
        }
        other => other.clone(),
    }
}

#[test]
fn rejects_arbitrary_bytes_without_panic() {
    check(&any_file(), |File(bytes)| is_stable(&bytes).map(drop));
}
