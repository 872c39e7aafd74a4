//! Matches header cells with columns.

use rustscape::search::fold;

use super::{column::Column, column_table::COLUMNS};

/// Returns the column that a header names, and its number; 1 if the header has none. Ignores case,
/// spaces and punctuation.
pub(super) fn find_column(header: &str) -> Option<(&'static Column, u32)> {
    let (pattern, number) = pattern_of(header);
    let column = COLUMNS.iter().find(|column| {
        let names = std::iter::once(&column.name).chain(column.aliases);
        names.into_iter().any(|name| match number {
            Some(_) => *name == pattern,
            None => name.replace("_#", "") == pattern,
        })
    })?;
    Some((column, number.unwrap_or(1)))
}

/// Normalizes a header to a column name and a number: `Source 2: URL` is `source_#_url` and 2.
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

/// Splits a word such as `source2` into letters and number.
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
    fn finds_a_column_regardless_of_case_and_punctuation() {
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
    fn no_name_matches_two_columns() {
        for column in &COLUMNS {
            for name in std::iter::once(&column.name).chain(column.aliases) {
                check(
                    &name.replace('#', "3"),
                    Some((column.name, if name.contains('#') { 3 } else { 1 })),
                );
                check(&name.replace("_#", ""), Some((column.name, 1)));
            }
        }
    }
}
