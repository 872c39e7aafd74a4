//! Typed model of a dataset.

use super::{Date, TermIdx, Url, Vocabulary, VocabularyKind, language::is_rtl};

/// Dense id of an organization: its position in [`Dataset::organizations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrgIdx(pub u32);

/// Dense id of a project: its position in [`Dataset::projects`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectIdx(pub u32);

/// A dataset, in the order of its file.
///
/// ```
/// use rustscape::dataset;
///
/// let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sample.json");
/// let (dataset, problems) = dataset::read(&std::fs::read(path).unwrap()).unwrap();
/// assert!(problems.is_empty());
///
/// let org = dataset.find_org("altona-brief").unwrap();
/// assert_eq!(dataset.org(org).name, "Altona Brief");
///
/// let project = dataset.find_project(org, "letter-bikes").unwrap();
/// assert_eq!(dataset.project(project).since, Some(2019));
/// assert_eq!(dataset.full_id(project), "altona-brief/letter-bikes");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// Title of the atlas.
    pub title: String,
    /// Subject of the atlas, in a sentence. May be empty.
    pub description: String,
    /// Language of the texts as a BCP 47 tag; `None` if unknown.
    pub language: Option<String>,
    /// License of the data, usually an SPDX expression.
    pub license: Option<String>,
    /// Day of the last change.
    pub updated: Option<Date>,
    /// Color whose hue links and figures take, as `#rrggbb`.
    pub accent: Option<String>,
    /// Post whose claims are checked.
    pub post: Option<Post>,
    /// Addresses where readers can report errors.
    pub contribute: Contribute,
    /// Links of the footer.
    pub links: Vec<SiteLink>,
    /// Terms that records refer to, with their labels.
    pub vocabulary: Vocabulary,
    /// Renamed and merged records.
    pub redirects: Vec<Redirect>,
    /// Changes of the data, in the order of the file.
    pub events: Vec<Event>,
    /// Every valid organization.
    pub organizations: Vec<Organization>,
    /// Every valid project. The projects of an organization are adjacent.
    pub projects: Vec<Project>,
}

impl Dataset {
    /// Returns the `lang` attribute of a page; `en`, the language of the interface, if the dataset
    /// names none.
    pub fn lang(&self) -> &str {
        self.language.as_deref().unwrap_or("en")
    }

    /// Returns the `dir` attribute of a page. `None` means left to right, the default of HTML.
    pub fn dir(&self) -> Option<&'static str> {
        is_rtl(self.lang()).then_some("rtl")
    }

    /// Returns the organization with a dense id.
    ///
    /// # Panics
    ///
    /// Panics if `idx` is not from this dataset.
    pub fn org(&self, idx: OrgIdx) -> &Organization {
        &self.organizations[idx.0 as usize]
    }

    /// Returns the project with a dense id.
    ///
    /// # Panics
    ///
    /// Panics if `idx` is not from this dataset.
    pub fn project(&self, idx: ProjectIdx) -> &Project {
        &self.projects[idx.0 as usize]
    }

    /// Returns the organization with an id. Takes time linear in the number of organizations.
    pub fn find_org(&self, id: &str) -> Option<OrgIdx> {
        let at = self.organizations.iter().position(|org| org.id == id)?;
        u32::try_from(at).ok().map(OrgIdx)
    }

    /// Returns the project with an id within an organization. Takes time linear in the number of
    /// its projects.
    pub fn find_project(&self, org: OrgIdx, id: &str) -> Option<ProjectIdx> {
        self.org(org).project_idxs().find(|idx| self.project(*idx).id == id)
    }

    /// Returns the id of a project across the file: `organization/project`.
    pub fn full_id(&self, idx: ProjectIdx) -> String {
        let project = self.project(idx);
        format!("{}/{}", self.org(project.org).id, project.id)
    }

    /// Iterates over the checked claims with their projects, in the order of the file.
    pub fn claims(&self) -> impl Iterator<Item = (ProjectIdx, &Claim)> {
        (0..)
            .map(ProjectIdx)
            .zip(&self.projects)
            .filter_map(|(idx, project)| project.claim.as_ref().map(|claim| (idx, claim)))
    }

    /// Returns the label of a country code, or the code if the vocabulary has no label for it.
    pub fn country_label<'d>(&'d self, code: &'d str) -> &'d str {
        let mut terms = self.vocabulary.terms(VocabularyKind::Country).iter();
        let term = terms.find(|term| term.id.eq_ignore_ascii_case(code));
        term.map_or(code, |term| &term.label)
    }

    /// Returns the label of a term.
    ///
    /// # Panics
    ///
    /// Panics if `idx` is not from this dataset.
    pub fn label(&self, kind: VocabularyKind, idx: TermIdx) -> &str {
        self.vocabulary.label(kind, idx)
    }
}

/// A post that makes claims, which projects quote and check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Title.
    pub title: String,
    /// Address; `None` if unknown.
    pub url: Option<Url>,
    /// Publisher; `None` if unknown.
    pub publisher: Option<String>,
    /// Date of publication; `None` if unknown.
    pub date: Option<Date>,
}

/// Addresses where readers can report errors. Without any, no report is offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contribute {
    /// Page that opens a new issue; takes `title` and `body` as query parameters.
    pub issues: Option<Url>,
    /// Email address.
    pub mail: Option<String>,
    /// Page that shows the file with line numbers; `#L` and the line are appended.
    pub file: Option<Url>,
}

/// A link in the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteLink {
    /// Text of the link.
    pub label: String,
    /// Address of the link.
    pub url: Url,
}

/// An entry of the change history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Day of the change.
    pub date: Date,
    /// Record that changed, as `organization` or `organization/project`; `None` for the whole
    /// dataset.
    ///
    /// The record may be absent from the dataset, because it was left out or renamed since.
    pub record: Option<String>,
    /// Kind of change.
    pub kind: EventKind,
    /// Description of the change, in a sentence.
    pub note: String,
}

/// Kind of an [`Event`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// The record was added.
    Added,
    /// The status of the record changed.
    Status,
    /// A wrong statement was corrected.
    Corrected,
    /// A source was added or checked again.
    Source,
    /// A measured outcome was added.
    Outcome,
    /// The record was renamed, or merged into another one.
    Renamed,
}

/// A renamed or merged record: links to `from` lead to `to`.
///
/// Both are paths below the atlas, `org/organization` or `org/organization/project`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// Old path.
    pub from: String,
    /// New path.
    pub to: String,
}

/// An organization.
#[derive(Clone, Debug, PartialEq)]
pub struct Organization {
    /// Slug, unique in the file. It never changes.
    pub id: String,
    /// Name shown to readers.
    pub name: String,
    /// Other names that search finds it by.
    pub aliases: Vec<String>,
    /// Industry; `None` if unknown.
    pub industry: Option<TermIdx>,
    /// Country code of two upper-case letters (ISO 3166-1); `None` if unknown.
    pub country: Option<String>,
    /// Website of the organization; `None` if unknown.
    pub homepage: Option<Url>,
    /// Description, in a sentence. May be empty.
    pub summary: String,
    /// Line of the file in which the record begins, counted from 1.
    pub line: u32,
    /// Index of the first project in [`Dataset::projects`].
    pub first_project: ProjectIdx,
    /// Number of its projects, which follow the first one there.
    pub n_projects: u32,
}

impl Organization {
    /// Iterates over the dense ids of its projects, in the order of the file.
    pub fn project_idxs(&self) -> impl DoubleEndedIterator<Item = ProjectIdx> + use<> {
        let first = self.first_project.0;
        (first..first + self.n_projects).map(ProjectIdx)
    }
}

/// A project of an organization.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Slug, unique in its organization. It never changes.
    pub id: String,
    /// Organization that the project belongs to.
    pub org: OrgIdx,
    /// Name shown to readers.
    pub name: String,
    /// Other names that search finds it by.
    pub aliases: Vec<String>,
    /// Description, in a sentence or two. May be empty.
    pub summary: String,
    /// Subjects; empty if unknown.
    pub domains: Vec<TermIdx>,
    /// Kind of project; `None` if unknown.
    pub kind: Option<TermIdx>,
    /// Languages and products that it replaced; empty if unknown.
    pub replaces: Vec<TermIdx>,
    /// Current state; `None` if unknown.
    pub status: Option<TermIdx>,
    /// Year of the first use; `None` if unknown.
    pub since: Option<u16>,
    /// Year in which it ended; `None` if unknown or if it has not ended.
    pub until: Option<u16>,
    /// `true` if its source code is open; `None` if unknown.
    pub open_source: Option<bool>,
    /// Address of its source code; `None` if unknown.
    pub repository: Option<Url>,
    /// License of its source code; `None` if unknown.
    pub license: Option<String>,
    /// Measured outcomes.
    pub outcomes: Vec<Outcome>,
    /// Context, caveats and incidents.
    pub notes: Vec<Note>,
    /// Sources of the record. Empty only if the confidence is `unverified`.
    pub sources: Vec<Source>,
    /// Sources of single fields, for the fields that cite their own.
    pub cites: Vec<Citation>,
    /// Full ids of projects of other organizations that this one adopts.
    pub also: Vec<String>,
    /// Degree of confidence.
    pub confidence: TermIdx,
    /// Day on which the sources were last checked; `None` if unknown.
    pub verified: Option<Date>,
    /// Claim of the post about this project, compared with the sources.
    pub claim: Option<Claim>,
    /// Line of the file in which the record begins, counted from 1.
    pub line: u32,
}

impl Project {
    /// Returns the positions of the sources cited for a field; empty if the file cites none.
    pub fn cited(&self, field: &str) -> &[usize] {
        let citation = self.cites.iter().find(|citation| citation.field == field);
        citation.map_or(&[], |citation| &citation.sources)
    }

    /// Returns whether the sources were last checked on `a_year_ago` or before, or never.
    pub fn needs_recheck(&self, a_year_ago: &Date) -> bool {
        self.verified.as_ref().is_none_or(|verified| verified <= a_year_ago)
    }
}

/// Sources of one field of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Key of the field.
    pub field: &'static str,
    /// Positions in [`Project::sources`]; never empty.
    pub sources: Vec<usize>,
}

/// Direction of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Less than in the baseline; `value` is the difference.
    Down,
    /// More than in the baseline; `value` is the difference.
    Up,
    /// No change; `value` is a level.
    None,
}

/// Unit of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Percentage of the baseline.
    Percent,
    /// Multiple of the baseline.
    Times,
    /// Microseconds.
    Us,
    /// Milliseconds.
    Ms,
    /// Seconds.
    S,
    /// Kilobytes.
    Kb,
    /// Megabytes.
    Mb,
    /// Gigabytes.
    Gb,
    /// Requests per second.
    RequestsPerSecond,
    /// Lines of code.
    Lines,
    /// Number of things that only the statement names.
    Count,
    /// US dollars.
    Usd,
    /// Developer-months.
    DevelopersMonths,
    /// Any other unit, which only the statement names.
    Other,
}

/// A measured outcome of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Metric.
    pub metric: TermIdx,
    /// Direction of the change.
    pub direction: Direction,
    /// Value in `unit`; finite and never negative. `None` if only the statement has it.
    pub value: Option<f64>,
    /// Unit of `value`.
    pub unit: Unit,
    /// State that the value is compared with; `None` if unknown.
    pub baseline: Option<String>,
    /// Outcome as a sentence.
    pub statement: String,
    /// Position of the source in [`Project::sources`]; always valid.
    pub source: usize,
    /// Line of the file in which the outcome begins, counted from 1.
    pub line: u32,
}

/// A note that adds context to a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Note as a sentence.
    pub statement: String,
    /// Position of the source in [`Project::sources`]; `None` if the note names none.
    pub source: Option<usize>,
    /// Line of the file in which the note begins, counted from 1.
    pub line: u32,
}

/// Way in which a source was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CheckMethod {
    /// The page or file itself was read.
    Original,
    /// A copy, an excerpt or a translation was read.
    Copy,
    /// Only the link and the title were seen.
    Listed,
    /// The source was not checked.
    NotChecked,
}

/// A source.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Address; `None` if the source is not on the web.
    pub url: Option<Url>,
    /// Title.
    pub title: String,
    /// Publisher; `None` if unknown.
    pub publisher: Option<String>,
    /// Date of publication; `None` if unknown.
    pub date: Option<Date>,
    /// Kind of source; `None` if unknown.
    pub kind: Option<TermIdx>,
    /// Statements that it supports, in a few words. May be empty.
    pub supports: String,
    /// Day and way of the last check; `None` if unknown.
    pub checked: Option<(Date, CheckMethod)>,
    /// Line of the file in which the source begins, counted from 1.
    pub line: u32,
}

/// A claim of the post, compared with the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Claim as the post words it.
    pub text: String,
    /// Result of the comparison.
    pub verdict: TermIdx,
    /// Summary of what the sources say. May be empty.
    pub note: String,
    /// Line of the file in which the claim begins, counted from 1.
    pub line: u32,
}
