//! Reading of organizations, projects and their parts.

use super::field_reader::FieldReader;
use crate::dataset::{
    CHECK_METHODS, CITED_FIELDS, CheckMethod, Citation, Claim, DIRECTIONS, Date, Note, OrgIdx,
    Organization, Outcome, Project, ProjectIdx, RuleViolation, Source, UNITS, Vocabulary,
    WITHOUT_SOURCES, record,
};

/// Reads an organization. The caller sets the range of its projects.
pub(super) fn read_organization(
    fields: &mut FieldReader<'_>,
    record: &record::Organization<'_>,
    vocabulary: &Vocabulary,
    used_ids: &mut Vec<String>,
) -> Organization {
    Organization {
        id: fields.unique_slug(&record.id, used_ids),
        name: fields.text(&record.name),
        aliases: fields.texts(&record.aliases),
        industry: fields.optional_term(&record.industry, vocabulary),
        country: fields.country(&record.country),
        homepage: fields.optional_url(&record.homepage),
        summary: fields.optional_text(&record.summary).unwrap_or_default(),
        line: fields.line(),
        first_project: ProjectIdx(0),
        n_projects: 0,
    }
}

/// Reads a project. The caller sets its organization.
pub(super) fn read_project<'f>(
    fields: &mut FieldReader<'f>,
    record: &record::Project<'f>,
    vocabulary: &Vocabulary,
    used_ids: &mut Vec<String>,
) -> Project {
    let mut sources = Vec::new();
    fields.each_record(&record.sources, &mut |fields, source| {
        sources.push(read_source(fields, source, vocabulary));
    });
    let n_sources = sources.len();
    let mut outcomes = Vec::new();
    fields.each_record(&record.outcomes, &mut |fields, outcome| {
        outcomes.extend(read_outcome(fields, outcome, vocabulary, n_sources));
    });
    let mut notes = Vec::new();
    fields.each_record(&record.notes, &mut |fields, note| {
        notes.push(read_note(fields, note, n_sources));
    });
    let cites = fields.optional_record(&record.cites);
    let cites = cites.map(|(fields, cites)| read_cites(fields, &cites, n_sources));
    let project = Project {
        id: fields.unique_slug(&record.id, used_ids),
        org: OrgIdx(0),
        name: fields.text(&record.name),
        aliases: fields.texts(&record.aliases),
        summary: fields.optional_text(&record.summary).unwrap_or_default(),
        domains: fields.terms(&record.domains, vocabulary),
        kind: fields.optional_term(&record.kind, vocabulary),
        replaces: fields.terms(&record.replaces, vocabulary),
        status: fields.optional_term(&record.status, vocabulary),
        since: fields.year(&record.since),
        until: fields.year(&record.until),
        open_source: fields.optional_bool(&record.open_source),
        repository: fields.optional_url(&record.repository),
        license: fields.optional_text(&record.license),
        outcomes,
        notes,
        sources,
        cites: cites.unwrap_or_default(),
        also: fields.texts(&record.also),
        confidence: fields.term(&record.confidence, vocabulary),
        verified: fields.optional_date(&record.verified),
        claim: fields
            .optional_record(&record.claim)
            .map(|(fields, claim)| read_claim(fields, &claim, vocabulary)),
        line: fields.line(),
    };
    check_project(fields, record, &project);
    project
}

fn check_project(fields: &mut FieldReader<'_>, record: &record::Project<'_>, project: &Project) {
    if let (Some(since), Some(until), Some(field)) = (project.since, project.until, &record.until)
        && until < since
    {
        let reason = format!("is {until}, before since ({since})");
        fields.report(field, RuleViolation::EndsBeforeItBegins, &reason);
    }
    let may_lack_sources = fields.str_of(&record.confidence) == Some(WITHOUT_SOURCES);
    if project.sources.is_empty() && !may_lack_sources {
        let reason = format!("are missing, although the confidence is not {WITHOUT_SOURCES}");
        match &record.sources {
            Some(sources) => fields.report(sources, RuleViolation::WithoutSource, &reason),
            None => fields.report_absent("sources", RuleViolation::WithoutSource, &reason),
        }
    }
}

fn read_cites(
    mut fields: FieldReader<'_>,
    cites: &record::Cites<'_>,
    n_sources: usize,
) -> Vec<Citation> {
    let mut citations = Vec::new();
    for (field, cited) in CITED_FIELDS.into_iter().zip(cites.by_field()) {
        let sources = fields.source_idxs(cited, n_sources);
        if !sources.is_empty() {
            citations.push(Citation { field, sources });
        }
    }
    citations
}

fn read_source(
    fields: &mut FieldReader<'_>,
    source: &record::Source<'_>,
    vocabulary: &Vocabulary,
) -> Source {
    Source {
        url: fields.optional_url(&source.url),
        title: fields.text(&source.title),
        publisher: fields.optional_text(&source.publisher),
        date: fields.optional_date(&source.date),
        kind: fields.optional_term(&source.kind, vocabulary),
        supports: fields.optional_text(&source.supports).unwrap_or_default(),
        checked: fields.optional_record(&source.checked).and_then(read_checked),
        line: fields.line(),
    }
}

fn read_checked(
    (mut fields, checked): (FieldReader<'_>, record::Checked<'_>),
) -> Option<(Date, CheckMethod)> {
    let (date, how) = (fields.date(&checked.date), fields.word(&checked.how, &CHECK_METHODS));
    Some((date?, how?))
}

fn read_outcome(
    fields: &mut FieldReader<'_>,
    outcome: &record::Outcome<'_>,
    vocabulary: &Vocabulary,
    n_sources: usize,
) -> Option<Outcome> {
    let n_before = fields.n_problems();
    let source = fields.source_idx(&outcome.source, n_sources);
    if source.is_none() && fields.n_problems() == n_before {
        let reason = "is missing: an outcome without a source is not shown";
        fields.report(&outcome.source, RuleViolation::Missing, reason);
    }
    let direction = fields.word(&outcome.direction, &DIRECTIONS);
    let unit = fields.word(&outcome.unit, &UNITS);
    let (metric, value) = (fields.term(&outcome.metric, vocabulary), fields.amount(&outcome.value));
    let (baseline, statement) =
        (fields.optional_text(&outcome.baseline), fields.text(&outcome.statement));
    Some(Outcome {
        metric,
        direction: direction?,
        value,
        unit: unit?,
        baseline,
        statement,
        source: source?,
        line: fields.line(),
    })
}

fn read_note(fields: &mut FieldReader<'_>, note: &record::Note<'_>, n_sources: usize) -> Note {
    Note {
        statement: fields.text(&note.statement),
        source: fields.optional_source_idx(&note.source, n_sources),
        line: fields.line(),
    }
}

fn read_claim(
    mut fields: FieldReader<'_>,
    claim: &record::Claim<'_>,
    vocabulary: &Vocabulary,
) -> Claim {
    Claim {
        text: fields.text(&claim.text),
        verdict: fields.term(&claim.verdict, vocabulary),
        note: fields.optional_text(&claim.note).unwrap_or_default(),
        line: fields.line(),
    }
}
