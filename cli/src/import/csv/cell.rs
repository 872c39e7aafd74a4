//! Parses the cells of a spreadsheet.

use rustscape::{
    dataset::{CHECK_METHODS, DIRECTIONS, Date, UNITS, Url, VocabularyKind, YEARS},
    search::fold,
};
use serde_json::Value;

use super::column::CellType;
use crate::{
    country::{find_country, find_country_of_part, suggest_countries},
    default_vocabulary::default_vocabulary,
    import::{
        message::{one_line, quoted},
        vocabulary_builder::{VocabularyBuilder, find_default_term},
    },
    words::listed,
};

/// Spellings of units other than their ids and symbols.
const UNIT_SPELLINGS: [(&str, &str); 5] =
    [("x", "times"), ("us", "us"), ("$", "usd"), ("seconds", "s"), ("milliseconds", "ms")];

/// Converts a cell to a JSON value; `null` for yes or no that is unknown. Adds new terms to the
/// vocabulary.
///
/// # Errors
///
/// Returns the reason why the cell is invalid, as the end of a sentence that starts with the cell.
pub(super) fn parse_cell(
    cell_type: CellType,
    text: &str,
    vocabulary: &mut VocabularyBuilder,
) -> Result<Value, String> {
    match cell_type {
        CellType::Text => Ok(one_line(text).into()),
        CellType::Names => Ok(split_list(text, &[';', '|', '\n']).into()),
        CellType::Term(VocabularyKind::Confidence) => confidence(text, vocabulary),
        CellType::Term(kind) => Ok(vocabulary.term_id(kind, text).into()),
        CellType::Terms(kind) => Ok(terms(kind, text, vocabulary).into()),
        CellType::Url => Url::parse(text).map(|url| url.as_str().into()).map_err(str::to_owned),
        CellType::Date => Date::parse(text)
            .map(|date| date.as_str().into())
            .ok_or_else(|| "is not a date (2022, 2022-09 or 2022-09-14)".to_owned()),
        CellType::Year => year(text),
        CellType::YesNo => yes_or_no(text),
        CellType::Country => country(text, vocabulary),
        CellType::Amount => amount(text),
        CellType::Direction => keyword(text, DIRECTIONS.iter().map(|(word, _)| *word)),
        CellType::CheckMethod => keyword(text, CHECK_METHODS.iter().map(|(word, _)| *word)),
        CellType::Unit => unit(text),
        CellType::SourceNumber => text
            .parse::<u32>()
            .map(Value::from)
            .map_err(|_| "is not the number of a source (1, 2 …)".to_owned()),
    }
}

/// Splits a list into its items: trimmed, not empty and without duplicates.
fn split_list(text: &str, separators: &[char]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(separators).map(str::trim).filter(|part| !part.is_empty()) {
        if !parts.iter().any(|other| other == part) {
            parts.push(part.to_owned());
        }
    }
    parts
}

fn terms(kind: VocabularyKind, text: &str, vocabulary: &mut VocabularyBuilder) -> Vec<String> {
    let separators = [';', '|', '\n'];
    let separators = if text.contains(separators) { &separators[..] } else { &[','][..] };
    let mut ids = Vec::new();
    for part in split_list(text, separators) {
        let id = vocabulary.term_id(kind, &part);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// Parses a confidence. Rejects new terms, because the app assigns a meaning to each confidence.
fn confidence(text: &str, vocabulary: &mut VocabularyBuilder) -> Result<Value, String> {
    if find_default_term(VocabularyKind::Confidence, text).is_none() {
        return Err(not_one_of(
            default_vocabulary(VocabularyKind::Confidence).iter().map(|known| known.id),
        ));
    }
    Ok(vocabulary.term_id(VocabularyKind::Confidence, text).into())
}

/// Parses a year, the year of a date, or a year that a spreadsheet saved as a decimal number.
fn year(text: &str) -> Result<Value, String> {
    let year = text.strip_suffix(".0").unwrap_or(text);
    let year = Date::parse(year).and_then(|date| date.as_str().get(..4)?.parse::<u16>().ok());
    match year.filter(|year| YEARS.contains(year)) {
        Some(year) => Ok(year.into()),
        None => Err("is not a year, such as 2022".to_owned()),
    }
}

fn yes_or_no(text: &str) -> Result<Value, String> {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "1" | "x" => Ok(true.into()),
        "no" | "n" | "false" | "0" => Ok(false.into()),
        "unknown" | "?" => Ok(Value::Null),
        _ => Err("is neither yes nor no".to_owned()),
    }
}

/// Parses a country into its code. Adds its name to the vocabulary.
fn country(text: &str, vocabulary: &mut VocabularyBuilder) -> Result<Value, String> {
    let Some(country) = find_country(text).or_else(|| find_country_of_part(text)) else {
        return Err(unknown_country(text));
    };
    vocabulary.add_term(VocabularyKind::Country, &country.code.to_ascii_lowercase(), country.name);
    Ok(country.code.into())
}

fn unknown_country(text: &str) -> String {
    let suggestions: Vec<_> = suggest_countries(text).into_iter().map(quoted).collect();
    if suggestions.is_empty() {
        return "is no country: write two letters of ISO 3166-1, or its name".to_owned();
    }
    format!("is no country (did you mean {}?)", suggestions.join(" or "))
}

/// Returns a warning if the value of a cell differs from the text in more than spelling.
pub(super) fn interpretation_warning(cell_type: CellType, text: &str) -> Option<String> {
    let country = find_country_of_part(text).filter(|_| cell_type == CellType::Country)?;
    Some(format!("{} is imported as {}", quoted(text), quoted(country.name)))
}

/// Parses a number that is not negative. Keeps all of its digits.
fn amount(text: &str) -> Result<Value, String> {
    let number = serde_json::from_str::<serde_json::Number>(text).ok();
    match number.filter(|number| number.as_f64().is_some_and(|number| number >= 0.0)) {
        Some(number) => Ok(Value::Number(number)),
        None => Err("is not a number from 0 on, such as 70 or 1.5".to_owned()),
    }
}

fn unit(text: &str) -> Result<Value, String> {
    let folded = fold(text);
    let by_symbol =
        UNITS.iter().find(|(_, unit)| unit.symbol().is_some_and(|symbol| symbol == text));
    let by_spelling = UNIT_SPELLINGS.iter().find(|(spelling, _)| *spelling == folded);
    match by_symbol.map(|(word, _)| word).or(by_spelling.map(|(_, word)| word)) {
        Some(word) => Ok((*word).into()),
        None => keyword(text, UNITS.iter().map(|(word, _)| *word)),
    }
}

fn keyword(
    text: &str,
    keywords: impl Iterator<Item = &'static str> + Clone,
) -> Result<Value, String> {
    let found = keywords.clone().find(|keyword| fold(keyword) == fold(text));
    found.map(Value::from).ok_or_else(|| not_one_of(keywords))
}

fn not_one_of(keywords: impl Iterator<Item = &'static str>) -> String {
    format!("is not one of {}", listed(&keywords.map(quoted).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use rustscape::dataset::VocabularyKind;
    use serde_json::{Value, json};

    use super::parse_cell;
    use crate::import::{csv::column::CellType, vocabulary_builder::VocabularyBuilder};

    #[track_caller]
    fn check(cell_type: CellType, text: &str, expected: Value) {
        assert_eq!(
            parse_cell(cell_type, text, &mut VocabularyBuilder::default()),
            Ok(expected),
            "{text}"
        );
    }

    #[track_caller]
    fn check_refused(cell_type: CellType, texts: &[&str]) {
        for text in texts {
            assert!(
                parse_cell(cell_type, text, &mut VocabularyBuilder::default()).is_err(),
                "{text}"
            );
        }
    }

    #[test]
    fn splits_lists_at_semicolons_bars_and_line_breaks() {
        check(CellType::Names, "Foo, Inc.; Bar ;Foo, Inc.", json!(["Foo, Inc.", "Bar"]));
        check(CellType::Terms(VocabularyKind::Replaces), "C, C++", json!(["c", "cpp"]));
        check(CellType::Terms(VocabularyKind::Replaces), "C|C++\nc", json!(["c", "cpp"]));
        check(CellType::Terms(VocabularyKind::Domain), "Audio, video;", json!(["audio-video"]));
    }

    #[test]
    fn accepts_the_year_of_a_date_and_a_decimal_year() {
        check(CellType::Year, "2022", json!(2022));
        check(CellType::Year, "2022.0", json!(2022));
        check(CellType::Year, "2022-09-14", json!(2022));
        check_refused(CellType::Year, &["soon", "22", "0000", "2022.5", "14.9.2022"]);
    }

    #[test]
    fn recognizes_countries_by_code_and_name() {
        check(CellType::Country, "ch", json!("CH"));
        check(CellType::Country, "Switzerland", json!("CH"));
        check(CellType::Country, "türkiye", json!("TR"));
        check(CellType::Country, "USA", json!("US"));
        check(CellType::Country, "UK", json!("GB"));
        check(CellType::Country, "South Korea", json!("KR"));
        check(CellType::Country, "England", json!("GB"));
        check_refused(CellType::Country, &["XX", "Atlantis", "EU", "Korea"]);
    }

    #[test]
    fn adds_the_name_of_a_country_to_the_vocabulary() {
        let mut vocabulary = VocabularyBuilder::default();
        for text in ["ch", "Switzerland", "Schweiz", "USA"] {
            assert!(parse_cell(CellType::Country, text, &mut vocabulary).is_ok(), "{text}");
        }
        let expected = json!([
            {"id": "ch", "label": "Switzerland"},
            {"id": "us", "label": "United States"},
        ]);
        let used = ["ch", "us"].map(|code| (VocabularyKind::Country, code.to_owned()));
        assert_eq!(vocabulary.to_json(&used.into())["country"], expected);
    }

    #[test]
    fn keeps_numbers_as_written_and_never_guesses() {
        check(CellType::Amount, "70", json!(70));
        check(CellType::Amount, "1.5", json!(1.5));
        check_refused(CellType::Amount, &["-1", "1,5", "70%", "about 7", "1e999"]);
    }

    #[test]
    fn recognizes_units_by_id_and_symbol_and_directions_by_id() {
        check(CellType::Unit, "%", json!("percent"));
        check(CellType::Unit, "kb", json!("KB"));
        check(CellType::Unit, "×", json!("times"));
        check(CellType::Unit, "Requests-per-second", json!("requests-per-second"));
        check(CellType::Direction, "Down", json!("down"));
        check_refused(CellType::Unit, &["furlongs"]);
        check_refused(CellType::Direction, &["sideways"]);
    }

    #[test]
    fn an_unknown_value_is_null() {
        check(CellType::YesNo, "unknown", Value::Null);
        check(CellType::YesNo, "Yes", json!(true));
        check(CellType::YesNo, "FALSE", json!(false));
        check_refused(CellType::YesNo, &["maybe"]);
    }

    #[test]
    fn rejects_new_terms_for_confidence() {
        check(CellType::Term(VocabularyKind::Confidence), "Reported", json!("reported"));
        check_refused(CellType::Term(VocabularyKind::Confidence), &["high"]);
    }
}
