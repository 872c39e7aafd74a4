//! The sentence that says what a query shows.

use super::{claims_heading, clause::Clause, counted, countries::takes_article, is_namesake};
use crate::{
    dataset::Dataset,
    link::{Provenance, Route},
    search::{Catalog, Facet, Polarity, Query, QueryPart, Refinement, SearchResults},
};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SentencePart {
    /// A count.
    Count(String),
    /// Words between the parts.
    Words(String),
    /// A part of the query, which a reader can take away where it is read.
    Part(QueryPart, String),
}

/// The lead of a sentence about projects that the author of a frame did not choose.
pub const OUTSIDE_VIEW: &str = "Outside the author’s view:";

/// The facets in the order in which English takes their clauses.
const CLAUSES: [Facet; 11] = [
    Facet::Industry,
    Facet::Country,
    Facet::Domain,
    Facet::Kind,
    Facet::Status,
    Facet::Oss,
    Facet::Replaces,
    Facet::Since,
    Facet::Metric,
    Facet::Confidence,
    Facet::Verdict,
];

/// Says what a query shows: "42 projects at 17 organizations that replaced C++ since 2018".
/// Joined by spaces, the pieces read as one sentence without a full stop.
pub fn sentence(query: &Query, results: &SearchResults, catalog: &Catalog) -> Vec<SentencePart> {
    let mut writer = Writer { query, catalog, pieces: Vec::new() };
    writer.projects(results.n_projects);
    let is_at_some = chosen(query, Facet::Org, Polarity::Include).next().is_some();
    if !is_at_some && !results.is_empty() {
        writer.words("at");
        writer.count(results.n_orgs(), "organization", "organizations");
    }
    writer.clauses(Facet::Org);
    for facet in CLAUSES {
        writer.clauses(facet);
    }
    if !query.picked().is_empty() {
        writer.part(QueryPart::Picked);
    }
    if !query.text().is_empty() {
        writer.words("matching");
        writer.part(QueryPart::Text);
    }
    writer.pieces
}

/// The sentence as plain text.
pub fn plain(pieces: &[SentencePart]) -> String {
    let mut plain = String::new();
    for piece in pieces {
        if !plain.is_empty() {
            plain.push(' ');
        }
        let (SentencePart::Count(text) | SentencePart::Words(text) | SentencePart::Part(_, text)) =
            piece;
        plain.push_str(text);
    }
    plain
}

/// What a part of a query is called on its own.
pub fn part_label(part: QueryPart, query: &Query, catalog: &Catalog) -> String {
    match part {
        QueryPart::Text => ["“", query.text(), "”"].concat(),
        QueryPart::Word(at) => ["“", query.words().nth(at).unwrap_or_default(), "”"].concat(),
        QueryPart::Picked => "picked by hand".to_owned(),
        QueryPart::Years => years_label(query),
        QueryPart::Refinement(refinement) => value_label(refinement, catalog),
    }
}

/// The title of a page, which follows its state.
pub fn title(route: &Route, dataset: &Dataset, sentence: &[SentencePart]) -> String {
    let page = match route {
        Route::Explore(query) if query.is_empty() => return dataset.title.clone(),
        Route::Explore(_) => plain(sentence),
        // Its organization has a page of the same name.
        Route::Project(project) if is_namesake(dataset.project(*project), dataset) => {
            [&route_name(route, dataset), " (project)"].concat()
        }
        route => route_name(route, dataset),
    };
    [page.as_str(), " · ", &dataset.title].concat()
}

/// The same title, with where or of when its dataset is, if that is not the site's own of today: a
/// tab and a bookmark never pass off other data as that.
pub fn foreign_title(title: String, provenance: &Provenance) -> String {
    let (how, what) = match provenance {
        Provenance::Own => return title,
        Provenance::Address(from) | Provenance::File(from) => (" (from ", from.as_str()),
        Provenance::Version(day) => (" (data of ", day.as_str()),
    };
    [&title, how, what, ")"].concat()
}

/// What a page is called, apart from what its query shows.
pub fn route_name(route: &Route, dataset: &Dataset) -> String {
    match route {
        Route::Explore(_) => dataset.title.clone(),
        Route::Organization(org) => dataset.org(*org).name.clone(),
        Route::Project(project) => {
            let project = dataset.project(*project);
            if is_namesake(project, dataset) {
                return project.name.clone();
            }
            [project.name.as_str(), " at ", &dataset.org(project.org).name].concat()
        }
        Route::Claims(verdict) => claims_heading(dataset, *verdict),
        Route::Changes => "What changed".to_owned(),
        Route::Directory => "All organizations, from A to Z".to_owned(),
        Route::About => ["About ", &dataset.title].concat(),
        Route::NotFound { .. } => "No page here".to_owned(),
    }
}

struct Writer<'q> {
    query: &'q Query,
    catalog: &'q Catalog,
    pieces: Vec<SentencePart>,
}

impl Writer<'_> {
    fn words(&mut self, words: &str) {
        self.pieces.push(SentencePart::Words(words.to_owned()));
    }

    fn part(&mut self, part: QueryPart) {
        let label = part_label(part, self.query, self.catalog);
        self.pieces.push(SentencePart::Part(part, label));
    }

    fn count(&mut self, n: usize, one: &str, many: &str) {
        let (n, noun) = counted(u32::try_from(n).unwrap_or(u32::MAX), one, many);
        self.pieces.extend([SentencePart::Count(n), SentencePart::Words(noun)]);
    }

    fn projects(&mut self, n_projects: u32) {
        match n_projects {
            0 => self.words("No projects"),
            _ => self.count(n_projects as usize, "project", "projects"),
        }
    }

    /// What is chosen in a facet, then what is left out. The values that the dataset names share a
    /// lead; the range of years and the unknown value have words of their own, and stand around
    /// them.
    fn clauses(&mut self, facet: Facet) {
        let n_before = self.pieces.len();
        if facet == Facet::Since && !self.query.years().is_all() {
            self.part(QueryPart::Years);
        }
        let asked_for = Clause::of(facet, Polarity::Include);
        self.named_values(facet, Polarity::Include, asked_for.lead);
        self.unknown_value(facet, Polarity::Include, n_before);
        let left_out = Clause::of(facet, Polarity::Exclude);
        let lead = if n_before < self.pieces.len() { "but not" } else { left_out.lead };
        self.named_values(facet, Polarity::Exclude, lead);
        self.unknown_value(facet, Polarity::Exclude, n_before);
    }

    fn named_values(&mut self, facet: Facet, polarity: Polarity, lead: &'static str) {
        let (query, unknown) = (self.query, self.catalog.unknown(facet));
        let mut lead = lead;
        for refinement in chosen(query, facet, polarity).filter(|r| Some(r.value) != unknown) {
            self.words(lead);
            self.part(QueryPart::Refinement(refinement));
            lead = "or";
        }
    }

    fn unknown_value(&mut self, facet: Facet, polarity: Polarity, n_before: usize) {
        let (query, unknown) = (self.query, self.catalog.unknown(facet));
        for refinement in chosen(query, facet, polarity).filter(|r| Some(r.value) == unknown) {
            if n_before < self.pieces.len() {
                self.words(Clause::of(facet, polarity).joint);
            }
            self.part(QueryPart::Refinement(refinement));
        }
    }
}

fn chosen(query: &Query, facet: Facet, polarity: Polarity) -> impl Iterator<Item = Refinement> {
    query.refinements_of(facet).filter(move |refinement| refinement.polarity == polarity)
}

fn value_label(refinement: Refinement, catalog: &Catalog) -> String {
    let Refinement { facet, value, polarity } = refinement;
    if catalog.unknown(facet) == Some(value) {
        return Clause::of(facet, polarity).unknown.to_owned();
    }
    let label = &catalog.value(facet, value).label;
    match facet {
        Facet::Oss => [&label.to_ascii_lowercase(), " code"].concat(),
        Facet::Country if takes_article(label) => ["the ", label].concat(),
        _ => label.clone(),
    }
}

fn years_label(query: &Query) -> String {
    let years = query.years();
    match (years.from, years.to) {
        (Some(from), Some(to)) if from == to => format!("starting in {from}"),
        (Some(from), Some(to)) => format!("starting between {from} and {to}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(to)) => format!("starting in {to} or earlier"),
        (None, None) => String::new(),
    }
}
