//! Rules for projects, except for their outcomes and sources.

use rustscape::dataset::json::{Number, Value};

use super::{
    calendar::last_day,
    context::CheckContext,
    field_path::FieldPath,
    organization::is_in_post,
    rule::Rule,
    value::{list_of, position_of, text_of},
};
use crate::schema::ObjectSchema;

/// Statuses of projects that ended.
const ENDED: [&str; 2] = ["discontinued", "handed-over"];

/// Statuses that are allowed together with `until`. An experiment can end without being abandoned.
const MAY_HAVE_ENDED: [&str; 3] = ["discontinued", "handed-over", "experimental"];

/// Statuses of projects that continue or may continue.
const MAY_CONTINUE: [&str; 3] = ["production", "rolling-out", "unknown"];

/// Verdicts that do not need sources in support of the claim.
const WITHOUT_SUPPORT: [&str; 2] = ["unsupported", "wrong"];

impl CheckContext<'_> {
    /// Checks a project with its sources, outcomes, notes and claim.
    pub(super) fn check_project(
        &mut self,
        object_schema: &'static ObjectSchema,
        project: &Value<'_>,
        organization: &Value<'_>,
        path: &FieldPath<'_>,
    ) {
        let Some(members) = project.as_object() else { return };
        self.check_fields(object_schema, members, project.at, path);
        self.check_classified(project, &["kind", "status", "domains"], path);
        self.check_aliases(project, path);
        self.check_end(project, path);
        self.check_license(project, path);
        self.check_verified(project, path);
        self.check_sources(project, path);
        self.check_support(project, path);
        self.check_outcomes(project, path);
        self.check_notes(project, path);
        self.check_cites(project, path);
        self.check_claim(project, path);
        self.check_also(project, path.record(), path);
        self.check_copied_text(project, organization, path);
    }

    fn check_end(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        let status = text_of(project, "status");
        let until = project.get("until").and_then(Value::as_number);
        let may_continue = status.is_none_or(|status| MAY_CONTINUE.contains(&status));
        if let Some(Number { float: year, .. }) = until
            && may_continue
        {
            let status = status.unwrap_or("unknown");
            let remedy = format!(
                "set the status to one of {}, or “until” to null",
                MAY_HAVE_ENDED.join(", ")
            );
            let reason = format_args!("is {year}, but the status is {status}");
            let at = position_of(project, "until");
            self.findings.add_with(Rule::UntilWhileRunning, at, &path.key("until"), reason, remedy);
        }
        let Some(status) = status.filter(|status| ENDED.contains(status)) else { return };
        let at = position_of(project, "status");
        let path = path.key("status");
        if until.is_none() {
            let reason = format_args!("is {status}, but it is unknown since when");
            self.findings.add(Rule::EndedWithoutYear, at, &path, reason);
        }
        if list_of(project, "sources").is_empty() {
            let reason = format_args!("is {status}, but there is no source");
            self.findings.add(Rule::EndedWithoutSource, at, &path, reason);
        }
    }

    fn check_license(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        let is_open = project.get("open_source").and_then(Value::as_bool) == Some(true);
        if let Some(license) = text_of(project, "license")
            && !is_open
            && text_of(project, "repository").is_none()
        {
            let at = position_of(project, "license");
            let reason =
                format_args!("is {license}, but the source code is neither open nor linked");
            self.findings.add(Rule::LicenseWithoutCode, at, &path.key("license"), reason);
        }
    }

    fn check_verified(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        let path = path.key("verified");
        let at = position_of(project, "verified");
        let Some(text) = text_of(project, "verified") else {
            return self.findings.add(Rule::NeverVerified, at, &path, format_args!("is unknown"));
        };
        if let (Some(today), Some(verified)) = (self.today, last_day(text)) {
            let n_days = (today - verified).get_days();
            if i64::from(n_days) > i64::from(self.settings.max_age_days) {
                let reason = format_args!("is {text}, {n_days} days ago");
                self.findings.add(Rule::VerifiedTooLongAgo, at, &path, reason);
            }
        }
    }

    fn check_notes(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        let list = path.key("notes");
        for (idx, note) in list_of(project, "notes").iter().enumerate() {
            let has_source = note.get("source").is_some_and(|source| !source.is_null());
            if note.as_object().is_some() && !has_source {
                let at = position_of(note, "source");
                let path = list.index(idx);
                let reason = format_args!("is missing");
                self.findings.add(Rule::NoteWithoutSource, at, &path.key("source"), reason);
            }
        }
    }

    fn check_cites(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        let Some(cites) = project.get("cites").and_then(Value::as_object) else { return };
        let path = path.key("cites");
        for (key, sources) in cites.members() {
            let path = path.key(key);
            let is_unknown = project.get(key).is_none_or(|value| {
                value.is_null() || value.as_list().is_some_and(<[_]>::is_empty)
            });
            if is_unknown && !sources.values().is_empty() {
                let reason = format_args!("has sources, but the field is unknown");
                self.findings.add(Rule::CitesNothing, sources.at, &path, reason);
            }
            let mut seen = Vec::new();
            for (idx, source) in sources.values().iter().enumerate() {
                let Some(number) = source.as_whole() else { continue };
                if seen.contains(&number) {
                    let reason = format_args!("names source {number} twice");
                    self.findings.add(Rule::NamedTwice, source.at, &path.index(idx), reason);
                }
                seen.push(number);
            }
        }
    }

    fn check_claim(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        self.check_in_post_value(project, path);
        let claim = project.get("claim").filter(|claim| !claim.is_null());
        if self.index.uses_in_post && claim.is_some() != is_in_post(project) {
            let reason = if claim.is_some() {
                format_args!("is missing, although there is a claim")
            } else {
                format_args!("is true, although there is no claim")
            };
            let at = position_of(project, "in_post");
            self.findings.add(Rule::InPostMismatch, at, &path.key("in_post"), reason);
        }
        let Some(claim) = claim else { return };
        let path = path.key("claim");
        if claim.as_object().is_some() && text_of(claim, "note").is_none() {
            let at = position_of(claim, "note");
            self.findings.add(
                Rule::ClaimWithoutNote,
                at,
                &path.key("note"),
                format_args!("is missing"),
            );
        }
        let is_unverified = text_of(project, "confidence") == Some("unverified");
        let verdict =
            text_of(claim, "verdict").filter(|verdict| !WITHOUT_SUPPORT.contains(verdict));
        if let Some(verdict) = verdict.filter(|_| is_unverified) {
            let reason = format_args!("is {verdict}, but the project is unverified");
            let at = position_of(claim, "verdict");
            self.findings.add(Rule::ClaimOutrunsSources, at, &path.key("verdict"), reason);
        }
    }
}
