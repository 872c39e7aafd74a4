//! Texts of notices, problems and counts.

use crate::{
    dataset::{Claim, Dataset, EventKind, TermIdx, VocabularyKind},
    link::{Notice, NoticeOrigin},
    search::{Catalog, Facet, TEXT_MAX_CHARS},
};

/// Maximum length of a quoted part of a link, in characters: enough to recognize it.
const QUOTE_MAX_CHARS: usize = 60;

/// Returns a formatted count and its noun in the singular or plural.
///
/// # Examples
///
/// ```
/// use rustscape::wording::counted;
///
/// let (n, noun) = counted(1_153, "project", "projects");
/// assert_eq!([n, noun], ["1,153", "projects"]);
/// ```
pub fn counted(n: u32, one: &str, many: &str) -> (String, String) {
    (grouped(n as usize), if n == 1 { one } else { many }.to_owned())
}

/// Formats a count with commas between thousands: `1,153`.
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Returns the number of invalid records in words: "3 records were left out".
pub fn problem_count(n_records: usize) -> String {
    let n = u32::try_from(n_records).unwrap_or(u32::MAX);
    let (n, noun) = counted(n, "record was", "records were");
    format!("{n} {noun} left out")
}

/// Returns the heading of the page of claims: "41 claims, checked", or "18 claims: Imprecise" for one
/// verdict.
pub fn claims_heading(dataset: &Dataset, verdict: Option<TermIdx>) -> String {
    let is_shown = |claim: &Claim| verdict.is_none_or(|verdict| claim.verdict == verdict);
    let n_shown = dataset.claims().filter(|(_, claim)| is_shown(claim)).count();
    let (n, noun) = counted(u32::try_from(n_shown).unwrap_or(u32::MAX), "claim", "claims");
    match verdict {
        None => [&n, " ", &noun, ", checked"].concat(),
        Some(verdict) => {
            [&n, " ", &noun, ": ", dataset.label(VocabularyKind::Verdict, verdict)].concat()
        }
    }
}

/// Returns the label of an event kind.
pub fn event_label(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Added => "Added",
        EventKind::Status => "Status changed",
        EventKind::Corrected => "Corrected",
        EventKind::Source => "Source",
        EventKind::Outcome => "Outcome",
        EventKind::Renamed => "Renamed",
    }
}

/// Returns the text of a notice, with the suggested value.
pub fn notice_text(notice: &Notice, catalog: &Catalog) -> String {
    match notice {
        Notice::UnknownKey { key, value } => {
            format!("The link contains {}, which this site does not support.", pair(key, value))
        }
        Notice::UnknownValue { origin, facet, value, suggestion, .. } => {
            let label = suggestion.map(|value| catalog.value(*facet, value).label.as_str());
            let end = label.map_or_else(|| ".".to_owned(), did_you_mean);
            let source = match origin {
                NoticeOrigin::Link => "The link",
                NoticeOrigin::Search => "The search",
            };
            let filter = pair(facet.key(), value);
            format!("{source} contains {filter}, which this dataset does not have{end}")
        }
        Notice::NoValue { facet } => {
            format!("The link has no value for {}, so all values are shown.", quote(facet.key()))
        }
        Notice::UnknownYears { value } => {
            let years = pair(Facet::Since.key(), value);
            format!("{years} was ignored. Write one range of years, like 2018..2022.")
        }
        Notice::UnknownSort { value } => {
            format!("Unknown sort order {}; the default order is used.", quote(value))
        }
        Notice::UnknownProject { id } => {
            format!("The selection contains {}, which this dataset does not have.", quote(id))
        }
        Notice::UnknownVersion { value } => [
            "The link asks for the data of ",
            value,
            ", which this site does not keep. You see the current data.",
        ]
        .concat(),
        Notice::TextCut => {
            format!("Only the first {TEXT_MAX_CHARS} characters of the search text were used.")
        }
        Notice::More(n) => {
            let n = u32::try_from(*n).unwrap_or(u32::MAX);
            let (n, noun) = counted(n, "more part", "more parts");
            format!("{n} {noun} of the link could not be used.")
        }
    }
}

fn did_you_mean(label: &str) -> String {
    [". Did you mean ", label, "?"].concat()
}

fn pair(key: &str, value: &str) -> String {
    if value.is_empty() { quote(key) } else { quote(&[key, "=", value].concat()) }
}

/// Returns a part of a link in quotation marks, cut to the maximum length.
fn quote(text: &str) -> String {
    let mut printable = text.chars().filter(|c| !c.is_control());
    let mut quoted = String::from("“");
    quoted.extend(printable.by_ref().take(QUOTE_MAX_CHARS));
    if printable.next().is_some() {
        quoted.push('…');
    }
    quoted.push('”');
    quoted
}
