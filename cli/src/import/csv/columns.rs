//! The columns that a spreadsheet may have. The documentation, the template and the reading of
//! headers are all made of this one table.

use rustscape::{dataset::Coded, search::fold};

/// A column, or one for each number where its name has a `#`.
#[derive(Debug)]
pub(super) struct Column {
    /// What it is called in the header.
    pub(super) name: &'static str,
    /// What it may be called as well.
    other_names: &'static [&'static str],
    /// What it says something about.
    pub(super) part: Part,
    /// The field of that.
    pub(super) key: &'static str,
    /// How a cell is read.
    pub(super) kind: Kind,
    /// What it holds.
    doc: &'static str,
    /// What it holds in the sample row of the template.
    sample: &'static str,
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
    Term(Coded),
    Terms(Coded),
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

const fn column(
    name: &'static str,
    other_names: &'static [&'static str],
    (part, key): (Part, &'static str),
    kind: Kind,
    doc: &'static str,
    sample: &'static str,
) -> Column {
    Column { name, other_names, part, key, kind, doc, sample }
}

/// Every column, in the order of the template.
pub(super) static COLUMNS: [Column; 43] = {
    use Part::{Claim, Note, Organization as Org, Outcome, Project, Source};
    [
        column(
            "organization",
            &["organisation", "org", "company", "organization_name"],
            (Org, "name"),
            Kind::Text,
            "Who uses it. Required. Rows with the same name are about one organization",
            "EXAMPLE Organization (a sample: delete this row)",
        ),
        column(
            "organization_id",
            &["org_id"],
            (Org, "id"),
            Kind::Text,
            "Its id: small ASCII letters, digits and hyphens. Made of the name where it is empty",
            "",
        ),
        column(
            "organization_aliases",
            &["org_aliases"],
            (Org, "aliases"),
            Kind::Names,
            "A list of other names it is found by",
            "Example Inc.; EX",
        ),
        column(
            "industry",
            &["organization_industry"],
            (Org, "industry"),
            Kind::Term(Coded::Industry),
            "What it does, in your own words",
            "Cloud and hosting",
        ),
        column(
            "country",
            &["organization_country"],
            (Org, "country"),
            Kind::Country,
            "Where it is at home: two letters of ISO 3166-1, or the English name",
            "CH",
        ),
        column(
            "homepage",
            &["organization_homepage", "website"],
            (Org, "homepage"),
            Kind::Url,
            "The address of its own site",
            "https://example.org/",
        ),
        column(
            "organization_summary",
            &["org_summary"],
            (Org, "summary"),
            Kind::Text,
            "Who it is, in a sentence",
            "A company that does not exist.",
        ),
        column(
            "project",
            &["project_name"],
            (Project, "name"),
            Kind::Text,
            "What it uses it for. Rows with the same organization and project are one project: further rows may add sources, outcomes and notes",
            "EXAMPLE Proxy",
        ),
        column("project_id", &[], (Project, "id"), Kind::Text, "Its id, as above", ""),
        column(
            "project_aliases",
            &["aliases"],
            (Project, "aliases"),
            Kind::Names,
            "A list of other names it is found by",
            "",
        ),
        column(
            "summary",
            &["project_summary", "description"],
            (Project, "summary"),
            Kind::Text,
            "What it is, in a sentence or two",
            "A proxy in front of all services.",
        ),
        column(
            "domains",
            &["domain"],
            (Project, "domains"),
            Kind::Terms(Coded::Domain),
            "A list of what it is about, in your own words",
            "Proxy; Networking",
        ),
        column(
            "kind",
            &["project_kind"],
            (Project, "kind"),
            Kind::Term(Coded::Kind),
            "How it came to be",
            "rewrite",
        ),
        column(
            "replaces",
            &["replaced"],
            (Project, "replaces"),
            Kind::Terms(Coded::Replaces),
            "A list of the languages and products it took the place of",
            "EXAMPLE Language; EXAMPLE Server",
        ),
        column(
            "status",
            &["project_status"],
            (Project, "status"),
            Kind::Term(Coded::Status),
            "How it stands",
            "production",
        ),
        column(
            "since",
            &["year"],
            (Project, "since"),
            Kind::Year,
            "The year from which it is in use",
            "2022",
        ),
        column("until", &[], (Project, "until"), Kind::Year, "The year in which it ended", ""),
        column(
            "open_source",
            &[],
            (Project, "open_source"),
            Kind::YesNo,
            "yes or no: whether its source code is open; empty is unknown",
            "yes",
        ),
        column(
            "repository",
            &["repo", "repo_url"],
            (Project, "repository"),
            Kind::Url,
            "The address of its source code",
            "https://example.org/proxy.git",
        ),
        column(
            "license",
            &[],
            (Project, "license"),
            Kind::Text,
            "The license of its source code, such as Apache-2.0",
            "Apache-2.0",
        ),
        column(
            "confidence",
            &[],
            (Project, "confidence"),
            Kind::Term(Coded::Confidence),
            "How well it is supported; unverified where it is empty",
            "reported",
        ),
        column(
            "verified",
            &[],
            (Project, "verified"),
            Kind::Date,
            "The day on which its sources were last looked at",
            "2026-11-25",
        ),
        column(
            "also",
            &[],
            (Project, "also"),
            Kind::Names,
            "A list of projects elsewhere that it adopts, as organization-id/project-id",
            "",
        ),
        column(
            "claim",
            &["claim_text"],
            (Claim, "text"),
            Kind::Text,
            "What the post that the atlas checks says of it; needs a claim_verdict",
            "",
        ),
        column(
            "claim_verdict",
            &["verdict"],
            (Claim, "verdict"),
            Kind::Term(Coded::Verdict),
            "How that compares with the sources",
            "",
        ),
        column("claim_note", &[], (Claim, "note"), Kind::Text, "What the sources say", ""),
        column(
            "source_#_url",
            &["source_#", "source_#_link"],
            (Source, "url"),
            Kind::Url,
            "The address of the first source; source_2_url is that of the second, and so on",
            "https://example.org/blog/our-new-proxy",
        ),
        column(
            "source_#_title",
            &[],
            (Source, "title"),
            Kind::Text,
            "Its title; its address where it is empty",
            "Our new proxy",
        ),
        column(
            "source_#_publisher",
            &[],
            (Source, "publisher"),
            Kind::Text,
            "Who published it",
            "Example Organization",
        ),
        column(
            "source_#_date",
            &[],
            (Source, "date"),
            Kind::Date,
            "When it was published",
            "2022-09-14",
        ),
        column(
            "source_#_kind",
            &[],
            (Source, "kind"),
            Kind::Term(Coded::SourceKind),
            "What sort of publication it is",
            "first-party",
        ),
        column(
            "source_#_supports",
            &[],
            (Source, "supports"),
            Kind::Text,
            "What it supports, in a few words",
            "Use in production",
        ),
        column(
            "source_#_checked",
            &[],
            (Source, "checked_date"),
            Kind::Date,
            "The day on which somebody looked at it; needs a source_1_how",
            "2026-11-25",
        ),
        column(
            "source_#_how",
            &["source_#_checked_how"],
            (Source, "how"),
            Kind::How,
            "How: original (the page itself was read), copy, listed (only its link was seen) or not-checked",
            "original",
        ),
        column(
            "outcome_#_statement",
            &["outcome_#"],
            (Outcome, "statement"),
            Kind::Text,
            "A measured outcome as a sentence. Required for an outcome",
            "Uses 70 percent less CPU than the service before it.",
        ),
        column(
            "outcome_#_metric",
            &[],
            (Outcome, "metric"),
            Kind::Term(Coded::Metric),
            "What was measured; other where it is empty",
            "cpu",
        ),
        column(
            "outcome_#_direction",
            &[],
            (Outcome, "direction"),
            Kind::Direction,
            "down or up: whether there is less or more than before; none where it is empty, which means that the value is a level",
            "down",
        ),
        column(
            "outcome_#_value",
            &[],
            (Outcome, "value"),
            Kind::Amount,
            "How much, as a number with a decimal point",
            "70",
        ),
        column(
            "outcome_#_unit",
            &[],
            (Outcome, "unit"),
            Kind::Unit,
            "percent, times, us, ms, s, KB, MB, GB, requests-per-second, lines, count, usd, developers-months or other; other where it is empty",
            "percent",
        ),
        column(
            "outcome_#_baseline",
            &[],
            (Outcome, "baseline"),
            Kind::Text,
            "What it is compared with",
            "The service before it",
        ),
        column(
            "outcome_#_source",
            &[],
            (Outcome, "source"),
            Kind::SourceNumber,
            "The number of the source in this row that says so: 1 is source_1. May be empty where there is only one",
            "1",
        ),
        column(
            "note_#",
            &["note_#_statement", "notes"],
            (Note, "statement"),
            Kind::Text,
            "A sentence of context",
            "HTTP/3 is still served by the old proxy.",
        ),
        column(
            "note_#_source",
            &[],
            (Note, "source"),
            Kind::SourceNumber,
            "The number of the source in this row that says so",
            "1",
        ),
    ]
};

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

/// What is said of the columns in the help.
pub(super) fn documentation() -> String {
    let mut text = String::from(HOW_TO);
    for column in &COLUMNS {
        let name = column.name.replace('#', "1");
        text.extend(["\n  ", &name, "\n          ", column.doc]);
        let known = crate::well_known::well_known(coded_of(column.kind));
        if !known.is_empty() {
            let ids: Vec<_> = known.iter().map(|known| known.id).collect();
            text.extend([": ", &ids.join(", ")]);
        }
    }
    text
}

/// The list of a column's terms. An arbitrary one without well-known terms for any other column.
fn coded_of(kind: Kind) -> Coded {
    match kind {
        Kind::Term(coded) | Kind::Terms(coded) => coded,
        _ => Coded::Domain,
    }
}

const HOW_TO: &str = "\
The first row names the columns, in any order and any case; only “organization” is required. Each
further row is about one project, or about an organization without any. Empty cells are unknown.
Separators (comma, semicolon, tab), quotes and encodings (UTF-8, UTF-16) are recognized.

Lists are separated by “;”, “|” or a line break; domains and replaces also by commas, where there
is none of these. Terms are made of what you write; the ids below are recognized, as are the
labels that readers see. Dates are 2022, 2022-09 or 2022-09-14. Columns with a 1 may be repeated
with 2, 3 and so on.

What cannot be taken over is reported with its line and column, and everything else is.

Columns:";

/// A spreadsheet with every column and sample rows.
pub(super) fn template() -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = COLUMNS.iter().map(|column| column.name.replace('#', "1"));
    // Writing to memory cannot fail, and each row has a cell for each column.
    let _ = writer.write_record(header);
    let _ = writer.write_record(COLUMNS.iter().map(|column| column.sample));
    let _ = writer.write_record(COLUMNS.iter().map(second_sample));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A second row for the same project, which shows how it gets another source.
fn second_sample(column: &Column) -> &'static str {
    match column.name {
        "organization" | "project" => column.sample,
        "source_#_url" => "https://example.com/news/example-proxy",
        "source_#_title" => "EXAMPLE: a second row adds a source to the same project",
        "source_#_kind" => "press",
        _ => "",
    }
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
