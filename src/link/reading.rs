//! From any text to a route, and what could not be used of it.

mod params;

use self::params::ParamReader;
use super::{
    EmbedOptions, Notice, Route,
    encoding::decode_path,
    record::{find_record, near_record},
    writing::EMBED,
};
use crate::{
    dataset::{Dataset, OrgIdx, TermIdx, VocabularyKind},
    search::{Catalog, Facet, Polarity, Query, Refinement},
};

/// The most characters of a path that are read: several times the longest path that there is. A
/// longer one is no page: it is shown and kept only so far, and values beyond are counted.
const PATH_MAX_CHARS: usize = 500;

/// What file servers call the page of a folder.
const INDEX_FILE: &str = "index.html";

/// The first segments below which there are files, not pages.
const FILES: [&str; 2] = ["data/", "api/"];

/// An address that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedLink {
    /// What it stands for.
    pub route: Route,
    /// What could not be used; at most [`NOTICES_MAX`](super::NOTICES_MAX) and a count.
    pub notices: Vec<Notice>,
    /// It asks for the form that is shown in a frame of another page.
    pub is_embed: bool,
    /// How a frame of it looks.
    pub embed_options: EmbedOptions,
}

/// Reads an address below the atlas (`replaces/cpp/?industry=cloud`), with or without a leading
/// slash. Takes any text; what cannot be used is in the notices. However long the text is, only so
/// much of it is looked up that a reader does not notice.
pub fn read(address: &str, dataset: &Dataset, catalog: &Catalog) -> ParsedLink {
    let address = address.split('#').next().unwrap_or_default();
    let (path, pairs) = address.split_once('?').unwrap_or((address, ""));
    let decoded = decode_path(path);
    let path = cut(&decoded);
    let mut segments = segments_of(path);
    let is_embed = strip_embed(&mut segments);
    let mut reading = ParamReader::new(dataset, catalog);
    let page = read_page(&segments, &mut reading, dataset, catalog);
    if path.len() < decoded.len() && !matches!(page, Page::Unknown { .. }) {
        reading.count_cut();
    }
    reading.read(pairs);
    let (query, embed_options, notices) = reading.finish();
    ParsedLink { route: page.narrowed(query, dataset, catalog), notices, is_embed, embed_options }
}

/// The part of a decoded path that is read. No value of a list is cut into pieces, as these may be
/// other values.
fn cut(path: &str) -> &str {
    let Some((end, _)) = path.char_indices().nth(PATH_MAX_CHARS) else { return path };
    let read = path.get(..end).unwrap_or_default();
    read.rsplit_once(',').map_or(read, |(read, _)| read)
}

/// The segments of a decoded path in lower case, without those that mean nothing. Escaped slashes
/// are slashes, since some programs escape them.
fn segments_of(path: &str) -> Vec<String> {
    let mut segments = Vec::new();
    for segment in path.split('/').map(str::trim) {
        if !matches!(segment, "" | "." | "..") {
            segments.push(segment.to_ascii_lowercase());
        }
    }
    while segments.last().is_some_and(|segment| segment == INDEX_FILE) {
        segments.pop();
    }
    segments
}

/// Takes the mark of the form for frames away, and says whether it was there.
fn strip_embed(segments: &mut Vec<String>) -> bool {
    let is_mark = |segment: &String| segment == EMBED.trim_end_matches('/');
    let n_marks = segments.iter().take_while(|segment| is_mark(segment)).count();
    segments.drain(..n_marks);
    0 < n_marks
}

/// What a path stands for, before the query string is read.
enum Page {
    Explore,
    Directory,
    Record(Route),
    Claims,
    Unknown { path: String, suggestion: Option<Route> },
}

/// Reads a path; the values in it go where those of the query string go.
fn read_page(
    segments: &[String],
    pairs: &mut ParamReader<'_>,
    dataset: &Dataset,
    catalog: &Catalog,
) -> Page {
    match segments {
        [] => return Page::Explore,
        [only] if only == Route::BRIEF => return Page::Explore,
        [only] if only == Route::ORG => return Page::Directory,
        [only] if only == Route::CLAIMS => return Page::Claims,
        [first, verdict] if first == Route::CLAIMS => {
            pairs.add_values(Facet::Verdict, verdict);
            return Page::Claims;
        }
        [only] if only == Route::CHANGES => return Page::Record(Route::Changes),
        [only] if only == Route::ABOUT => return Page::Record(Route::About),
        [first, ids @ ..] if first == Route::ORG => {
            return match find_record(&ids.join("/"), dataset) {
                Ok(route) => Page::Record(route),
                Err(ids) => unknown_page(segments, near_record(&ids, dataset, catalog)),
            };
        }
        _ => {}
    }
    // Facets and values by turns: canonical paths have one of each, and more are understood.
    if !segments.iter().step_by(2).all(|key| Facet::from_key(key).is_some()) {
        return unknown_page(segments, None);
    }
    for pair in segments.chunks(2) {
        match (Facet::from_key(&pair[0]), pair.get(1)) {
            (Some(facet), Some(values)) => pairs.add_values(facet, values),
            (Some(facet), None) => pairs.lack_value(facet),
            (None, _) => {}
        }
    }
    Page::Explore
}

fn unknown_page(segments: &[String], suggestion: Option<Route>) -> Page {
    Page::Unknown { path: segments.join("/"), suggestion }
}

impl Page {
    /// The route of the page with what the query string says. An organization that is narrowed is
    /// the list of its projects, all of them narrowed are the list of what is asked for; other pages
    /// cannot be narrowed.
    fn narrowed(self, query: Query, dataset: &Dataset, catalog: &Catalog) -> Route {
        match self {
            Self::Directory if query.is_empty() => Route::Directory,
            Self::Explore | Self::Directory => Route::Explore(query),
            Self::Record(Route::Organization(org)) if !query.is_empty() => {
                Route::Explore(refine_by_org(query, org, dataset, catalog))
            }
            Self::Record(route) => route,
            Self::Claims => Route::Claims(verdict_of(&query, dataset, catalog)),
            Self::Unknown { path, suggestion } => {
                Route::NotFound { path, suggestion: suggestion.map(Box::new) }
            }
        }
    }
}

/// The first verdict that a query asks for. Having none is no verdict, and without claims there is
/// one page of them.
fn verdict_of(query: &Query, dataset: &Dataset, catalog: &Catalog) -> Option<TermIdx> {
    dataset.claims().next()?;
    let mut asked = query.refinements_of(Facet::Verdict);
    let asked = asked.find(|refinement| refinement.polarity == Polarity::Include)?;
    dataset.vocabulary.find(VocabularyKind::Verdict, &catalog.value(Facet::Verdict, asked.value).id)
}

/// The query narrowed to the projects of an organization.
pub fn refine_by_org(query: Query, org: OrgIdx, dataset: &Dataset, catalog: &Catalog) -> Query {
    let facet = Facet::Org;
    match catalog.find(facet, &dataset.org(org).id) {
        Some(value) => query.with(Refinement { facet, value, polarity: Polarity::Include }),
        None => query,
    }
}

/// Whether an address below the atlas is that of a file, which the server has to answer.
pub fn is_file(address: &str) -> bool {
    FILES.iter().any(|folder| address.starts_with(folder))
}
