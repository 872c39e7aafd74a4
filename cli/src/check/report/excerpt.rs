//! Excerpts of lines around a position.

use std::collections::BTreeMap;

use rustscape::dataset::json::Position;

/// Most characters of an excerpt. A file may be a single long line.
const WIDTH_CHARS: usize = 96;

/// Most characters before the position, if the line is cut.
const BEFORE_CHARS: usize = 32;

/// A part of a line around a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line or a part of it.
    pub(super) text: String,
    /// Number of characters before the value.
    pub(super) n_before: usize,
    /// Number of characters of the value.
    pub(super) n_marked: usize,
}

/// Returns lines of a file by their numbers. Reads the file once.
pub(super) fn lines_of(bytes: &[u8], wanted: impl Iterator<Item = u32>) -> BTreeMap<u32, &[u8]> {
    let mut lines: BTreeMap<u32, &[u8]> = wanted.map(|number| (number, &[][..])).collect();
    let Some(last) = lines.last_key_value().map(|(number, _)| *number) else { return lines };
    for (number, line) in (1..=last).zip(bytes.split(|byte| *byte == b'\n')) {
        if let Some(wanted) = lines.get_mut(&number) {
            *wanted = line;
        }
    }
    lines
}

impl Excerpt {
    /// Returns the excerpt at a position of a line; `None` if the line is blank.
    pub(super) fn of(line: &[u8], at: Position) -> Option<Self> {
        let n_bytes = usize::try_from(at.column).unwrap_or(1).saturating_sub(1).min(line.len());
        let (before, rest) = line.split_at(n_bytes);
        // Decode only bytes that the excerpt may show. A character has at most 4 bytes.
        let near = before.len().saturating_sub(4 * WIDTH_CHARS);
        let before = shown(&before[near..]);
        let rest = shown(&rest[..rest.len().min(4 * WIDTH_CHARS)]);
        if before.trim().is_empty() && rest.trim().is_empty() {
            return None;
        }
        let n_chars = before.chars().count();
        let is_cut = near > 0 || n_chars > WIDTH_CHARS - BEFORE_CHARS;
        let n_kept = if is_cut { BEFORE_CHARS.min(n_chars) } else { n_chars };
        let mut text = String::from(if is_cut { "…" } else { "" });
        let n_before = n_kept + text.chars().count();
        text.extend(before.chars().skip(n_chars - n_kept));
        let n_left = WIDTH_CHARS.saturating_sub(n_before);
        let n_marked = value_chars(&rest).clamp(1, n_left.max(1));
        text.extend(rest.chars().take(n_left));
        if rest.trim_end().chars().count() > n_left {
            text.push('…');
        }
        text.truncate(text.trim_end().len());
        Some(Self { text, n_before, n_marked })
    }
}

/// Decodes a part of a line and replaces characters that could affect a terminal.
fn shown(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.chars()
        .map(|c| match c {
            '\t' | '\r' => ' ',
            c if c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                '�'
            }
            c => c,
        })
        .collect()
}

/// Returns the number of characters of the value at the start of a text: a quoted text, a word, a
/// number, or the bracket of a list or an object.
fn value_chars(text: &str) -> usize {
    if let Some(inner) = text.strip_prefix('"') {
        let mut is_escaped = false;
        let end = inner.chars().position(|c| {
            let is_end = c == '"' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            is_end
        });
        return end.map_or_else(|| text.chars().count(), |end| end + 2);
    }
    text.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '+')).count()
}

#[cfg(test)]
mod tests {
    use rustscape::dataset::json::Position;

    use super::{Excerpt, lines_of};

    #[test]
    fn marks_the_value() {
        check(r#"  "id": "Pingora!","#, 9, r#"  "id": "Pingora!","#, r#""Pingora!""#);
        check(r#"  "a": "x\"y", "b": 1"#, 8, r#"  "a": "x\"y", "b": 1"#, r#""x\"y""#);
        check(r#"  "since": 2022,"#, 12, r#"  "since": 2022,"#, "2022");
        check("  {", 3, "  {", "{");
        check("a\tb", 3, "a b", "b");
    }

    #[track_caller]
    fn check(line: &str, column: u32, text: &str, marked: &str) {
        let excerpt = Excerpt::of(line.as_bytes(), Position { line: 1, column }).unwrap();
        assert_eq!(excerpt.text, text);
        let found: String =
            excerpt.text.chars().skip(excerpt.n_before).take(excerpt.n_marked).collect();
        assert_eq!(found, marked);
    }

    #[test]
    fn cuts_a_long_line_around_the_value() {
        let line = format!("{}\"here\"{}", "a".repeat(10_000), "b".repeat(10_000));
        let excerpt = Excerpt::of(line.as_bytes(), Position { line: 1, column: 10_001 }).unwrap();
        assert!(excerpt.text.chars().count() < 100, "{}", excerpt.text);
        assert!(excerpt.text.contains("a\"here\"b"), "{}", excerpt.text);
        let marked: String = excerpt.text.chars().skip(excerpt.n_before).take(6).collect();
        assert_eq!(marked, "\"here\"");
    }

    #[test]
    fn has_no_excerpt_outside_of_the_file() {
        assert_eq!(Excerpt::of(b"", Position { line: 9, column: 9 }), None);
        let lines = lines_of(b"a\nb\nc", [2, 7].into_iter());
        assert_eq!(lines[&2], b"b");
        assert_eq!(lines[&7], b"");
    }
}
