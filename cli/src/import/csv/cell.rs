//! What a cell says.

use rustscape::{
    dataset::{CHECK_METHODS, DIRECTIONS, Date, UNITS, Url, VocabularyKind, YEARS},
    search::fold,
};
use serde_json::Value;

use super::columns::Kind;
use crate::{
    country::{find_country, find_whole, suggested},
    default_vocabulary::default_vocabulary,
    import::{
        record::{one_line, quoted},
        words::{Words, find_well_known},
    },
    words::listed,
};

/// How units are written besides their ids and symbols.
const UNIT_SPELLINGS: [(&str, &str); 5] =
    [("x", "times"), ("us", "us"), ("$", "usd"), ("seconds", "s"), ("milliseconds", "ms")];

/// Reads a cell into a value of the file: `null` for one that says that something is not known.
///
/// # Errors
///
/// Says what is wrong with it, as the end of a sentence that starts with the cell.
pub(super) fn read_cell(kind: Kind, text: &str, words: &mut Words) -> Result<Value, String> {
    match kind {
        Kind::Text => Ok(one_line(text).into()),
        Kind::Names => Ok(list_of(text, &[';', '|', '\n']).into()),
        Kind::Term(VocabularyKind::Confidence) => confidence(text, words),
        Kind::Term(coded) => Ok(words.id_of(coded, text).into()),
        Kind::Terms(coded) => Ok(terms(coded, text, words).into()),
        Kind::Url => Url::parse(text).map(|url| url.as_str().into()).map_err(str::to_owned),
        Kind::Date => Date::parse(text)
            .map(|date| date.as_str().into())
            .ok_or_else(|| "is not a date (2022, 2022-09 or 2022-09-14)".to_owned()),
        Kind::Year => year(text),
        Kind::YesNo => yes_or_no(text),
        Kind::Country => country(text, words),
        Kind::Amount => amount(text),
        Kind::Direction => word(text, DIRECTIONS.iter().map(|(word, _)| *word)),
        Kind::How => word(text, CHECK_METHODS.iter().map(|(word, _)| *word)),
        Kind::Unit => unit(text),
        Kind::SourceNumber => text
            .parse::<u32>()
            .map(Value::from)
            .map_err(|_| "is not the number of a source (1, 2 …)".to_owned()),
    }
}

/// The parts of a list, each once, without space around them.
fn list_of(text: &str, separators: &[char]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(separators).map(str::trim).filter(|part| !part.is_empty()) {
        if !parts.iter().any(|other| other == part) {
            parts.push(part.to_owned());
        }
    }
    parts
}

fn terms(coded: VocabularyKind, text: &str, words: &mut Words) -> Vec<String> {
    let separators = [';', '|', '\n'];
    let separators = if text.contains(separators) { &separators[..] } else { &[','][..] };
    let mut ids = Vec::new();
    for part in list_of(text, separators) {
        let id = words.id_of(coded, &part);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// How well something is supported has a meaning to the product, so there are no other words.
fn confidence(text: &str, words: &mut Words) -> Result<Value, String> {
    if find_well_known(VocabularyKind::Confidence, text).is_none() {
        return Err(not_one_of(
            default_vocabulary(VocabularyKind::Confidence).iter().map(|known| known.id),
        ));
    }
    Ok(words.id_of(VocabularyKind::Confidence, text).into())
}

/// A year, also of a date, and where a program made a decimal number of it.
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

/// The code of a country, whose name then is in the vocabulary.
fn country(text: &str, words: &mut Words) -> Result<Value, String> {
    let Some(country) = find_country(text).or_else(|| find_whole(text)) else {
        return Err(no_country(text));
    };
    words.add(VocabularyKind::Country, &country.code.to_ascii_lowercase(), country.name);
    Ok(country.code.into())
}

fn no_country(text: &str) -> String {
    let meant: Vec<_> = suggested(text).into_iter().map(quoted).collect();
    if meant.is_empty() {
        return "is no country: write two letters of ISO 3166-1, or its name".to_owned();
    }
    format!("is no country (did you mean {}?)", meant.join(" or "))
}

/// Says what a cell was taken for, where that is more than another spelling of it.
pub(super) fn reinterpreted(kind: Kind, text: &str) -> Option<String> {
    let country = find_whole(text).filter(|_| kind == Kind::Country)?;
    Some(format!("{} is imported as {}", quoted(text), quoted(country.name)))
}

/// A number that is not negative. It stays as precise as it is written.
fn amount(text: &str) -> Result<Value, String> {
    let number = serde_json::from_str::<serde_json::Number>(text).ok();
    match number.filter(|number| number.as_f64().is_some_and(|number| 0.0 <= number)) {
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
        None => word(text, UNITS.iter().map(|(word, _)| *word)),
    }
}

fn word(text: &str, words: impl Iterator<Item = &'static str> + Clone) -> Result<Value, String> {
    let found = words.clone().find(|word| fold(word) == fold(text));
    found.map(Value::from).ok_or_else(|| not_one_of(words))
}

fn not_one_of(words: impl Iterator<Item = &'static str>) -> String {
    format!("is not one of {}", listed(&words.map(quoted).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use rustscape::dataset::VocabularyKind;
    use serde_json::{Value, json};

    use super::read_cell;
    use crate::import::{csv::columns::Kind, words::Words};

    #[track_caller]
    fn check(kind: Kind, text: &str, expected: Value) {
        assert_eq!(read_cell(kind, text, &mut Words::default()), Ok(expected), "{text}");
    }

    #[track_caller]
    fn check_refused(kind: Kind, texts: &[&str]) {
        for text in texts {
            assert!(read_cell(kind, text, &mut Words::default()).is_err(), "{text}");
        }
    }

    #[test]
    fn lists_are_separated_by_semicolons_bars_and_line_breaks() {
        check(Kind::Names, "Foo, Inc.; Bar ;Foo, Inc.", json!(["Foo, Inc.", "Bar"]));
        check(Kind::Terms(VocabularyKind::Replaces), "C, C++", json!(["c", "cpp"]));
        check(Kind::Terms(VocabularyKind::Replaces), "C|C++\nc", json!(["c", "cpp"]));
        check(Kind::Terms(VocabularyKind::Domain), "Audio, video;", json!(["audio-video"]));
    }

    #[test]
    fn years_may_be_of_a_date_and_of_a_decimal_number() {
        check(Kind::Year, "2022", json!(2022));
        check(Kind::Year, "2022.0", json!(2022));
        check(Kind::Year, "2022-09-14", json!(2022));
        check_refused(Kind::Year, &["soon", "22", "0000", "2022.5", "14.9.2022"]);
    }

    #[test]
    fn countries_are_known_by_code_and_name() {
        check(Kind::Country, "ch", json!("CH"));
        check(Kind::Country, "Switzerland", json!("CH"));
        check(Kind::Country, "türkiye", json!("TR"));
        check(Kind::Country, "USA", json!("US"));
        check(Kind::Country, "UK", json!("GB"));
        check(Kind::Country, "South Korea", json!("KR"));
        check(Kind::Country, "England", json!("GB"));
        check_refused(Kind::Country, &["XX", "Atlantis", "EU", "Korea"]);
    }

    #[test]
    fn the_name_of_a_country_becomes_a_term() {
        let mut words = Words::default();
        for text in ["ch", "Switzerland", "Schweiz", "USA"] {
            assert!(read_cell(Kind::Country, text, &mut words).is_ok(), "{text}");
        }
        let expected = json!([
            {"id": "ch", "label": "Switzerland"},
            {"id": "us", "label": "United States"},
        ]);
        let used = ["ch", "us"].map(|code| (VocabularyKind::Country, code.to_owned()));
        assert_eq!(words.vocabulary(&used.into())["country"], expected);
    }

    #[test]
    fn numbers_are_taken_as_they_are_written_and_never_guessed() {
        check(Kind::Amount, "70", json!(70));
        check(Kind::Amount, "1.5", json!(1.5));
        check_refused(Kind::Amount, &["-1", "1,5", "70%", "about 7", "1e999"]);
    }

    #[test]
    fn units_are_known_by_id_and_symbol_and_directions_by_id() {
        check(Kind::Unit, "%", json!("percent"));
        check(Kind::Unit, "kb", json!("KB"));
        check(Kind::Unit, "×", json!("times"));
        check(Kind::Unit, "Requests-per-second", json!("requests-per-second"));
        check(Kind::Direction, "Down", json!("down"));
        check_refused(Kind::Unit, &["furlongs"]);
        check_refused(Kind::Direction, &["sideways"]);
    }

    #[test]
    fn what_is_said_to_be_unknown_is_null() {
        check(Kind::YesNo, "unknown", Value::Null);
        check(Kind::YesNo, "Yes", json!(true));
        check(Kind::YesNo, "FALSE", json!(false));
        check_refused(Kind::YesNo, &["maybe"]);
    }

    #[test]
    fn confidence_has_no_other_words() {
        check(Kind::Term(VocabularyKind::Confidence), "Reported", json!("reported"));
        check_refused(Kind::Term(VocabularyKind::Confidence), &["high"]);
    }
}
