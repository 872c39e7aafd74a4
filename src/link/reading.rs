//! From any text to a route, and what could not be used of it.

use super::{
    Notice, Route,
    encoding::{decode, decode_query},
    notice::Notices,
    writing::EMBED,
};
use crate::{
    dataset::{Dataset, ProjectIdx},
    search::{
        Catalog, Facet, Polarity, Query, Refinement, SortBy, TEXT_MAX_CHARS, Typing, ValueIdx,
        YearRange, read_typed,
    },
};

/// How often an old id may lead to another old id. More than any history of one record needs, and
/// an end for redirects that run in a circle.
const REDIRECTS_MAX: usize = 8;

/// Keys that say how a page is shown, not what.
const PRESENTATION: [&str; 1] = ["theme"];

/// Keys that other sites append to links to count visits; prefixes where they end in `_`.
const TRACKING: [&str; 6] = ["utm_", "fbclid", "gclid", "msclkid", "mc_", "ref"];

/// Keys that are kept for what is still to come, with the one value that they have today.
const SETTLED: [(&str, &str); 3] = [("group", "organization"), ("view", "cards"), ("lang", "en")];

/// An address that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it stands for.
    pub route: Route,
    /// What could not be used; at most [`NOTICES_MAX`](super::NOTICES_MAX) and a count.
    pub notices: Vec<Notice>,
    /// It asks for the form that is shown in a frame of another page.
    pub is_embed: bool,
}

/// Reads an address below the atlas (`replaces/cpp/?industry=cloud`), with or without a leading
/// slash. Takes any text; what cannot be used is in the notices.
pub fn read(address: &str, dataset: &Dataset, catalog: &Catalog) -> Link {
    let address = address.split('#').next().unwrap_or_default();
    let (path, pairs) = address.split_once('?').unwrap_or((address, ""));
    let path = path.trim_start_matches('/');
    let embedded = path.strip_prefix(EMBED).or_else(|| (path == "embed").then_some(""));
    let segments = segments_of(embedded.unwrap_or(path));
    let mut reading =
        Reading { dataset, catalog, query: Query::default(), notices: Notices::default() };
    let route = reading.page(&segments);
    reading.pairs(pairs);
    let route = reading.route(route, &segments);
    Link { route, notices: reading.notices.into_vec(), is_embed: embedded.is_some() }
}

fn segments_of(path: &str) -> Vec<String> {
    path.split('/').map(|s| decode(s).trim().to_lowercase()).filter(|s| !s.is_empty()).collect()
}

/// What the path stands for, before the query string is read.
enum Page {
    Explore,
    Fixed(Route),
    Unknown(Option<Route>),
}

struct Reading<'d> {
    dataset: &'d Dataset,
    catalog: &'d Catalog,
    query: Query,
    notices: Notices,
}

impl Reading<'_> {
    fn page(&mut self, segments: &[String]) -> Page {
        let parts: Vec<&str> = segments.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] | ["index.html"] => Page::Explore,
            [Route::BRIEF] => Page::Explore,
            [Route::ORG] => Page::Explore,
            [Route::ORG, rest @ ..] => self.record_page(rest),
            facets => self.facet_page(facets),
        }
    }

    /// Pairs of facet and values: canonical links have one, and more are understood.
    fn facet_page(&mut self, segments: &[&str]) -> Page {
        let facets: Option<Vec<_>> =
            segments.chunks(2).map(|pair| Facet::from_key(pair[0])).collect();
        let Some(facets) = facets else { return Page::Unknown(None) };
        for (facet, pair) in facets.into_iter().zip(segments.chunks(2)) {
            self.values(facet, pair.get(1).copied().unwrap_or_default());
        }
        Page::Explore
    }

    fn record_page(&self, ids: &[&str]) -> Page {
        let mut path = format!("{}/{}", Route::ORG, ids.join("/"));
        for _ in 0..REDIRECTS_MAX {
            if let Some(route) = self.record(&path) {
                return Page::Fixed(route);
            }
            let Some(next) = self.redirected(&path) else { break };
            path = next;
        }
        let org_id = ids.first().copied().unwrap_or_default();
        let org = self.dataset.find_org(org_id).map(Route::Organization);
        Page::Unknown(org.or_else(|| Route::near_org(org_id, self.dataset, self.catalog)))
    }

    fn record(&self, path: &str) -> Option<Route> {
        let mut ids = path.split('/').skip(1);
        let org = self.dataset.find_org(ids.next()?)?;
        let route = match ids.next() {
            None => Route::Organization(org),
            Some(id) => Route::Project(self.dataset.find_project(org, id)?),
        };
        ids.next().is_none().then_some(route)
    }

    /// Where a path was moved to: as it is, or below an organization that was.
    fn redirected(&self, path: &str) -> Option<String> {
        self.dataset.redirects.iter().find_map(|redirect| {
            let rest = path.strip_prefix(redirect.from.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{}{rest}", redirect.to))
        })
    }

    fn pairs(&mut self, pairs: &str) {
        for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            self.pair(&decode_query(key).to_lowercase(), &decode_query(value));
        }
    }

    fn pair(&mut self, key: &str, value: &str) {
        match key {
            "q" => self.text(value),
            "pick" => self.picked(value),
            "sort" => self.sort(value),
            _ => match Facet::from_key(key) {
                Some(facet) => self.values(facet, value),
                None => self.other(key, value),
            },
        }
    }

    fn text(&mut self, value: &str) {
        let typed = read_typed(value, Typing::Rested, self.catalog);
        for refinement in typed.refinements {
            self.refine(refinement);
        }
        for unknown in typed.unknown {
            self.notices.add(|| Notice::UnknownValue {
                facet: unknown.facet,
                value: unknown.value,
                suggestion: unknown.suggestion,
            });
        }
        if let Some(years) = typed.years {
            self.years(years, value);
        }
        if let Some(sort) = typed.sort {
            self.query = std::mem::take(&mut self.query).with_sort(sort);
        }
        if TEXT_MAX_CHARS < typed.text.chars().count() {
            self.notices.add(|| Notice::TextCut);
        }
        let text = format!("{} {}", self.query.text(), typed.text);
        self.query = std::mem::take(&mut self.query).with_text(&text);
    }

    fn picked(&mut self, value: &str) {
        let mut picked = self.query.picked().to_vec();
        for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            match self.find_picked(&id.to_lowercase()) {
                Some(project) => picked.push(project),
                None => self.notices.add(|| Notice::UnknownProject { id: id.to_owned() }),
            }
        }
        self.query = std::mem::take(&mut self.query).with_picked(picked);
    }

    fn find_picked(&self, id: &str) -> Option<ProjectIdx> {
        let ids: Vec<&str> = id.split('/').collect();
        match self.record_page(&ids) {
            Page::Fixed(Route::Project(project)) => Some(project),
            _ => None,
        }
    }

    fn sort(&mut self, value: &str) {
        match SortBy::from_key(value.trim()) {
            Some(sort) => self.query = std::mem::take(&mut self.query).with_sort(sort),
            None => self.notices.add(|| Notice::UnknownSort { value: value.to_owned() }),
        }
    }

    fn other(&mut self, key: &str, value: &str) {
        let is_tracking = TRACKING
            .iter()
            .any(|known| if known.ends_with('_') { key.starts_with(known) } else { key == *known });
        let is_settled = SETTLED.contains(&(key, value));
        if !is_settled && !is_tracking && !PRESENTATION.contains(&key) {
            self.notices
                .add(|| Notice::UnknownKey { key: key.to_owned(), value: value.to_owned() });
        }
    }

    fn values(&mut self, facet: Facet, list: &str) {
        for value in list.split(',').map(str::trim).filter(|value| !value.is_empty()) {
            self.value(facet, value);
        }
    }

    fn value(&mut self, facet: Facet, written: &str) {
        let (polarity, id) = match written.strip_prefix('-') {
            Some(id) => (Polarity::Exclude, id),
            None => (Polarity::Include, written),
        };
        let is_years = facet == Facet::Since && !id.eq_ignore_ascii_case("unknown");
        if is_years {
            return match YearRange::parse(id) {
                Some(years) if polarity == Polarity::Include => self.years(years, written),
                _ => self.notices.add(|| Notice::UnknownYears { value: written.to_owned() }),
            };
        }
        let found = self.catalog.find(facet, id);
        match found
            .or_else(|| self.moved_org(facet, id))
            .or_else(|| self.catalog.resolve(facet, id))
        {
            Some(value) => self.refine(Refinement { facet, value, polarity }),
            None => self.notices.add(|| Notice::UnknownValue {
                facet,
                value: id.to_owned(),
                suggestion: self.catalog.suggest(facet, id),
            }),
        }
    }

    /// The value that an old id of an organization stands for today.
    fn moved_org(&self, facet: Facet, id: &str) -> Option<ValueIdx> {
        if facet != Facet::Org {
            return None;
        }
        let Page::Fixed(Route::Organization(org)) = self.record_page(&[id]) else { return None };
        self.catalog.find(facet, &self.dataset.org(org).id)
    }

    fn refine(&mut self, refinement: Refinement) {
        self.query = std::mem::take(&mut self.query).with(refinement);
    }

    fn years(&mut self, years: YearRange, written: &str) {
        let earlier = self.query.years();
        if earlier.is_all() || earlier == years {
            self.query = std::mem::take(&mut self.query).with_years(years);
        } else {
            self.notices.add(|| Notice::UnknownYears { value: written.to_owned() });
        }
    }

    /// Joins what the path and the query string say. A record's page that is narrowed by a query
    /// string is the list of that organization, narrowed.
    fn route(&mut self, page: Page, segments: &[String]) -> Route {
        let query = std::mem::take(&mut self.query);
        match page {
            Page::Explore => Route::Explore(query),
            Page::Fixed(route) => self.narrowed(route, query),
            Page::Unknown(suggestion) => {
                Route::NotFound { path: segments.join("/"), suggestion: suggestion.map(Box::new) }
            }
        }
    }

    fn narrowed(&self, route: Route, query: Query) -> Route {
        let Route::Organization(org) = route else { return route };
        let value = self.catalog.find(Facet::Org, &self.dataset.org(org).id);
        match value {
            Some(value) if !query.is_empty() => Route::Explore(query.with(Refinement {
                facet: Facet::Org,
                value,
                polarity: Polarity::Include,
            })),
            _ => route,
        }
    }
}
