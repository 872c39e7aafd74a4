//! Reader of parameters, from a query string or a path.

use crate::{
    dataset::{Dataset, ProjectIdx},
    link::{
        EmbedOptions, Notice, NoticeOrigin, Route,
        encoding::{decode_query, decode_values},
        notice::Notices,
        provenance::{DATA, is_broken_day, parse_day},
        record::find_record,
    },
    search::{
        Catalog, Facet, InputState, Polarity, Query, Refinement, SortBy, TEXT_MAX_CHARS,
        UnknownQualifier, ValueIdx, YearRange, parse_input,
    },
};

/// Maximum number of values in one link: more than a large dataset has values.
const PARTS_MAX: usize = 2_000;

/// Maximum number of values in one link that are looked up by label or by an old id, which is slow. The
/// interface writes ids, and nobody types that many labels.
const LOOKUPS_MAX: usize = 50;

/// Maximum number of characters of `q`: twice the maximum of a search text, to leave room for
/// qualifiers.
const TYPED_MAX_CHARS: usize = 2 * TEXT_MAX_CHARS;

/// Keys that other sites append to links for tracking. A key that ends in `_` is a prefix.
const TRACKING: [&str; 14] = [
    "utm_", "mc_", "_hs", "ref", "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid",
    "twclid", "yclid", "igshid", "mkt_tok",
];

/// Keys that are reserved for the future, with their only valid value.
const RESERVED: [(&str, &str); 3] = [("group", "organization"), ("view", "cards"), ("lang", "en")];

/// Unknown value of `since`. Any other value of `since` is a range of years.
const UNKNOWN: &str = "unknown";

/// Collects the parameters of a link.
pub(super) struct ParamReader<'d> {
    dataset: &'d Dataset,
    catalog: &'d Catalog,
    query: Query,
    typed: String,
    picked: Vec<ProjectIdx>,
    sort: Option<SortBy>,
    embed_options: EmbedOptions,
    notices: Notices,
    n_parts_left: usize,
    n_lookups_left: usize,
}

impl<'d> ParamReader<'d> {
    pub(super) fn new(dataset: &'d Dataset, catalog: &'d Catalog) -> Self {
        Self {
            dataset,
            catalog,
            query: Query::default(),
            typed: String::new(),
            picked: Vec::new(),
            sort: None,
            embed_options: EmbedOptions::default(),
            notices: Notices::default(),
            n_parts_left: PARTS_MAX,
            n_lookups_left: LOOKUPS_MAX,
        }
    }

    /// Reads a query string.
    pub(super) fn read(&mut self, pairs: &str) {
        for pair in pairs.split('&').filter(|pair| !pair.is_empty()) {
            if self.has_room() {
                let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
                self.add(&decode_query(key).to_ascii_lowercase(), value);
            }
        }
    }

    /// Counts the dropped rest of a path that is too long.
    pub(super) fn count_cut(&mut self) {
        self.notices.count_more();
    }

    /// Adds a list of values of a facet. A leading `-` marks an excluded value.
    pub(super) fn add_values(&mut self, facet: Facet, list: &str) {
        for value in list.split(',').map(str::trim).filter(|value| !value.is_empty()) {
            if self.has_room() {
                self.add_value(facet, value);
            }
        }
    }

    /// Adds a notice about a facet without a value in the path.
    pub(super) fn add_missing_value(&mut self, facet: Facet) {
        self.notices.add(Notice::NoValue { facet });
    }

    /// Returns the query, the options of a frame and the notices. Text and sort order are applied last,
    /// so that the order of the parameters makes no difference.
    pub(super) fn finish(mut self) -> (Query, EmbedOptions, Vec<Notice>) {
        let typed = std::mem::take(&mut self.typed);
        self.add_typed(&typed);
        let query = self.query.with_picked(self.picked);
        let query = match self.sort {
            Some(sort) => query.with_sort(sort),
            None => query,
        };
        (query, self.embed_options, self.notices.into_vec())
    }

    /// Returns whether the link may have another value. Otherwise counts the value.
    fn has_room(&mut self) -> bool {
        if self.n_parts_left == 0 {
            self.notices.count_more();
            return false;
        }
        self.n_parts_left -= 1;
        true
    }

    /// Adds a parameter, whose value is still encoded.
    fn add(&mut self, key: &str, value: &str) {
        if let Some(facet) = Facet::from_key(key) {
            return self.add_values(facet, &decode_values(value));
        }
        let value = decode_query(value);
        match key {
            "q" => {
                self.typed.push(' ');
                self.typed.push_str(&value);
            }
            "pick" => self.add_picked(&value),
            "sort" => self.add_sort(value.trim()),
            DATA if !is_broken_day(&value) => self.add_data(&value),
            _ if self.embed_options.set_param(key, &value) || is_ignored(key, &value) => {}
            _ => self.notices.add(Notice::UnknownKey { key: key.to_owned(), value }),
        }
    }

    /// Adds a sort order. The last one counts.
    fn add_sort(&mut self, key: &str) {
        match SortBy::from_key(key) {
            None if key.is_empty() => {}
            None => self.notices.add(Notice::UnknownSort { value: key.to_owned() }),
            sort => self.sort = sort,
        }
    }

    /// Adds a notice if the dataset is newer than the day in the link. The loader has chosen the dataset
    /// already.
    fn add_data(&mut self, value: &str) {
        let is_newer = self.dataset.updated.as_ref().is_some_and(|day| day.as_str() > value);
        if is_newer && parse_day(value).is_some() {
            self.notices.add(Notice::UnknownVersion { value: value.to_owned() });
        }
    }

    fn add_picked(&mut self, list: &str) {
        for id in list.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            if !self.has_room() {
                continue;
            }
            match find_record(&id.to_ascii_lowercase(), self.dataset) {
                Ok(Route::Project(project)) => self.picked.push(project),
                _ => self.notices.add(Notice::UnknownProject { id: id.to_owned() }),
            }
        }
    }

    fn add_value(&mut self, facet: Facet, written: &str) {
        let (polarity, id) = match written.strip_prefix('-') {
            Some(id) => (Polarity::Exclude, id),
            None => (Polarity::Include, written),
        };
        if facet == Facet::Since && !id.eq_ignore_ascii_case(UNKNOWN) {
            return match YearRange::parse(id) {
                Some(years) if polarity == Polarity::Include => self.add_years(years),
                _ => self.notices.add(Notice::UnknownYears { value: written.to_owned() }),
            };
        }
        match self.find_value(facet, id) {
            Some(value) => self.refine(Refinement { facet, value, polarity }),
            None => self.add_unknown(facet, polarity, id),
        }
    }

    fn find_value(&mut self, facet: Facet, id: &str) -> Option<ValueIdx> {
        let found = self.catalog.find(facet, id);
        if found.is_some() || self.n_lookups_left == 0 {
            return found;
        }
        self.n_lookups_left -= 1;
        self.moved_org(facet, id).or_else(|| self.catalog.resolve(facet, id))
    }

    /// Returns the value of an organization that was renamed.
    fn moved_org(&self, facet: Facet, id: &str) -> Option<ValueIdx> {
        if facet != Facet::Org {
            return None;
        }
        let record = find_record(&id.to_ascii_lowercase(), self.dataset);
        let Ok(Route::Organization(org)) = record else { return None };
        self.catalog.find(facet, &self.dataset.org(org).id)
    }

    fn add_unknown(&mut self, facet: Facet, polarity: Polarity, id: &str) {
        let is_shown = !self.notices.is_full();
        let suggestion = if is_shown { self.catalog.suggest(facet, id) } else { None };
        let (origin, value) = (NoticeOrigin::Link, id.to_owned());
        self.notices.add(Notice::UnknownValue { origin, polarity, facet, value, suggestion });
    }

    fn add_years(&mut self, years: YearRange) {
        let earlier = self.query.years();
        if earlier.is_all() || earlier == years {
            self.query = std::mem::take(&mut self.query).with_years(years);
        } else {
            self.notices.add(Notice::UnknownYears { value: years.to_string() });
        }
    }

    fn refine(&mut self, refinement: Refinement) {
        self.query = std::mem::take(&mut self.query).with(refinement);
    }

    /// Adds the joined values of `q`.
    fn add_typed(&mut self, typed: &str) {
        let cut = typed.trim_start().chars().take(TYPED_MAX_CHARS).collect::<String>();
        let is_cut = cut.len() < typed.trim().len();
        let typed = parse_input(&cut, InputState::Complete, self.catalog);
        for refinement in typed.refinements {
            self.refine(refinement);
        }
        for UnknownQualifier { facet, value, polarity, suggestion } in typed.unknown {
            if let Some(value) = self.moved_org(facet, &value) {
                self.refine(Refinement { facet, value, polarity });
                continue;
            }
            let origin = NoticeOrigin::Link;
            self.notices.add(Notice::UnknownValue { origin, polarity, facet, value, suggestion });
        }
        if let Some(years) = typed.years {
            self.add_years(years);
        }
        self.sort = self.sort.or(typed.sort);
        if is_cut || typed.text.chars().count() > TEXT_MAX_CHARS {
            self.notices.add(Notice::TextCut);
        }
        self.set_text(&typed.text);
    }

    /// Sets the text of the query. Cutting it or collapsing its spaces may create a qualifier, which is
    /// removed: the address of the query would be read as a refinement.
    fn set_text(&mut self, text: &str) {
        let query = std::mem::take(&mut self.query).with_text(text);
        let again = parse_input(query.text(), InputState::Complete, self.catalog);
        self.query = query.with_text(&again.text);
    }
}

/// Returns whether a parameter is ignored without a notice.
fn is_ignored(key: &str, value: &str) -> bool {
    let is_tracking = TRACKING
        .iter()
        .any(|known| if known.ends_with('_') { key.starts_with(known) } else { key == *known });
    is_tracking || RESERVED.contains(&(key, value))
}
