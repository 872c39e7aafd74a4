//! Projects, apart from what is measured and where it is from.

use rustscape::dataset::json::{Number, Value};

use super::{
    course::{Course, list_of, position_of, text_of},
    day::Day,
    organization::is_in_post,
    place::Place,
    rule::Rule,
};
use crate::schema::ObjectSchema;

/// Statuses of projects that have ended.
const ENDED: [&str; 2] = ["discontinued", "handed-over"];

/// Statuses that say nothing against an end: research ends without being given up.
const MAY_HAVE_ENDED: [&str; 3] = ["discontinued", "handed-over", "experimental"];

/// Statuses of which this program knows that the project goes on, or may.
const GOES_ON: [&str; 3] = ["production", "rolling-out", "unknown"];

/// Verdicts that need no support by sources.
const WITHOUT_SUPPORT: [&str; 2] = ["unsupported", "wrong"];

impl Course<'_> {
    /// Checks a project and everything in it.
    pub(super) fn check_project(
        &mut self,
        form: &'static ObjectSchema,
        project: &Value<'_>,
        organization: &Value<'_>,
        place: &Place<'_>,
    ) {
        let Some(members) = project.as_object() else { return };
        self.check_form(form, members, project.at, place);
        self.check_classified(project, &["kind", "status", "domains"], place);
        self.check_aliases(project, place);
        self.check_end(project, place);
        self.check_license(project, place);
        self.check_verified(project, place);
        self.check_sources(project, place);
        self.check_support(project, place);
        self.check_outcomes(project, place);
        self.check_notes(project, place);
        self.check_cites(project, place);
        self.check_claim(project, place);
        self.check_also(project, place.record(), place);
        self.check_prose(project, organization, place);
    }

    fn check_end(&mut self, project: &Value<'_>, place: &Place<'_>) {
        let status = text_of(project, "status");
        let until = project.get("until").and_then(Value::as_number);
        let goes_on = status.is_none_or(|status| GOES_ON.contains(&status));
        if let Some(Number { float: year, .. }) = until
            && goes_on
        {
            let status = status.unwrap_or("unknown");
            let remedy = format!(
                "set the status to one of {}, or “until” to null",
                MAY_HAVE_ENDED.join(", ")
            );
            let reason = format_args!("is {year}, but the status is {status}");
            let at = position_of(project, "until");
            self.findings.add_with(
                Rule::UntilWhileRunning,
                at,
                &place.key("until"),
                reason,
                remedy,
            );
        }
        let Some(status) = status.filter(|status| ENDED.contains(status)) else { return };
        let at = position_of(project, "status");
        let place = place.key("status");
        if until.is_none() {
            let reason = format_args!("is {status}, but it is unknown since when");
            self.findings.add(Rule::EndedWithoutYear, at, &place, reason);
        }
        if list_of(project, "sources").is_empty() {
            let reason = format_args!("is {status}, but there is no source");
            self.findings.add(Rule::EndedWithoutSource, at, &place, reason);
        }
    }

    fn check_license(&mut self, project: &Value<'_>, place: &Place<'_>) {
        let is_open = project.get("open_source").and_then(Value::as_bool) == Some(true);
        if let Some(license) = text_of(project, "license")
            && !is_open
            && text_of(project, "repository").is_none()
        {
            let at = position_of(project, "license");
            let reason =
                format_args!("is {license}, but the source code is neither open nor linked");
            self.findings.add(Rule::LicenseWithoutCode, at, &place.key("license"), reason);
        }
    }

    fn check_verified(&mut self, project: &Value<'_>, place: &Place<'_>) {
        let place = place.key("verified");
        let at = position_of(project, "verified");
        let Some(text) = text_of(project, "verified") else {
            return self.findings.add(Rule::NeverVerified, at, &place, format_args!("is unknown"));
        };
        if let (Some(today), Some(verified)) = (self.today, Day::last_of(text)) {
            let n_days = today.days_after(verified);
            if i64::from(self.settings.max_age_days) < n_days {
                let reason = format_args!("is {text}, {n_days} days ago");
                self.findings.add(Rule::VerifiedTooLongAgo, at, &place, reason);
            }
        }
    }

    fn check_notes(&mut self, project: &Value<'_>, place: &Place<'_>) {
        let list = place.key("notes");
        for (idx, note) in list_of(project, "notes").iter().enumerate() {
            let has_source = note.get("source").is_some_and(|source| !source.is_null());
            if note.as_object().is_some() && !has_source {
                let at = position_of(note, "source");
                let place = list.index(idx);
                let reason = format_args!("is missing");
                self.findings.add(Rule::NoteWithoutSource, at, &place.key("source"), reason);
            }
        }
    }

    fn check_cites(&mut self, project: &Value<'_>, place: &Place<'_>) {
        let Some(cites) = project.get("cites").and_then(Value::as_object) else { return };
        let place = place.key("cites");
        for (key, sources) in cites.members() {
            let place = place.key(key);
            let is_unknown = project.get(key).is_none_or(|value| {
                value.is_null() || value.as_list().is_some_and(<[_]>::is_empty)
            });
            if is_unknown && !sources.values().is_empty() {
                let reason = format_args!("has sources, but the field is unknown");
                self.findings.add(Rule::CitesNothing, sources.at, &place, reason);
            }
            let mut seen = Vec::new();
            for (idx, source) in sources.values().iter().enumerate() {
                let Some(number) = source.as_whole() else { continue };
                if seen.contains(&number) {
                    let reason = format_args!("names source {number} twice");
                    self.findings.add(Rule::NamedTwice, source.at, &place.index(idx), reason);
                }
                seen.push(number);
            }
        }
    }

    fn check_claim(&mut self, project: &Value<'_>, place: &Place<'_>) {
        self.check_in_post_value(project, place);
        let claim = project.get("claim").filter(|claim| !claim.is_null());
        if self.census.uses_in_post && claim.is_some() != is_in_post(project) {
            let reason = if claim.is_some() {
                format_args!("is missing, although there is a claim")
            } else {
                format_args!("is true, although there is no claim")
            };
            let at = position_of(project, "in_post");
            self.findings.add(Rule::InPostMismatch, at, &place.key("in_post"), reason);
        }
        let Some(claim) = claim else { return };
        let place = place.key("claim");
        if claim.as_object().is_some() && text_of(claim, "note").is_none() {
            let at = position_of(claim, "note");
            self.findings.add(
                Rule::ClaimWithoutNote,
                at,
                &place.key("note"),
                format_args!("is missing"),
            );
        }
        let is_unverified = text_of(project, "confidence") == Some("unverified");
        let verdict =
            text_of(claim, "verdict").filter(|verdict| !WITHOUT_SUPPORT.contains(verdict));
        if let Some(verdict) = verdict.filter(|_| is_unverified) {
            let reason = format_args!("is {verdict}, but the project is unverified");
            let at = position_of(claim, "verdict");
            self.findings.add(Rule::ClaimOutrunsSources, at, &place.key("verdict"), reason);
        }
    }
}
