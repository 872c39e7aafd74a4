//! CSV cells that are safe to open in a spreadsheet program.
//!
//! A spreadsheet program evaluates a CSV cell that starts like a formula. A text of a dataset could
//! therefore run code on the machine of the person who opens the file (CSV injection). Escaping
//! puts one apostrophe in front of such a text. Texts that start with an apostrophe get one as well,
//! so that unescaping is unambiguous.

use std::borrow::Cow;

/// Byte order mark for the start of a CSV file. Without it, some spreadsheet programs read UTF-8 in
/// the encoding of the system, and `Café` becomes `CafÃ©`.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Prefix of an escaped text.
const ESCAPE: char = '\'';

/// Characters that start a formula in a spreadsheet program.
///
/// Japanese versions also accept the full-width signs. Some programs skip tabs and line breaks in
/// front of a formula.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Returns a text as a cell that no spreadsheet program evaluates.
pub(crate) fn escape_formula(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA_STARTS) || text.starts_with(ESCAPE) {
        return Cow::Owned([ESCAPE.to_string().as_str(), text].concat());
    }
    Cow::Borrowed(text)
}

/// Returns the text of a cell: the inverse of [`escape_formula`].
pub(crate) fn unescape_formula(cell: &str) -> &str {
    let rest = cell.strip_prefix(ESCAPE);
    rest.filter(|rest| rest.starts_with(FORMULA_STARTS) || rest.starts_with(ESCAPE)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::{escape_formula, unescape_formula};

    #[track_caller]
    fn check(text: &str, cell: &str) {
        assert_eq!(escape_formula(text), cell, "{text}");
        assert_eq!(unescape_formula(cell), text, "{cell}");
    }

    #[test]
    fn escapes_formulas_reversibly() {
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
    fn leaves_other_texts_unchanged() {
        for text in ["", "a=b", "−70 % CPU", "C++", " =1", "70", "\"=1\""] {
            check(text, text);
        }
    }

    #[test]
    fn keeps_an_apostrophe_that_escapes_nothing() {
        assert_eq!(unescape_formula("'90s"), "'90s");
        assert_eq!(unescape_formula("'"), "'");
    }
}
