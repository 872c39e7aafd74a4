//! The sentence that says what a query shows.

use super::{counted, unknown_label};
use crate::{
    dataset::Dataset,
    link::Route,
    search::{Catalog, Facet, Part, Polarity, Query, Refinement, SearchResults},
};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// A count.
    Count(String),
    /// Words between the parts.
    Words(String),
    /// A part of the query, which a reader can take away where it is read.
    Part(Part, String),
}

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
pub fn sentence(query: &Query, results: &SearchResults, catalog: &Catalog) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (n, noun) = counted(results.n_projects, "project", "projects");
    pieces.extend([Piece::Count(n), Piece::Words(format!("{noun} at"))]);
    if !values(&mut pieces, query, Facet::Org, Polarity::Include, catalog) {
        let n_orgs = u32::try_from(results.groups.len()).unwrap_or(u32::MAX);
        let (n, noun) = counted(n_orgs, "organization", "organizations");
        pieces.extend([Piece::Count(n), Piece::Words(noun)]);
    }
    clause(&mut pieces, query, Facet::Org, "", "other than", catalog);
    for facet in CLAUSES {
        let (include, exclude) = leads(facet);
        clause(&mut pieces, query, facet, include, exclude, catalog);
    }
    if !query.picked().is_empty() {
        pieces.push(Piece::Part(Part::Picked, "picked by hand".to_owned()));
    }
    if !query.text().is_empty() {
        pieces.push(Piece::Words("matching".to_owned()));
        pieces.push(Piece::Part(Part::Text, part_label(Part::Text, query, catalog)));
    }
    pieces
}

/// The sentence as plain text.
pub fn plain(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Count(text) | Piece::Words(text) | Piece::Part(_, text) => text.as_str(),
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// What a part of a query is called on its own.
pub fn part_label(part: Part, query: &Query, catalog: &Catalog) -> String {
    match part {
        Part::Text => format!("“{}”", query.text()),
        Part::Picked => "picked by hand".to_owned(),
        Part::Years => years_label(query),
        Part::Refinement(refinement) => value_label(refinement, catalog),
    }
}

/// The title of a page, which follows its state.
pub fn title(route: &Route, dataset: &Dataset, sentence: &[Piece]) -> String {
    let atlas = &dataset.title;
    match route {
        Route::Explore(query) if query.is_empty() => atlas.clone(),
        Route::Explore(_) => format!("{} · {atlas}", plain(sentence)),
        route => format!("{} · {atlas}", route_name(route, dataset)),
    }
}

/// What a page is called, apart from what its query shows.
pub fn route_name(route: &Route, dataset: &Dataset) -> String {
    match route {
        Route::Explore(_) => dataset.title.clone(),
        Route::Organization(org) => dataset.org(*org).name.clone(),
        Route::Project(project) => {
            let project = dataset.project(*project);
            format!("{} at {}", project.name, dataset.org(project.org).name)
        }
        Route::NotFound { .. } => "No page here".to_owned(),
    }
}

fn leads(facet: Facet) -> (&'static str, &'static str) {
    match facet {
        Facet::Org => ("at", "not at"),
        Facet::Industry => ("in", "not in"),
        Facet::Country => ("from", "not from"),
        Facet::Domain => ("for", "not for"),
        Facet::Kind => ("of kind", "not of kind"),
        Facet::Status => ("with status", "without status"),
        Facet::Replaces => ("that replaced", "that did not replace"),
        Facet::Since => ("since", "not since"),
        Facet::Oss => ("with", "without"),
        Facet::Confidence => ("with evidence", "without evidence"),
        Facet::Verdict => ("with a claim that is", "without a claim that is"),
        Facet::Metric => ("with a measured effect on", "without a measured effect on"),
    }
}

fn clause(
    pieces: &mut Vec<Piece>,
    query: &Query,
    facet: Facet,
    include: &str,
    exclude: &str,
    catalog: &Catalog,
) {
    if facet == Facet::Since && !query.years().is_all() {
        pieces.push(Piece::Part(Part::Years, years_label(query)));
        if query.refinements_of(facet).any(|r| r.polarity == Polarity::Include) {
            pieces.push(Piece::Words("or".to_owned()));
            values(pieces, query, facet, Polarity::Include, catalog);
        }
    } else if facet != Facet::Org {
        lead_and_values(pieces, query, facet, Polarity::Include, include, catalog);
    }
    lead_and_values(pieces, query, facet, Polarity::Exclude, exclude, catalog);
}

fn lead_and_values(
    pieces: &mut Vec<Piece>,
    query: &Query,
    facet: Facet,
    polarity: Polarity,
    lead: &str,
    catalog: &Catalog,
) {
    let n_before = pieces.len();
    pieces.push(Piece::Words(lead.to_owned()));
    if !values(pieces, query, facet, polarity, catalog) {
        pieces.truncate(n_before);
    }
}

/// Appends the chosen values with "or" between them; says whether there are any.
fn values(
    pieces: &mut Vec<Piece>,
    query: &Query,
    facet: Facet,
    polarity: Polarity,
    catalog: &Catalog,
) -> bool {
    let mut any = false;
    for refinement in query.refinements_of(facet).filter(|r| r.polarity == polarity) {
        if any {
            pieces.push(Piece::Words("or".to_owned()));
        }
        pieces.push(Piece::Part(Part::Refinement(refinement), value_label(refinement, catalog)));
        any = true;
    }
    any
}

fn value_label(refinement: Refinement, catalog: &Catalog) -> String {
    let Refinement { facet, value, .. } = refinement;
    let value = catalog.value(facet, value);
    if value.label != unknown_label(facet) {
        return value.label.clone();
    }
    // Below a heading "Unknown" is enough; in a sentence it has to say of what.
    match facet {
        Facet::Since => "an unknown year",
        Facet::Industry => "an unknown industry",
        Facet::Country => "an unknown country",
        Facet::Domain => "an unknown domain",
        Facet::Kind => "unknown",
        Facet::Oss => "source code of unknown openness",
        Facet::Replaces => "something that is not stated",
        Facet::Verdict => "not there to check",
        Facet::Metric => "nothing",
        _ => "unknown",
    }
    .to_owned()
}

fn years_label(query: &Query) -> String {
    let years = query.years();
    match (years.from, years.to) {
        (Some(from), Some(to)) if from == to => format!("since just {from}"),
        (Some(from), Some(to)) => format!("since {from} to {to}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::new(),
    }
}
