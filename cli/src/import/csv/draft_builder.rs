//! Builds a dataset draft from the rows of a spreadsheet.

use std::collections::{BTreeMap, HashMap};

use rustscape::dataset::VocabularyKind;
use serde_json::{Map, Value};

use super::{
    cell::{interpretation_warning, parse_cell},
    column::ObjectKind,
    row_reader::{Cell, Row},
};
use crate::import::{
    draft::DatasetDraft,
    id_allocator::IdAllocator,
    location::InputLocation,
    message::{one_line, quoted},
    project_draft::{ProjectDraft, StatementList},
    record_draft::RecordDraft,
    report::ImportReport,
    slug::slug,
    vocabulary_builder::VocabularyBuilder,
};

/// The positions of a row's sources in their project, by source number.
type SourcePositions = BTreeMap<u32, usize>;

/// The fields of an object, with their locations.
type Fields<'r> = Vec<(&'static str, Value, InputLocation<'r>)>;

/// Adds rows to a draft.
struct DraftBuilder<'a> {
    draft: DatasetDraft,
    organization_ids: IdAllocator,
    /// The project ids of each organization, by organization id.
    project_ids: HashMap<String, IdAllocator>,
    report: &'a mut ImportReport,
}

/// Builds a draft from all rows.
pub(super) fn build_draft(rows: &[Row], report: &mut ImportReport) -> DatasetDraft {
    let mut builder = DraftBuilder {
        draft: DatasetDraft::default(),
        organization_ids: IdAllocator::new("organization"),
        project_ids: HashMap::new(),
        report,
    };
    builder.reserve_ids(rows);
    for row in rows {
        builder.add_row(row);
    }
    builder.draft
}

impl DraftBuilder<'_> {
    /// Reserves the ids of all rows, so that rows without an id can come first.
    fn reserve_ids(&mut self, rows: &[Row]) {
        for row in rows {
            reserve_id(row, ObjectKind::Organization, &mut self.organization_ids);
        }
        for row in rows {
            if let Some((id, _)) =
                identify(row, ObjectKind::Organization, &mut self.organization_ids)
            {
                let ids = project_ids_of(&mut self.project_ids, &id);
                reserve_id(row, ObjectKind::Project, ids);
            }
        }
    }

    fn add_row(&mut self, row: &Row) {
        let identity = identify(row, ObjectKind::Organization, &mut self.organization_ids);
        report_id_warnings(row, ObjectKind::Organization, &mut self.organization_ids, self.report);
        let Some((id, name)) = identity else {
            let text = "has no organization; the row is left out";
            return self.report.add_omitted_record(row.line, "organization", text);
        };
        let project_identity = self.identify_project(row, &id);
        let vocabulary = &mut self.draft.vocabulary;
        let cells = row.cells_of(ObjectKind::Organization);
        let fields = parse_fields(row.line, cells, vocabulary, self.report);
        let project = project_identity
            .map(|identity| (identity, parse_project(row, vocabulary, self.report)));
        let organization = self.draft.organization(&id, &name, row.line);
        let update = RecordUpdate { row, object: ObjectKind::Organization, name: &name };
        update.apply(&mut organization.record, fields, self.report);
        if let Some(((id, name), parsed)) = project {
            let project = organization.project(&id, &name, row.line);
            let update = RecordUpdate { row, object: ObjectKind::Project, name: &name };
            update.apply(&mut project.record, parsed.fields, self.report);
            add_objects(project, row, parsed.objects, self.report);
        }
    }

    /// Returns the id and the name of the project of a row. Reports a row that describes a project
    /// without naming it.
    fn identify_project(&mut self, row: &Row, organization_id: &str) -> Option<(String, String)> {
        let ids = project_ids_of(&mut self.project_ids, organization_id);
        let identity = identify(row, ObjectKind::Project, ids);
        report_id_warnings(row, ObjectKind::Project, ids, self.report);
        let has_project =
            row.cells.iter().any(|cell| cell.column.object != ObjectKind::Organization);
        if identity.is_none() && has_project {
            let text = "is empty; what the row says of a project is left out";
            self.report.add_omitted_record(row.line, "project", text);
        }
        identity
    }
}

fn project_ids_of<'p>(
    all: &'p mut HashMap<String, IdAllocator>,
    organization_id: &str,
) -> &'p mut IdAllocator {
    all.entry(organization_id.to_owned()).or_insert_with(|| IdAllocator::new("project"))
}

fn reserve_id(row: &Row, object: ObjectKind, ids: &mut IdAllocator) {
    if let (Some(id), Some(name)) = (written_id(row, object), row.cell(object, "name")) {
        ids.reserve(&one_line(&name.text), &id);
    }
}

/// Returns the id and the name of the organization or project of a row. The name is optional if
/// another row gives the name of the id.
fn identify(row: &Row, object: ObjectKind, ids: &mut IdAllocator) -> Option<(String, String)> {
    let name = row.cell(object, "name").map(|cell| one_line(&cell.text));
    if let Some(id) = written_id(row, object) {
        let name = name.or_else(|| ids.name_of(&id).map(str::to_owned))?;
        return Some((id, name));
    }
    let name = name?;
    Some((ids.id_for(&name), name))
}

/// Returns the slug of the id cell.
fn written_id(row: &Row, object: ObjectKind) -> Option<String> {
    let cell = row.cell(object, "id")?;
    Some(slug(&cell.text)).filter(|id| !id.is_empty())
}

/// Reports an id cell that is not a slug, and a name whose id is ambiguous.
fn report_id_warnings(
    row: &Row,
    object: ObjectKind,
    ids: &mut IdAllocator,
    report: &mut ImportReport,
) {
    let written = written_id(row, object);
    if let Some(cell) = row.cell(object, "id") {
        match &written {
            None => {
                let text = format!("{} is no id and left out", quoted(&cell.text));
                report.add_omitted_value(row.line, &cell.header, text);
            }
            Some(id) if *id != cell.text => {
                let text = format!("{} is no id; {} is used", quoted(&cell.text), quoted(id));
                report.add_warning(row.line, &cell.header, text);
            }
            Some(_) => {}
        }
    }
    if let Some(cell) = row.cell(object, "name").filter(|_| written.is_none())
        && let Some(warning) = ids.take_warning(&one_line(&cell.text))
    {
        report.add_warning(row.line, &cell.header, warning);
    }
}

/// Parses cells into fields. Reports the cells that are invalid.
fn parse_fields<'r>(
    line: u64,
    cells: impl Iterator<Item = &'r Cell>,
    vocabulary: &mut VocabularyBuilder,
    report: &mut ImportReport,
) -> Fields<'r> {
    let mut fields = Vec::new();
    for cell in cells.filter(|cell| !matches!(cell.column.key, "name" | "id")) {
        match parse_cell(cell.column.cell_type, &cell.text, vocabulary) {
            Ok(Value::Null) => {}
            Ok(value) => {
                if let Some(warning) = interpretation_warning(cell.column.cell_type, &cell.text) {
                    report.add_warning(line, &cell.header, warning);
                }
                fields.push((cell.column.key, value, InputLocation { line, name: &cell.header }));
            }
            Err(reason) => {
                let text = format!("{} {reason}; left out", quoted(&cell.text));
                report.add_omitted_value(line, &cell.header, text);
            }
        }
    }
    fields
}

/// The values of a row for an organization or a project.
struct RecordUpdate<'r> {
    row: &'r Row,
    object: ObjectKind,
    name: &'r str,
}

impl RecordUpdate<'_> {
    fn apply(&self, record: &mut RecordDraft, fields: Fields<'_>, report: &mut ImportReport) {
        let line = self.row.line;
        if let Some(cell) = self.row.cell(self.object, "name") {
            record.check_name(self.name, InputLocation { line, name: &cell.header }, report);
        }
        for (key, value, location) in fields {
            record.merge(key, value, location, report);
        }
    }
}

/// The cells of a row that describe a project.
struct ParsedProject<'r> {
    fields: Fields<'r>,
    /// The sources, outcomes and notes with their numbers; sources come first.
    objects: Vec<(ObjectKind, u32, Fields<'r>)>,
}

fn parse_project<'r>(
    row: &'r Row,
    vocabulary: &mut VocabularyBuilder,
    report: &mut ImportReport,
) -> ParsedProject<'r> {
    let cells = row.cells_of(ObjectKind::Project);
    let mut fields = parse_fields(row.line, cells, vocabulary, report);
    fields.extend(parse_claim(row, vocabulary, report));
    let mut objects = Vec::new();
    // Sources come first, because outcomes and notes refer to them.
    for object in [ObjectKind::Source, ObjectKind::Outcome, ObjectKind::Note] {
        let mut by_number: BTreeMap<u32, Vec<&Cell>> = BTreeMap::new();
        for cell in row.cells_of(object) {
            by_number.entry(cell.number).or_default().push(cell);
        }
        for (number, cells) in by_number {
            let mut fields = parse_fields(row.line, cells.into_iter(), vocabulary, report);
            if object == ObjectKind::Outcome {
                complete_outcome(&mut fields, vocabulary);
            }
            objects.push((object, number, fields));
        }
    }
    ParsedProject { fields, objects }
}

/// Adds the missing fields of an outcome. Never derives a figure from the statement.
fn complete_outcome(fields: &mut Fields<'_>, vocabulary: &mut VocabularyBuilder) {
    let Some((_, _, location)) = fields.first() else { return };
    let location = *location;
    let has = |key| fields.iter().any(|(other, ..)| *other == key);
    let missing = ["metric", "direction", "unit", "value", "baseline"].map(|key| (key, !has(key)));
    for (key, _) in missing.into_iter().filter(|(_, is_missing)| *is_missing) {
        let value = match key {
            "metric" => vocabulary.term_id(VocabularyKind::Metric, "other").into(),
            "direction" => "none".into(),
            "unit" => "other".into(),
            _ => Value::Null,
        };
        fields.push((key, value, location));
    }
}

fn parse_claim<'r>(
    row: &'r Row,
    vocabulary: &mut VocabularyBuilder,
    report: &mut ImportReport,
) -> Option<(&'static str, Value, InputLocation<'r>)> {
    let first = row.cells_of(ObjectKind::Claim).next()?;
    let location = InputLocation { line: row.line, name: &first.header };
    let cells = row.cells_of(ObjectKind::Claim);
    let claim = object_of(parse_fields(row.line, cells, vocabulary, report));
    if claim.contains_key("text") && claim.contains_key("verdict") {
        return Some(("claim", Value::Object(claim), location));
    }
    let text = "a claim needs its text and a verdict; left out";
    report.add_omitted_value(row.line, &first.header, text);
    None
}

fn object_of(fields: Fields<'_>) -> Map<String, Value> {
    fields.into_iter().map(|(key, value, _)| (key.to_owned(), value)).collect()
}

fn add_objects(
    project: &mut ProjectDraft,
    row: &Row,
    objects: Vec<(ObjectKind, u32, Fields<'_>)>,
    report: &mut ImportReport,
) {
    let mut sources = SourcePositions::new();
    for (kind, number, fields) in objects {
        let Some((_, _, location)) = fields.first() else { continue };
        let location = *location;
        let locations: Vec<_> = fields.iter().map(|(key, _, location)| (*key, *location)).collect();
        let object = object_of(fields);
        match kind {
            ObjectKind::Source => {
                let Some(source) = complete_source(object, number, location, report) else {
                    continue;
                };
                let at = project.add_source(source);
                sources.insert(number, at);
                project.add_locations("sources", at, &locations);
            }
            ObjectKind::Outcome => {
                let at = add_outcome(project, object, &sources, location, report);
                at.inspect(|at| project.add_locations("outcomes", *at, &locations));
            }
            _ => {
                let at = add_note(project, object, &sources, row.line, report);
                at.inspect(|at| project.add_locations("notes", *at, &locations));
            }
        }
    }
}

/// Returns the source in the format of the dataset file. Reports and drops a source without URL and
/// title.
fn complete_source(
    mut source: Map<String, Value>,
    number: u32,
    location: InputLocation<'_>,
    report: &mut ImportReport,
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
            report.add_omitted_value(location.line, &name, text);
        }
    }
    if source.contains_key("url") || source.contains_key("title") {
        return Some(source);
    }
    let text = format!("source {number} has neither an address nor a title; left out");
    report.add_omitted_value(location.line, location.name, text);
    None
}

fn add_outcome(
    project: &mut ProjectDraft,
    mut outcome: Map<String, Value>,
    sources: &SourcePositions,
    location: InputLocation<'_>,
    report: &mut ImportReport,
) -> Option<usize> {
    if !outcome.contains_key("statement") {
        let text = "an outcome needs a statement; left out";
        report.add_omitted_value(location.line, location.name, text);
        return None;
    }
    let source_number = outcome.shift_remove("source");
    let only_source = || match (sources.values().next(), sources.len(), project.n_sources()) {
        (Some(at), 1, _) => Some(*at),
        (None, _, 1) => Some(0),
        _ => None,
    };
    let at = match &source_number {
        Some(number) => source_position(number, sources),
        None => only_source(),
    };
    let Some(at) = at else {
        let text = "an outcome needs the number of a source in its row; left out";
        report.add_omitted_value(location.line, location.name, text);
        return None;
    };
    outcome.insert("source".to_owned(), at.into());
    Some(project.add_statement(StatementList::Outcomes, outcome))
}

fn add_note(
    project: &mut ProjectDraft,
    mut note: Map<String, Value>,
    sources: &SourcePositions,
    line: u64,
    report: &mut ImportReport,
) -> Option<usize> {
    if !note.contains_key("statement") {
        report.add_omitted_value(line, "note", "a note needs a statement; left out");
        return None;
    }
    let source_number = note.shift_remove("source");
    let at = source_number.as_ref().and_then(|number| source_position(number, sources));
    if let Some(number) = source_number.filter(|_| at.is_none()) {
        let text = format!("the row has no source {number}; the note has none");
        report.add_omitted_value(line, "note", text);
    }
    note.insert("source".to_owned(), at.into());
    Some(project.add_statement(StatementList::Notes, note))
}

fn source_position(number: &Value, sources: &SourcePositions) -> Option<usize> {
    let number = u32::try_from(number.as_u64()?).ok()?;
    sources.get(&number).copied()
}
