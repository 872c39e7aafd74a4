//! What a text may not be like, whatever it says.

use rustscape::dataset::json::Position;
use unicode_normalization::is_nfc;

use super::{finding::Findings, markup::has_markup, place::Place, rule::Rule};
use crate::characters::invisible;

/// How a text of the form has to be written with `--strict`: its form and key, how many characters
/// it may have so that it fits where it is shown, and whether it is a sentence.
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

/// The most characters of a name and of an alias.
const NAME_MAX_CHARS: usize = 80;
const ALIAS_MAX_CHARS: usize = 48;

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Any,
    Sentence,
}

/// Checks a text.
pub(super) fn check_text(
    findings: &mut Findings<'_>,
    field: (&str, &str),
    (at, text): (Position, &str),
    place: &Place<'_>,
) {
    if text.trim().is_empty() {
        return findings.add(Rule::Empty, at, place, format_args!("is empty"));
    }
    if !is_plain(text) {
        check_characters(findings, (at, text), place);
    }
    if findings.look_for(Rule::TooLong) {
        check_length(findings, field, (at, text), place);
    }
    if findings.look_for(Rule::NotASentence) {
        check_sentence(findings, field, (at, text), place);
    }
}

/// Whether a text is of printable ASCII without anything to look at: nearly every one is.
fn is_plain(text: &str) -> bool {
    let mut last = b' ';
    for byte in text.bytes() {
        let is_plain = matches!(byte, b' '..=b'~') && !matches!(byte, b'<' | b'&');
        if !is_plain || (byte == b' ' && last == b' ') {
            return false;
        }
        last = byte;
    }
    last != b' '
}

fn check_characters(findings: &mut Findings<'_>, (at, text): (Position, &str), place: &Place<'_>) {
    if let Some(what) = stray_space(text) {
        findings.add(Rule::Spaces, at, place, format_args!("has {what}"));
    }
    if let Some(c) = invisible(text) {
        let reason = format_args!("has an invisible character (U+{:04X})", u32::from(c));
        findings.add(Rule::InvisibleCharacter, at, place, reason);
    }
    if !is_nfc(text) {
        findings.add(Rule::NotNormalized, at, place, format_args!("is not in the form NFC"));
    }
    if let Some(markup) = has_markup(text) {
        findings.add(Rule::Markup, at, place, format_args!("has markup: {markup}"));
    }
    if text.contains(['‘', '’', '“', '”']) {
        let reason = format_args!("has curly quotation marks");
        findings.add(Rule::CurlyQuote, at, place, reason);
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
    (form, key): (&str, &str),
    (at, text): (Position, &str),
    place: &Place<'_>,
) {
    let n_chars_max = match key {
        "name" => NAME_MAX_CHARS,
        "aliases" => ALIAS_MAX_CHARS,
        _ => style(form, key).0,
    };
    if n_chars_max < text.len() && n_chars_max < text.chars().count() {
        let n_chars = text.chars().count();
        let reason = format_args!("has {n_chars} characters, more than {n_chars_max}");
        findings.add(Rule::TooLong, at, place, reason);
    }
}

fn style(form: &str, key: &str) -> (usize, Style) {
    let style = STYLES.iter().find(|(of, at, ..)| (*of, *at) == (form, key));
    style.map_or((usize::MAX, Style::Any), |(_, _, n_chars_max, style)| (*n_chars_max, *style))
}

fn check_sentence(
    findings: &mut Findings<'_>,
    (form, key): (&str, &str),
    (at, text): (Position, &str),
    place: &Place<'_>,
) {
    if style(form, key).1 != Style::Sentence {
        return;
    }
    if !text.ends_with(['.', '?', '!', '…', '。', '？', '！', '।']) {
        findings.add(Rule::NotASentence, at, place, format_args!("does not end as a sentence"));
    }
    let word = text.split(' ').next().unwrap_or_default();
    if word.starts_with(char::is_lowercase) && !is_name(word, place.record()) {
        findings.add(Rule::NotASentence, at, place, format_args!("does not begin as a sentence"));
    }
}

/// Whether a word in lower case is a name: it is written like one, or is a part of the id of its
/// record.
fn is_name(word: &str, record: &str) -> bool {
    let has_sign = word.contains(|c: char| c.is_uppercase() || c.is_numeric() || "-_.".contains(c));
    let word = word.strip_suffix("'s").unwrap_or(word);
    // One of several, or several of one: “tokenizer” for “tokenizers”.
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    has_sign || record.split(['/', '-']).any(|part| stem(part) == stem(word))
}

#[cfg(test)]
mod tests {
    use super::{is_name, is_plain, stray_space};

    #[test]
    fn plain_texts_are_told_from_those_to_look_at() {
        for text in ["a", "A b, c.", "~"] {
            assert!(is_plain(text), "{text:?}");
        }
        for text in [" a", "a ", "a  b", "a\nb", "é", "a<b", "a&b", "\u{7f}"] {
            assert!(!is_plain(text), "{text:?}");
        }
    }

    #[test]
    fn stray_spaces_are_found() {
        for text in [" a", "a\u{3000}", "a  b", "a\tb", "a\u{a0}b"] {
            assert!(stray_space(text).is_some(), "{text:?}");
        }
        assert_eq!(stray_space("a b"), None);
    }

    #[test]
    fn names_may_begin_a_sentence_in_lower_case() {
        assert!(is_name("fish", "fish-shell/fish"));
        assert!(is_name("npm's", "npm/registry"));
        assert!(is_name("windows-rs", "microsoft/x"));
        assert!(is_name("iOS", "a/b"));
        assert!(!is_name("the", "a/b"));
    }
}
