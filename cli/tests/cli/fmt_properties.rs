//! The formatter on whatever there may be. The seed is fixed: every run checks the same cases.

use std::fmt::{self, Debug, Formatter};

use proptest::{
    prelude::{Strategy, any},
    sample::select,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use rustscape_cli::fmt::canonical;
use serde_json::Value;

/// Enough that most pairs of changes meet, in a few seconds of a debug build.
const N_CASES: u32 = 400;

/// What means something in JSON, YAML or a spreadsheet.
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

/// A change of a text: what is put in the place of some bytes. Places count from 0 to 1.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    at: f64,
    n_removed: usize,
    piece: &'static str,
    /// Where bytes are taken from that are put there too.
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

/// A position of at most so many.
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

/// A file, shown as a text where a test fails.
#[derive(Clone)]
pub(crate) struct File(pub(crate) Vec<u8>);

impl Debug for File {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(&self.0))
    }
}

/// The text with a few changes.
pub(crate) fn changed(text: &'static str) -> impl Strategy<Value = File> {
    proptest::collection::vec(any_change(), 1..6).prop_map(move |changes| {
        let mut bytes = text.as_bytes().to_vec();
        for change in &changes {
            change.apply(&mut bytes);
        }
        File(bytes)
    })
}

/// Any bytes, and any pieces that mean something.
pub(crate) fn any_file() -> impl Strategy<Value = File> {
    let bytes = proptest::collection::vec(any::<u8>(), 0..200);
    let pieces = proptest::collection::vec(select(PIECES.to_vec()), 0..60);
    (any::<bool>(), bytes, pieces).prop_map(|(is_text, bytes, pieces)| {
        File(if is_text { pieces.concat().into_bytes() } else { bytes })
    })
}

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

/// A dataset with every kind of value, small enough that changes meet.
const DATASET: &str = include_str!("../fixtures/import/projects.json");

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

/// What a file says, without the order that the formatter makes.
fn sorted(bytes: &[u8]) -> Result<Value, String> {
    let mut value: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    value.sort_all_objects();
    if let Some(organizations) = value["organizations"].as_array_mut() {
        organizations.sort_by_cached_key(Value::to_string);
    }
    Ok(value)
}

/// Values that may stand where others stood.
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

/// The dataset with other values or keys in some places, on one line or on several.
fn changed_dataset() -> impl Strategy<Value = File> {
    let change = (0.0..1.0, select(VALUES.to_vec()), any::<bool>());
    let changes = proptest::collection::vec(change, 1..6);
    (changes, any::<bool>()).prop_map(|(changes, is_on_one_line)| {
        let mut text = DATASET.to_owned();
        for (share, value, is_key) in changes {
            let places: Vec<usize> = text.match_indices("\": ").map(|(at, _)| at).collect();
            let at = places[position(share, places.len() - 1)];
            text.replace_range(at..at + 3, &change_at(value, is_key));
        }
        File(if is_on_one_line { text.replace('\n', "\r\n") } else { text }.into_bytes())
    })
}

/// What comes in the place of a colon: another key, or another member before.
fn change_at(value: &str, is_key: bool) -> String {
    if is_key { "z\": ".to_owned() } else { format!("y\": {value}, \"") + "\\u0078\": " }
}

#[test]
fn formatting_changes_nothing_that_is_said_and_twice_is_once() {
    let n_formatted = std::cell::Cell::new(0);
    check(&changed_dataset(), |File(bytes)| {
        n_formatted.set(n_formatted.get() + u32::from(is_stable(&bytes)?));
        Ok(())
    });
    assert!(n_formatted.get() > N_CASES / 4, "{n_formatted:?} of the files were datasets");
}

#[test]
fn a_file_that_is_damaged_anywhere_is_refused_or_formatted() {
    check(&changed(DATASET), |File(bytes)| is_stable(&bytes).map(drop));
}

#[test]
fn records_and_keys_in_any_order_become_the_same_text() {
    let original: Value = serde_json::from_str(DATASET).unwrap();
    check(&any::<u64>(), |seed| {
        let text = shuffled(&original, &mut { seed }).to_string();
        match canonical(text.as_bytes()) {
            Ok(text) if text == DATASET => Ok(()),
            other => Err(format!("{other:?}")),
        }
    });
}

/// The value with the keys of each object turned by some steps.
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
fn whatever_is_no_dataset_is_refused_and_nothing_panics() {
    check(&any_file(), |File(bytes)| is_stable(&bytes).map(drop));
}
