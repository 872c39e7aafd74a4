//! The first difference between a file and its canonical form.

use std::fmt;

/// Most characters shown of a line; enough to recognize it.
const SHOWN_MAX_CHARS: usize = 100;

/// The first line that differs between two texts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    line: usize,
    is: String,
    should_be: String,
}

impl Difference {
    /// Returns the first difference, or `None` if the texts are equal.
    pub(super) fn first(before: &[u8], after: &str) -> Option<Self> {
        let mut before = before.split(|byte| *byte == b'\n');
        let mut after = after.as_bytes().split(|byte| *byte == b'\n');
        let mut line = 0;
        loop {
            line += 1;
            match (before.next(), after.next()) {
                (None, None) => return None,
                (is, should_be) if is == should_be => {}
                (is, should_be) => {
                    return Some(Self { line, is: shown(is), should_be: shown(should_be) });
                }
            }
        }
    }
}

/// Returns a line for display, with control characters escaped.
fn shown(line: Option<&[u8]>) -> String {
    let Some(line) = line else { return "(the file ends)".to_owned() };
    let line = String::from_utf8_lossy(line);
    let mut shown = String::new();
    for c in line.chars().take(SHOWN_MAX_CHARS) {
        if c.is_control() || c == '\u{feff}' {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    if line.chars().nth(SHOWN_MAX_CHARS).is_some() {
        shown.push('…');
    }
    if shown.is_empty() { "(an empty line)".to_owned() } else { shown }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, is, should_be } = self;
        writeln!(f, "{line}: not in canonical form")?;
        writeln!(f, "  is:        {is}")?;
        writeln!(f, "  should be: {should_be}")
    }
}
