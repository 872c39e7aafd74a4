//! Rules for single fields.
//!
//! Each value is read into its type, or reported and replaced by a placeholder. Placeholders are
//! never shown, because a record with a problem is left out.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::dataset::{
    Date, Problem, RuleViolation, SLUG_MAX_BYTES, TermIdx, Url, Vocabulary, VocabularyKind, YEARS,
    is_slug,
    json::{Position, Value, ValueDeserializer},
    record::{
        Amount, Color, Country, Field, RawContent, RawValue, Slug, SourceIndex, TermId, Text, Year,
    },
    slug::has_slug_characters,
};

const MISSING: &str = "is missing or empty";

/// Reads the fields of one record and reports their problems.
pub(super) struct FieldReader<'f> {
    /// Record as JSON.
    value: &'f Value<'f>,
    record: &'f str,
    /// Path of the object in its record: empty, or `sources[0].`.
    prefix: String,
    problems: &'f mut Vec<Problem>,
    n_problems_before: usize,
}

#[expect(clippy::ref_option, reason = "records have their fields like this")]
impl<'f> FieldReader<'f> {
    pub(super) fn new(
        value: &'f Value<'f>,
        record: &'f str,
        problems: &'f mut Vec<Problem>,
    ) -> Self {
        let n_problems_before = problems.len();
        Self { value, record, prefix: String::new(), problems, n_problems_before }
    }

    /// Returns the line in which the object begins.
    pub(super) fn line(&self) -> u32 {
        self.value.at.line
    }

    /// Returns the number of problems reported so far, for any record.
    pub(super) fn n_problems(&self) -> usize {
        self.problems.len()
    }

    /// Returns whether no problem was reported for this record.
    pub(super) fn is_valid(&self) -> bool {
        self.problems.len() == self.n_problems_before
    }

    /// Reports a problem at the value of a field, or at the object if the field is absent or
    /// `null`.
    pub(super) fn report(&mut self, raw: &RawValue<'_>, violation: RuleViolation, reason: &str) {
        let at = if let RawContent::Null = raw.content { self.value.at } else { raw.at };
        self.report_at(at, raw.key, violation, reason);
    }

    /// Reports a problem of a field that the object does not have.
    pub(super) fn report_absent(&mut self, key: &str, violation: RuleViolation, reason: &str) {
        self.report_at(self.value.at, key, violation, reason);
    }

    fn report_at(&mut self, at: Position, path: &str, violation: RuleViolation, reason: &str) {
        self.problems.push(Problem {
            record: self.record.to_owned(),
            field: [self.prefix.as_str(), path].concat(),
            violation,
            reason: reason.to_owned(),
            at,
        });
    }

    fn report_wrong_type(&mut self, path: &str, raw: &RawValue<'_>, expected: &str) {
        let reason = format!("is {}, not {expected}", describe(raw));
        self.report_at(raw.at, path, RuleViolation::WrongKind, &reason);
    }

    /// Returns a text that is not blank, and reports another type.
    pub(super) fn str_of<'v>(&mut self, raw: &RawValue<'v>) -> Option<&'v str> {
        match raw.content {
            RawContent::Text(text) => return Some(text).filter(|text| !text.trim().is_empty()),
            RawContent::Null => {}
            _ => self.report_wrong_type(raw.key, raw, "a text"),
        }
        None
    }

    /// Returns a required text; empty if it is missing, which is reported.
    fn required_str<'v>(&mut self, raw: &RawValue<'v>) -> &'v str {
        let n_before = self.problems.len();
        let text = self.str_of(raw);
        if text.is_none() && self.problems.len() == n_before {
            self.report(raw, RuleViolation::Missing, MISSING);
        }
        text.unwrap_or_default()
    }

    pub(super) fn text(&mut self, field: &Field<'_, Text>) -> String {
        self.required_str(field).to_owned()
    }

    pub(super) fn optional_text(&mut self, field: &Option<Field<'_, Text>>) -> Option<String> {
        self.str_of(field.as_deref()?).map(str::to_owned)
    }

    /// Reads an id and adds it to the sorted `used_ids`. Reports an id that is already used.
    pub(super) fn unique_slug(
        &mut self,
        field: &Field<'_, Slug>,
        used_ids: &mut Vec<String>,
    ) -> String {
        let slug = self.required_str(field);
        if !slug.is_empty() && !is_slug(slug) {
            self.report(field, RuleViolation::NotASlug, &not_a_slug(slug));
        }
        match used_ids.binary_search_by(|other| other.as_str().cmp(slug)) {
            Ok(_) => {
                let reason = format!("“{slug}” is taken by an earlier record");
                self.report(field, RuleViolation::IdTaken, &reason);
            }
            Err(at) => used_ids.insert(at, slug.to_owned()),
        }
        slug.to_owned()
    }

    /// Returns the elements of a list, and reports another type.
    fn list(&mut self, raw: Option<&RawValue<'_>>) -> &'f [Value<'f>] {
        let Some(raw) = raw else { return &[] };
        if let RawContent::List = raw.content {
            return self.value.get(raw.key).map_or(&[], Value::values);
        }
        self.report_wrong_type(raw.key, raw, "a list");
        &[]
    }

    pub(super) fn texts<K>(&mut self, field: &Option<Field<'_, Vec<K>>>) -> Vec<String> {
        let texts = self.strs(field.as_deref());
        texts.into_iter().map(|(_, _, text)| text.to_owned()).collect()
    }

    /// Returns the texts of a list, each with its path and position.
    fn strs(&mut self, raw: Option<&RawValue<'_>>) -> Vec<(String, Position, &'f str)> {
        let mut texts = Vec::new();
        for (idx, value) in self.list(raw).iter().enumerate() {
            let path = path_in(raw, idx);
            match value.as_str() {
                Some(text) => texts.push((path, value.at, text)),
                None => self.report_wrong_type(&path, &raw_value(value), "a text"),
            }
        }
        texts
    }

    fn resolve(
        &mut self,
        (path, at): (&str, Position),
        id: &str,
        kind: VocabularyKind,
        vocabulary: &Vocabulary,
    ) -> Option<TermIdx> {
        let found = vocabulary.find(kind, id);
        if found.is_none() {
            let reason = format!("“{id}” is not in the vocabulary of {}", kind.key());
            self.report_at(at, path, RuleViolation::NotInVocabulary, &reason);
        }
        found
    }

    fn term_of(
        &mut self,
        raw: &RawValue<'_>,
        kind: VocabularyKind,
        vocabulary: &Vocabulary,
    ) -> Option<TermIdx> {
        let id = self.str_of(raw)?;
        self.resolve((raw.key, raw.at), id, kind, vocabulary)
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
        raw: Option<&RawValue<'_>>,
        kind: VocabularyKind,
        vocabulary: &Vocabulary,
    ) -> Vec<TermIdx> {
        let mut terms = Vec::new();
        for (path, at, id) in self.strs(raw) {
            match self.resolve((&path, at), id, kind, vocabulary) {
                Some(term) if terms.contains(&term) => {
                    let reason = format!("names “{id}” twice");
                    let key = raw.map_or("", |raw| raw.key);
                    self.report_at(at, key, RuleViolation::NamedTwice, &reason);
                }
                found => terms.extend(found),
            }
        }
        terms
    }

    pub(super) fn year(&mut self, field: &Option<Field<'_, Year>>) -> Option<u16> {
        let raw = field.as_deref()?;
        let year = as_integer(raw).and_then(|year| u16::try_from(year).ok());
        let year = year.filter(|year| YEARS.contains(year));
        if year.is_none() {
            self.report_wrong_type(raw.key, raw, "a year");
        }
        year
    }

    pub(super) fn optional_bool(&mut self, field: &Option<Field<'_, bool>>) -> Option<bool> {
        let raw = field.as_deref()?;
        if let RawContent::Bool(is_true) = raw.content {
            return Some(is_true);
        }
        self.report_wrong_type(raw.key, raw, "true, false or null");
        None
    }

    /// Reads a number from 0 on.
    pub(super) fn amount(&mut self, field: &Option<Field<'_, Amount>>) -> Option<f64> {
        let raw = field.as_deref()?;
        let amount = match raw.content {
            #[expect(clippy::cast_precision_loss, reason = "more digits make no difference")]
            RawContent::Whole(number) => Some(number as f64),
            RawContent::Number(number) => Some(number),
            _ => None,
        };
        let amount = amount.filter(|amount| *amount >= 0.0);
        if amount.is_none() {
            self.report_wrong_type(raw.key, raw, "a number from 0 on");
        }
        amount
    }

    fn date_of(&mut self, raw: &RawValue<'_>) -> Option<Date> {
        let text = self.str_of(raw)?;
        let date = Date::parse(text);
        if date.is_none() {
            let reason = format!("“{text}” is not a date (2022, 2022-09 or 2022-09-14)");
            self.report(raw, RuleViolation::NotADate, &reason);
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

    fn url_of(&mut self, raw: &RawValue<'_>) -> Option<Url> {
        let text = self.str_of(raw)?;
        match Url::parse(text) {
            Ok(url) => Some(url),
            Err(reason) => {
                self.report(raw, RuleViolation::NotAnAddress, &format!("“{text}” {reason}"));
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

    /// Reads a color as `#rrggbb`.
    pub(super) fn color(&mut self, field: &Option<Field<'_, Color>>) -> Option<String> {
        let raw = field.as_deref()?;
        let text = self.str_of(raw)?;
        let digits = text.strip_prefix('#').unwrap_or_default();
        let is_color = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_color {
            self.report(
                raw,
                RuleViolation::NotAColor,
                &format!("“{text}” is not a color as #rrggbb"),
            );
        }
        is_color.then(|| text.to_owned())
    }

    pub(super) fn country(&mut self, field: &Option<Field<'_, Country>>) -> Option<String> {
        let raw = field.as_deref()?;
        let code = self.str_of(raw)?;
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_code {
            let reason = format!("“{code}” is not a country code of two letters");
            self.report(raw, RuleViolation::NotACountry, &reason);
        }
        is_code.then(|| code.to_owned())
    }

    /// Reads a keyword of the file format.
    pub(super) fn word<T: Copy>(&mut self, field: &Field<'_, T>, words: &[(&str, T)]) -> Option<T> {
        let text = self.required_str(field);
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() && !text.is_empty() {
            let reason = format!("“{text}” is not one of the words for it");
            self.report(field, RuleViolation::NotAWord, &reason);
        }
        found
    }

    /// Reads the position of a source, which must be less than `n_sources`.
    ///
    /// Returns `None` without a report if the field is absent.
    pub(super) fn source_idx(
        &mut self,
        field: &Field<'_, SourceIndex>,
        n_sources: usize,
    ) -> Option<usize> {
        match field.content {
            RawContent::Null => None,
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

    /// Reads the positions of sources, each of which must be less than `n_sources`.
    pub(super) fn source_idxs(
        &mut self,
        field: &Option<Field<'_, Vec<SourceIndex>>>,
        n_sources: usize,
    ) -> Vec<usize> {
        let raw = field.as_deref();
        let mut idxs = Vec::new();
        for (at, value) in self.list(raw).iter().enumerate() {
            idxs.extend(self.source_at(&path_in(raw, at), &raw_value(value), n_sources));
        }
        idxs
    }

    fn source_at(&mut self, path: &str, raw: &RawValue<'_>, n_sources: usize) -> Option<usize> {
        let idx = as_integer(raw).and_then(|idx| usize::try_from(idx).ok());
        let idx = idx.filter(|idx| *idx < n_sources);
        if idx.is_none() {
            let found = describe(raw);
            let reason = format!("is {found}, but there are {n_sources} sources (from 0)");
            self.report_at(raw.at, path, RuleViolation::NoSuchSource, &reason);
        }
        idx
    }

    /// Calls `read` with each record of a list.
    pub(super) fn each_record<T: Deserialize<'f>>(
        &mut self,
        field: &Option<Field<'_, Vec<T>>>,
        read: &mut dyn FnMut(&mut FieldReader<'_>, &T),
    ) {
        let raw = field.as_deref();
        for (idx, value) in self.list(raw).iter().enumerate() {
            let path = path_in(raw, idx);
            match T::deserialize(ValueDeserializer::new(value)) {
                Ok(record) => read(&mut self.nested(&path, value), &record),
                Err(_) => self.report_wrong_type(&path, &raw_value(value), "an object"),
            }
        }
    }

    /// Reads a nested record and returns it with a reader of its fields.
    pub(super) fn optional_record<T: Deserialize<'f>>(
        &mut self,
        field: &Option<Field<'_, T>>,
    ) -> Option<(FieldReader<'_>, T)> {
        let raw = field.as_deref()?;
        let value = self.value.get(raw.key)?;
        let Ok(record) = T::deserialize(ValueDeserializer::new(value)) else {
            self.report_wrong_type(raw.key, raw, "an object");
            return None;
        };
        Some((self.nested(raw.key, value), record))
    }

    fn nested<'i>(&'i mut self, path: &str, value: &'i Value<'i>) -> FieldReader<'i> {
        let prefix = format!("{}{path}.", self.prefix);
        FieldReader { prefix, ..FieldReader::new(value, self.record, self.problems) }
    }
}

/// Returns a value that is not the value of a field, such as an element of a list.
pub(super) fn raw_value<'v>(value: &'v Value<'_>) -> RawValue<'v> {
    // Any JSON value can be read as a raw value, so the default is never used.
    RawValue::deserialize(ValueDeserializer::new(value)).unwrap_or_default()
}

fn path_in(list: Option<&RawValue<'_>>, idx: usize) -> String {
    format!("{}[{idx}]", list.map_or("", |list| list.key))
}

fn as_integer(raw: &RawValue<'_>) -> Option<i64> {
    if let RawContent::Whole(number) = raw.content { Some(number) } else { None }
}

fn not_a_slug(text: &str) -> String {
    if has_slug_characters(text) {
        let n_bytes = text.len();
        return format!("“{text}” has {n_bytes} characters, more than {SLUG_MAX_BYTES}");
    }
    format!("“{text}” is not a slug (a-z, 0-9 and single hyphens)")
}

/// Describes a value in a report: an integer by its digits, anything else by its type.
///
/// Printing other values would add a JSON writer to the download.
pub(super) fn describe(raw: &RawValue<'_>) -> String {
    as_integer(raw).map_or_else(|| type_name(raw).to_owned(), |number| number.to_string())
}

pub(super) fn type_name(raw: &RawValue<'_>) -> &'static str {
    match raw.content {
        RawContent::Null => "null",
        RawContent::Bool(_) => "true or false",
        RawContent::Whole(_) | RawContent::Number(_) => "a number",
        RawContent::Text(_) => "a text",
        RawContent::List => "a list",
        RawContent::Object => "an object",
    }
}
