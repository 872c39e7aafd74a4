//! Notices, problems and counts in words.

use super::{facet_title, sort_label};
use crate::{
    link::Notice,
    search::{Catalog, SortBy},
};

/// The longest piece of a link that is quoted back, in characters: enough to recognize it.
const QUOTE_MAX_CHARS: usize = 60;

/// A count and its noun: `1`, `project` or `42`, `projects`.
pub fn counted(n: u32, one: &str, many: &str) -> (String, String) {
    (grouped(n), if n == 1 { one } else { many }.to_owned())
}

/// A number with commas between thousands.
fn grouped(n: u32) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if 0 < at && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// "3 records were left out".
pub fn problem_count(n_records: usize) -> String {
    let n = u32::try_from(n_records).unwrap_or(u32::MAX);
    let (n, noun) = counted(n, "record was", "records were");
    format!("{n} {noun} left out")
}

/// What a notice says; the suggestion, if it has one, is the view's.
pub fn notice_text(notice: &Notice, catalog: &Catalog) -> String {
    match notice {
        Notice::UnknownKey { key, value } => {
            format!("This link also asked for {}, which means nothing here.", pair(key, value))
        }
        Notice::UnknownValue { facet, value, suggestion } => {
            let asked = pair(facet.key(), value);
            let meant = suggestion.map(|v| catalog.value(*facet, v).label.as_str());
            let meant = meant.map(|label| format!(": did you mean {label}?"));
            let end = meant.unwrap_or_else(|| ".".to_owned());
            format!("This link also asked for {asked}, which this dataset does not have{end}")
        }
        Notice::UnknownYears { value } => {
            let title = facet_title(crate::search::Facet::Since);
            format!("{title}: {} is not a range of years like 2018..2022.", quote(value))
        }
        Notice::UnknownSort { value } => {
            let default = sort_label(SortBy::Projects);
            format!("There is no order {}; sorted by {default} instead.", quote(value))
        }
        Notice::UnknownProject { id } => {
            format!("This list also named {}, which this dataset does not have.", quote(id))
        }
        Notice::TextCut => "The words of this link were too many and have been cut.".to_owned(),
        Notice::More(n) => format!("{n} further parts of this link could not be used."),
    }
}

fn pair(key: &str, value: &str) -> String {
    if value.is_empty() { quote(key) } else { quote(&format!("{key}={value}")) }
}

fn quote(text: &str) -> String {
    let printable = text.chars().filter(|c| !c.is_control());
    let mut quoted: String = printable.clone().take(QUOTE_MAX_CHARS).collect();
    if QUOTE_MAX_CHARS < printable.count() {
        quoted.push('…');
    }
    format!("“{quoted}”")
}
