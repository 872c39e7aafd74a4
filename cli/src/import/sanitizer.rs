//! Removes from an imported dataset everything that the check reports as an error.

use rustscape::dataset::{Problem, VocabularyKind};
use serde_json::Value;

use super::{
    draft::SourceMap,
    report::{ImportReport, Omission},
    vocabulary_builder::VocabularyBuilder,
};
use crate::{
    check::{Finding, Rule},
    schema::{self, Requirement, ValueType},
};

/// The confidence of a project that claims to be confirmed without a source that confirms it.
const DOWNGRADED_CONFIDENCE: &str = "reported";

/// A dataset file, with everything that is needed to remove and report its errors.
pub(super) struct Sanitizer<'r> {
    pub(super) file: &'r mut Value,
    pub(super) vocabulary: &'r mut VocabularyBuilder,
    pub(super) sources: &'r SourceMap,
    pub(super) report: &'r mut ImportReport,
}

impl Sanitizer<'_> {
    /// Removes the records that the reader rejects. Returns whether anything was removed.
    pub(super) fn remove_rejected_records(&mut self, problems: &[Problem]) -> bool {
        let mut is_changed = false;
        for Problem { record, field, reason, .. } in problems {
            if remove_record(self.file, record) {
                is_changed = true;
                let text = format!("{field} {reason}; the record is left out");
                self.report_removal(record, "", text, Omission::Record);
            }
        }
        is_changed
    }

    /// Removes the errors that the check found. Returns whether anything was removed.
    ///
    /// Removes whole records only if no value could be removed, because one wrong value can break
    /// two rules. Goes through the findings in reverse, so that positions in lists stay valid.
    pub(super) fn remove_errors(&mut self, findings: &[Finding]) -> bool {
        let removed = findings.iter().rev().filter(|finding| self.fix_value(finding));
        if removed.count() > 0 {
            return true;
        }
        let removed = findings.iter().filter(|finding| self.remove_record_of(finding));
        removed.count() > 0
    }

    fn fix_value(&mut self, finding: &Finding) -> bool {
        let Finding { rule, record: id, field, reason, .. } = finding;
        let Some((record, value_type)) = find_record(self.file, id) else { return false };
        let consequence = match rule {
            Rule::ConfirmedOnHearsay | Rule::ConfirmedUnseen => {
                let id = self.vocabulary.term_id(VocabularyKind::Confidence, DOWNGRADED_CONFIDENCE);
                record["confidence"] = id.into();
                Some("it becomes “reported”")
            }
            Rule::ChangeOfZero
            | Rule::MoreThanAll
            | Rule::TimesWithoutDirection
            | Rule::TimesBelowOne
            | Rule::ImplausibleValue => {
                remove_figure(record, field).then_some("the outcome is kept without its figure")
            }
            _ => remove_value(record, &value_type, &parse_path(field)).then_some("left out"),
        };
        if let Some(consequence) = consequence {
            self.report_removal(id, field, format!("{reason}; {consequence}"), Omission::Value);
        }
        consequence.is_some()
    }

    fn remove_record_of(&mut self, Finding { record: id, field, reason, .. }: &Finding) -> bool {
        let is_removed = remove_record(self.file, id);
        if is_removed {
            let text = format!("{field} {reason}; the record is left out");
            self.report_removal(id, "", text, Omission::Record);
        }
        is_removed
    }

    fn report_removal(&mut self, record: &str, field: &str, text: String, omission: Omission) {
        match self.sources.locate(record, field) {
            Some((line, name)) if omission == Omission::Record => {
                self.report.add_omitted_record(line, &name, text);
            }
            Some((line, name)) => self.report.add_omitted_value(line, &name, text),
            None => self.report.add_summary(field, text, (1, omission)),
        }
    }
}

/// A step of the path from a record to a value.
enum PathStep<'f> {
    Key(&'f str),
    Index(usize),
}

/// Parses the path of a field, such as `sources[0].checked.date`.
fn parse_path(field: &str) -> Vec<PathStep<'_>> {
    let parts = field.split(['.', '[']).filter(|part| !part.is_empty());
    let steps = parts.map(|part| match part.strip_suffix(']').map(str::parse) {
        Some(Ok(idx)) => PathStep::Index(idx),
        _ => PathStep::Key(part),
    });
    steps.collect()
}

/// Removes a value, or the smallest enclosing value that is optional. Returns whether anything was
/// removed. Never removes an object from a list, because other records refer to its position.
fn remove_value(value: &mut Value, value_type: &ValueType, path: &[PathStep<'_>]) -> bool {
    let Some((step, rest)) = path.split_first() else { return false };
    match (step, value_type, value) {
        (PathStep::Key(key), ValueType::Object(object), Value::Object(members)) => {
            let (Some(field), Some(inner)) = (object.field(key), members.get_mut(*key)) else {
                return false;
            };
            if remove_value(inner, &field.value_type, rest) {
                return true;
            }
            let is_removable = field.requirement != Requirement::Required && !inner.is_null();
            if is_removable {
                *inner = if inner.is_array() { Value::Array(Vec::new()) } else { Value::Null };
            }
            is_removable
        }
        (PathStep::Index(idx), ValueType::List(of), Value::Array(values)) => {
            let Some(inner) = values.get_mut(*idx) else { return false };
            if remove_value(inner, of, rest) {
                return true;
            }
            let is_plain = !matches!(**of, ValueType::Object(_));
            if is_plain {
                values.remove(*idx);
            }
            is_plain
        }
        _ => false,
    }
}

/// Removes the figure of an outcome and keeps its statement.
fn remove_figure(project: &mut Value, field: &str) -> bool {
    let [PathStep::Key(list), PathStep::Index(idx), ..] = parse_path(field)[..] else {
        return false;
    };
    let Some(outcome) = project.get_mut(list).and_then(|list| list.get_mut(idx)) else {
        return false;
    };
    outcome["value"] = Value::Null;
    outcome["direction"] = "none".into();
    outcome["unit"] = "other".into();
    true
}

/// Returns a record, or the file itself for the id “file”, with its type.
fn find_record<'v>(file: &'v mut Value, id: &str) -> Option<(&'v mut Value, ValueType)> {
    if id == "file" {
        return Some((file, ValueType::Object(schema::file_schema().clone())));
    }
    let organizations = schema::file_schema().object("organizations")?;
    let (id, project) = id.split_once('/').map_or((id, None), |(id, of)| (id, Some(of)));
    let organization = find_by_id(file.get_mut("organizations")?, id)?;
    let Some(project) = project else {
        return Some((organization, ValueType::Object(organizations.clone())));
    };
    let projects = organizations.object("projects")?;
    let project = find_by_id(organization.get_mut("projects")?, project)?;
    Some((project, ValueType::Object(projects.clone())))
}

fn find_by_id<'v>(records: &'v mut Value, id: &str) -> Option<&'v mut Value> {
    records.as_array_mut()?.iter_mut().find(|record| has_id(record, id))
}

fn has_id(record: &Value, id: &str) -> bool {
    record.get("id").is_some_and(|other| other == id)
}

/// Removes a record from the file. Returns whether the file contained it.
fn remove_record(file: &mut Value, record: &str) -> bool {
    let Some(organizations) = file.get_mut("organizations") else { return false };
    let Some((organization, project)) = record.split_once('/') else {
        return remove_by_id(organizations, record);
    };
    let organization = find_by_id(organizations, organization);
    let projects = organization.and_then(|organization| organization.get_mut("projects"));
    projects.is_some_and(|projects| remove_by_id(projects, project))
}

fn remove_by_id(records: &mut Value, id: &str) -> bool {
    let Some(records) = records.as_array_mut() else { return false };
    let at = records.iter().position(|record| has_id(record, id));
    at.map(|at| records.remove(at)).is_some()
}
