//! Texts of a dataset, cleaned for HTML, XML and JSON files.

use std::borrow::Cow;

/// Replaces the characters that XML or HTML forbid with spaces. JSON allows them, but a name has to
/// be the same in every format.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|char| if is_allowed(char) { char } else { ' ' }).collect()
}

/// Returns the cleaned text on one line: trimmed, with single spaces.
pub(super) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Truncates a text to at most `n_chars` characters, at a word boundary if possible, and ends it
/// with `…` if anything was removed.
pub(super) fn cut(text: &str, n_chars: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(n_chars) else { return text.to_owned() };
    let kept: String = text.chars().take(n_chars.saturating_sub(1)).collect();
    let is_at_word = text.get(kept.len()..end).is_some_and(|next| next.starts_with(' '));
    let words = if is_at_word { kept.as_str() } else { whole_words(&kept) };
    format!("{}…", words.trim_end())
}

/// Removes the last word of a text, unless it is the only one.
fn whole_words(text: &str) -> &str {
    text.rsplit_once(' ').map_or(text, |(words, _)| words)
}

fn is_allowed(char: char) -> bool {
    match char {
        '\n' | '\t' => true,
        char => !char.is_control() && !is_noncharacter(char),
    }
}

/// Returns whether Unicode reserves a code point for use within programs: the last two of each
/// plane, and 32 others.
fn is_noncharacter(char: char) -> bool {
    let code_point = u32::from(char);
    code_point & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code_point)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_forbidden_characters_with_spaces() {
        assert_eq!(clean("a\u{0}b\u{1b}[31m\r\u{85}\u{ffff}c\n"), "a b [31m   c\n");
        assert_eq!(clean("a\u{fdd0}b\u{1ffff}c\u{10fffe}"), "a b c ");
        assert_eq!(clean("Café “Zürich” 東京 \u{202e}👩‍💻"), "Café “Zürich” 東京 \u{202e}👩‍💻");
        assert_eq!(one_line(" two\nlines\u{7}and  a tab\t"), "two lines and a tab");
    }

    #[track_caller]
    fn check_cut(text: &str, n_chars: usize, expected: &str) {
        assert_eq!(cut(text, n_chars), expected, "{text:?} in {n_chars}");
    }

    #[test]
    fn cuts_between_words_if_possible() {
        check_cut("short enough", 12, "short enough");
        check_cut("one character too many", 21, "one character too…");
        check_cut("two words", 4, "two…");
        check_cut("東京都東京都", 4, "東京都…");
        check_cut("", 4, "");
    }
}
