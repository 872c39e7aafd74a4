//! Findings of a check.

use std::fmt;

use rustscape::dataset::{Problem, json::Position};

use super::{field_path::FieldPath, rule::Rule, settings::Settings};

/// A violation of a rule at a position in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Rule that is broken.
    pub rule: Rule,
    /// Start of the value, or of the object in which it is missing.
    pub at: Position,
    /// Name of the record: `organization`, `organization/project`, a part of the file such as
    /// `vocabulary.domain[0]`, or `file`.
    pub record: String,
    /// Field of the record, such as `sources[0].url`. Empty for the record itself.
    pub field: String,
    /// Description of the violation, as the end of a sentence that starts with the field.
    pub reason: String,
    /// Remedy for this finding, if it is more specific than the remedy of the rule.
    remedy: Option<String>,
}

impl Finding {
    /// Returns what the curator can do about the finding.
    pub fn remedy(&self) -> &str {
        self.remedy.as_deref().unwrap_or(self.rule.remedy())
    }

    /// Returns the violation with its record and field, as a sentence without its full stop.
    pub fn sentence(&self) -> String {
        let Self { record, field, reason, .. } = self;
        match (record.as_str(), field.as_str()) {
            ("file", "") => format!("the file {reason}"),
            ("file", field) => format!("{field} {reason}"),
            (record, "") => format!("{record} {reason}"),
            (record, field) => format!("{record}: {field} {reason}"),
        }
    }
}

/// Findings that were not reported yet. Ignores findings of rules that are not enabled.
#[derive(Debug)]
pub(super) struct Findings<'s> {
    settings: &'s Settings,
    found: Vec<Finding>,
}

impl<'s> Findings<'s> {
    pub(super) const fn new(settings: &'s Settings) -> Self {
        Self { settings, found: Vec::new() }
    }

    /// Returns whether a rule is enabled. Callers use this to skip expensive checks.
    pub(super) fn is_enabled(&self, rule: Rule) -> bool {
        self.settings.is_enabled(rule)
    }

    /// Adds a finding with the remedy of its rule.
    pub(super) fn add(
        &mut self,
        rule: Rule,
        at: Position,
        path: &FieldPath<'_>,
        reason: fmt::Arguments<'_>,
    ) {
        self.push(rule, at, path, reason, None);
    }

    /// Adds a finding with a specific remedy.
    pub(super) fn add_with(
        &mut self,
        rule: Rule,
        at: Position,
        path: &FieldPath<'_>,
        reason: fmt::Arguments<'_>,
        remedy: String,
    ) {
        self.push(rule, at, path, reason, Some(remedy));
    }

    fn push(
        &mut self,
        rule: Rule,
        at: Position,
        path: &FieldPath<'_>,
        reason: fmt::Arguments<'_>,
        remedy: Option<String>,
    ) {
        if self.is_enabled(rule) {
            let (record, field) = (path.record().to_owned(), path.to_string());
            self.found.push(Finding {
                rule,
                at,
                record,
                field,
                reason: reason.to_string(),
                remedy,
            });
        }
    }

    /// Adds the problems that the reader found.
    pub(super) fn add_problems(&mut self, problems: Vec<Problem>) {
        for Problem { record, field, violation, reason, at } in problems {
            let rule = Rule::from_violation(violation);
            if self.is_enabled(rule) {
                self.found.push(Finding { rule, at, record, field, reason, remedy: None });
            }
        }
    }

    /// Removes and returns the findings so far, in the order of the file.
    ///
    /// The reader and the check may both find the same violation of a rule; only one is returned.
    pub(super) fn take(&mut self) -> Vec<Finding> {
        let mut found = std::mem::take(&mut self.found);
        found.sort_by_key(|finding| (finding.at, finding.rule));
        found.dedup_by(|later, first| {
            (later.at, later.rule, &later.field) == (first.at, first.rule, &first.field)
        });
        found
    }
}
