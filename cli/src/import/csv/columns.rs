//! The columns of a spreadsheet, and how headers name them.

use rustscape::{dataset::VocabularyKind, search::fold};

use super::table::COLUMNS;

/// A column, or one for each number where its name has a `#`.
#[derive(Debug)]
pub(super) struct Column {
    /// What it is called in the header.
    pub(super) name: &'static str,
    /// What it may be called as well.
    pub(super) other_names: &'static [&'static str],
    /// What it says something about.
    pub(super) part: Part,
    /// The field of that.
    pub(super) key: &'static str,
    /// How a cell is read.
    pub(super) kind: Kind,
    /// What it holds.
    pub(super) doc: &'static str,
    /// What it holds in the sample row of the template.
    pub(super) sample: &'static str,
}

/// What a column says something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Organization,
    Project,
    Claim,
    Source,
    Outcome,
    Note,
}

/// How a cell is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Text,
    /// Names, which may have a comma.
    Names,
    Term(VocabularyKind),
    Terms(VocabularyKind),
    Url,
    Date,
    Year,
    YesNo,
    Country,
    Amount,
    Direction,
    Unit,
    How,
    /// The number of a source of the same row.
    SourceNumber,
}

/// Finds the column of a header, and its number: 1 where there is none. Case, spaces and
/// punctuation make no difference.
pub(super) fn find_column(header: &str) -> Option<(&'static Column, u32)> {
    let (pattern, number) = pattern_of(header);
    let column = COLUMNS.iter().find(|column| {
        let names = std::iter::once(&column.name).chain(column.other_names);
        names.into_iter().any(|name| match number {
            Some(_) => *name == pattern,
            None => name.replace("_#", "") == pattern,
        })
    })?;
    Some((column, number.unwrap_or(1)))
}

/// A header in the form of the table: `Source 2: URL` is `source_#_url` and 2.
fn pattern_of(header: &str) -> (String, Option<u32>) {
    let folded = fold(header);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut number = None;
    let mut pattern = Vec::new();
    for word in words.flat_map(split_number) {
        match word.parse() {
            Ok(found) if number.is_none() && !pattern.is_empty() => {
                number = Some(found);
                pattern.push("#");
            }
            _ => pattern.push(word),
        }
    }
    (pattern.join("_"), number)
}

/// The word and the number of `source2`.
fn split_number(word: &str) -> impl Iterator<Item = &str> {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = word.strip_prefix(letters).unwrap_or_default();
    [letters, number].into_iter().filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, find_column};

    #[track_caller]
    fn check(header: &str, expected: Option<(&str, u32)>) {
        let found = find_column(header).map(|(column, number)| (column.name, number));
        assert_eq!(found, expected, "{header}");
    }

    #[test]
    fn a_header_is_found_whatever_its_case_and_punctuation() {
        check("organization", Some(("organization", 1)));
        check(" Organization ", Some(("organization", 1)));
        check("Open source?", Some(("open_source", 1)));
        check("OPEN-SOURCE", Some(("open_source", 1)));
        check("source_2_url", Some(("source_#_url", 2)));
        check("Source 2: URL", Some(("source_#_url", 2)));
        check("source2_url", Some(("source_#_url", 2)));
        check("Source URL", Some(("source_#_url", 1)));
        check("Note", Some(("note_#", 1)));
        check("Note 12", Some(("note_#", 12)));
        check("outcome_1_metric", Some(("outcome_#_metric", 1)));
        check("Owner", None);
        check("organization_2", None);
        check("source_1_2_url", None);
        check("99999999999", None);
        check("", None);
    }

    #[test]
    fn no_name_stands_for_two_columns() {
        for column in &COLUMNS {
            for name in std::iter::once(&column.name).chain(column.other_names) {
                check(
                    &name.replace('#', "3"),
                    Some((column.name, if name.contains('#') { 3 } else { 1 })),
                );
                check(&name.replace("_#", ""), Some((column.name, 1)));
            }
        }
    }
}
