//! What rows say, gathered into a draft.

use std::collections::{BTreeMap, HashMap};

use rustscape::dataset::VocabularyKind;
use serde_json::{Map, Value};

use super::{
    cell::{read_cell, reinterpreted},
    columns::Part,
    sheet::{Cell, Row},
};
use crate::import::{
    draft::Draft,
    identity::Identities,
    project::{Project, Statements},
    record::{Place, Record, one_line, quoted},
    report::Report,
    slug::slug,
    words::Words,
};

/// The positions of a row's sources in its project, by their numbers.
type Numbered = BTreeMap<u32, usize>;

/// The fields of one object, with where they stand.
type Fields<'r> = Vec<(&'static str, Value, Place<'r>)>;

/// Gathers rows.
pub(super) struct Gatherer<'a> {
    draft: Draft,
    organizations: Identities,
    /// The projects of each organization, by its id.
    projects: HashMap<String, Identities>,
    report: &'a mut Report,
}

/// Gathers all rows into a draft.
pub(super) fn gather(rows: &[Row], report: &mut Report) -> Draft {
    let mut gatherer = Gatherer {
        draft: Draft::default(),
        organizations: Identities::new("organization"),
        projects: HashMap::new(),
        report,
    };
    gatherer.announce(rows);
    for row in rows {
        gatherer.row(row);
    }
    gatherer.draft
}

impl Gatherer<'_> {
    /// Ids that some rows give hold for the others, wherever these stand.
    fn announce(&mut self, rows: &[Row]) {
        for row in rows {
            announce(row, Part::Organization, &mut self.organizations);
        }
        for row in rows {
            if let Some((id, _)) = identify(row, Part::Organization, &mut self.organizations) {
                announce(row, Part::Project, projects_of(&mut self.projects, &id));
            }
        }
    }

    fn row(&mut self, row: &Row) {
        let of = Part::Organization;
        let identity = identify(row, of, &mut self.organizations);
        report_doubts(row, of, &mut self.organizations, self.report);
        let Some((id, name)) = identity else {
            let text = "has no organization; the row is left out";
            return self.report.record(row.line, "organization", text);
        };
        let projects = projects_of(&mut self.projects, &id);
        let project = identify(row, Part::Project, projects);
        report_doubts(row, Part::Project, projects, self.report);
        let has_project = row.cells.iter().any(|cell| cell.column.part != Part::Organization);
        if project.is_none() && has_project {
            let text = "is empty; what the row says of a project is left out";
            self.report.record(row.line, "project", text);
        }
        let words = &mut self.draft.words;
        let fields = read_fields(row.line, row.of(of), words, self.report);
        let parts = project.map(|names| (names, read_parts(row, words, self.report)));
        let organization = self.draft.organization(&id, &name, row.line);
        let about = About { row, part: of, name: &name };
        about.tell(&mut organization.record, fields, self.report);
        if let Some(((id, name), parts)) = parts {
            let project = organization.project(&id, &name, row.line);
            let about = About { row, part: Part::Project, name: &name };
            about.tell(&mut project.record, parts.fields, self.report);
            add_parts(project, row, parts.numbered, self.report);
        }
    }
}

fn projects_of<'p>(all: &'p mut HashMap<String, Identities>, id: &str) -> &'p mut Identities {
    all.entry(id.to_owned()).or_insert_with(|| Identities::new("project"))
}

fn announce(row: &Row, part: Part, identities: &mut Identities) {
    if let (Some(id), Some(name)) = (given_id(row, part), row.cell(part, "name")) {
        identities.announce(&one_line(&name.text), &id);
    }
}

/// The id and the name of what a row is about. A row may leave out the name where it gives an id
/// that has a name elsewhere.
fn identify(row: &Row, part: Part, identities: &mut Identities) -> Option<(String, String)> {
    let name = row.cell(part, "name").map(|cell| one_line(&cell.text));
    if let Some(id) = given_id(row, part) {
        let name = name.or_else(|| identities.name_of(&id).map(str::to_owned))?;
        return Some((id, name));
    }
    let name = name?;
    Some((identities.of_name(&name), name))
}

fn given_id(row: &Row, part: Part) -> Option<String> {
    let cell = row.cell(part, "id")?;
    Some(slug(&cell.text)).filter(|id| !id.is_empty())
}

/// Reports what is doubtful about the identity of what a row is about.
fn report_doubts(row: &Row, part: Part, identities: &mut Identities, report: &mut Report) {
    let given = given_id(row, part);
    if let Some(cell) = row.cell(part, "id") {
        match &given {
            None => {
                let text = format!("{} is no id and left out", quoted(&cell.text));
                report.value(row.line, &cell.header, text);
            }
            Some(id) if *id != cell.text => {
                let text = format!("{} is no id; {} is used", quoted(&cell.text), quoted(id));
                report.look(row.line, &cell.header, text);
            }
            Some(_) => {}
        }
    }
    if let Some(cell) = row.cell(part, "name").filter(|_| given.is_none())
        && let Some(doubt) = identities.take_doubt(&one_line(&cell.text))
    {
        report.look(row.line, &cell.header, doubt);
    }
}

/// Reads cells; one that cannot be read is reported.
fn read_fields<'r>(
    line: u64,
    cells: impl Iterator<Item = &'r Cell>,
    words: &mut Words,
    report: &mut Report,
) -> Fields<'r> {
    let mut fields = Vec::new();
    for cell in cells.filter(|cell| !matches!(cell.column.key, "name" | "id")) {
        match read_cell(cell.column.kind, &cell.text, words) {
            Ok(Value::Null) => {}
            Ok(value) => {
                if let Some(notice) = reinterpreted(cell.column.kind, &cell.text) {
                    report.look(line, &cell.header, notice);
                }
                fields.push((cell.column.key, value, Place { line, name: &cell.header }));
            }
            Err(reason) => {
                let text = format!("{} {reason}; left out", quoted(&cell.text));
                report.value(line, &cell.header, text);
            }
        }
    }
    fields
}

/// What a row tells of a record.
struct About<'r> {
    row: &'r Row,
    part: Part,
    name: &'r str,
}

impl About<'_> {
    fn tell(&self, record: &mut Record, fields: Fields<'_>, report: &mut Report) {
        let line = self.row.line;
        if let Some(cell) = self.row.cell(self.part, "name") {
            record.check_name(self.name, Place { line, name: &cell.header }, report);
        }
        for (key, value, place) in fields {
            record.tell(key, value, place, report);
        }
    }
}

/// What a row says of a project.
struct Parts<'r> {
    fields: Fields<'r>,
    numbered: Vec<(Part, u32, Fields<'r>)>,
}

fn read_parts<'r>(row: &'r Row, words: &mut Words, report: &mut Report) -> Parts<'r> {
    let mut fields = read_fields(row.line, row.of(Part::Project), words, report);
    fields.extend(read_claim(row, words, report));
    let mut numbered = Vec::new();
    // Sources come first, because the others name them.
    for part in [Part::Source, Part::Outcome, Part::Note] {
        let mut by_number: BTreeMap<u32, Vec<&Cell>> = BTreeMap::new();
        for cell in row.of(part) {
            by_number.entry(cell.number).or_default().push(cell);
        }
        for (number, cells) in by_number {
            let mut fields = read_fields(row.line, cells.into_iter(), words, report);
            if part == Part::Outcome {
                complete_outcome(&mut fields, words);
            }
            numbered.push((part, number, fields));
        }
    }
    Parts { fields, numbered }
}

/// What an outcome has that only its statement tells of: no figure is made of it.
fn complete_outcome(fields: &mut Fields<'_>, words: &mut Words) {
    let Some((_, _, place)) = fields.first() else { return };
    let place = *place;
    let has = |key| fields.iter().any(|(other, ..)| *other == key);
    let missing = ["metric", "direction", "unit", "value", "baseline"].map(|key| (key, !has(key)));
    for (key, _) in missing.into_iter().filter(|(_, is_missing)| *is_missing) {
        let value = match key {
            "metric" => words.id_of(VocabularyKind::Metric, "other").into(),
            "direction" => "none".into(),
            "unit" => "other".into(),
            _ => Value::Null,
        };
        fields.push((key, value, place));
    }
}

fn read_claim<'r>(
    row: &'r Row,
    words: &mut Words,
    report: &mut Report,
) -> Option<(&'static str, Value, Place<'r>)> {
    let first = row.of(Part::Claim).next()?;
    let place = Place { line: row.line, name: &first.header };
    let claim = object(read_fields(row.line, row.of(Part::Claim), words, report));
    if claim.contains_key("text") && claim.contains_key("verdict") {
        return Some(("claim", Value::Object(claim), place));
    }
    let text = "a claim needs its text and a verdict; left out";
    report.value(row.line, &first.header, text);
    None
}

fn object(fields: Fields<'_>) -> Map<String, Value> {
    fields.into_iter().map(|(key, value, _)| (key.to_owned(), value)).collect()
}

fn add_parts(
    project: &mut Project,
    row: &Row,
    numbered: Vec<(Part, u32, Fields<'_>)>,
    report: &mut Report,
) {
    let mut sources = Numbered::new();
    for (part, number, fields) in numbered {
        let Some((_, _, place)) = fields.first() else { continue };
        let place = *place;
        let places: Vec<_> = fields.iter().map(|(key, _, place)| (*key, *place)).collect();
        let object = object(fields);
        match part {
            Part::Source => {
                let Some(source) = checked_source(object, number, place, report) else { continue };
                let at = project.add_source(source);
                sources.insert(number, at);
                project.note_places("sources", at, &places);
            }
            Part::Outcome => {
                let at = add_outcome(project, object, &sources, place, report);
                at.inspect(|at| project.note_places("outcomes", *at, &places));
            }
            _ => {
                let at = add_note(project, object, &sources, row.line, report);
                at.inspect(|at| project.note_places("notes", *at, &places));
            }
        }
    }
}

/// A source in the form of the file.
fn checked_source(
    mut source: Map<String, Value>,
    number: u32,
    place: Place<'_>,
    report: &mut Report,
) -> Option<Map<String, Value>> {
    match (source.shift_remove("checked_date"), source.shift_remove("how")) {
        (Some(date), Some(how)) => {
            let checked = Value::from_iter([("date", date), ("how", how)]);
            source.insert("checked".to_owned(), checked);
        }
        (None, None) => {}
        _ => {
            let name = format!("source_{number}_checked");
            let text = "needs both the day and how it was checked; left out";
            report.value(place.line, &name, text);
        }
    }
    if source.contains_key("url") || source.contains_key("title") {
        return Some(source);
    }
    let text = format!("source {number} has neither an address nor a title; left out");
    report.value(place.line, place.name, text);
    None
}

fn add_outcome(
    project: &mut Project,
    mut outcome: Map<String, Value>,
    sources: &Numbered,
    place: Place<'_>,
    report: &mut Report,
) -> Option<usize> {
    if !outcome.contains_key("statement") {
        report.value(place.line, place.name, "an outcome needs a statement; left out");
        return None;
    }
    let named = outcome.shift_remove("source");
    let only_one = || match (sources.values().next(), sources.len(), project.n_sources()) {
        (Some(at), 1, _) => Some(*at),
        (None, _, 1) => Some(0),
        _ => None,
    };
    let at = match &named {
        Some(number) => source_at(number, sources),
        None => only_one(),
    };
    let Some(at) = at else {
        let text = "an outcome needs the number of a source in its row; left out";
        report.value(place.line, place.name, text);
        return None;
    };
    outcome.insert("source".to_owned(), at.into());
    Some(project.add_statement(Statements::Outcomes, outcome))
}

fn add_note(
    project: &mut Project,
    mut note: Map<String, Value>,
    sources: &Numbered,
    line: u64,
    report: &mut Report,
) -> Option<usize> {
    if !note.contains_key("statement") {
        report.value(line, "note", "a note needs a statement; left out");
        return None;
    }
    let named = note.shift_remove("source");
    let at = named.as_ref().and_then(|number| source_at(number, sources));
    if let Some(number) = named.filter(|_| at.is_none()) {
        let text = format!("the row has no source {number}; the note has none");
        report.value(line, "note", text);
    }
    note.insert("source".to_owned(), at.into());
    Some(project.add_statement(Statements::Notes, note))
}

fn source_at(number: &Value, sources: &Numbered) -> Option<usize> {
    let number = u32::try_from(number.as_u64()?).ok()?;
    sources.get(&number).copied()
}
