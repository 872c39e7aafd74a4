//! Tests of the JSON parser against `serde_json`.

use rustscape::dataset::{DatasetError, read};
use serde_json::Value;

use crate::atlas;

/// A text with every feature of JSON.
const TEXT: &str = r#"{
  "a\u00e9\ud83d\ude00\n": [1, -20, 0.5, 2.25e+3, 7E-2, null, true, false],
  "b": {"c": [[], {}], "d": "\"\\\/\b\f\r\t", "é": "ü"}
}
"#;

/// Bytes with a meaning somewhere in JSON, and some without any.
const BYTES: &[u8] = b"{}[]:,\"\\/ \n019.eE+-untfDd\x01\x7f\x80\xff";

fn syntax_error(bytes: &[u8]) -> Option<(usize, usize, String)> {
    match read(bytes) {
        Err(DatasetError::NotJson { line, column, reason }) => Some((line, column, reason)),
        _ => None,
    }
}

#[track_caller]
fn check_syntax(bytes: &[u8]) {
    let expected = serde_json::from_slice::<Value>(bytes).err().map(|error| {
        let text = error.to_string();
        let reason = text.split(" at line ").next().unwrap_or_default().to_owned();
        (error.line(), error.column(), reason)
    });
    assert_eq!(syntax_error(bytes), expected, "{}", String::from_utf8_lossy(bytes));
}

#[test]
fn reports_a_truncated_text_like_serde_json() {
    for end in 1..=TEXT.len() {
        check_syntax(&TEXT.as_bytes()[..end]);
    }
}

#[test]
fn accepts_and_rejects_changed_bytes_like_serde_json() {
    for at in 0..TEXT.len() {
        for byte in BYTES {
            let mut changed = TEXT.as_bytes().to_vec();
            changed[at] = *byte;
            check_syntax(&changed);
            changed.insert(at, *byte);
            check_syntax(&changed);
        }
        let mut shorter = TEXT.as_bytes().to_vec();
        shorter.remove(at);
        check_syntax(&shorter);
    }
}

#[test]
fn limits_the_nesting_of_arrays_like_serde_json() {
    for depth in [126, 127, 128, 129] {
        check_syntax(format!("{}{}", "[".repeat(depth), "]".repeat(depth)).as_bytes());
    }
}

#[test]
fn reads_numbers_like_serde_json() {
    let file = atlas::small().to_string();
    for number in [
        "0",
        "-0",
        "7",
        "12.5",
        "0.1",
        "4.35",
        "1e3",
        "1.25E+2",
        "3e-2",
        "1e22",
        "123456789.125",
        "0.000001",
        "9007199254740993",
        "18446744073709551615",
        "18446744073709551616",
        "99999999999999999999",
        "3.141592653589793238462643",
        "0e999",
        "1e-400",
    ] {
        let expected = serde_json::from_str::<f64>(number).unwrap();
        let file = file.replace("\"value\":70", &format!("\"value\":{number}"));
        let (dataset, _) = read(file.as_bytes()).unwrap();
        assert_eq!(dataset.projects[0].outcomes[0].value, Some(expected), "{number}");
    }
    check_syntax(b"1e309");
}

#[test]
fn the_last_value_of_a_repeated_key_wins() {
    let file =
        atlas::small().to_string().replace("\"title\":\"Small\"", "\"title\":1,\"title\":\"x\"");
    assert_eq!(read(file.as_bytes()).unwrap().0.title, "x");
}

#[test]
fn reads_escapes_like_serde_json() {
    let title = r#""\u00e9\ud83d\ude00\u005c\u0000 \"\\\/\b\f\n\r\t ü""#;
    let file = atlas::small().to_string().replace("\"Small\"", title);
    let expected = serde_json::from_str::<String>(title).unwrap();
    assert_eq!(read(file.as_bytes()).unwrap().0.title, expected);
}
