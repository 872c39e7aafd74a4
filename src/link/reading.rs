//! Lenient reader of addresses.

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

/// Maximum number of characters of a path: several times the longest path of a page. The rest of a
/// longer path is dropped and counted.
const PATH_MAX_CHARS: usize = 500;

/// File name of a folder's page on file servers.
const INDEX_FILE: &str = "index.html";

/// Folders with files instead of pages.
const FILES: [&str; 2] = ["data/", "api/"];

/// Result of reading an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedLink {
    /// State that the address describes.
    pub route: Route,
    /// Notices about unusable parts: at most [`NOTICES_MAX`](super::NOTICES_MAX) and a count.
    pub notices: Vec<Notice>,
    /// `true` if the address is for a frame in another page.
    pub is_embed: bool,
    /// Display options of a frame.
    pub embed_options: EmbedOptions,
}

/// Reads an address below the atlas, with or without a leading slash.
///
/// Accepts any text; an unusable part becomes a notice. The time is bounded also for very long texts,
/// because the number of looked-up values is limited.
///
/// # Examples
///
/// ```
/// use rustscape::{
///     dataset::read,
///     link::{self, Notice, Route},
///     search::Index,
///     wording::NAMES,
/// };
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {}, "organizations": []}"#;
/// let (dataset, _) = read(file)?;
/// let index = Index::new(&dataset, &NAMES);
/// let link = link::read("about/?color=red", &dataset, index.catalog());
/// assert_eq!(link.route, Route::About);
/// assert!(matches!(link.notices[..], [Notice::UnknownKey { .. }]));
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
pub fn read(address: &str, dataset: &Dataset, catalog: &Catalog) -> ParsedLink {
    let address = address.split('#').next().unwrap_or_default();
    let (path, pairs) = address.split_once('?').unwrap_or((address, ""));
    let decoded = decode_path(path);
    let path = cut(&decoded);
    let mut segments = segments_of(path);
    let is_embed = strip_embed(&mut segments);
    let mut params = ParamReader::new(dataset, catalog);
    let page = read_page(&segments, &mut params, dataset, catalog);
    if decoded.len() > path.len() && !matches!(page, Page::Unknown { .. }) {
        params.count_cut();
    }
    params.read(pairs);
    let (query, embed_options, notices) = params.finish();
    ParsedLink { route: page.narrowed(query, dataset, catalog), notices, is_embed, embed_options }
}

/// Cuts a decoded path to the maximum length, at the end of a value.
fn cut(path: &str) -> &str {
    let Some((end, _)) = path.char_indices().nth(PATH_MAX_CHARS) else { return path };
    let read = path.get(..end).unwrap_or_default();
    read.rsplit_once(',').map_or(read, |(read, _)| read)
}

/// Returns the segments of a decoded path in lower case, without empty and relative ones. Escaped
/// slashes count as slashes, because some programs escape them.
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

/// Removes the segment that marks an address for frames. Returns whether it was present.
fn strip_embed(segments: &mut Vec<String>) -> bool {
    let is_mark = |segment: &String| segment == EMBED.trim_end_matches('/');
    let n_marks = segments.iter().take_while(|segment| is_mark(segment)).count();
    segments.drain(..n_marks);
    n_marks > 0
}

/// Page of a path, before the query string is read.
enum Page {
    Explore,
    Directory,
    Record(Route),
    Claims,
    Unknown { path: String, suggestion: Option<Route> },
}

/// Reads a path. Adds its values to those of the query string.
fn read_page(
    segments: &[String],
    params: &mut ParamReader<'_>,
    dataset: &Dataset,
    catalog: &Catalog,
) -> Page {
    match segments {
        [] => return Page::Explore,
        [only] if only == Route::BRIEF => return Page::Explore,
        [only] if only == Route::ORG => return Page::Directory,
        [only] if only == Route::CLAIMS => return Page::Claims,
        [first, verdict] if first == Route::CLAIMS => {
            params.add_values(Facet::Verdict, verdict);
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
    // Facets and values alternate. Canonical paths have one pair, but more pairs are accepted.
    if !segments.iter().step_by(2).all(|key| Facet::from_key(key).is_some()) {
        return unknown_page(segments, None);
    }
    for pair in segments.chunks(2) {
        match (Facet::from_key(&pair[0]), pair.get(1)) {
            (Some(facet), Some(values)) => params.add_values(facet, values),
            (Some(facet), None) => params.add_missing_value(facet),
            (None, _) => {}
        }
    }
    Page::Explore
}

fn unknown_page(segments: &[String], suggestion: Option<Route>) -> Page {
    Page::Unknown { path: segments.join("/"), suggestion }
}

impl Page {
    /// Returns the route of the page with a query. With a query, an organization becomes the list of
    /// its projects, and the directory becomes a list; other pages ignore the query.
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

/// Returns the first verdict that a query includes. A dataset without claims has no pages of verdicts.
fn verdict_of(query: &Query, dataset: &Dataset, catalog: &Catalog) -> Option<TermIdx> {
    dataset.claims().next()?;
    let mut verdicts = query.refinements_of(Facet::Verdict);
    let first = verdicts.find(|refinement| refinement.polarity == Polarity::Include)?;
    dataset.vocabulary.find(VocabularyKind::Verdict, &catalog.value(Facet::Verdict, first.value).id)
}

/// Restricts a query to the projects of an organization.
pub fn refine_by_org(query: Query, org: OrgIdx, dataset: &Dataset, catalog: &Catalog) -> Query {
    let facet = Facet::Org;
    match catalog.find(facet, &dataset.org(org).id) {
        Some(value) => query.with(Refinement { facet, value, polarity: Polarity::Include }),
        None => query,
    }
}

/// Returns whether an address below the atlas is a file, which the browser has to fetch from the server.
pub fn is_file(address: &str) -> bool {
    FILES.iter().any(|folder| address.starts_with(folder))
}
