//! Notices, problems and counts in words.

use crate::{
    dataset::{Claim, Dataset, EventKind, TermIdx, VocabularyKind},
    link::{Notice, NoticeOrigin},
    search::{Catalog, Facet, TEXT_MAX_CHARS},
};

/// The longest piece of a link that is quoted back, in characters: enough to recognize it.
const QUOTE_MAX_CHARS: usize = 60;

/// A count and its noun: `1`, `project` or `42`, `projects`.
pub fn counted(n: u32, one: &str, many: &str) -> (String, String) {
    (grouped(n as usize), if n == 1 { one } else { many }.to_owned())
}

/// A count with commas between thousands: `1,153`. Every count that is shown is written by this.
pub fn grouped(n: usize) -> String {
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

/// "41 claims, checked", or "18 claims: imprecise" for one verdict.
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

/// What sort of change an event is.
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

/// What a notice says, with the value that was perhaps meant.
pub fn notice_text(notice: &Notice, catalog: &Catalog) -> String {
    match notice {
        Notice::UnknownKey { key, value } => {
            format!("This link also asked for {}, which means nothing here.", pair(key, value))
        }
        Notice::UnknownValue { origin, facet, value, suggestion, .. } => {
            let meant = suggestion.map(|value| catalog.value(*facet, value).label.as_str());
            let end = meant.map_or_else(|| ".".to_owned(), did_you_mean);
            let who = match origin {
                NoticeOrigin::Link => "This link also asked",
                NoticeOrigin::Search => "The search also asks",
            };
            let what = pair(facet.key(), value);
            format!("{who} for {what}, which this dataset does not have{end}")
        }
        Notice::NoValue { facet } => {
            format!("This link names no value for {}, so all are shown.", quote(facet.key()))
        }
        Notice::UnknownYears { value } => {
            let asked = pair(Facet::Since.key(), value);
            format!("{asked} could not be used: a link has one range of years, like 2018..2022.")
        }
        Notice::UnknownSort { value } => {
            format!("There is no order {}, so the usual one is shown.", quote(value))
        }
        Notice::UnknownProject { id } => {
            format!("This list also named {}, which this dataset does not have.", quote(id))
        }
        Notice::UnknownVersion { value } => [
            "This link asks for the data of ",
            value,
            ", which this site does not keep. This is today’s.",
        ]
        .concat(),
        Notice::TextCut => {
            format!("Only the first {TEXT_MAX_CHARS} characters of this link's words were used.")
        }
        Notice::More(n) => {
            let n = u32::try_from(*n).unwrap_or(u32::MAX);
            let (n, noun) = counted(n, "further part", "further parts");
            format!("{n} {noun} of this link could not be used.")
        }
    }
}

fn did_you_mean(label: &str) -> String {
    [": did you mean ", label, "?"].concat()
}

fn pair(key: &str, value: &str) -> String {
    if value.is_empty() { quote(key) } else { quote(&[key, "=", value].concat()) }
}

/// A piece of a link in quotation marks, cut where it is too long.
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
