//! Texts of a dataset that cannot do anything to where they are shown.

/// A text on one line, with every character that a terminal could obey, or that could make the
/// text look like another one, written as its number: `\u{1b}`. Datasets are also compared before
/// anybody trusts them.
pub(crate) fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\n' | '\r' | '\t' => shown.push(' '),
            char if char.is_control() || is_invisible(char) => {
                shown.extend(char.escape_unicode());
            }
            char => shown.push(char),
        }
    }
    shown
}

/// Characters without a width that change the direction or the look of what stands beside them.
/// Joiners are left alone: scripts and emoji need them.
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
        assert_eq!(plain(text), shown, "{text:?}");
    }

    #[test]
    fn a_text_stays_on_its_line_and_obeys_nobody() {
        check("Café “Zürich” 東京 👩‍💻", "Café “Zürich” 東京 👩‍💻");
        check("two\nlines\tand a tab", "two lines and a tab");
        check("\u{1b}[31mred", "\\u{1b}[31mred");
        check("user\u{202e}gnp.exe", "user\\u{202e}gnp.exe");
    }
}
