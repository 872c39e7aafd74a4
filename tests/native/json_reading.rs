//! The dataset's own reader of JSON, held to the usual one.

use rustscape::dataset::{DatasetError, read};
use serde_json::Value;

use crate::atlas;

/// A text with everything that JSON has.
const TEXT: &str = r#"{
  "a\u00e9\ud83d\ude00\n": [1, -20, 0.5, 2.25e+3, 7E-2, null, true, false],
  "b": {"c": [[], {}], "d": "\"\\\/\b\f\r\t", "é": "ü"}
}
"#;

/// Bytes that mean something somewhere, and some that nowhere do.
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
fn a_text_that_breaks_off_anywhere_is_refused_like_the_usual_reader_does() {
    for end in 1..=TEXT.len() {
        check_syntax(&TEXT.as_bytes()[..end]);
    }
}

#[test]
fn a_text_with_any_wrong_byte_is_taken_or_refused_like_the_usual_reader_does() {
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
fn lists_may_lie_in_each_other_as_deeply_as_in_the_usual_reader() {
    for depth in [126, 127, 128, 129] {
        check_syntax(format!("{}{}", "[".repeat(depth), "]".repeat(depth)).as_bytes());
    }
}

#[test]
fn numbers_have_the_value_that_the_usual_reader_gives_them() {
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
fn of_two_members_with_one_key_the_last_counts() {
    let file =
        atlas::small().to_string().replace("\"title\":\"Small\"", "\"title\":1,\"title\":\"x\"");
    assert_eq!(read(file.as_bytes()).unwrap().0.title, "x");
}

#[test]
fn escapes_stand_for_what_they_stand_for_in_the_usual_reader() {
    let title = r#""\u00e9\ud83d\ude00\u005c\u0000 \"\\\/\b\f\n\r\t ü""#;
    let file = atlas::small().to_string().replace("\"Small\"", title);
    let expected = serde_json::from_str::<String>(title).unwrap();
    assert_eq!(read(file.as_bytes()).unwrap().0.title, expected);
}
