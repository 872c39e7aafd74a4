//! Rules for the keys and values of every object, driven by its schema.

use std::collections::HashSet;

use rustscape::dataset::json::{Content, Object, Position, Value};

use super::{
    address::check_address, context::CheckContext, date::check_date, field_path::FieldPath,
    rule::Rule, text::check_text,
};
use crate::{
    nearest::nearest,
    schema::{FieldSchema, ObjectSchema, Requirement, ValueType},
};

/// Objects that findings name as records. Lists of them are skipped here, because their own rules
/// call [`CheckContext::check_fields`] for each.
const RECORDS: [&str; 5] = ["Organization", "Project", "Term", "ReplacedTerm", "MetricTerm"];

/// Optional fields that are usually absent, by object and key. Leaving out any other optional field
/// looks like an oversight.
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

/// Objects whose optional fields are all usually absent.
const SPARSE_OBJECTS: [&str; 4] = ["Cites", "Contribute", "Event", "Post"];

impl CheckContext<'_> {
    /// Checks the fields of an object and of all objects inside it, except for records.
    pub(super) fn check_fields(
        &mut self,
        object_schema: &'static ObjectSchema,
        object: &Object<'_>,
        at: Position,
        path: &FieldPath<'_>,
    ) {
        let mut fields = SeenFields { object_schema, cursor: 0, seen: 0 };
        let mut unknown = HashSet::new();
        for (key, value) in object.members() {
            let path = path.key(key);
            let is_new = if let Some((field, is_new)) = fields.find(key) {
                self.check_field(object_schema, field, value, &path);
                is_new
            } else {
                let is_new = unknown.insert(key);
                if is_new {
                    self.report_unknown_key(object_schema, key, value, &path);
                }
                is_new
            };
            if !is_new {
                let reason = format_args!("is there twice");
                self.findings.add(Rule::DuplicateKey, value.at, &path, reason);
            }
        }
        if self.findings.is_enabled(Rule::FieldAbsent) {
            self.report_absent(&fields, at, path);
        }
    }

    fn report_unknown_key(
        &mut self,
        object_schema: &'static ObjectSchema,
        key: &str,
        value: &Value<'_>,
        path: &FieldPath<'_>,
    ) {
        let reason = format_args!("is no key of the form");
        let Some(meant) = nearest(key, object_schema.fields.iter().map(|field| field.key.as_str()))
        else {
            return self.findings.add(Rule::UnknownKey, value.at, path, reason);
        };
        let remedy = format!("did you mean “{meant}”?");
        self.findings.add_with(Rule::UnknownKey, value.at, path, reason, remedy);
    }

    fn report_absent(&mut self, fields: &SeenFields, at: Position, path: &FieldPath<'_>) {
        if SPARSE_OBJECTS.contains(&fields.object_schema.name.as_str()) {
            return;
        }
        for (idx, field) in fields.object_schema.fields.iter().enumerate() {
            let is_expected = field.requirement != Requirement::Required
                && !MAY_BE_ABSENT.contains(&(&fields.object_schema.name, &field.key));
            if is_expected && !fields.has(idx) {
                let reason = format_args!("is absent");
                self.findings.add(Rule::FieldAbsent, at, &path.key(&field.key), reason);
            }
        }
    }

    fn check_field(
        &mut self,
        object_schema: &'static ObjectSchema,
        field: &'static FieldSchema,
        value: &Value<'_>,
        path: &FieldPath<'_>,
    ) {
        if value.is_null() {
            return;
        }
        match &field.value_type {
            ValueType::Object(inner) => match value.as_object() {
                Some(object) => self.check_fields(inner, object, value.at, path),
                None => self.report_wrong_kind(value, path, "an object"),
            },
            ValueType::List(of) => match value.as_list() {
                Some(values) => self.check_list(object_schema, field, of, values, path),
                None => self.report_wrong_kind(value, path, "a list"),
            },
            value_type => self.check_value(object_schema, field, value_type, value, path),
        }
    }

    fn check_list(
        &mut self,
        object_schema: &'static ObjectSchema,
        field: &'static FieldSchema,
        value_type: &'static ValueType,
        values: &[Value<'_>],
        path: &FieldPath<'_>,
    ) {
        for (idx, value) in values.iter().enumerate() {
            let path = path.index(idx);
            match value_type {
                ValueType::Object(inner) if RECORDS.contains(&inner.name.as_str()) => return,
                ValueType::Object(inner) => match value.as_object() {
                    Some(object) => self.check_fields(inner, object, value.at, &path),
                    None => self.report_wrong_kind(value, &path, "an object"),
                },
                value_type => self.check_value(object_schema, field, value_type, value, &path),
            }
        }
    }

    /// Checks a value that is not an object or a list.
    fn check_value(
        &mut self,
        object_schema: &'static ObjectSchema,
        field: &'static FieldSchema,
        value_type: &'static ValueType,
        value: &Value<'_>,
        path: &FieldPath<'_>,
    ) {
        let findings = &mut self.findings;
        match (value_type, &value.content) {
            (ValueType::Text, Content::Text(text)) => {
                check_text(findings, (&object_schema.name, &field.key), (value.at, text), path);
            }
            (ValueType::Text, _) => self.report_wrong_kind(value, path, "a text"),
            (ValueType::Bool, Content::Bool(_)) => {}
            (ValueType::Bool, _) => self.report_wrong_kind(value, path, "true, false or null"),
            (_, Content::Text(text)) if text.trim().is_empty() => {
                findings.add(Rule::Empty, value.at, path, format_args!("is empty"));
            }
            (ValueType::Date, Content::Text(text)) => {
                check_date(
                    findings,
                    self.updated,
                    (&object_schema.name, &field.key),
                    (value.at, text),
                    path,
                );
            }
            (ValueType::Url, Content::Text(text)) => {
                check_address(findings, (value.at, text), path);
            }
            (ValueType::Year, Content::Number(number)) => {
                self.check_year(value.at, number.whole, path);
            }
            (ValueType::Word(words), Content::Text(text))
                if !words.iter().any(|word| *word == **text) =>
            {
                let reason = format_args!("“{text}” is not one of the words for it");
                let remedy = format!("use one of: {}", words.join(", "));
                findings.add_with(Rule::NotAWord, value.at, path, reason, remedy);
            }
            (ValueType::Year | ValueType::Amount | ValueType::SourceIndex, _)
            | (_, Content::Text(_)) => {}
            _ => self.report_wrong_kind(value, path, "a text"),
        }
    }

    fn check_year(&mut self, at: Position, year: Option<i64>, path: &FieldPath<'_>) {
        let Some(year) = year else { return };
        let last_year =
            self.updated.and_then(|day| day.get(..4)).and_then(|year| year.parse().ok());
        if last_year.is_some_and(|last_year: i64| year > last_year) {
            let reason = format_args!("is {year}, after the last change of the dataset");
            self.findings.add(Rule::InTheFuture, at, path, reason);
        }
        if let Some(first) = self.settings.first_year
            && year < i64::from(first)
        {
            let reason = format_args!("is {year}, before {first}");
            self.findings.add(Rule::BeforeFirstYear, at, path, reason);
        }
    }

    fn report_wrong_kind(&mut self, value: &Value<'_>, path: &FieldPath<'_>, expected: &str) {
        let reason = format_args!("is not {expected}");
        self.findings.add(Rule::WrongKind, value.at, path, reason);
    }
}

/// Looks up the fields of keys and records which fields an object has.
struct SeenFields {
    object_schema: &'static ObjectSchema,
    /// Index of the field that probably comes next, because most files are in canonical order.
    cursor: usize,
    /// One bit for each field that was seen. No object has more than 64 fields.
    seen: u64,
}

impl SeenFields {
    /// Returns the field of a key, and whether the object has not had this key before.
    fn find(&mut self, key: &str) -> Option<(&'static FieldSchema, bool)> {
        let fields = &self.object_schema.fields;
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
