//! CSV that is opened in a spreadsheet program: its encoding, and texts that would be taken for
//! formulas.
//!
//! A program that opens a CSV file calculates a cell that begins like a formula, so that a text of
//! a dataset could run something on the machine of whoever opens it. Such a text gets one
//! apostrophe in front. So does one that begins with an apostrophe, so that the first one can be
//! taken away again without a doubt.

use std::borrow::Cow;

/// The start of a CSV file that is opened in a spreadsheet program: without a byte order mark, some
/// take UTF-8 for the encoding of the system, and `Café` becomes `CafÃ©`.
pub(crate) const SPREADSHEET_MARK: &str = "\u{feff}";

/// What goes in front.
const GUARD: char = '\'';

/// What formulas begin with in the spreadsheet programs of today, the wide forms included that
/// Japanese ones take for the same, and what some of them skip before one.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text as a cell that no spreadsheet calculates.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(STARTS) || text.starts_with(GUARD) {
        return Cow::Owned([GUARD.to_string().as_str(), text].concat());
    }
    Cow::Borrowed(text)
}

/// The text of a cell: the other way round.
pub(crate) fn unguarded(cell: &str) -> &str {
    let rest = cell.strip_prefix(GUARD);
    rest.filter(|rest| rest.starts_with(STARTS) || rest.starts_with(GUARD)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::{guarded, unguarded};

    #[track_caller]
    fn check(text: &str, cell: &str) {
        assert_eq!(guarded(text), cell, "{text}");
        assert_eq!(unguarded(cell), text, "{cell}");
    }

    #[test]
    fn a_text_that_looks_like_a_formula_is_a_text_and_can_be_had_back() {
        check("=1+1", "'=1+1");
        check("+30 % speed", "'+30 % speed");
        check("-", "'-");
        check("@scope/package", "'@scope/package");
        check("\t=1", "'\t=1");
        check("＝1", "'＝1");
        check("'=1", "''=1");
        check("'tis", "''tis");
        check("''", "'''");
    }

    #[test]
    fn every_other_text_is_its_cell() {
        for text in ["", "a=b", "−70 % CPU", "C++", " =1", "70", "\"=1\""] {
            check(text, text);
        }
    }

    #[test]
    fn an_apostrophe_that_guards_nothing_stays() {
        assert_eq!(unguarded("'90s"), "'90s");
        assert_eq!(unguarded("'"), "'");
    }
}
