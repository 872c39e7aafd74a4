//! What an item says, as the fields of a record.

use rustscape::dataset::{Date, Url, VocabularyKind};
use serde_json::{Map, Value};

use super::{
    items::{Domain, Item, Unplaced},
    yaml::{Content, Entry, Node},
};
use crate::{
    check::last_day,
    import::{
        project::{Project, Statements},
        record::{Place, quoted},
        report::Report,
        words::Words,
    },
    url_normalization::is_same_url,
};

/// What is read elsewhere: whose the item is, and where else it is listed.
const READ_ELSEWHERE: [&str; 7] =
    ["name", "item", "crunchbase", "organization", "unnamed_organization", "second_path", "extra"];

/// The maturity that means that a project has ended.
const ARCHIVED: &str = "archived";

/// The dates in `extra`, in their usual order, and how a sentence of them begins.
const STAGES: [(&str, &str); 4] = [
    ("accepted", "Accepted by the foundation on"),
    ("incubating", "Incubating since"),
    ("graduated", "Graduated on"),
    (ARCHIVED, "Archived on"),
];

/// What of an item may be its summary, in the order of preference.
const SUMMARIES: [&str; 3] = ["description", "summary_use_case", "summary_business_use_case"];

/// What is said of one item.
pub(super) struct Reading<'f, 'r> {
    pub(super) item: &'r Item<'f>,
    pub(super) words: &'r mut Words,
    pub(super) unplaced: &'r mut Unplaced,
    pub(super) report: &'r mut Report,
}

/// A field of an item, or of its `extra`.
struct Field<'f> {
    path: String,
    key: &'f str,
    line: u64,
    value: &'f Node,
}

/// What an item says of a project.
#[derive(Default)]
struct Told<'f> {
    fields: Fields,
    /// Descriptions, by their keys.
    texts: Vec<(&'f str, String, u64)>,
    /// Dates, by their keys.
    stages: Vec<(&'f str, String, u64)>,
}

/// The relation of an organization to the foundation whose landscape lists it.
#[derive(Default)]
struct Membership {
    joined: Option<String>,
    is_end_user: bool,
}

impl Membership {
    /// The description, and a sentence with the tier, the role and the day of joining: a dataset
    /// has no field for them.
    fn summary(&self, item: &Item<'_>, description: Option<String>) -> String {
        let mut summary = description.unwrap_or_default();
        if !summary.is_empty() {
            summary.push_str(if summary.ends_with(['.', '!', '?', '…', '。']) {
                " "
            } else {
                ". "
            });
        }
        let role = item.mark.unwrap_or("member");
        summary.extend([item.category, ", ", item.subcategory, ": ", role]);
        if let Some(joined) = &self.joined {
            summary.extend([" since ", joined]);
        }
        summary.push_str(if self.is_end_user { "; end user." } else { "." });
        summary
    }
}

/// The fields of a record, with where they stand.
type Fields = Vec<(&'static str, Value, u64)>;

impl<'f> Reading<'f, '_> {
    /// The site and the summary of a member; the rest of it is counted.
    pub(super) fn member(&mut self) -> Fields {
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
                path => self.unplaced.count(path, field.line),
            }
        }
        let summary = membership.summary(self.item, description);
        fields.push(("summary", summary.into(), self.item.line));
        fields
    }

    /// Adds everything to a project.
    pub(super) fn project(&mut self, domains: &[Domain], project: &mut Project) {
        let mut told = Told::default();
        told.fields.push(("domains", self.terms(domains).into(), self.item.line));
        for field in self.fields() {
            self.read(&field, &mut told, project);
        }
        told.fields.extend(self.told_by_others(&told));
        let is_archived = self.item.get("project").and_then(Node::text) == Some(ARCHIVED);
        let ended = told.stages.iter().find(|(stage, ..)| is_archived && *stage == ARCHIVED);
        if let Some((_, date, line)) = ended
            && let Some(year) = year_of(date)
        {
            told.fields.push(("until", year.into(), *line));
        }
        add_stages(&told.stages, project);
        told.fields.extend(add_texts(told.texts, project));
        for (key, value, line) in told.fields {
            // An item that is listed twice may be described in two ways.
            if key == "summary" && project.record.get(key).is_some_and(|known| *known != value) {
                let text = value.as_str().unwrap_or_default();
                add_note(format!("{}: {text}", self.item.subcategory), project);
                continue;
            }
            let name = format!("“{key}” of {}", quoted(self.item.name));
            project.record.tell(key, value, Place { line, name: &name }, self.report);
        }
    }

    /// The ids of terms, each once.
    fn terms(&mut self, domains: &[Domain]) -> Vec<String> {
        let mut ids = Vec::new();
        for Domain { label, hint } in domains {
            let id = self.words.id_of(VocabularyKind::Domain, label);
            self.words.explain(VocabularyKind::Domain, &id, hint);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// Derives fields of a project from others: the year of acceptance is the first year of use,
    /// and a repository means open source.
    fn told_by_others(&self, told: &Told<'_>) -> Fields {
        let dates = told.stages.iter().filter(|(stage, ..)| *stage != ARCHIVED);
        let first = dates.min_by(|(_, one, _), (_, other, _)| one.cmp(other));
        let since = first.and_then(|(_, date, line)| Some(("since", year_of(date)?.into(), *line)));
        let repository = told.fields.iter().find(|(key, ..)| *key == "repository");
        let repository = repository.filter(|_| self.item.get("open_source").is_none());
        let is_open = repository.map(|(.., line)| ("open_source", true.into(), *line));
        since.into_iter().chain(is_open).collect()
    }

    fn read(&mut self, field: &Field<'f>, told: &mut Told<'f>, project: &mut Project) {
        let in_extra = field.path.strip_prefix("extra.");
        if in_extra.is_some_and(|key| STAGES.iter().any(|(stage, _)| *stage == key)) {
            let date = self.date(field);
            told.stages.extend(date.map(|date| (field.key, date, field.line)));
            return;
        }
        match (field.path.as_str(), in_extra) {
            (_, Some("summary_intro_url")) => {
                self.add_source(field, "introduction", "talk", project);
            }
            ("description", _) => told.texts.extend(self.told_text(field)),
            (_, Some(key)) if key.starts_with("summary_") => {
                told.texts.extend(self.told_text(field));
            }
            _ => self.field(field, &mut told.fields, project),
        }
    }

    fn told_text(&mut self, field: &Field<'f>) -> Option<(&'f str, String, u64)> {
        self.text(field).map(|text| (field.key, text, field.line))
    }

    fn field(&mut self, field: &Field<'f>, fields: &mut Fields, project: &mut Project) {
        match field.path.as_str() {
            "homepage_url" => self.add_site(field, project),
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
            path => self.unplaced.count(path, field.line),
        }
    }

    /// A maturity is a status of its own, except for that of what has ended.
    fn status(&mut self, maturity: &str) -> String {
        if maturity == ARCHIVED {
            return self.words.id_of(VocabularyKind::Status, "discontinued");
        }
        let mut chars = maturity.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        self.words.id_of(VocabularyKind::Status, &first.chain(chars).collect::<String>())
    }

    /// Every field that says something and is not read elsewhere.
    fn fields(&mut self) -> Vec<Field<'f>> {
        self.check_elsewhere();
        let of_item = self.item.fields.iter().map(|entry| (String::new(), entry));
        let of_item = of_item.filter(|(_, entry)| !READ_ELSEWHERE.contains(&entry.key.as_str()));
        let extra = self.item.get("extra").map_or(&[][..], Node::entries);
        let of_extra = extra.iter().map(|entry| ("extra.".to_owned(), entry));
        let all = of_item.chain(of_extra).filter(|(_, entry)| !entry.value.is_empty());
        all.map(|(prefix, entry)| field_of(&prefix, entry)).collect()
    }

    /// Reports what is of no use to those who read it.
    fn check_elsewhere(&mut self) {
        for entry in self.item.fields.iter().filter(|entry| !entry.value.is_empty()) {
            let field = field_of("", entry);
            match field.key {
                "extra" if field.value.entries().is_empty() => {
                    self.refuse(&field, "is no object");
                }
                "crunchbase" if !self.item.has_crunchbase() => {
                    self.refuse(&field, "is no address of an organization at Crunchbase");
                }
                "second_path" if self.item.is_member => {
                    self.unplaced.count(&field.path, field.line);
                }
                "organization" => {
                    let inside = field.value.entries().iter().filter(|entry| entry.key != "name");
                    for entry in inside.filter(|entry| !entry.value.is_empty()) {
                        self.unplaced.count(&format!("organization.{}", entry.key), entry.line);
                    }
                }
                _ => {}
            }
        }
    }

    /// The site is a source of its own, unless it is the repository.
    fn add_site(&mut self, field: &Field<'f>, project: &mut Project) {
        let repository = self.item.get("repo_url").and_then(Node::text);
        let site = field.value.text();
        let is_it = |repository: &str| {
            let [one, other] =
                [repository, site.unwrap_or_default()].map(|of| of.trim_end_matches('/'));
            is_same_url(one, other)
        };
        if !repository.is_some_and(is_it) {
            self.add_source(field, "home page", "first-party", project);
        }
    }

    fn add_source(
        &mut self,
        field: &Field<'_>,
        what: &str,
        kind: &str,
        project: &mut Project,
    ) -> Option<String> {
        let url = self.url(field)?;
        if project.position_of_source(&url).is_some() {
            return Some(url);
        }
        let kind = self.words.id_of(VocabularyKind::SourceKind, kind);
        let title = format!("{}: {what}", self.item.name);
        let source = [("url", url.as_str().into()), ("title", title.into()), ("kind", kind.into())];
        let at = project.add_source(object(source));
        let name = format!("{} of {}", quoted(&field.path), quoted(self.item.name));
        let place = Place { line: field.line, name: &name };
        project.note_places("sources", at, &[("url", place)]);
        Some(url)
    }

    fn add_repositories(&mut self, field: &Field<'f>, project: &mut Project) {
        let repositories = field.value.values();
        let are_objects = repositories.iter().all(|repository| !repository.entries().is_empty());
        if repositories.is_empty() || !are_objects {
            self.refuse(field, "is no list of objects");
        }
        for entry in repositories.iter().flat_map(Node::entries) {
            let field = field_of("additional_repos.", entry);
            if entry.key == "repo_url" {
                self.add_source(&field, "repository", "repository", project);
            } else if !entry.value.is_empty() {
                self.unplaced.count(&field.path, field.line);
            }
        }
    }

    /// A text on one line.
    fn text(&mut self, field: &Field<'_>) -> Option<String> {
        if let Content::List(_) | Content::Object(_) = field.value.content {
            self.refuse(field, "is no text");
        }
        field.value.text().map(str::to_owned)
    }

    fn url(&mut self, field: &Field<'_>) -> Option<String> {
        let text = self.text(field)?;
        match Url::parse(&text) {
            Ok(url) => Some(url.as_str().to_owned()),
            Err(reason) => {
                self.refuse(field, reason);
                None
            }
        }
    }

    fn date(&mut self, field: &Field<'_>) -> Option<String> {
        let text = self.text(field)?;
        let date = Date::parse(&text).filter(|_| last_day(&text).is_some());
        if date.is_none() {
            self.refuse(field, "is not a date");
        }
        date.map(|date| date.to_string())
    }

    fn yes_or_no(&mut self, field: &Field<'_>) -> Option<bool> {
        match field.value.text() {
            Some("true") => return Some(true),
            Some("false") => return Some(false),
            _ => self.refuse(field, "is neither true nor false"),
        }
        None
    }

    fn refuse(&mut self, field: &Field<'_>, reason: &str) {
        let value = field.value.text().map_or_else(|| "a value".to_owned(), quoted);
        let place = format!("{} of {}", quoted(&field.path), quoted(self.item.name));
        self.report.value(field.line, &place, format!("{value} {reason}; left out"));
    }
}

fn field_of<'f>(prefix: &str, entry: &'f Entry) -> Field<'f> {
    let Entry { key, line, value } = entry;
    Field { path: [prefix, key].concat(), key, line: *line, value }
}

fn year_of(date: &str) -> Option<u16> {
    date.get(..4)?.parse().ok()
}

fn object<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn add_note(statement: String, project: &mut Project) {
    let note = object([("statement", statement.into()), ("source", Value::Null)]);
    project.add_statement(Statements::Notes, note);
}

/// A sentence on each stage of a project, in one note.
fn add_stages(stages: &[(&str, String, u64)], project: &mut Project) {
    let sentences = STAGES.iter().filter_map(|(stage, beginning)| {
        let (_, date, _) = stages.iter().find(|(other, ..)| other == stage)?;
        Some(format!("{beginning} {date}."))
    });
    let sentences = sentences.collect::<Vec<_>>();
    if !sentences.is_empty() {
        add_note(sentences.join(" "), project);
    }
}

/// The summary; every other text becomes a note that says what it is.
fn add_texts(texts: Vec<(&str, String, u64)>, project: &mut Project) -> Fields {
    let summary = SUMMARIES.iter().find(|key| texts.iter().any(|(other, ..)| other == *key));
    let mut fields = Fields::new();
    for (key, text, line) in texts {
        if Some(&key) == summary {
            fields.push(("summary", text.into(), line));
            continue;
        }
        let name = key.strip_prefix("summary_").unwrap_or(key).replace('_', " ");
        let mut chars = name.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        let name = first.chain(chars).collect::<String>();
        add_note(format!("{name}: {text}"), project);
    }
    fields
}
