//! Records that are named elsewhere in the file.

use std::collections::HashMap;

use rustscape::dataset::json::{Position, Value};

use super::{
    course::{Course, list_of, position_of, text_of},
    head::FILE_PLACE,
    place::Place,
    rule::Rule,
};
use crate::nearest::nearest;

/// What the path of a record begins with.
const ORG: &str = "org/";

/// A redirect of which both ends are paths.
#[derive(Clone, Copy)]
struct Ends<'v> {
    from: &'v str,
    to: &'v str,
    at_from: Position,
    at_to: Position,
}

impl Course<'_> {
    /// Checks where redirects lead from and to.
    pub(super) fn check_redirects(&mut self, file: &Value<'_>) {
        let list = FILE_PLACE.key("redirects");
        let mut lines = HashMap::new();
        for (idx, redirect) in list_of(file, "redirects").iter().enumerate() {
            let place = list.index(idx);
            let Some(ends) = self.ends_of(redirect, &place) else { continue };
            self.check_origin(ends, &mut lines, &place);
            self.check_target(ends, &place);
        }
    }

    fn ends_of<'v>(&mut self, redirect: &'v Value<'_>, place: &Place<'_>) -> Option<Ends<'v>> {
        let mut path = |key| {
            let path = text_of(redirect, key)?;
            let at = position_of(redirect, key);
            if !is_path(path) {
                let reason = format_args!("“{path}” is not the path of a record");
                self.findings.add(Rule::NotAPath, at, &place.key(key), reason);
            }
            is_path(path).then_some((path, at))
        };
        let (from, to) = (path("from"), path("to"));
        let ((from, at_from), (to, at_to)) = (from?, to?);
        Some(Ends { from, to, at_from, at_to })
    }

    fn check_origin<'v>(
        &mut self,
        ends: Ends<'v>,
        lines: &mut HashMap<&'v str, u32>,
        place: &Place<'_>,
    ) {
        let Ends { from, at_from: at, .. } = ends;
        let place = place.key("from");
        if self.census.has_record(&from[ORG.len()..]) {
            let reason = format_args!("“{from}” is still the path of a record");
            self.findings.add(Rule::RedirectFromRecord, at, &place, reason);
        }
        if let Some(line) = lines.get(from) {
            let reason = format_args!("“{from}” is redirected already (line {line})");
            self.findings.add(Rule::RedirectTwice, at, &place, reason);
        }
        lines.entry(from).or_insert(at.line);
    }

    fn check_target(&mut self, ends: Ends<'_>, place: &Place<'_>) {
        let Ends { from, to, at_to: at, .. } = ends;
        let place = place.key("to");
        if from.split('/').count() != to.split('/').count() {
            let reason = format_args!("“{to}” is of another level than “{from}”");
            self.findings.add(Rule::RedirectLevel, at, &place, reason);
        }
        if self.census.has_record(&to[ORG.len()..]) {
            return;
        }
        match self.end_of_chain(from, to) {
            ChainEnd::Record(end) => {
                let reason = format_args!("“{to}” leads on to “{end}”");
                let remedy = format!("let it lead to “{end}”");
                self.findings.add_with(Rule::RedirectChain, at, &place, reason, remedy);
            }
            ChainEnd::Start => {
                let reason = format_args!("“{to}” leads back to “{from}”");
                self.findings.add(Rule::RedirectLoop, at, &place, reason);
            }
            ChainEnd::Nothing => {
                let reason = format_args!("“{to}” does not exist");
                let remedy = self
                    .remedy_for(&to[ORG.len()..])
                    .map(|ids| format!("did you mean “{ORG}{ids}”?"));
                self.add_dangling(Rule::DanglingRedirect, at, &place, reason, remedy);
            }
        }
    }

    fn end_of_chain(&self, from: &str, to: &str) -> ChainEnd {
        let mut path = to;
        // No chain that ends is longer than the list.
        for _ in 0..=self.census.redirects.len() {
            if path == from {
                return ChainEnd::Start;
            }
            match self.census.redirects.get(path) {
                Some(next) if self.census.has_record(next.strip_prefix(ORG).unwrap_or(next)) => {
                    return ChainEnd::Record((*next).to_owned());
                }
                Some(next) => path = next,
                None => return ChainEnd::Nothing,
            }
        }
        ChainEnd::Start
    }

    /// Checks that the records of events are there, or were.
    pub(super) fn check_events(&mut self, file: &Value<'_>) {
        let list = FILE_PLACE.key("events");
        for (idx, event) in list_of(file, "events").iter().enumerate() {
            let Some(record) = text_of(event, "record") else { continue };
            if self.census.has_record(record) || self.was_record(record) {
                continue;
            }
            let place = list.index(idx);
            let reason = format_args!("“{record}” does not exist");
            let remedy = self.remedy_for(record).map(|ids| format!("did you mean “{ids}”?"));
            let at = position_of(event, "record");
            self.add_dangling(Rule::DanglingReference, at, &place.key("record"), reason, remedy);
        }
    }

    /// Whether a redirect leads on from a record, or from its organization.
    fn was_record(&self, ids: &str) -> bool {
        let is_redirected = |ids: &str| self.census.redirects.contains_key(&*format!("{ORG}{ids}"));
        is_redirected(ids) || ids.split_once('/').is_some_and(|(org, _)| is_redirected(org))
    }

    /// Checks the projects that a project adopts.
    pub(super) fn check_also(&mut self, project: &Value<'_>, full_id: &str, place: &Place<'_>) {
        let list = place.key("also");
        let mut lines = HashMap::new();
        if project.get("also").and_then(Value::as_list).is_some_and(<[_]>::is_empty) {
            let at = position_of(project, "also");
            self.findings.add(Rule::EmptyList, at, &list, format_args!("is an empty list"));
        }
        for (idx, value) in list_of(project, "also").iter().enumerate() {
            let Some(ids) = value.as_str() else { continue };
            let place = list.index(idx);
            if let Some(line) = lines.insert(ids, value.at.line) {
                let reason = format_args!("“{ids}” is named already (line {line})");
                self.findings.add(Rule::NamedTwice, value.at, &place, reason);
            } else if ids == full_id {
                let reason = format_args!("names the project itself");
                self.findings.add(Rule::SelfReference, value.at, &place, reason);
            } else if !self.census.has_project(ids) {
                let reason = format_args!("“{ids}” does not exist");
                let remedy = self.remedy_for(ids).map(|ids| format!("did you mean “{ids}”?"));
                self.add_dangling(Rule::DanglingReference, value.at, &place, reason, remedy);
            }
        }
    }

    fn add_dangling(
        &mut self,
        rule: Rule,
        at: Position,
        place: &Place<'_>,
        reason: std::fmt::Arguments<'_>,
        remedy: Option<String>,
    ) {
        match remedy {
            Some(remedy) => self.findings.add_with(rule, at, place, reason, remedy),
            None => self.findings.add(rule, at, place, reason),
        }
    }

    /// The record that was probably meant.
    fn remedy_for(&mut self, ids: &str) -> Option<String> {
        self.n_suggestions_left = self.n_suggestions_left.checked_sub(1)?;
        let (org, project) = ids.split_once('/').map_or((ids, None), |(org, id)| (org, Some(id)));
        let org = if self.census.has_record(org) {
            org
        } else {
            nearest(org, self.census.organizations())?
        };
        match project {
            None => Some(org.to_owned()),
            Some(id) => nearest(id, self.census.projects_of(org)).map(|id| format!("{org}/{id}")),
        }
    }
}

/// What a chain of redirects comes to.
enum ChainEnd {
    /// The path of a record.
    Record(String),
    /// Where it began, or a circle on the way.
    Start,
    /// A path that is neither.
    Nothing,
}

/// Whether a text is the path of an organization or a project, were there one.
fn is_path(text: &str) -> bool {
    let Some(ids) = text.strip_prefix(ORG) else { return false };
    ids.split('/').count() <= 2 && ids.split('/').all(rustscape::dataset::is_slug)
}
