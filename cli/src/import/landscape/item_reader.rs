//! Converts the fields of an item into the fields of a record.

use rustscape::dataset::{Date, Url, VocabularyKind};
use serde_json::{Map, Value};

use super::{
    domains::SubcategoryDomain,
    items::LandscapeItem,
    unmapped_fields::UnmappedFields,
    yaml::{YamlContent, YamlEntry, YamlNode},
};
use crate::{
    check::last_day,
    import::{
        location::InputLocation,
        message::{capitalized, quoted},
        project_draft::{ProjectDraft, StatementList},
        report::ImportReport,
        vocabulary_builder::VocabularyBuilder,
    },
    url_normalization::is_same_url,
};

/// Fields that other modules read (name, organization, second path), and `extra` with its own fields.
const HANDLED_FIELDS: [&str; 7] =
    ["name", "item", "crunchbase", "organization", "unnamed_organization", "second_path", "extra"];

/// The value of `project` for a project that has ended.
const ARCHIVED: &str = "archived";

/// The dates in `extra`, in chronological order, each with the beginning of its sentence.
const STAGES: [(&str, &str); 4] = [
    ("accepted", "Accepted by the foundation on"),
    ("incubating", "Incubating since"),
    ("graduated", "Graduated on"),
    (ARCHIVED, "Archived on"),
];

/// The fields that can be the summary of a project, in order of preference.
const SUMMARY_FIELDS: [&str; 3] = ["description", "summary_use_case", "summary_business_use_case"];

/// Reads one item.
pub(super) struct ItemReader<'f, 'r> {
    pub(super) item: &'r LandscapeItem<'f>,
    pub(super) vocabulary: &'r mut VocabularyBuilder,
    pub(super) unmapped: &'r mut UnmappedFields,
    pub(super) report: &'r mut ImportReport,
}

/// A field of an item or of its `extra`.
struct ItemField<'f> {
    /// The path from the item, such as `extra.accepted`.
    path: String,
    key: &'f str,
    line: u64,
    value: &'f YamlNode,
}

/// The values of a project, collected from an item.
#[derive(Default)]
struct ProjectValues<'f> {
    fields: Fields,
    /// Descriptions: key, text and line.
    texts: Vec<(&'f str, String, u64)>,
    /// Dates of [`STAGES`]: key, date and line.
    stages: Vec<(&'f str, String, u64)>,
}

/// The membership of an organization in the foundation.
#[derive(Default)]
struct Membership {
    /// The date of joining.
    joined: Option<String>,
    is_end_user: bool,
}

impl Membership {
    /// Returns the description, followed by a sentence with tier, role and date of joining, for
    /// which a dataset has no fields.
    fn summary(&self, item: &LandscapeItem<'_>, description: Option<String>) -> String {
        let mut summary = description.unwrap_or_default();
        if !summary.is_empty() {
            summary.push_str(if summary.ends_with(['.', '!', '?', '…', '。']) {
                " "
            } else {
                ". "
            });
        }
        let role = item.suffix.unwrap_or("member");
        summary.extend([item.category, ", ", item.subcategory, ": ", role]);
        if let Some(joined) = &self.joined {
            summary.extend([" since ", joined]);
        }
        summary.push_str(if self.is_end_user { "; end user." } else { "." });
        summary
    }
}

/// The fields of a record, with their lines.
type Fields = Vec<(&'static str, Value, u64)>;

impl<'f> ItemReader<'f, '_> {
    /// Returns the home page and the summary of a member. Counts all other fields as unmapped.
    pub(super) fn read_member(&mut self) -> Fields {
        let mut fields = Vec::new();
        let mut description = None;
        let mut membership = Membership::default();
        for field in self.fields() {
            match field.path.as_str() {
                "homepage_url" => {
                    let url = self.url(&field);
                    fields.extend(url.map(|url| ("homepage", url.into(), field.line)));
                }
                "description" => description = self.text(&field),
                "joined" => membership.joined = self.date(&field),
                "enduser" => membership.is_end_user = self.yes_or_no(&field) == Some(true),
                path => self.unmapped.count(path, field.line),
            }
        }
        let summary = membership.summary(self.item, description);
        fields.push(("summary", summary.into(), self.item.line));
        fields
    }

    /// Adds the fields of the item to a project.
    pub(super) fn read_project(
        &mut self,
        domains: &[SubcategoryDomain],
        project: &mut ProjectDraft,
    ) {
        let mut values = ProjectValues::default();
        values.fields.push(("domains", self.domain_ids(domains).into(), self.item.line));
        for field in self.fields() {
            self.read_field(&field, &mut values, project);
        }
        values.fields.extend(self.derived_fields(&values));
        let is_archived = self.item.get("project").and_then(YamlNode::text) == Some(ARCHIVED);
        let ended = values.stages.iter().find(|(stage, ..)| is_archived && *stage == ARCHIVED);
        if let Some((_, date, line)) = ended
            && let Some(year) = year_of(date)
        {
            values.fields.push(("until", year.into(), *line));
        }
        add_stages(&values.stages, project);
        values.fields.extend(add_texts(values.texts, project));
        for (key, value, line) in values.fields {
            // An item that is listed twice may have two descriptions.
            if key == "summary" && project.record.get(key).is_some_and(|known| *known != value) {
                let text = value.as_str().unwrap_or_default();
                add_note(format!("{}: {text}", self.item.subcategory), project);
                continue;
            }
            let name = format!("“{key}” of {}", quoted(self.item.name));
            project.record.merge(key, value, InputLocation { line, name: &name }, self.report);
        }
    }

    /// Returns the ids of domains without duplicates.
    fn domain_ids(&mut self, domains: &[SubcategoryDomain]) -> Vec<String> {
        let mut ids = Vec::new();
        for SubcategoryDomain { label, hint } in domains {
            let id = self.vocabulary.term_id(VocabularyKind::Domain, label);
            self.vocabulary.add_hint(VocabularyKind::Domain, &id, hint);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// Returns the fields that follow from others: the first stage is the first year of use, and a
    /// project with a repository is open source.
    fn derived_fields(&self, values: &ProjectValues<'_>) -> Fields {
        let dates = values.stages.iter().filter(|(stage, ..)| *stage != ARCHIVED);
        let first = dates.min_by(|(_, one, _), (_, other, _)| one.cmp(other));
        let since = first.and_then(|(_, date, line)| Some(("since", year_of(date)?.into(), *line)));
        let repository = values.fields.iter().find(|(key, ..)| *key == "repository");
        let repository = repository.filter(|_| self.item.get("open_source").is_none());
        let is_open = repository.map(|(.., line)| ("open_source", true.into(), *line));
        since.into_iter().chain(is_open).collect()
    }

    fn read_field(
        &mut self,
        field: &ItemField<'f>,
        values: &mut ProjectValues<'f>,
        project: &mut ProjectDraft,
    ) {
        let in_extra = field.path.strip_prefix("extra.");
        if in_extra.is_some_and(|key| STAGES.iter().any(|(stage, _)| *stage == key)) {
            let date = self.date(field);
            values.stages.extend(date.map(|date| (field.key, date, field.line)));
            return;
        }
        match (field.path.as_str(), in_extra) {
            (_, Some("summary_intro_url")) => {
                self.add_source(field, "introduction", "talk", project);
            }
            ("description", _) => values.texts.extend(self.text_with_key(field)),
            (_, Some(key)) if key.starts_with("summary_") => {
                values.texts.extend(self.text_with_key(field));
            }
            _ => self.read_plain_field(field, &mut values.fields, project),
        }
    }

    fn text_with_key(&mut self, field: &ItemField<'f>) -> Option<(&'f str, String, u64)> {
        self.text(field).map(|text| (field.key, text, field.line))
    }

    fn read_plain_field(
        &mut self,
        field: &ItemField<'f>,
        fields: &mut Fields,
        project: &mut ProjectDraft,
    ) {
        match field.path.as_str() {
            "homepage_url" => self.add_home_page(field, project),
            "repo_url" => {
                if let Some(url) = self.add_source(field, "repository", "repository", project) {
                    fields.push(("repository", url.into(), field.line));
                }
            }
            "additional_repos" => self.add_repositories(field, project),
            "license" => {
                let text = self.text(field);
                fields.extend(text.map(|text| ("license", text.into(), field.line)));
            }
            "open_source" => {
                let is_open = self.yes_or_no(field);
                fields.extend(is_open.map(|is_open| ("open_source", is_open.into(), field.line)));
            }
            "project" => {
                let status = self.text(field).map(|maturity| self.status(&maturity));
                fields.extend(status.map(|id| ("status", id.into(), field.line)));
            }
            path => self.unmapped.count(path, field.line),
        }
    }

    /// Returns the status for a maturity. Each maturity becomes a term, except for “archived”.
    fn status(&mut self, maturity: &str) -> String {
        if maturity == ARCHIVED {
            return self.vocabulary.term_id(VocabularyKind::Status, "discontinued");
        }
        self.vocabulary.term_id(VocabularyKind::Status, &capitalized(maturity))
    }

    /// Returns the fields of the item and its `extra` that are not empty and not handled by other
    /// modules.
    fn fields(&mut self) -> Vec<ItemField<'f>> {
        self.check_handled_fields();
        let of_item = self.item.fields.iter().map(|entry| (String::new(), entry));
        let of_item = of_item.filter(|(_, entry)| !HANDLED_FIELDS.contains(&entry.key.as_str()));
        let extra = self.item.get("extra").map_or(&[][..], YamlNode::entries);
        let of_extra = extra.iter().map(|entry| ("extra.".to_owned(), entry));
        let all = of_item.chain(of_extra).filter(|(_, entry)| !entry.value.is_empty());
        all.map(|(prefix, entry)| item_field(&prefix, entry)).collect()
    }

    /// Reports invalid values of the fields that other modules read.
    fn check_handled_fields(&mut self) {
        for entry in self.item.fields.iter().filter(|entry| !entry.value.is_empty()) {
            let field = item_field("", entry);
            match field.key {
                "extra" if field.value.entries().is_empty() => {
                    self.omit(&field, "is no object");
                }
                "crunchbase" if !self.item.has_crunchbase_organization() => {
                    self.omit(&field, "is no address of an organization at Crunchbase");
                }
                "second_path" if self.item.is_member => {
                    self.unmapped.count(&field.path, field.line);
                }
                "organization" => {
                    let inside = field.value.entries().iter().filter(|entry| entry.key != "name");
                    for entry in inside.filter(|entry| !entry.value.is_empty()) {
                        self.unmapped.count(&format!("organization.{}", entry.key), entry.line);
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds the home page as a source, unless it is the repository.
    fn add_home_page(&mut self, field: &ItemField<'f>, project: &mut ProjectDraft) {
        let repository = self.item.get("repo_url").and_then(YamlNode::text);
        let home_page = field.value.text().unwrap_or_default();
        let is_home_page = |repository: &str| {
            let [one, other] = [repository, home_page].map(|url| url.trim_end_matches('/'));
            is_same_url(one, other)
        };
        if !repository.is_some_and(is_home_page) {
            self.add_source(field, "home page", "first-party", project);
        }
    }

    fn add_source(
        &mut self,
        field: &ItemField<'_>,
        title: &str,
        kind: &str,
        project: &mut ProjectDraft,
    ) -> Option<String> {
        let url = self.url(field)?;
        if project.position_of_source(&url).is_some() {
            return Some(url);
        }
        let kind = self.vocabulary.term_id(VocabularyKind::SourceKind, kind);
        let title = format!("{}: {title}", self.item.name);
        let source = [("url", url.as_str().into()), ("title", title.into()), ("kind", kind.into())];
        let at = project.add_source(object(source));
        let name = format!("{} of {}", quoted(&field.path), quoted(self.item.name));
        let location = InputLocation { line: field.line, name: &name };
        project.add_locations("sources", at, &[("url", location)]);
        Some(url)
    }

    fn add_repositories(&mut self, field: &ItemField<'f>, project: &mut ProjectDraft) {
        let repositories = field.value.values();
        let are_objects = repositories.iter().all(|repository| !repository.entries().is_empty());
        if repositories.is_empty() || !are_objects {
            self.omit(field, "is no list of objects");
        }
        for entry in repositories.iter().flat_map(YamlNode::entries) {
            let field = item_field("additional_repos.", entry);
            if entry.key == "repo_url" {
                self.add_source(&field, "repository", "repository", project);
            } else if !entry.value.is_empty() {
                self.unmapped.count(&field.path, field.line);
            }
        }
    }

    /// Returns the text of a field. Reports a list or an object.
    fn text(&mut self, field: &ItemField<'_>) -> Option<String> {
        if let YamlContent::List(_) | YamlContent::Object(_) = field.value.content {
            self.omit(field, "is no text");
        }
        field.value.text().map(str::to_owned)
    }

    fn url(&mut self, field: &ItemField<'_>) -> Option<String> {
        let text = self.text(field)?;
        match Url::parse(&text) {
            Ok(url) => Some(url.as_str().to_owned()),
            Err(reason) => {
                self.omit(field, reason);
                None
            }
        }
    }

    fn date(&mut self, field: &ItemField<'_>) -> Option<String> {
        let text = self.text(field)?;
        let date = Date::parse(&text).filter(|_| last_day(&text).is_some());
        if date.is_none() {
            self.omit(field, "is not a date");
        }
        date.map(|date| date.to_string())
    }

    fn yes_or_no(&mut self, field: &ItemField<'_>) -> Option<bool> {
        match field.value.text() {
            Some("true") => return Some(true),
            Some("false") => return Some(false),
            _ => self.omit(field, "is neither true nor false"),
        }
        None
    }

    fn omit(&mut self, field: &ItemField<'_>, reason: &str) {
        let value = field.value.text().map_or_else(|| "a value".to_owned(), quoted);
        let subject = format!("{} of {}", quoted(&field.path), quoted(self.item.name));
        self.report.add_omitted_value(field.line, &subject, format!("{value} {reason}; left out"));
    }
}

fn item_field<'f>(prefix: &str, entry: &'f YamlEntry) -> ItemField<'f> {
    let YamlEntry { key, line, value } = entry;
    ItemField { path: [prefix, key].concat(), key, line: *line, value }
}

fn year_of(date: &str) -> Option<u16> {
    date.get(..4)?.parse().ok()
}

fn object<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn add_note(statement: String, project: &mut ProjectDraft) {
    let note = object([("statement", statement.into()), ("source", Value::Null)]);
    project.add_statement(StatementList::Notes, note);
}

/// Adds one note with a sentence for each stage of a project.
fn add_stages(stages: &[(&str, String, u64)], project: &mut ProjectDraft) {
    let sentences = STAGES.iter().filter_map(|(stage, beginning)| {
        let (_, date, _) = stages.iter().find(|(other, ..)| other == stage)?;
        Some(format!("{beginning} {date}."))
    });
    let sentences = sentences.collect::<Vec<_>>();
    if !sentences.is_empty() {
        add_note(sentences.join(" "), project);
    }
}

/// Returns the summary. Adds every other text as a note that begins with the name of its field.
fn add_texts(texts: Vec<(&str, String, u64)>, project: &mut ProjectDraft) -> Fields {
    let summary = SUMMARY_FIELDS.iter().find(|key| texts.iter().any(|(other, ..)| other == *key));
    let mut fields = Fields::new();
    for (key, text, line) in texts {
        if Some(&key) == summary {
            fields.push(("summary", text.into(), line));
            continue;
        }
        let name = key.strip_prefix("summary_").unwrap_or(key).replace('_', " ");
        add_note(format!("{}: {text}", capitalized(&name)), project);
    }
    fields
}
