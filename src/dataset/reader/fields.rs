//! The fields of one record: each is read into its type, or reported and replaced by a stand-in.
//! A record with a report is left out as a whole, so no stand-in is ever shown.

use crate::dataset::{
    Coded, Date, Fault, Problem, TermIdx, Url, Vocabulary,
    json::{Content, Object, Position, Value},
};

/// Years outside of this range are slips of the pen.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2999;

/// The longest id: what a person may still read aloud, and a file system can hold as a folder.
const SLUG_MAX_BYTES: usize = 60;

/// An object of the file on its way into the model.
pub(super) struct Fields<'f> {
    object: &'f Object<'f>,
    /// Where the object begins.
    at: Position,
    record: &'f str,
    /// Where the object stands in its record: empty, or `sources[0].`.
    prefix: String,
    problems: &'f mut Vec<Problem>,
    n_earlier: usize,
}

impl<'f> Fields<'f> {
    pub(super) fn new(
        object: &'f Object<'f>,
        at: Position,
        record: &'f str,
        problems: &'f mut Vec<Problem>,
    ) -> Self {
        let n_earlier = problems.len();
        Self { object, at, record, prefix: String::new(), problems, n_earlier }
    }

    /// The fields of a record; reports a record that is no object.
    pub(super) fn of_value(
        value: &'f Value<'f>,
        record: &'f str,
        problems: &'f mut Vec<Problem>,
    ) -> Option<Self> {
        if let Some(object) = value.as_object() {
            return Some(Self::new(object, value.at, record, problems));
        }
        problems.push(Problem {
            record: record.to_owned(),
            field: String::new(),
            fault: Fault::WrongKind,
            reason: format!("is {}, not an object", kind_of(value)),
            at: value.at,
        });
        None
    }

    /// The line in which the object begins.
    pub(super) fn line(&self) -> u32 {
        self.at.line
    }

    /// How many problems were reported so far, of whatever.
    pub(super) fn n_problems(&self) -> usize {
        self.problems.len()
    }

    /// Whether nothing was reported so far.
    pub(super) fn are_sound(&self) -> bool {
        self.problems.len() == self.n_earlier
    }

    /// Reports a field at its value, or at the object, if it has no such field.
    pub(super) fn report(&mut self, field: &str, fault: Fault, reason: &str) {
        let at = self.get(field).map_or(self.at, |value| value.at);
        self.report_at(at, field, fault, reason);
    }

    fn report_at(&mut self, at: Position, field: &str, fault: Fault, reason: &str) {
        self.problems.push(Problem {
            record: self.record.to_owned(),
            field: [self.prefix.as_str(), field].concat(),
            fault,
            reason: reason.to_owned(),
            at,
        });
    }

    /// A value that is there and not `null`.
    fn get(&self, field: &str) -> Option<&'f Value<'f>> {
        #[cfg(test)]
        asked::note(self.record, &self.prefix, field);
        self.object.get(field).filter(|value| !value.is_null())
    }

    fn wrong(&mut self, field: &str, value: &Value<'_>, expected: &str) {
        let reason = format!("is {}, not {expected}", shown(value));
        self.report_at(value.at, field, Fault::WrongKind, &reason);
    }

    pub(super) fn optional_str(&mut self, field: &str) -> Option<&'f str> {
        let value = self.get(field)?;
        if value.as_str().is_none() {
            self.wrong(field, value, "a text");
        }
        value.as_str().filter(|text| !text.trim().is_empty())
    }

    pub(super) fn optional_text(&mut self, field: &str) -> Option<String> {
        self.optional_str(field).map(str::to_owned)
    }

    /// A text that has to be there; empty where it is not.
    fn required_str(&mut self, field: &str) -> &'f str {
        let n_before = self.problems.len();
        let text = self.optional_str(field);
        if text.is_none() && self.problems.len() == n_before {
            self.report(field, Fault::Missing, "is missing or empty");
        }
        text.unwrap_or_default()
    }

    pub(super) fn text(&mut self, field: &str) -> String {
        self.required_str(field).to_owned()
    }

    /// An id that is not among those that are taken, which are kept sorted.
    pub(super) fn unique_slug(&mut self, field: &str, taken: &mut Vec<String>) -> String {
        let slug = self.required_str(field);
        if !slug.is_empty() && !is_slug(slug) {
            self.report(field, Fault::NotASlug, &not_a_slug(slug));
        }
        match taken.binary_search_by(|other| other.as_str().cmp(slug)) {
            Ok(_) => {
                let reason = format!("“{slug}” is taken by an earlier record");
                self.report(field, Fault::IdTaken, &reason);
            }
            Err(at) => taken.insert(at, slug.to_owned()),
        }
        slug.to_owned()
    }

    fn list(&mut self, field: &str) -> &'f [Value<'f>] {
        match self.get(field) {
            None => &[],
            Some(value) => value.as_list().unwrap_or_else(|| {
                self.wrong(field, value, "a list");
                &[]
            }),
        }
    }

    pub(super) fn texts(&mut self, field: &str) -> Vec<String> {
        self.strs(field).into_iter().map(|(_, _, text)| text.to_owned()).collect()
    }

    /// The texts of a list, each with its place in the reports and where it is.
    fn strs(&mut self, field: &str) -> Vec<(String, Position, &'f str)> {
        let mut texts = Vec::new();
        for (idx, value) in self.list(field).iter().enumerate() {
            let place = format!("{field}[{idx}]");
            match value.as_str() {
                Some(text) => texts.push((place, value.at, text)),
                None => self.wrong(&place, value, "a text"),
            }
        }
        texts
    }

    fn resolve(
        &mut self,
        (field, at): (&str, Position),
        id: &str,
        of: Coded,
        names: &Vocabulary,
    ) -> Option<TermIdx> {
        let found = names.find(of, id);
        if found.is_none() {
            let reason = format!("“{id}” is not in the vocabulary of {}", of.key());
            self.report_at(at, field, Fault::NotInVocabulary, &reason);
        }
        found
    }

    pub(super) fn optional_term(
        &mut self,
        field: &str,
        of: Coded,
        vocabulary: &Vocabulary,
    ) -> Option<TermIdx> {
        let at = self.get(field)?.at;
        let id = self.optional_str(field)?;
        self.resolve((field, at), id, of, vocabulary)
    }

    pub(super) fn term(&mut self, field: &str, of: Coded, vocabulary: &Vocabulary) -> TermIdx {
        let n_before = self.problems.len();
        let found = self.optional_term(field, of, vocabulary);
        if found.is_none() && self.problems.len() == n_before {
            self.report(field, Fault::Missing, "is missing or empty");
        }
        found.unwrap_or(TermIdx(0))
    }

    pub(super) fn terms(
        &mut self,
        field: &str,
        of: Coded,
        vocabulary: &Vocabulary,
    ) -> Vec<TermIdx> {
        let mut terms = Vec::new();
        for (place, at, id) in self.strs(field) {
            match self.resolve((&place, at), id, of, vocabulary) {
                Some(term) if terms.contains(&term) => {
                    let reason = format!("names “{id}” twice");
                    self.report_at(at, field, Fault::NamedTwice, &reason);
                }
                found => terms.extend(found),
            }
        }
        terms
    }

    pub(super) fn year(&mut self, field: &str) -> Option<u16> {
        let value = self.get(field)?;
        let year = value.as_whole().and_then(|year| u16::try_from(year).ok());
        let year = year.filter(|year| YEARS.contains(year));
        if year.is_none() {
            self.wrong(field, value, "a year");
        }
        year
    }

    pub(super) fn optional_bool(&mut self, field: &str) -> Option<bool> {
        let value = self.get(field)?;
        if value.as_bool().is_none() {
            self.wrong(field, value, "true, false or null");
        }
        value.as_bool()
    }

    /// A number that is not negative.
    pub(super) fn amount(&mut self, field: &str) -> Option<f64> {
        let value = self.get(field)?;
        let amount = value.as_number().map(|number| number.float).filter(|amount| 0.0 <= *amount);
        if amount.is_none() {
            self.wrong(field, value, "a number from 0 on");
        }
        amount
    }

    pub(super) fn date(&mut self, field: &str) -> Option<Date> {
        let text = self.optional_str(field)?;
        let date = Date::parse(text);
        if date.is_none() {
            let reason = format!("“{text}” is not a date (2022, 2022-09 or 2022-09-14)");
            self.report(field, Fault::NotADate, &reason);
        }
        date
    }

    pub(super) fn required_date(&mut self, field: &str) -> Option<Date> {
        self.required_str(field);
        self.date(field)
    }

    pub(super) fn url(&mut self, field: &str) -> Option<Url> {
        let text = self.optional_str(field)?;
        match Url::parse(text) {
            Ok(url) => Some(url),
            Err(reason) => {
                self.report(field, Fault::NotAnAddress, &format!("“{text}” {reason}"));
                None
            }
        }
    }

    /// A color as `#rrggbb`.
    pub(super) fn color(&mut self, field: &str) -> Option<String> {
        let text = self.optional_str(field)?;
        let digits = text.strip_prefix('#').unwrap_or_default();
        let is_color = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_color {
            self.report(field, Fault::NotAColor, &format!("“{text}” is not a color as #rrggbb"));
        }
        is_color.then(|| text.to_owned())
    }

    pub(super) fn required_url(&mut self, field: &str) -> Option<Url> {
        self.required_str(field);
        self.url(field)
    }

    /// One of a few words that the form itself defines.
    pub(super) fn word<T: Copy>(&mut self, field: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.required_str(field);
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        if found.is_none() && !text.is_empty() {
            let reason = format!("“{text}” is not one of the words for it");
            self.report(field, Fault::NotAWord, &reason);
        }
        found
    }

    /// The position of a source, which has to be one of `n_sources`.
    pub(super) fn source_idx(&mut self, field: &str, n_sources: usize) -> Option<usize> {
        self.source_at(field, self.get(field)?, n_sources)
    }

    /// The positions of sources, each of which has to be one of `n_sources`.
    pub(super) fn source_idxs(&mut self, field: &str, n_sources: usize) -> Vec<usize> {
        let mut idxs = Vec::new();
        for (at, value) in self.list(field).iter().enumerate() {
            idxs.extend(self.source_at(&format!("{field}[{at}]"), value, n_sources));
        }
        idxs
    }

    fn source_at(&mut self, field: &str, value: &Value<'_>, n_sources: usize) -> Option<usize> {
        let idx = value.as_whole().and_then(|idx| usize::try_from(idx).ok());
        let idx = idx.filter(|idx| *idx < n_sources);
        if idx.is_none() {
            let found = shown(value);
            let reason = format!("is {found}, but there are {n_sources} sources (from 0)");
            self.report_at(value.at, field, Fault::NoSuchSource, &reason);
        }
        idx
    }

    /// Reads the objects of a list, each with its place in the reports.
    pub(super) fn each_record(&mut self, field: &str, read: &mut dyn FnMut(&mut Fields<'_>)) {
        for (idx, value) in self.list(field).iter().enumerate() {
            let place = format!("{field}[{idx}]");
            match value.as_object() {
                Some(object) => read(&mut self.inner(&place, object, value.at)),
                None => self.wrong(&place, value, "an object"),
            }
        }
    }

    /// The fields of an object inside the record, if it is there.
    pub(super) fn optional_record(&mut self, field: &str) -> Option<Fields<'_>> {
        let value = self.get(field)?;
        if let Some(object) = value.as_object() {
            return Some(self.inner(field, object, value.at));
        }
        self.wrong(field, value, "an object");
        None
    }

    fn inner<'i>(&'i mut self, place: &str, object: &'i Object<'i>, at: Position) -> Fields<'i> {
        let prefix = format!("{}{place}.", self.prefix);
        Fields { prefix, ..Fields::new(object, at, self.record, self.problems) }
    }
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
pub(super) fn shown(value: &Value<'_>) -> String {
    value.as_whole().map_or_else(|| kind_of(value).to_owned(), |number| number.to_string())
}

fn kind_of(value: &Value<'_>) -> &'static str {
    match value.content {
        Content::Null => "null",
        Content::Bool(_) => "true or false",
        Content::Number(_) => "a number",
        Content::Text(_) => "a text",
        Content::List(_) => "a list",
        Content::Object(_) => "an object",
    }
}

/// Which fields the reader asks for, so that a test can hold the published form to it.
#[cfg(test)]
pub(in crate::dataset) mod asked {
    use std::{cell::RefCell, collections::BTreeSet};

    thread_local! {
        static FIELDS: RefCell<BTreeSet<String>> = RefCell::default();
    }

    pub(super) fn note(record: &str, prefix: &str, field: &str) {
        FIELDS.with_borrow_mut(|fields| fields.insert(format!("{record}: {prefix}{field}")));
    }

    /// What was asked for on this thread so far, as `record: field`.
    pub(crate) fn take() -> BTreeSet<String> {
        FIELDS.take()
    }
}
