//! What holds for every object of the form: which keys it has, and what its texts, dates and
//! addresses are like. The schema says which is which.

use std::collections::HashSet;

use rustscape::dataset::json::{Content, Object, Position, Value};

use super::{
    address::check_address, course::Course, date::check_date, place::Place, rule::Rule,
    text::check_text,
};
use crate::{
    nearest::nearest,
    schema::{FieldSchema, ObjectSchema, Requirement, ValueType},
};

/// Objects that have a place of their own in a report: their lists are not looked into.
const RECORDS: [&str; 5] = ["Organization", "Project", "Term", "ReplacedTerm", "MetricTerm"];

/// Fields that may be absent without being forgotten, by the names of their objects.
const MAY_BE_ABSENT: [(&str, &str); 15] = [
    ("Dataset", "$schema"),
    ("Dataset", "accent"),
    ("Dataset", "contribute"),
    ("Dataset", "events"),
    ("Dataset", "links"),
    ("Dataset", "post"),
    ("Vocabulary", "country"),
    ("Term", "hint"),
    ("ReplacedTerm", "hint"),
    ("MetricTerm", "hint"),
    ("MetricTerm", "quantity"),
    ("Organization", "in_post"),
    ("Project", "also"),
    ("Project", "cites"),
    ("Project", "in_post"),
];

/// Objects of which nothing is expected: what they lack is nowhere missed.
const FORMS_OF_FEW: [&str; 4] = ["Cites", "Contribute", "Event", "Post"];

impl Course<'_> {
    /// Checks an object, and all that lies in it except for records.
    pub(super) fn check_form(
        &mut self,
        form: &'static ObjectSchema,
        object: &Object<'_>,
        at: Position,
        place: &Place<'_>,
    ) {
        let mut fields = Fields { form, cursor: 0, seen: 0 };
        let mut unknown = HashSet::new();
        for (key, value) in object.members() {
            let place = place.key(key);
            let is_new = if let Some((field, is_new)) = fields.find(key) {
                self.check_field(form, field, value, &place);
                is_new
            } else {
                let is_new = unknown.insert(key);
                if is_new {
                    self.report_unknown_key(form, key, value, &place);
                }
                is_new
            };
            if !is_new {
                let reason = format_args!("is there twice");
                self.findings.add(Rule::DuplicateKey, value.at, &place, reason);
            }
        }
        if self.findings.look_for(Rule::FieldAbsent) {
            self.report_absent(&fields, at, place);
        }
    }

    fn report_unknown_key(
        &mut self,
        form: &'static ObjectSchema,
        key: &str,
        value: &Value<'_>,
        place: &Place<'_>,
    ) {
        let reason = format_args!("is no key of the form");
        let Some(meant) = nearest(key, form.fields.iter().map(|field| field.key.as_str())) else {
            return self.findings.add(Rule::UnknownKey, value.at, place, reason);
        };
        let remedy = format!("did you mean “{meant}”?");
        self.findings.add_with(Rule::UnknownKey, value.at, place, reason, remedy);
    }

    fn report_absent(&mut self, fields: &Fields, at: Position, place: &Place<'_>) {
        if FORMS_OF_FEW.contains(&fields.form.name.as_str()) {
            return;
        }
        for (idx, field) in fields.form.fields.iter().enumerate() {
            let is_expected = field.requirement != Requirement::Required
                && !MAY_BE_ABSENT.contains(&(&fields.form.name, &field.key));
            if is_expected && !fields.has(idx) {
                let reason = format_args!("is absent");
                self.findings.add(Rule::FieldAbsent, at, &place.key(&field.key), reason);
            }
        }
    }

    fn check_field(
        &mut self,
        form: &'static ObjectSchema,
        field: &'static FieldSchema,
        value: &Value<'_>,
        place: &Place<'_>,
    ) {
        if value.is_null() {
            return;
        }
        match &field.value_type {
            ValueType::Object(inner) => match value.as_object() {
                Some(object) => self.check_form(inner, object, value.at, place),
                None => self.wrong_kind(value, place, "an object"),
            },
            ValueType::List(of) => match value.as_list() {
                Some(values) => self.check_list(form, field, of, values, place),
                None => self.wrong_kind(value, place, "a list"),
            },
            value_type => self.check_value(form, field, value_type, value, place),
        }
    }

    fn check_list(
        &mut self,
        form: &'static ObjectSchema,
        field: &'static FieldSchema,
        value_type: &'static ValueType,
        values: &[Value<'_>],
        place: &Place<'_>,
    ) {
        for (idx, value) in values.iter().enumerate() {
            let place = place.index(idx);
            match value_type {
                ValueType::Object(inner) if RECORDS.contains(&inner.name.as_str()) => return,
                ValueType::Object(inner) => match value.as_object() {
                    Some(object) => self.check_form(inner, object, value.at, &place),
                    None => self.wrong_kind(value, &place, "an object"),
                },
                value_type => self.check_value(form, field, value_type, value, &place),
            }
        }
    }

    /// Checks a value that is neither an object nor a list.
    fn check_value(
        &mut self,
        form: &'static ObjectSchema,
        field: &'static FieldSchema,
        value_type: &'static ValueType,
        value: &Value<'_>,
        place: &Place<'_>,
    ) {
        let findings = &mut self.findings;
        match (value_type, &value.content) {
            (ValueType::Text, Content::Text(text)) => {
                check_text(findings, (&form.name, &field.key), (value.at, text), place);
            }
            (ValueType::Text, _) => self.wrong_kind(value, place, "a text"),
            (ValueType::Bool, Content::Bool(_)) => {}
            (ValueType::Bool, _) => self.wrong_kind(value, place, "true, false or null"),
            (_, Content::Text(text)) if text.trim().is_empty() => {
                findings.add(Rule::Empty, value.at, place, format_args!("is empty"));
            }
            (ValueType::Date, Content::Text(text)) => {
                check_date(
                    findings,
                    self.updated,
                    (&form.name, &field.key),
                    (value.at, text),
                    place,
                );
            }
            (ValueType::Url, Content::Text(text)) => {
                check_address(findings, (value.at, text), place);
            }
            (ValueType::Year, Content::Number(number)) => {
                self.check_year(value.at, number.whole, place);
            }
            (ValueType::Word(words), Content::Text(text))
                if !words.iter().any(|word| *word == **text) =>
            {
                let reason = format_args!("“{text}” is not one of the words for it");
                let remedy = format!("use one of: {}", words.join(", "));
                findings.add_with(Rule::NotAWord, value.at, place, reason, remedy);
            }
            (ValueType::Year | ValueType::Amount | ValueType::SourceIndex, _)
            | (_, Content::Text(_)) => {}
            _ => self.wrong_kind(value, place, "a text"),
        }
    }

    fn check_year(&mut self, at: Position, year: Option<i64>, place: &Place<'_>) {
        let Some(year) = year else { return };
        let last = self.updated.and_then(|day| day.get(..4)).and_then(|year| year.parse().ok());
        if last.is_some_and(|last: i64| last < year) {
            let reason = format_args!("is {year}, after the last change of the dataset");
            self.findings.add(Rule::InTheFuture, at, place, reason);
        }
        if let Some(first) = self.settings.first_year
            && year < i64::from(first)
        {
            let reason = format_args!("is {year}, before {first}");
            self.findings.add(Rule::BeforeFirstYear, at, place, reason);
        }
    }

    fn wrong_kind(&mut self, value: &Value<'_>, place: &Place<'_>, expected: &str) {
        let reason = format_args!("is not {expected}");
        self.findings.add(Rule::WrongKind, value.at, place, reason);
    }
}

/// Finds the fields of keys, and remembers which were there.
struct Fields {
    form: &'static ObjectSchema,
    /// Where the next key probably is: most files have the canonical order.
    cursor: usize,
    /// A bit for each field. No object has more than 64.
    seen: u64,
}

impl Fields {
    /// The field of a key, and whether it is there for the first time.
    fn find(&mut self, key: &str) -> Option<(&'static FieldSchema, bool)> {
        let fields = &self.form.fields;
        let is_key = |idx: &usize| fields[*idx].key == key;
        let idx =
            (self.cursor..fields.len()).find(is_key).or_else(|| (0..self.cursor).find(is_key))?;
        self.cursor = idx + 1;
        let is_new = !self.has(idx);
        self.seen |= 1 << idx;
        Some((&fields[idx], is_new))
    }

    fn has(&self, idx: usize) -> bool {
        self.seen & (1 << idx) != 0
    }
}
