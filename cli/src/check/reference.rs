//! Rules for references between records.

use std::collections::HashMap;

use rustscape::dataset::json::{Position, Value};

use super::{
    context::CheckContext,
    field_path::{FILE_RECORD, FieldPath},
    rule::Rule,
    value::{list_of, position_of, text_of},
};
use crate::nearest::nearest;

/// Prefix of the path of a record.
const ORG: &str = "org/";

/// A redirect with two valid paths.
#[derive(Clone, Copy)]
struct Redirect<'v> {
    from: &'v str,
    to: &'v str,
    at_from: Position,
    at_to: Position,
}

impl CheckContext<'_> {
    /// Checks the origins and targets of redirects.
    pub(super) fn check_redirects(&mut self, file: &Value<'_>) {
        let list = FILE_RECORD.key("redirects");
        let mut lines = HashMap::new();
        for (idx, redirect) in list_of(file, "redirects").iter().enumerate() {
            let path = list.index(idx);
            let Some(redirect) = self.parse_redirect(redirect, &path) else { continue };
            self.check_origin(redirect, &mut lines, &path);
            self.check_target(redirect, &path);
        }
    }

    fn parse_redirect<'v>(
        &mut self,
        redirect: &'v Value<'_>,
        path: &FieldPath<'_>,
    ) -> Option<Redirect<'v>> {
        let mut parse_path = |key| {
            let text = text_of(redirect, key)?;
            let at = position_of(redirect, key);
            if !is_path(text) {
                let reason = format_args!("“{text}” is not the path of a record");
                self.findings.add(Rule::NotAPath, at, &path.key(key), reason);
            }
            is_path(text).then_some((text, at))
        };
        let (from, to) = (parse_path("from"), parse_path("to"));
        let ((from, at_from), (to, at_to)) = (from?, to?);
        Some(Redirect { from, to, at_from, at_to })
    }

    fn check_origin<'v>(
        &mut self,
        redirect: Redirect<'v>,
        lines: &mut HashMap<&'v str, u32>,
        path: &FieldPath<'_>,
    ) {
        let Redirect { from, at_from: at, .. } = redirect;
        let path = path.key("from");
        if self.index.has_record(&from[ORG.len()..]) {
            let reason = format_args!("“{from}” is still the path of a record");
            self.findings.add(Rule::RedirectFromRecord, at, &path, reason);
        }
        if let Some(line) = lines.get(from) {
            let reason = format_args!("“{from}” is redirected already (line {line})");
            self.findings.add(Rule::RedirectTwice, at, &path, reason);
        }
        lines.entry(from).or_insert(at.line);
    }

    fn check_target(&mut self, redirect: Redirect<'_>, path: &FieldPath<'_>) {
        let Redirect { from, to, at_to: at, .. } = redirect;
        let path = path.key("to");
        if from.split('/').count() != to.split('/').count() {
            let reason = format_args!("“{to}” is of another level than “{from}”");
            self.findings.add(Rule::RedirectLevel, at, &path, reason);
        }
        if self.index.has_record(&to[ORG.len()..]) {
            return;
        }
        match self.end_of_chain(from, to) {
            ChainEnd::Record(end) => {
                let reason = format_args!("“{to}” leads on to “{end}”");
                let remedy = format!("let it lead to “{end}”");
                self.findings.add_with(Rule::RedirectChain, at, &path, reason, remedy);
            }
            ChainEnd::Loop => {
                let reason = format_args!("“{to}” leads back to “{from}”");
                self.findings.add(Rule::RedirectLoop, at, &path, reason);
            }
            ChainEnd::Missing => {
                let reason = format_args!("“{to}” does not exist");
                let remedy = self
                    .nearest_record(&to[ORG.len()..])
                    .map(|ids| format!("did you mean “{ORG}{ids}”?"));
                self.report_dangling(Rule::DanglingRedirect, at, &path, reason, remedy);
            }
        }
    }

    fn end_of_chain(&self, from: &str, to: &str) -> ChainEnd {
        let mut path = to;
        // A longer chain must contain a loop.
        for _ in 0..=self.index.redirects.len() {
            if path == from {
                return ChainEnd::Loop;
            }
            match self.index.redirects.get(path) {
                Some(next) if self.index.has_record(next.strip_prefix(ORG).unwrap_or(next)) => {
                    return ChainEnd::Record((*next).to_owned());
                }
                Some(next) => path = next,
                None => return ChainEnd::Missing,
            }
        }
        ChainEnd::Loop
    }

    /// Checks that the records of events exist, or that a redirect says where they went.
    pub(super) fn check_events(&mut self, file: &Value<'_>) {
        let list = FILE_RECORD.key("events");
        for (idx, event) in list_of(file, "events").iter().enumerate() {
            let Some(record) = text_of(event, "record") else { continue };
            if self.index.has_record(record) || self.was_record(record) {
                continue;
            }
            let path = list.index(idx);
            let reason = format_args!("“{record}” does not exist");
            let remedy = self.nearest_record(record).map(|ids| format!("did you mean “{ids}”?"));
            let at = position_of(event, "record");
            self.report_dangling(Rule::DanglingReference, at, &path.key("record"), reason, remedy);
        }
    }

    /// Returns whether a record or its organization is the origin of a redirect.
    fn was_record(&self, ids: &str) -> bool {
        let is_redirected = |ids: &str| self.index.redirects.contains_key(&*format!("{ORG}{ids}"));
        is_redirected(ids) || ids.split_once('/').is_some_and(|(org, _)| is_redirected(org))
    }

    /// Checks the references to other projects in `also`.
    pub(super) fn check_also(&mut self, project: &Value<'_>, full_id: &str, path: &FieldPath<'_>) {
        let list = path.key("also");
        let mut lines = HashMap::new();
        if project.get("also").and_then(Value::as_list).is_some_and(<[_]>::is_empty) {
            let at = position_of(project, "also");
            self.findings.add(Rule::EmptyList, at, &list, format_args!("is an empty list"));
        }
        for (idx, value) in list_of(project, "also").iter().enumerate() {
            let Some(ids) = value.as_str() else { continue };
            let path = list.index(idx);
            if let Some(line) = lines.insert(ids, value.at.line) {
                let reason = format_args!("“{ids}” is named already (line {line})");
                self.findings.add(Rule::NamedTwice, value.at, &path, reason);
            } else if ids == full_id {
                let reason = format_args!("names the project itself");
                self.findings.add(Rule::SelfReference, value.at, &path, reason);
            } else if !self.index.has_project(ids) {
                let reason = format_args!("“{ids}” does not exist");
                let remedy = self.nearest_record(ids).map(|ids| format!("did you mean “{ids}”?"));
                self.report_dangling(Rule::DanglingReference, value.at, &path, reason, remedy);
            }
        }
    }

    fn report_dangling(
        &mut self,
        rule: Rule,
        at: Position,
        path: &FieldPath<'_>,
        reason: std::fmt::Arguments<'_>,
        remedy: Option<String>,
    ) {
        match remedy {
            Some(remedy) => self.findings.add_with(rule, at, path, reason, remedy),
            None => self.findings.add(rule, at, path, reason),
        }
    }

    /// Returns the existing record with the most similar ids. Returns `None` after
    /// [`n_suggestions_left`](CheckContext::n_suggestions_left) calls.
    fn nearest_record(&mut self, ids: &str) -> Option<String> {
        self.n_suggestions_left = self.n_suggestions_left.checked_sub(1)?;
        let (org, project) = ids.split_once('/').map_or((ids, None), |(org, id)| (org, Some(id)));
        let org = if self.index.has_record(org) {
            org
        } else {
            nearest(org, self.index.organizations())?
        };
        match project {
            None => Some(org.to_owned()),
            Some(id) => nearest(id, self.index.projects_of(org)).map(|id| format!("{org}/{id}")),
        }
    }
}

/// The end of a chain of redirects.
enum ChainEnd {
    /// The path of a record.
    Record(String),
    /// No end: the chain contains a loop.
    Loop,
    /// A path that does not exist.
    Missing,
}

/// Returns whether a text has the form of the path of an organization or a project.
fn is_path(text: &str) -> bool {
    let Some(ids) = text.strip_prefix(ORG) else { return false };
    ids.split('/').count() <= 2 && ids.split('/').all(rustscape::dataset::is_slug)
}
