//! Detection of a number at the start of a text.

/// Returns the length in bytes of the number at the start of a text, including its sign and a
/// one-character unit: `53` of "53 projects", `−70 %` of "−70 % CPU".
///
/// Returns 0 without a number, and for a number that is part of a word: "3M", "1Password", "7-Zip".
pub(super) fn leading_number_len(text: &str) -> usize {
    let unsigned = text.trim_start_matches(['+', '-', '−', '±', '~', '≈', '<', '>', '≤', '≥']);
    let after = unsigned.trim_start_matches(is_part_of_number);
    let number = unsigned[..unsigned.len() - after.len()].trim_end_matches(is_separator);
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    let rest = without_unit(&unsigned[number.len()..]);
    let is_over = rest.chars().next().is_none_or(|c| c.is_whitespace() || is_ideographic(c));
    if is_over { text.len() - rest.len() } else { 0 }
}

fn is_part_of_number(c: char) -> bool {
    c.is_ascii_digit() || is_separator(c)
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}' | '’')
}

fn without_unit(text: &str) -> &str {
    let unit = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    for sign in ["%", "‰", "×", "x"] {
        let Some(rest) = unit.strip_prefix(sign) else { continue };
        if !rest.starts_with(char::is_alphanumeric) {
            return rest;
        }
    }
    text
}

/// Returns whether a character belongs to a script without spaces between words.
fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}
