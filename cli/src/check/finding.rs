use std::fmt;

use rustscape::dataset::{Problem, json::Position};

use super::{place::Place, rule::Rule, settings::Settings};

/// A rule that is broken at a place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// Where the value begins, or what should have it.
    pub at: Position,
    /// Which record: `organization`, `organization/project`, or a place of the file.
    pub record: String,
    /// Which field of the record, such as `sources[0].url`. Empty for the record itself.
    pub field: String,
    /// What is wrong, as the end of a sentence that starts with the field.
    pub reason: String,
    /// What to do here, where that is more than the rule says.
    remedy: Option<String>,
}

impl Finding {
    /// What to do about it.
    pub fn remedy(&self) -> &str {
        self.remedy.as_deref().unwrap_or(self.rule.remedy())
    }

    /// What is wrong with what, as a sentence without its full stop.
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

/// Gathers what is found, as far as it is asked for.
#[derive(Debug)]
pub(super) struct Findings<'s> {
    settings: &'s Settings,
    found: Vec<Finding>,
}

impl<'s> Findings<'s> {
    pub(super) const fn new(settings: &'s Settings) -> Self {
        Self { settings, found: Vec::new() }
    }

    /// Whether anybody wants to know of a rule. Saves the work where nobody does.
    pub(super) fn look_for(&self, rule: Rule) -> bool {
        self.settings.looks_for(rule)
    }

    /// Adds a finding with the remedy of its rule.
    pub(super) fn add(
        &mut self,
        rule: Rule,
        at: Position,
        place: &Place<'_>,
        reason: fmt::Arguments<'_>,
    ) {
        self.push(rule, at, place, reason, None);
    }

    /// Adds a finding with a remedy of its own.
    pub(super) fn add_with(
        &mut self,
        rule: Rule,
        at: Position,
        place: &Place<'_>,
        reason: fmt::Arguments<'_>,
        remedy: String,
    ) {
        self.push(rule, at, place, reason, Some(remedy));
    }

    fn push(
        &mut self,
        rule: Rule,
        at: Position,
        place: &Place<'_>,
        reason: fmt::Arguments<'_>,
        remedy: Option<String>,
    ) {
        if self.look_for(rule) {
            let (record, field) = (place.record().to_owned(), place.to_string());
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

    /// Adds what the reader has found.
    pub(super) fn add_problems(&mut self, problems: Vec<Problem>) {
        for Problem { record, field, violation, reason, at } in problems {
            let rule = Rule::of_violation(violation);
            if self.look_for(rule) {
                self.found.push(Finding { rule, at, record, field, reason, remedy: None });
            }
        }
    }

    /// Takes what was found so far, in the order of the file. A rule that is broken twice at one
    /// value, once for the reader and once for the form, is told once.
    pub(super) fn take(&mut self) -> Vec<Finding> {
        let mut found = std::mem::take(&mut self.found);
        found.sort_by_key(|finding| (finding.at, finding.rule));
        found.dedup_by(|later, first| {
            (later.at, later.rule, &later.field) == (first.at, first.rule, &first.field)
        });
        found
    }
}
