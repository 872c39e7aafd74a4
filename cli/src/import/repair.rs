//! Takes out of an imported dataset everything that the check has an error for.

use rustscape::dataset::{Problem, VocabularyKind};
use serde_json::Value;

use super::{
    draft::SourceMap,
    report::{Loss, Report},
    words::Words,
};
use crate::{
    check::{Finding, Rule},
    schema::{self, Requirement, ValueType},
};

/// The confidence of a project that only seemed to be confirmed.
const SEEMING: &str = "reported";

/// A value to take out, and the place to report.
pub(super) struct Repair<'r> {
    pub(super) file: &'r mut Value,
    pub(super) words: &'r mut Words,
    pub(super) sources: &'r SourceMap,
    pub(super) report: &'r mut Report,
}

impl Repair<'_> {
    /// Leaves out records that a reader would leave out, and says whether there were any.
    pub(super) fn leave_out(&mut self, problems: &[Problem]) -> bool {
        let mut is_changed = false;
        for Problem { record, field, reason, .. } in problems {
            if leaves_out(self.file, record) {
                is_changed = true;
                let text = format!("{field} {reason}; the record is left out");
                self.tell(record, "", text, Loss::Record);
            }
        }
        is_changed
    }

    /// Takes out what the check has found to be wrong, and says whether there was anything. A whole
    /// record goes only where nothing smaller can: one value may be wrong in two ways. The last goes
    /// first, so that the positions of the others stay.
    pub(super) fn mend(&mut self, findings: &[Finding]) -> bool {
        let mended = findings.iter().rev().filter(|finding| self.mends(finding));
        if mended.count() > 0 {
            return true;
        }
        let left_out = findings.iter().filter(|finding| self.leaves_out(finding));
        left_out.count() > 0
    }

    fn mends(&mut self, finding: &Finding) -> bool {
        let Finding { rule, record: id, field, reason, .. } = finding;
        let Some((record, value_type)) = record_of(self.file, id) else { return false };
        let became = match rule {
            Rule::ConfirmedOnHearsay | Rule::ConfirmedUnseen => {
                record["confidence"] = self.words.id_of(VocabularyKind::Confidence, SEEMING).into();
                Some("it becomes “reported”")
            }
            Rule::ChangeOfZero
            | Rule::MoreThanAll
            | Rule::TimesWithoutDirection
            | Rule::TimesBelowOne
            | Rule::ImplausibleValue => {
                takes_figure(record, field).then_some("the outcome is kept without its figure")
            }
            _ => takes_out(record, &value_type, &steps_of(field)).then_some("left out"),
        };
        if let Some(became) = became {
            self.tell(id, field, format!("{reason}; {became}"), Loss::Value);
        }
        became.is_some()
    }

    fn leaves_out(&mut self, Finding { record: id, field, reason, .. }: &Finding) -> bool {
        let is_left_out = leaves_out(self.file, id);
        if is_left_out {
            self.tell(id, "", format!("{field} {reason}; the record is left out"), Loss::Record);
        }
        is_left_out
    }

    fn tell(&mut self, record: &str, field: &str, text: String, loss: Loss) {
        match self.sources.place(record, field) {
            Some((line, name)) if loss == Loss::Record => self.report.record(line, &name, text),
            Some((line, name)) => self.report.value(line, &name, text),
            None => self.report.whole(field, text, (1, loss)),
        }
    }
}

/// A step on the way from a record to a value in it.
enum Step<'f> {
    Key(&'f str),
    Index(usize),
}

/// The steps of a field such as `sources[0].checked.date`.
fn steps_of(field: &str) -> Vec<Step<'_>> {
    let parts = field.split(['.', '[']).filter(|part| !part.is_empty());
    let steps = parts.map(|part| match part.strip_suffix(']').map(str::parse) {
        Some(Ok(idx)) => Step::Index(idx),
        _ => Step::Key(part),
    });
    steps.collect()
}

/// Takes a value out, or the smallest thing around it that may be absent. Sources, outcomes and
/// notes keep their positions, because others name them.
fn takes_out(value: &mut Value, value_type: &ValueType, steps: &[Step<'_>]) -> bool {
    let Some((step, rest)) = steps.split_first() else { return false };
    match (step, value_type, value) {
        (Step::Key(key), ValueType::Object(object), Value::Object(members)) => {
            let (Some(field), Some(inner)) = (object.field(key), members.get_mut(*key)) else {
                return false;
            };
            if takes_out(inner, &field.value_type, rest) {
                return true;
            }
            let may_be_absent = field.requirement != Requirement::Required && !inner.is_null();
            if may_be_absent {
                *inner = if inner.is_array() { Value::Array(Vec::new()) } else { Value::Null };
            }
            may_be_absent
        }
        (Step::Index(idx), ValueType::List(of), Value::Array(values)) => {
            let Some(inner) = values.get_mut(*idx) else { return false };
            if takes_out(inner, of, rest) {
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

/// Makes an outcome one of which only its statement tells.
fn takes_figure(project: &mut Value, field: &str) -> bool {
    let [Step::Key(list), Step::Index(idx), ..] = steps_of(field)[..] else { return false };
    let Some(outcome) = project.get_mut(list).and_then(|list| list.get_mut(idx)) else {
        return false;
    };
    outcome["value"] = Value::Null;
    outcome["direction"] = "none".into();
    outcome["unit"] = "other".into();
    true
}

/// A record of the file, or the file itself, and its type.
fn record_of<'v>(file: &'v mut Value, record: &str) -> Option<(&'v mut Value, ValueType)> {
    if record == "file" {
        return Some((file, ValueType::Object(schema::file_schema().clone())));
    }
    let organizations = schema::file_schema().object("organizations")?;
    let (id, project) = record.split_once('/').map_or((record, None), |(id, of)| (id, Some(of)));
    let organization = find(file.get_mut("organizations")?, id)?;
    let Some(project) = project else {
        return Some((organization, ValueType::Object(organizations.clone())));
    };
    let projects = organizations.object("projects")?;
    Some((find(organization.get_mut("projects")?, project)?, ValueType::Object(projects.clone())))
}

fn find<'v>(records: &'v mut Value, id: &str) -> Option<&'v mut Value> {
    let is_it = |record: &&mut Value| record.get("id").is_some_and(|other| other == id);
    records.as_array_mut()?.iter_mut().find(is_it)
}

/// Takes a record out of the file, and says whether it was there.
fn leaves_out(file: &mut Value, record: &str) -> bool {
    let organizations = file.get_mut("organizations").and_then(Value::as_array_mut);
    let Some(organizations) = organizations else { return false };
    let Some((organization, project)) = record.split_once('/') else {
        return removes(organizations, record);
    };
    let organization =
        organizations.iter_mut().find(|other| other.get("id").is_some_and(|id| id == organization));
    let projects = organization.and_then(|organization| organization.get_mut("projects"));
    projects.and_then(Value::as_array_mut).is_some_and(|projects| removes(projects, project))
}

fn removes(records: &mut Vec<Value>, id: &str) -> bool {
    let at = records.iter().position(|record| record.get("id").is_some_and(|other| other == id));
    at.map(|at| records.remove(at)).is_some()
}
