//! Rules for the characters, length and form of texts.

use rustscape::dataset::json::Position;
use unicode_normalization::is_nfc;

use super::{field_path::FieldPath, finding::Findings, markup::find_markup, rule::Rule};
use crate::invisible::find_invisible;

/// Strict limits for texts, by object and key: most characters that fit where the text is shown,
/// and its style.
const STYLES: [(&str, &str, usize, Style); 18] = [
    ("Dataset", "description", usize::MAX, Style::Sentence),
    ("Term", "label", 40, Style::Any),
    ("ReplacedTerm", "label", 40, Style::Any),
    ("MetricTerm", "label", 40, Style::Any),
    ("Term", "hint", 120, Style::Any),
    ("MetricTerm", "hint", 120, Style::Any),
    ("MetricTerm", "quantity", 40, Style::Any),
    ("Organization", "summary", 240, Style::Sentence),
    ("Project", "summary", 240, Style::Sentence),
    ("Project", "license", 100, Style::Any),
    ("Outcome", "baseline", 80, Style::Any),
    ("Outcome", "statement", 240, Style::Sentence),
    ("Note", "statement", 300, Style::Sentence),
    ("Source", "title", 220, Style::Any),
    ("Source", "publisher", 60, Style::Any),
    ("Source", "supports", 240, Style::Any),
    ("Claim", "text", 160, Style::Sentence),
    ("Claim", "note", 300, Style::Sentence),
];

/// Most characters of a name.
const NAME_MAX_CHARS: usize = 80;
/// Most characters of an alias.
const ALIAS_MAX_CHARS: usize = 48;

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Any,
    Sentence,
}

/// Checks the characters of a text, and its length and style in a strict check.
pub(super) fn check_text(
    findings: &mut Findings<'_>,
    field: (&str, &str),
    (at, text): (Position, &str),
    path: &FieldPath<'_>,
) {
    if text.trim().is_empty() {
        return findings.add(Rule::Empty, at, path, format_args!("is empty"));
    }
    if !is_clean_ascii(text) {
        check_characters(findings, (at, text), path);
    }
    if findings.is_enabled(Rule::TooLong) {
        check_length(findings, field, (at, text), path);
    }
    if findings.is_enabled(Rule::NotASentence) {
        check_sentence(findings, field, (at, text), path);
    }
}

/// Returns whether a text is printable ASCII that breaks no rule for characters. This is true for
/// nearly every text and quick to test.
fn is_clean_ascii(text: &str) -> bool {
    let mut last = b' ';
    for byte in text.bytes() {
        let is_clean_ascii = matches!(byte, b' '..=b'~') && !matches!(byte, b'<' | b'&');
        if !is_clean_ascii || (byte == b' ' && last == b' ') {
            return false;
        }
        last = byte;
    }
    last != b' '
}

fn check_characters(
    findings: &mut Findings<'_>,
    (at, text): (Position, &str),
    path: &FieldPath<'_>,
) {
    if let Some(what) = stray_space(text) {
        findings.add(Rule::Spaces, at, path, format_args!("has {what}"));
    }
    if let Some(c) = find_invisible(text) {
        let reason = format_args!("has an invisible character (U+{:04X})", u32::from(c));
        findings.add(Rule::InvisibleCharacter, at, path, reason);
    }
    if !is_nfc(text) {
        findings.add(Rule::NotNormalized, at, path, format_args!("is not in the form NFC"));
    }
    if let Some(markup) = find_markup(text) {
        findings.add(Rule::Markup, at, path, format_args!("has markup: {markup}"));
    }
    if text.contains(['‘', '’', '“', '”']) {
        let reason = format_args!("has curly quotation marks");
        findings.add(Rule::CurlyQuote, at, path, reason);
    }
}

fn stray_space(text: &str) -> Option<&'static str> {
    if text.trim() != text {
        Some("a space at its beginning or end")
    } else if text.contains("  ") {
        Some("several spaces in a row")
    } else if text.contains(['\n', '\r', '\t']) {
        Some("a line break or a tab")
    } else if text.contains('\u{a0}') {
        Some("a no-break space")
    } else {
        None
    }
}

fn check_length(
    findings: &mut Findings<'_>,
    (object_name, key): (&str, &str),
    (at, text): (Position, &str),
    path: &FieldPath<'_>,
) {
    let n_chars_max = match key {
        "name" => NAME_MAX_CHARS,
        "aliases" => ALIAS_MAX_CHARS,
        _ => style(object_name, key).0,
    };
    if text.len() > n_chars_max && text.chars().count() > n_chars_max {
        let n_chars = text.chars().count();
        let reason = format_args!("has {n_chars} characters, more than {n_chars_max}");
        findings.add(Rule::TooLong, at, path, reason);
    }
}

fn style(object_name: &str, key: &str) -> (usize, Style) {
    let style = STYLES.iter().find(|(of, at, ..)| (*of, *at) == (object_name, key));
    style.map_or((usize::MAX, Style::Any), |(_, _, n_chars_max, style)| (*n_chars_max, *style))
}

fn check_sentence(
    findings: &mut Findings<'_>,
    (object_name, key): (&str, &str),
    (at, text): (Position, &str),
    path: &FieldPath<'_>,
) {
    if style(object_name, key).1 != Style::Sentence {
        return;
    }
    if !text.ends_with(['.', '?', '!', '…', '。', '？', '！', '।']) {
        findings.add(Rule::NotASentence, at, path, format_args!("does not end as a sentence"));
    }
    let word = text.split(' ').next().unwrap_or_default();
    if word.starts_with(char::is_lowercase) && !is_name(word, path.record()) {
        findings.add(Rule::NotASentence, at, path, format_args!("does not begin as a sentence"));
    }
}

/// Returns whether the lower-case first word of a sentence is a name: it contains an upper-case
/// letter, a digit or a sign, or it is part of the id of its record.
fn is_name(word: &str, record: &str) -> bool {
    let has_sign = word.contains(|c: char| c.is_uppercase() || c.is_numeric() || "-_.".contains(c));
    let word = word.strip_suffix("'s").unwrap_or(word);
    // Ignore the plural, so that “tokenizer” is a name in the record “tokenizers”.
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    has_sign || record.split(['/', '-']).any(|part| stem(part) == stem(word))
}

#[cfg(test)]
mod tests {
    use super::{is_clean_ascii, is_name, stray_space};

    #[test]
    fn printable_ascii_without_markup_or_stray_spaces_is_clean() {
        for text in ["a", "A b, c.", "~"] {
            assert!(is_clean_ascii(text), "{text:?}");
        }
        for text in [" a", "a ", "a  b", "a\nb", "é", "a<b", "a&b", "\u{7f}"] {
            assert!(!is_clean_ascii(text), "{text:?}");
        }
    }

    #[test]
    fn finds_stray_spaces() {
        for text in [" a", "a\u{3000}", "a  b", "a\tb", "a\u{a0}b"] {
            assert!(stray_space(text).is_some(), "{text:?}");
        }
        assert_eq!(stray_space("a b"), None);
    }

    #[test]
    fn accepts_names_in_lower_case_at_the_start_of_a_sentence() {
        assert!(is_name("fish", "fish-shell/fish"));
        assert!(is_name("npm's", "npm/registry"));
        assert!(is_name("windows-rs", "microsoft/x"));
        assert!(is_name("iOS", "a/b"));
        assert!(!is_name("the", "a/b"));
    }
}
