//! A project on one line: the columns of every CSV file, which are the keys of the same in JSON.
//!
//! `rustscape import csv` reads columns of these names as what they are here; it does not know
//! those that are made for readers: `headline`, `n_sources`, `url` and `file`.

use rustscape::{
    dataset::{Coded, Date, Organization, Project, ProjectIdx, TermIdx, Url},
    link::Route,
    wording::headline,
};
use serde_json::{Value, json};

use super::{Publication, address};

/// A column.
pub(super) struct Column {
    /// What it is called. It never changes.
    pub(super) name: &'static str,
    /// What it holds.
    pub(super) doc: &'static str,
    /// What its values are in JSON.
    pub(super) form: Form,
    /// Its value for a project.
    pub(super) value: fn(&Row<'_>) -> Value,
}

/// What the values of a column are in JSON. Those that can be unknown are `null` then, or an empty
/// list; an empty cell in CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A text that is always there.
    Text,
    /// A text that may be unknown.
    TextOrNull,
    /// An absolute address that is always there.
    Url,
    /// An absolute address that may be unknown.
    UrlOrNull,
    /// Ids of the vocabulary.
    Ids,
    /// A year that may be unknown.
    YearOrNull,
    /// Yes or no, or unknown.
    BoolOrNull,
    /// How many.
    Count,
}

/// The project of a line.
pub(super) struct Row<'p> {
    publication: &'p Publication,
    idx: ProjectIdx,
    project: &'p Project,
    org: &'p Organization,
}

impl<'p> Row<'p> {
    /// The line of a project.
    pub(super) fn of(publication: &'p Publication, idx: ProjectIdx) -> Self {
        let project = publication.dataset().project(idx);
        Self { publication, idx, project, org: publication.dataset().org(project.org) }
    }

    fn id(&self, coded: Coded, term: Option<TermIdx>) -> Value {
        let vocabulary = &self.publication.dataset().vocabulary;
        json!(term.map(|term| &vocabulary.term(coded, term).id))
    }

    fn ids(&self, coded: Coded, terms: &[TermIdx]) -> Value {
        terms.iter().map(|term| self.id(coded, Some(*term))).collect()
    }
}

/// The figure with spaces that may break: in a table nothing has to be kept together.
fn headline_text(row: &Row<'_>) -> Value {
    let headline = headline(row.project, &row.publication.dataset().vocabulary);
    let text = headline.map(|(_, figure)| [figure.amount, figure.quantity].join(" "));
    json!(text.map(|text| text.replace('\u{a0}', " ")))
}

/// The first address of a source. Some sources, such as books, have none.
fn source_url(row: &Row<'_>) -> Value {
    let url = row.project.sources.iter().find_map(|source| source.url.as_ref());
    json!(url.map(Url::as_str))
}

const fn column(
    name: &'static str,
    form: Form,
    doc: &'static str,
    value: fn(&Row<'_>) -> Value,
) -> Column {
    Column { name, doc, form, value }
}

/// Every column, in order. New ones are added at the end.
pub(super) static COLUMNS: [Column; 23] = [
    column("organization_id", Form::Text, "The id of the organization.", |row| json!(row.org.id)),
    column("organization", Form::Text, "What the organization is called.", |row| {
        json!(row.org.name)
    }),
    column("industry", Form::TextOrNull, "What the organization does: an id.", |row| {
        row.id(Coded::Industry, row.org.industry)
    }),
    column(
        "country",
        Form::TextOrNull,
        "Where the organization is at home: two letters of ISO 3166-1.",
        |row| json!(row.org.country),
    ),
    column("project_id", Form::Text, "The id of the project in its organization.", |row| {
        json!(row.project.id)
    }),
    column("project", Form::Text, "What the project is called.", |row| json!(row.project.name)),
    column("summary", Form::TextOrNull, "What it is, in a sentence or two.", |row| {
        json!(Some(&row.project.summary).filter(|summary| !summary.is_empty()))
    }),
    column("domains", Form::Ids, "What it is about: ids.", |row| {
        row.ids(Coded::Domain, &row.project.domains)
    }),
    column("replaces", Form::Ids, "What it took the place of: ids.", |row| {
        row.ids(Coded::Replaces, &row.project.replaces)
    }),
    column("kind", Form::TextOrNull, "How it came to be: an id.", |row| {
        row.id(Coded::Kind, row.project.kind)
    }),
    column("status", Form::TextOrNull, "How it stands: an id.", |row| {
        row.id(Coded::Status, row.project.status)
    }),
    column("since", Form::YearOrNull, "The year from which it is in use.", |row| {
        json!(row.project.since)
    }),
    column("until", Form::YearOrNull, "The year in which it ended.", |row| {
        json!(row.project.until)
    }),
    column("open_source", Form::BoolOrNull, "Whether its source code is open.", |row| {
        json!(row.project.open_source)
    }),
    column("repository", Form::UrlOrNull, "Where its source code is.", |row| {
        json!(row.project.repository.as_ref().map(Url::as_str))
    }),
    column("license", Form::TextOrNull, "The license of its source code.", |row| {
        json!(row.project.license)
    }),
    column("confidence", Form::Text, "How well it is supported: an id.", |row| {
        row.id(Coded::Confidence, Some(row.project.confidence))
    }),
    column(
        "verified",
        Form::TextOrNull,
        "The day on which its sources were last looked at.",
        |row| json!(row.project.verified.as_ref().map(Date::as_str)),
    ),
    column(
        "headline",
        Form::TextOrNull,
        "The first measured outcome that can be told as a figure, such as “−70 % CPU” (with U+2212 for minus).",
        headline_text,
    ),
    column("n_sources", Form::Count, "How many sources it has.", |row| {
        json!(row.project.sources.len())
    }),
    column(
        "source_1_url",
        Form::UrlOrNull,
        "The address of the first source that has one.",
        source_url,
    ),
    column("url", Form::Url, "Its page.", |row| {
        json!(row.publication.absolute(&Route::Project(row.idx)))
    }),
    column("file", Form::Url, "Its complete record, as JSON.", |row| {
        json!(row.publication.url.absolute(&address::project(&row.org.id, &row.project.id)))
    }),
];
