//! Organizations, projects and what is in them.

use super::fields::Fields;
use crate::dataset::{
    CITED_FIELDS, Citation, Claim, Coded, DIRECTIONS, Date, Fault, HOW, How, Note, OrgIdx,
    Organization, Outcome, Project, ProjectIdx, Source, UNITS, Vocabulary, WITHOUT_SOURCES,
};

/// Reads who it is; the projects are the caller's.
pub(super) fn read_organization(
    fields: &mut Fields<'_>,
    vocabulary: &Vocabulary,
    taken: &mut Vec<String>,
) -> Organization {
    Organization {
        id: fields.unique_slug("id", taken),
        name: fields.text("name"),
        aliases: fields.texts("aliases"),
        industry: fields.optional_term("industry", Coded::Industry, vocabulary),
        country: read_country(fields),
        homepage: fields.url("homepage"),
        summary: fields.optional_text("summary").unwrap_or_default(),
        line: fields.line(),
        first_project: ProjectIdx(0),
        n_projects: 0,
    }
}

fn read_country(fields: &mut Fields<'_>) -> Option<String> {
    let code = fields.optional_str("country")?;
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_code {
        let reason = format!("“{code}” is not a country code of two letters");
        fields.report("country", Fault::NotACountry, &reason);
    }
    is_code.then(|| code.to_owned())
}

/// Reads a project; whose it is, is the caller's.
pub(super) fn read_project(
    fields: &mut Fields<'_>,
    vocabulary: &Vocabulary,
    taken: &mut Vec<String>,
) -> Project {
    let mut sources = Vec::new();
    fields.each_record("sources", &mut |fields| sources.push(read_source(fields, vocabulary)));
    let n_sources = sources.len();
    let mut outcomes = Vec::new();
    fields.each_record("outcomes", &mut |fields| {
        outcomes.extend(read_outcome(fields, vocabulary, n_sources));
    });
    let mut notes = Vec::new();
    fields.each_record("notes", &mut |fields| notes.push(read_note(fields, n_sources)));
    let cites = fields.optional_record("cites").map(|fields| read_cites(fields, n_sources));
    let cites = cites.unwrap_or_default();
    let project = Project {
        id: fields.unique_slug("id", taken),
        org: OrgIdx(0),
        name: fields.text("name"),
        aliases: fields.texts("aliases"),
        summary: fields.optional_text("summary").unwrap_or_default(),
        domains: fields.terms("domains", Coded::Domain, vocabulary),
        kind: fields.optional_term("kind", Coded::Kind, vocabulary),
        replaces: fields.terms("replaces", Coded::Replaces, vocabulary),
        status: fields.optional_term("status", Coded::Status, vocabulary),
        since: fields.year("since"),
        until: fields.year("until"),
        open_source: fields.optional_bool("open_source"),
        repository: fields.url("repository"),
        license: fields.optional_text("license"),
        outcomes,
        notes,
        sources,
        cites,
        also: fields.texts("also"),
        confidence: fields.term("confidence", Coded::Confidence, vocabulary),
        verified: fields.date("verified"),
        claim: fields.optional_record("claim").map(|fields| read_claim(fields, vocabulary)),
        line: fields.line(),
    };
    check_project(fields, &project);
    project
}

fn check_project(fields: &mut Fields<'_>, project: &Project) {
    if let (Some(since), Some(until)) = (project.since, project.until)
        && until < since
    {
        let reason = format!("is {until}, before since ({since})");
        fields.report("until", Fault::EndsBeforeItBegins, &reason);
    }
    let may_lack_sources = fields.optional_str("confidence") == Some(WITHOUT_SOURCES);
    if project.sources.is_empty() && !may_lack_sources {
        let reason = format!("are missing, although the confidence is not {WITHOUT_SOURCES}");
        fields.report("sources", Fault::WithoutSource, &reason);
    }
}

fn read_cites(mut fields: Fields<'_>, n_sources: usize) -> Vec<Citation> {
    let mut cites = Vec::new();
    for field in CITED_FIELDS {
        let sources = fields.source_idxs(field, n_sources);
        if !sources.is_empty() {
            cites.push(Citation { field, sources });
        }
    }
    cites
}

fn read_source(fields: &mut Fields<'_>, vocabulary: &Vocabulary) -> Source {
    Source {
        url: fields.url("url"),
        title: fields.text("title"),
        publisher: fields.optional_text("publisher"),
        date: fields.date("date"),
        kind: fields.optional_term("kind", Coded::SourceKind, vocabulary),
        supports: fields.optional_text("supports").unwrap_or_default(),
        checked: fields.optional_record("checked").and_then(read_checked),
        line: fields.line(),
    }
}

fn read_checked(mut fields: Fields<'_>) -> Option<(Date, How)> {
    let (date, how) = (fields.required_date("date"), fields.word("how", &HOW));
    Some((date?, how?))
}

fn read_outcome(
    fields: &mut Fields<'_>,
    vocabulary: &Vocabulary,
    n_sources: usize,
) -> Option<Outcome> {
    let n_before = fields.n_problems();
    let source = fields.source_idx("source", n_sources);
    if source.is_none() && fields.n_problems() == n_before {
        let reason = "is missing: an outcome without a source is not shown";
        fields.report("source", Fault::Missing, reason);
    }
    let direction = fields.word("direction", &DIRECTIONS);
    let unit = fields.word("unit", &UNITS);
    let (metric, value) =
        (fields.term("metric", Coded::Metric, vocabulary), fields.amount("value"));
    let (baseline, statement) = (fields.optional_text("baseline"), fields.text("statement"));
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

fn read_note(fields: &mut Fields<'_>, n_sources: usize) -> Note {
    Note {
        statement: fields.text("statement"),
        source: fields.source_idx("source", n_sources),
        line: fields.line(),
    }
}

fn read_claim(mut fields: Fields<'_>, vocabulary: &Vocabulary) -> Claim {
    Claim {
        text: fields.text("text"),
        verdict: fields.term("verdict", Coded::Verdict, vocabulary),
        note: fields.optional_text("note").unwrap_or_default(),
        line: fields.line(),
    }
}
