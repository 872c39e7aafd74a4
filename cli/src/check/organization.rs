//! Rules for organizations.

use std::collections::HashMap;

use rustscape::{
    dataset::json::{Position, Value},
    search::fold,
};

use super::{
    alias::adds_nothing,
    context::CheckContext,
    field_path::{FieldPath, record_name},
    rule::Rule,
    value::{list_of, position_of, text_of},
};
use crate::{country::country_name, schema::ObjectSchema};

impl CheckContext<'_> {
    /// Checks an organization and its projects.
    pub(super) fn check_organization(
        &mut self,
        object_schema: &'static ObjectSchema,
        organization: &Value<'_>,
        idx: usize,
    ) {
        let Some(members) = organization.as_object() else { return };
        let record = record_name(organization, "organizations", idx);
        let path = FieldPath::Record(&record);
        self.check_fields(object_schema, members, organization.at, &path);
        self.check_country(organization, &path);
        self.check_classified(organization, &["industry"], &path);
        self.check_aliases(organization, &path);
        self.check_shared_aliases(organization, &record, &path);
        self.check_name(organization, &path);
        self.check_summary(organization, &path);
        let projects = list_of(organization, "projects");
        if projects.is_empty() {
            let at = position_of(organization, "projects");
            self.findings.add(
                Rule::NoProjects,
                at,
                &path.key("projects"),
                format_args!("are missing"),
            );
        }
        self.check_in_post(organization, projects, &path);
        let Some(object_schema) = object_schema.object("projects") else { return };
        let mut names = HashMap::new();
        for (idx, project) in projects.iter().enumerate() {
            let name = record_name(project, "projects", idx);
            let full_id = format!("{record}/{name}");
            let path = FieldPath::Record(&full_id);
            self.check_project_name(project, &mut names, &path);
            self.check_project(object_schema, project, organization, &path);
        }
    }

    fn check_country(&mut self, organization: &Value<'_>, path: &FieldPath<'_>) {
        let Some(code) = text_of(organization, "country") else { return };
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let at = position_of(organization, "country");
        let path = path.key("country");
        if is_code && country_name(code).is_none() {
            let reason = format_args!("“{code}” is no country of ISO 3166-1");
            self.findings.add(Rule::NoSuchCountry, at, &path, reason);
        } else if is_code && !self.index.is_known_country(code) {
            let reason = format_args!("“{code}” has no name in the vocabulary");
            self.findings.add(Rule::CountryWithoutName, at, &path, reason);
        }
    }

    /// Checks that fields with a vocabulary term are known. A curator can always choose one.
    pub(super) fn check_classified(
        &mut self,
        record: &Value<'_>,
        keys: &[&str],
        path: &FieldPath<'_>,
    ) {
        for key in keys {
            let value = record.get(key);
            let is_unknown = value.is_none_or(|value| {
                value.is_null() || value.as_list().is_some_and(<[_]>::is_empty)
            });
            if is_unknown {
                let at = position_of(record, key);
                self.findings.add(
                    Rule::Unclassified,
                    at,
                    &path.key(key),
                    format_args!("is unknown"),
                );
            }
        }
    }

    /// Checks the aliases of an organization or project against each other and against its name.
    pub(super) fn check_aliases(&mut self, record: &Value<'_>, path: &FieldPath<'_>) {
        let aliases = list_of(record, "aliases");
        if aliases.is_empty() {
            return;
        }
        let list = path.key("aliases");
        let name = text_of(record, "name").unwrap_or_default();
        let mut seen = HashMap::new();
        for (idx, value) in aliases.iter().enumerate() {
            let Some(alias) = value.as_str() else { continue };
            let path = list.index(idx);
            if let Some(line) = seen.insert(fold(alias), value.at.line) {
                let reason = format_args!("“{alias}” is there already (line {line})");
                self.findings.add(Rule::UselessAlias, value.at, &path, reason);
            } else if adds_nothing(alias, name) {
                let reason = format_args!("“{alias}” adds nothing to the name “{name}”");
                self.findings.add(Rule::UselessAlias, value.at, &path, reason);
            }
        }
    }

    fn check_shared_aliases(
        &mut self,
        organization: &Value<'_>,
        record: &str,
        path: &FieldPath<'_>,
    ) {
        let list = path.key("aliases");
        for (idx, value) in list_of(organization, "aliases").iter().enumerate() {
            let Some(alias) = value.as_str() else { continue };
            let other = self.aliases.entry(fold(alias)).or_insert_with(|| record.to_owned());
            if *other != record {
                let reason = format_args!("“{alias}” is also an alias of {other}");
                self.findings.add(Rule::SharedAlias, value.at, &list.index(idx), reason);
            }
        }
    }

    fn check_name(&mut self, organization: &Value<'_>, path: &FieldPath<'_>) {
        let Some(name) = text_of(organization, "name") else { return };
        let at = position_of(organization, "name");
        let first = *self.names.entry(fold(name)).or_insert(at);
        self.report_name(name, at, first, path);
    }

    fn check_project_name(
        &mut self,
        project: &Value<'_>,
        names: &mut HashMap<String, Position>,
        path: &FieldPath<'_>,
    ) {
        let Some(name) = text_of(project, "name") else { return };
        let at = position_of(project, "name");
        let first = *names.entry(fold(name)).or_insert(at);
        self.report_name(name, at, first, path);
    }

    fn report_name(&mut self, name: &str, at: Position, first: Position, path: &FieldPath<'_>) {
        if first != at {
            let reason = format_args!("“{name}” is also the name in line {}", first.line);
            self.findings.add(Rule::NameTaken, at, &path.key("name"), reason);
        }
    }

    /// Checks that `in_post` of an organization agrees with its projects, and that projects in the
    /// post come first.
    fn check_in_post(
        &mut self,
        organization: &Value<'_>,
        projects: &[Value<'_>],
        path: &FieldPath<'_>,
    ) {
        let of_projects = projects.iter().any(is_in_post);
        if self.index.uses_in_post && is_in_post(organization) != of_projects {
            let reason = if of_projects {
                format_args!("is missing, although the post names one of its projects")
            } else {
                format_args!("is true, although the post names none of its projects")
            };
            let at = position_of(organization, "in_post");
            self.findings.add(Rule::InPostMismatch, at, &path.key("in_post"), reason);
        }
        self.check_in_post_value(organization, path);
        let after_others =
            projects.windows(2).find(|pair| !is_in_post(&pair[0]) && is_in_post(&pair[1]));
        if let Some([_, project]) = after_others {
            let reason = format_args!("has a project of the post after others");
            self.findings.add(Rule::PostNotFirst, project.at, &path.key("projects"), reason);
        }
    }

    /// Checks that `in_post` is `true` or absent.
    pub(super) fn check_in_post_value(&mut self, record: &Value<'_>, path: &FieldPath<'_>) {
        let Some(value) = record.get("in_post") else { return };
        if value.is_null() || value.as_bool() == Some(false) {
            let reason = format_args!("is there, but not true");
            self.findings.add(Rule::InPostFalse, value.at, &path.key("in_post"), reason);
        }
    }
}

/// Returns whether a record has `in_post` set to `true`.
pub(super) fn is_in_post(record: &Value<'_>) -> bool {
    record.get("in_post").and_then(Value::as_bool) == Some(true)
}
