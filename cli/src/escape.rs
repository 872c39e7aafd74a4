//! Escaping of untrusted text for terminals and reports.

/// Returns a text on one line, with control and invisible characters escaped as in `\u{1b}`.
///
/// Control characters could send commands to a terminal. Invisible characters could make the text
/// look like another one. Line breaks and tabs become spaces.
pub(crate) fn escape_invisible(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\n' | '\r' | '\t' => escaped.push(' '),
            char if char.is_control() || is_invisible(char) => {
                escaped.extend(char.escape_unicode());
            }
            char => escaped.push(char),
        }
    }
    escaped
}

/// Returns whether a character has no width and changes the direction or look of its neighbors.
/// Returns `false` for joiners, which some scripts and emoji need.
fn is_invisible(char: char) -> bool {
    matches!(char,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shown: &str) {
        assert_eq!(escape_invisible(text), shown, "{text:?}");
    }

    #[test]
    fn escapes_control_and_invisible_characters() {
        check("Café “Zürich” 東京 👩‍💻", "Café “Zürich” 東京 👩‍💻");
        check("two\nlines\tand a tab", "two lines and a tab");
        check("\u{1b}[31mred", "\\u{1b}[31mred");
        check("user\u{202e}gnp.exe", "user\\u{202e}gnp.exe");
    }
}
