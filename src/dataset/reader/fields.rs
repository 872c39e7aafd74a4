//! The rules of fields: each value is read into its type, or reported and replaced by a stand-in. A
//! record with a report is left out as a whole, so no stand-in is ever shown.

use std::{collections::BTreeSet, ops::RangeInclusive};

use serde::Deserialize;

use crate::dataset::{
    Date, Problem, RuleViolation, TermIdx, Url, Vocabulary, VocabularyKind,
    json::{Keyed, Position, Value},
    record::{
        Amount, Cell, CellContent, Color, Country, Field, Slug, SourceIndex, TermId, Text, Year,
    },
};

/// Years outside of this range are slips of the pen.
pub(in crate::dataset) const YEARS: RangeInclusive<u16> = 1900..=2999;

/// The longest id: what a person may still read aloud, and a file system can hold as a folder.
pub(in crate::dataset) const SLUG_MAX_BYTES: usize = 60;

const MISSING: &str = "is missing or empty";

/// The fields of a record on their way into the model: what is wrong with them becomes a problem of
/// that record.
pub(super) struct Fields<'f> {
    /// The record as the file has it.
    value: &'f Value<'f>,
    record: &'f str,
    /// The place of the object in its record: empty, or `sources[0].`.
    prefix: String,
    problems: &'f mut Vec<Problem>,
    n_earlier: usize,
}

#[expect(clippy::ref_option, reason = "records have their fields like this")]
impl<'f> Fields<'f> {
    pub(super) fn new(
        value: &'f Value<'f>,
        record: &'f str,
        problems: &'f mut Vec<Problem>,
    ) -> Self {
        let n_earlier = problems.len();
        Self { value, record, prefix: String::new(), problems, n_earlier }
    }

    /// The line in which the object begins.
    pub(super) fn line(&self) -> u32 {
        self.value.at.line
    }

    /// The number of problems that were reported so far, of any record.
    pub(super) fn n_problems(&self) -> usize {
        self.problems.len()
    }

    /// Whether nothing was reported so far.
    pub(super) fn are_sound(&self) -> bool {
        self.problems.len() == self.n_earlier
    }

    /// Reports a field at its value, or at the object, if it has no such field.
    pub(super) fn report(&mut self, cell: &Cell<'_>, violation: RuleViolation, reason: &str) {
        let at = if let CellContent::Null = cell.content { self.value.at } else { cell.at };
        self.report_at(at, cell.key, violation, reason);
    }

    /// Reports a field that the object lacks.
    pub(super) fn report_absent(&mut self, key: &str, violation: RuleViolation, reason: &str) {
        self.report_at(self.value.at, key, violation, reason);
    }

    fn report_at(&mut self, at: Position, place: &str, violation: RuleViolation, reason: &str) {
        self.problems.push(Problem {
            record: self.record.to_owned(),
            field: [self.prefix.as_str(), place].concat(),
            violation,
            reason: reason.to_owned(),
            at,
        });
    }

    fn wrong(&mut self, place: &str, cell: &Cell<'_>, expected: &str) {
        let reason = format!("is {}, not {expected}", shown(cell));
        self.report_at(cell.at, place, RuleViolation::WrongKind, &reason);
    }

    /// A text that is not blank.
    pub(super) fn str_of<'v>(&mut self, cell: &Cell<'v>) -> Option<&'v str> {
        match cell.content {
            CellContent::Text(text) => return Some(text).filter(|text| !text.trim().is_empty()),
            CellContent::Null => {}
            _ => self.wrong(cell.key, cell, "a text"),
        }
        None
    }

    /// A text that has to be there; empty where it is not.
    fn required_str<'v>(&mut self, cell: &Cell<'v>) -> &'v str {
        let n_before = self.problems.len();
        let text = self.str_of(cell);
        if text.is_none() && self.problems.len() == n_before {
            self.report(cell, RuleViolation::Missing, MISSING);
        }
        text.unwrap_or_default()
    }

    pub(super) fn text(&mut self, field: &Field<'_, Text>) -> String {
        self.required_str(field).to_owned()
    }

    pub(super) fn optional_text(&mut self, field: &Option<Field<'_, Text>>) -> Option<String> {
        self.str_of(field.as_deref()?).map(str::to_owned)
    }

    /// An id that is not among those that are taken, which are kept sorted.
    pub(super) fn unique_slug(
        &mut self,
        field: &Field<'_, Slug>,
        taken: &mut Vec<String>,
    ) -> String {
        let slug = self.required_str(field);
        if !slug.is_empty() && !is_slug(slug) {
            self.report(field, RuleViolation::NotASlug, &not_a_slug(slug));
        }
        match taken.binary_search_by(|other| other.as_str().cmp(slug)) {
            Ok(_) => {
                let reason = format!("“{slug}” is taken by an earlier record");
                self.report(field, RuleViolation::IdTaken, &reason);
            }
            Err(at) => taken.insert(at, slug.to_owned()),
        }
        slug.to_owned()
    }

    /// The values of a list.
    fn list(&mut self, cell: Option<&Cell<'_>>) -> &'f [Value<'f>] {
        let Some(cell) = cell else { return &[] };
        if let CellContent::List = cell.content {
            return self.value.get(cell.key).map_or(&[], Value::values);
        }
        self.wrong(cell.key, cell, "a list");
        &[]
    }

    pub(super) fn texts<K>(&mut self, field: &Option<Field<'_, Vec<K>>>) -> Vec<String> {
        let texts = self.strs(field.as_deref());
        texts.into_iter().map(|(_, _, text)| text.to_owned()).collect()
    }

    /// The texts of a list, each with its place in the reports and where it is.
    fn strs(&mut self, cell: Option<&Cell<'_>>) -> Vec<(String, Position, &'f str)> {
        let mut texts = Vec::new();
        for (idx, value) in self.list(cell).iter().enumerate() {
            let place = place_in(cell, idx);
            match value.as_str() {
                Some(text) => texts.push((place, value.at, text)),
                None => self.wrong(&place, &cell_of(value), "a text"),
            }
        }
        texts
    }

    fn resolve(
        &mut self,
        (place, at): (&str, Position),
        id: &str,
        of: VocabularyKind,
        names: &Vocabulary,
    ) -> Option<TermIdx> {
        let found = names.find(of, id);
        if found.is_none() {
            let reason = format!("“{id}” is not in the vocabulary of {}", of.key());
            self.report_at(at, place, RuleViolation::NotInVocabulary, &reason);
        }
        found
    }

    fn term_of(
        &mut self,
        cell: &Cell<'_>,
        of: VocabularyKind,
        names: &Vocabulary,
    ) -> Option<TermIdx> {
        let id = self.str_of(cell)?;
        self.resolve((cell.key, cell.at), id, of, names)
    }

    pub(super) fn optional_term<const LIST: usize>(
        &mut self,
        field: &Option<Field<'_, TermId<LIST>>>,
        vocabulary: &Vocabulary,
    ) -> Option<TermIdx> {
        self.term_of(field.as_deref()?, VocabularyKind::ALL[LIST], vocabulary)
    }

    pub(super) fn term<const LIST: usize>(
        &mut self,
        field: &Field<'_, TermId<LIST>>,
        vocabulary: &Vocabulary,
    ) -> TermIdx {
        let n_before = self.problems.len();
        let found = self.term_of(field, VocabularyKind::ALL[LIST], vocabulary);
        if found.is_none() && self.problems.len() == n_before {
            self.report(field, RuleViolation::Missing, MISSING);
        }
        found.unwrap_or(TermIdx(0))
    }

    pub(super) fn terms<const LIST: usize>(
        &mut self,
        field: &Option<Field<'_, BTreeSet<TermId<LIST>>>>,
        vocabulary: &Vocabulary,
    ) -> Vec<TermIdx> {
        self.terms_of(field.as_deref(), VocabularyKind::ALL[LIST], vocabulary)
    }

    fn terms_of(
        &mut self,
        cell: Option<&Cell<'_>>,
        of: VocabularyKind,
        vocabulary: &Vocabulary,
    ) -> Vec<TermIdx> {
        let mut terms = Vec::new();
        for (place, at, id) in self.strs(cell) {
            match self.resolve((&place, at), id, of, vocabulary) {
                Some(term) if terms.contains(&term) => {
                    let reason = format!("names “{id}” twice");
                    let key = cell.map_or("", |cell| cell.key);
                    self.report_at(at, key, RuleViolation::NamedTwice, &reason);
                }
                found => terms.extend(found),
            }
        }
        terms
    }

    pub(super) fn year(&mut self, field: &Option<Field<'_, Year>>) -> Option<u16> {
        let cell = field.as_deref()?;
        let year = whole(cell).and_then(|year| u16::try_from(year).ok());
        let year = year.filter(|year| YEARS.contains(year));
        if year.is_none() {
            self.wrong(cell.key, cell, "a year");
        }
        year
    }

    pub(super) fn optional_bool(&mut self, field: &Option<Field<'_, bool>>) -> Option<bool> {
        let cell = field.as_deref()?;
        if let CellContent::Bool(is_true) = cell.content {
            return Some(is_true);
        }
        self.wrong(cell.key, cell, "true, false or null");
        None
    }

    /// A number that is not negative.
    pub(super) fn amount(&mut self, field: &Option<Field<'_, Amount>>) -> Option<f64> {
        let cell = field.as_deref()?;
        let amount = match cell.content {
            #[expect(clippy::cast_precision_loss, reason = "more digits make no difference")]
            CellContent::Whole(number) => Some(number as f64),
            CellContent::Number(number) => Some(number),
            _ => None,
        };
        let amount = amount.filter(|amount| 0.0 <= *amount);
        if amount.is_none() {
            self.wrong(cell.key, cell, "a number from 0 on");
        }
        amount
    }

    fn date_of(&mut self, cell: &Cell<'_>) -> Option<Date> {
        let text = self.str_of(cell)?;
        let date = Date::parse(text);
        if date.is_none() {
            let reason = format!("“{text}” is not a date (2022, 2022-09 or 2022-09-14)");
            self.report(cell, RuleViolation::NotADate, &reason);
        }
        date
    }

    pub(super) fn optional_date(&mut self, field: &Option<Field<'_, Date>>) -> Option<Date> {
        self.date_of(field.as_deref()?)
    }

    pub(super) fn date(&mut self, field: &Field<'_, Date>) -> Option<Date> {
        self.required_str(field);
        self.date_of(field)
    }

    fn url_of(&mut self, cell: &Cell<'_>) -> Option<Url> {
        let text = self.str_of(cell)?;
        match Url::parse(text) {
            Ok(url) => Some(url),
            Err(reason) => {
                self.report(cell, RuleViolation::NotAnAddress, &format!("“{text}” {reason}"));
                None
            }
        }
    }

    pub(super) fn optional_url(&mut self, field: &Option<Field<'_, Url>>) -> Option<Url> {
        self.url_of(field.as_deref()?)
    }

    pub(super) fn url(&mut self, field: &Field<'_, Url>) -> Option<Url> {
        self.required_str(field);
        self.url_of(field)
    }

    /// A color as `#rrggbb`.
    pub(super) fn color(&mut self, field: &Option<Field<'_, Color>>) -> Option<String> {
        let cell = field.as_deref()?;
        let text = self.str_of(cell)?;
        let digits = text.strip_prefix('#').unwrap_or_default();
        let is_color = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_color {
            self.report(
                cell,
                RuleViolation::NotAColor,
                &format!("“{text}” is not a color as #rrggbb"),
            );
        }
        is_color.then(|| text.to_owned())
    }

    pub(super) fn country(&mut self, field: &Option<Field<'_, Country>>) -> Option<String> {
        let cell = field.as_deref()?;
        let code = self.str_of(cell)?;
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_code {
            let reason = format!("“{code}” is not a country code of two letters");
            self.report(cell, RuleViolation::NotACountry, &reason);
        }
        is_code.then(|| code.to_owned())
    }

    /// One of a few words that the form itself defines.
    pub(super) fn word<T: Copy>(&mut self, field: &Field<'_, T>, words: &[(&str, T)]) -> Option<T> {
        let text = self.required_str(field);
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() && !text.is_empty() {
            let reason = format!("“{text}” is not one of the words for it");
            self.report(field, RuleViolation::NotAWord, &reason);
        }
        found
    }

    /// The position of a source, which has to be one of `n_sources`; `None` also where it is
    /// absent, which is not reported.
    pub(super) fn source_idx(
        &mut self,
        field: &Field<'_, SourceIndex>,
        n_sources: usize,
    ) -> Option<usize> {
        match field.content {
            CellContent::Null => None,
            _ => self.source_at(field.key, field, n_sources),
        }
    }

    pub(super) fn optional_source_idx(
        &mut self,
        field: &Option<Field<'_, SourceIndex>>,
        n_sources: usize,
    ) -> Option<usize> {
        self.source_idx(field.as_ref()?, n_sources)
    }

    /// The positions of sources, each of which has to be one of `n_sources`.
    pub(super) fn source_idxs(
        &mut self,
        field: &Option<Field<'_, Vec<SourceIndex>>>,
        n_sources: usize,
    ) -> Vec<usize> {
        let cell = field.as_deref();
        let mut idxs = Vec::new();
        for (at, value) in self.list(cell).iter().enumerate() {
            idxs.extend(self.source_at(&place_in(cell, at), &cell_of(value), n_sources));
        }
        idxs
    }

    fn source_at(&mut self, place: &str, cell: &Cell<'_>, n_sources: usize) -> Option<usize> {
        let idx = whole(cell).and_then(|idx| usize::try_from(idx).ok());
        let idx = idx.filter(|idx| *idx < n_sources);
        if idx.is_none() {
            let found = shown(cell);
            let reason = format!("is {found}, but there are {n_sources} sources (from 0)");
            self.report_at(cell.at, place, RuleViolation::NoSuchSource, &reason);
        }
        idx
    }

    /// Reads the records of a list, each with its place in the reports.
    pub(super) fn each_record<T: Deserialize<'f>>(
        &mut self,
        field: &Option<Field<'_, Vec<T>>>,
        read: &mut dyn FnMut(&mut Fields<'_>, &T),
    ) {
        let cell = field.as_deref();
        for (idx, value) in self.list(cell).iter().enumerate() {
            let place = place_in(cell, idx);
            match T::deserialize(Keyed::without_key(value)) {
                Ok(record) => read(&mut self.inner(&place, value), &record),
                Err(_) => self.wrong(&place, &cell_of(value), "an object"),
            }
        }
    }

    /// A record inside the record, if it is there, and its fields.
    pub(super) fn optional_record<T: Deserialize<'f>>(
        &mut self,
        field: &Option<Field<'_, T>>,
    ) -> Option<(Fields<'_>, T)> {
        let cell = field.as_deref()?;
        let value = self.value.get(cell.key)?;
        let Ok(record) = T::deserialize(Keyed::without_key(value)) else {
            self.wrong(cell.key, cell, "an object");
            return None;
        };
        Some((self.inner(cell.key, value), record))
    }

    fn inner<'i>(&'i mut self, place: &str, value: &'i Value<'i>) -> Fields<'i> {
        let prefix = format!("{}{place}.", self.prefix);
        Fields { prefix, ..Fields::new(value, self.record, self.problems) }
    }
}

/// A value that is not the value of a field.
pub(super) fn cell_of<'v>(value: &'v Value<'_>) -> Cell<'v> {
    // Any value can be read like this.
    Cell::deserialize(Keyed::without_key(value)).unwrap_or_default()
}

fn place_in(list: Option<&Cell<'_>>, idx: usize) -> String {
    format!("{}[{idx}]", list.map_or("", |list| list.key))
}

fn whole(cell: &Cell<'_>) -> Option<i64> {
    if let CellContent::Whole(number) = cell.content { Some(number) } else { None }
}

/// Whether a text is a lower-case ASCII slug: `a-z`, `0-9` and single hyphens between them, at most
/// 60 bytes.
pub fn is_slug(text: &str) -> bool {
    text.len() <= SLUG_MAX_BYTES && has_slug_characters(text)
}

fn has_slug_characters(text: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.split('-').all(part)
}

fn not_a_slug(text: &str) -> String {
    if has_slug_characters(text) {
        let n_bytes = text.len();
        return format!("“{text}” has {n_bytes} characters, more than {SLUG_MAX_BYTES}");
    }
    format!("“{text}” is not a slug (a-z, 0-9 and single hyphens)")
}

/// A value in a report: a whole number as it is, anything else by its kind. Writing any value as
/// it is would need the whole JSON writer, which every reader of the atlas would have to load.
pub(super) fn shown(cell: &Cell<'_>) -> String {
    whole(cell).map_or_else(|| kind_of(cell).to_owned(), |number| number.to_string())
}

pub(super) fn kind_of(cell: &Cell<'_>) -> &'static str {
    match cell.content {
        CellContent::Null => "null",
        CellContent::Bool(_) => "true or false",
        CellContent::Whole(_) | CellContent::Number(_) => "a number",
        CellContent::Text(_) => "a text",
        CellContent::List => "a list",
        CellContent::Object => "an object",
    }
}
