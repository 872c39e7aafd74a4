//! The sentence about the results of a query, and the titles of pages.

use super::{claims_heading, clause::Clause, counted, countries::takes_article, is_namesake};
use crate::{
    dataset::Dataset,
    link::{Provenance, Route},
    search::{Catalog, Facet, Polarity, Query, QueryPart, Refinement, SearchResults},
};

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SentencePart {
    /// A formatted count.
    Count(String),
    /// Words between counts and parts of the query.
    Words(String),
    /// A part of the query with its label. The page shows it as a button that removes the part.
    Part(QueryPart, String),
}

/// Lead of a sentence in a frame that shows projects outside of the author's view.
pub const OUTSIDE_VIEW: &str = "Outside the author’s view:";

/// Facets in the order of their clauses in a sentence.
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

/// Returns the sentence about the results of a query: "42 projects at 17 organizations that replaced
/// C++ since 2018". [`plain`] joins its parts with spaces. It has no full stop.
///
/// # Examples
///
/// ```
/// use rustscape::{
///     dataset::read,
///     search::{Index, Query},
///     wording::{NAMES, plain, sentence},
/// };
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {}, "organizations": []}"#;
/// let (dataset, _) = read(file)?;
/// let index = Index::new(&dataset, &NAMES);
/// let query = Query::default().with_text("proxy");
/// let sentence = sentence(&query, &index.search(&query), index.catalog());
/// assert_eq!(plain(&sentence), "No projects matching “proxy”");
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
pub fn sentence(query: &Query, results: &SearchResults, catalog: &Catalog) -> Vec<SentencePart> {
    let mut writer = Writer { query, catalog, parts: Vec::new() };
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
    writer.parts
}

/// Joins the parts of a sentence to plain text.
pub fn plain(parts: &[SentencePart]) -> String {
    let mut plain = String::new();
    for part in parts {
        if !plain.is_empty() {
            plain.push(' ');
        }
        let (SentencePart::Count(text) | SentencePart::Words(text) | SentencePart::Part(_, text)) =
            part;
        plain.push_str(text);
    }
    plain
}

/// Returns the label of a part of a query.
pub fn part_label(part: QueryPart, query: &Query, catalog: &Catalog) -> String {
    match part {
        QueryPart::Text => ["“", query.text(), "”"].concat(),
        QueryPart::Word(at) => ["“", query.words().nth(at).unwrap_or_default(), "”"].concat(),
        QueryPart::Picked => "in this selection".to_owned(),
        QueryPart::Years => years_label(query),
        QueryPart::Refinement(refinement) => value_label(refinement, catalog),
    }
}

/// Returns the title of a page. `sentence` is the sentence about its results, for a list.
///
/// # Examples
///
/// ```
/// use rustscape::{dataset::read, link::Route, wording::title};
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {}, "organizations": []}"#;
/// let (dataset, _) = read(file)?;
/// assert_eq!(title(&Route::About, &dataset, &[]), "About Atlas · Atlas");
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
pub fn title(route: &Route, dataset: &Dataset, sentence: &[SentencePart]) -> String {
    let page = match route {
        Route::Explore(query) if query.is_empty() => return dataset.title.clone(),
        Route::Explore(_) => plain(sentence),
        // The page of its organization has the same name.
        Route::Project(project) if is_namesake(dataset.project(*project), dataset) => {
            [&route_name(route, dataset), " (project)"].concat()
        }
        route => route_name(route, dataset),
    };
    [page.as_str(), " · ", &dataset.title].concat()
}

/// Adds the origin or the day of the dataset to a title if it is not the site's current data, so that
/// tabs and bookmarks are not mistaken for it.
pub fn foreign_title(title: String, provenance: &Provenance) -> String {
    let (lead, origin) = match provenance {
        Provenance::Own => return title,
        Provenance::Address(from) | Provenance::File(from) => (" (from ", from.as_str()),
        Provenance::Version(day) => (" (data of ", day.as_str()),
    };
    [&title, lead, origin, ")"].concat()
}

/// Returns the name of a page. The name of a list is the title of the dataset.
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
        Route::NotFound { .. } => "Page not found".to_owned(),
    }
}

struct Writer<'q> {
    query: &'q Query,
    catalog: &'q Catalog,
    parts: Vec<SentencePart>,
}

impl Writer<'_> {
    fn words(&mut self, words: &str) {
        self.parts.push(SentencePart::Words(words.to_owned()));
    }

    fn part(&mut self, part: QueryPart) {
        let label = part_label(part, self.query, self.catalog);
        self.parts.push(SentencePart::Part(part, label));
    }

    fn count(&mut self, n: usize, one: &str, many: &str) {
        let (n, noun) = counted(u32::try_from(n).unwrap_or(u32::MAX), one, many);
        self.parts.extend([SentencePart::Count(n), SentencePart::Words(noun)]);
    }

    fn projects(&mut self, n_projects: u32) {
        match n_projects {
            0 => self.words("No projects"),
            _ => self.count(n_projects as usize, "project", "projects"),
        }
    }

    /// Writes the included values of a facet, then the excluded ones. Known values share a lead; the
    /// range of years before them and the unknown value after them have their own phrases.
    fn clauses(&mut self, facet: Facet) {
        let n_before = self.parts.len();
        if facet == Facet::Since && !self.query.years().is_all() {
            self.part(QueryPart::Years);
        }
        let included = Clause::new(facet, Polarity::Include);
        self.named_values(facet, Polarity::Include, included.lead);
        self.unknown_value(facet, Polarity::Include, n_before);
        let excluded = Clause::new(facet, Polarity::Exclude);
        let lead = if self.parts.len() > n_before { "but not" } else { excluded.lead };
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
            if self.parts.len() > n_before {
                self.words(Clause::new(facet, polarity).conjunction);
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
        return Clause::new(facet, polarity).unknown.to_owned();
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
