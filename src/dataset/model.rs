//! The typed model of a dataset.

use super::{Date, TermIdx, Url, Vocabulary, VocabularyKind, language::is_rtl};

/// The dense id of an organization: its position in [`Dataset::organizations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrgIdx(pub u32);

/// The dense id of a project: its position in [`Dataset::projects`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectIdx(pub u32);

/// A whole dataset, in the order of its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// What the atlas is called.
    pub title: String,
    /// What it is about, in a sentence.
    pub description: String,
    /// The language of its texts, as a BCP 47 tag; `None` is unknown.
    pub language: Option<String>,
    /// The license of the data, usually an SPDX expression.
    pub license: Option<String>,
    /// The day of the last change.
    pub updated: Option<Date>,
    /// The color whose hue links and figures take, as `#rrggbb`.
    pub accent: Option<String>,
    /// The text whose claims are checked.
    pub post: Option<Post>,
    /// Where readers report what is wrong.
    pub contribute: Contribute,
    /// Where the footer leads.
    pub links: Vec<SiteLink>,
    /// What coded values are called.
    pub vocabulary: Vocabulary,
    /// Renamed and merged records.
    pub redirects: Vec<Redirect>,
    /// What changed, in the order of the file.
    pub events: Vec<Event>,
    /// Every organization that could be read.
    pub organizations: Vec<Organization>,
    /// Every project that could be read; those of one organization stand together.
    pub projects: Vec<Project>,
}

impl Dataset {
    /// Returns the language for the `lang` attribute of a page: that of the interface, where that of
    /// the texts is unknown.
    pub fn lang(&self) -> &str {
        self.language.as_deref().unwrap_or("en")
    }

    /// Returns the `dir` attribute of a page. `None`, the usual direction, is from left to right.
    pub fn dir(&self) -> Option<&'static str> {
        is_rtl(self.lang()).then_some("rtl")
    }

    /// The organization of a dense id of this dataset.
    pub fn org(&self, idx: OrgIdx) -> &Organization {
        &self.organizations[idx.0 as usize]
    }

    /// The project of a dense id of this dataset.
    pub fn project(&self, idx: ProjectIdx) -> &Project {
        &self.projects[idx.0 as usize]
    }

    /// Finds an organization by its id in the file.
    pub fn find_org(&self, id: &str) -> Option<OrgIdx> {
        let at = self.organizations.iter().position(|org| org.id == id)?;
        u32::try_from(at).ok().map(OrgIdx)
    }

    /// Finds a project by its id inside an organization.
    pub fn find_project(&self, org: OrgIdx, id: &str) -> Option<ProjectIdx> {
        self.org(org).project_idxs().find(|idx| self.project(*idx).id == id)
    }

    /// The id that names a project across the file: `organization/project`.
    pub fn full_id(&self, idx: ProjectIdx) -> String {
        let project = self.project(idx);
        format!("{}/{}", self.org(project.org).id, project.id)
    }

    /// Every claim that is checked, with its project, in the order of the file.
    pub fn claims(&self) -> impl Iterator<Item = (ProjectIdx, &Claim)> {
        (0..)
            .map(ProjectIdx)
            .zip(&self.projects)
            .filter_map(|(idx, project)| project.claim.as_ref().map(|claim| (idx, claim)))
    }

    /// What a country of two upper-case letters is called; the letters, where that is not known.
    pub fn country_label<'d>(&'d self, code: &'d str) -> &'d str {
        let mut terms = self.vocabulary.terms(VocabularyKind::Country).iter();
        let term = terms.find(|term| term.id.eq_ignore_ascii_case(code));
        term.map_or(code, |term| &term.label)
    }

    /// The label of a term of this dataset.
    pub fn label(&self, kind: VocabularyKind, idx: TermIdx) -> &str {
        self.vocabulary.label(kind, idx)
    }
}

/// A text that makes claims, which projects quote and check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its title.
    pub title: String,
    /// Where it is; `None` is unknown.
    pub url: Option<Url>,
    /// Who published it; `None` is unknown.
    pub publisher: Option<String>,
    /// When it was published; `None` is unknown.
    pub date: Option<Date>,
}

/// Where readers report what is wrong; empty where they are not asked to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contribute {
    /// Where a new issue is opened; takes `title` and `body` as parameters.
    pub issues: Option<Url>,
    /// An address for mail.
    pub mail: Option<String>,
    /// Where the file is shown with line numbers, reached by `#L` and the line.
    pub file: Option<Url>,
}

/// A link out of the atlas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteLink {
    /// What it is called.
    pub label: String,
    /// Where it leads.
    pub url: Url,
}

/// A change of the data that readers should know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day of the change.
    pub date: Date,
    /// What it is about, as `organization` or `organization/project`; `None` is the dataset as a
    /// whole. The record may have been left out, or renamed since.
    pub record: Option<String>,
    /// What sort of change it is.
    pub kind: EventKind,
    /// What changed, in a sentence.
    pub note: String,
}

/// A sort of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// The record is new.
    Added,
    /// The record stands otherwise than before.
    Status,
    /// Something that was said of it was wrong, and is not said any more.
    Corrected,
    /// A source was added, or looked at again.
    Source,
    /// A measured outcome was added.
    Outcome,
    /// The record has another id, or is a part of another.
    Renamed,
}

/// An id that was renamed or merged: old links to `from` lead to `to`. Both are paths below the
/// atlas, `org/organization` or `org/organization/project`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The old path.
    pub from: String,
    /// The path that took its place.
    pub to: String,
}

/// Who uses it.
#[derive(Clone, Debug, PartialEq)]
pub struct Organization {
    /// Lower-case ASCII slug, unique in the file; it never changes.
    pub id: String,
    /// What readers see.
    pub name: String,
    /// Other names it is found by.
    pub aliases: Vec<String>,
    /// What it does; `None` is unknown.
    pub industry: Option<TermIdx>,
    /// Two upper-case letters of ISO 3166-1; `None` is unknown.
    pub country: Option<String>,
    /// Its own site; `None` is unknown.
    pub homepage: Option<Url>,
    /// Who it is, in a sentence. May be empty.
    pub summary: String,
    /// The line of the file in which the record begins, from 1.
    pub line: u32,
    /// The first of its projects in [`Dataset::projects`].
    pub first_project: ProjectIdx,
    /// How many projects it has there.
    pub n_projects: u32,
}

impl Project {
    /// The sources that are known to say what a field holds; empty where that is not known.
    pub fn cited(&self, field: &str) -> &[usize] {
        let citation = self.cites.iter().find(|citation| citation.field == field);
        citation.map_or(&[], |citation| &citation.sources)
    }

    /// Whether its sources were last looked at on this day or before, or never.
    pub fn needs_recheck(&self, a_year_ago: &Date) -> bool {
        self.verified.as_ref().is_none_or(|verified| verified <= a_year_ago)
    }
}

impl Organization {
    /// The dense ids of its projects, in the order of the file.
    pub fn project_idxs(&self) -> impl DoubleEndedIterator<Item = ProjectIdx> + use<> {
        let first = self.first_project.0;
        (first..first + self.n_projects).map(ProjectIdx)
    }
}

/// What it is used for.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Lower-case ASCII slug, unique in its organization; it never changes.
    pub id: String,
    /// Whose project it is.
    pub org: OrgIdx,
    /// What readers see.
    pub name: String,
    /// Other names it is found by.
    pub aliases: Vec<String>,
    /// What it is, in a sentence or two. May be empty.
    pub summary: String,
    /// What it is about; empty is unknown.
    pub domains: Vec<TermIdx>,
    /// How it came to be; `None` is unknown.
    pub kind: Option<TermIdx>,
    /// What it took the place of; empty is unknown.
    pub replaces: Vec<TermIdx>,
    /// How it stands; `None` is unknown.
    pub status: Option<TermIdx>,
    /// The year from which it is in use; `None` is unknown.
    pub since: Option<u16>,
    /// The year in which it ended; `None` is unknown, or that it goes on.
    pub until: Option<u16>,
    /// Whether its source code is open; `None` is unknown.
    pub open_source: Option<bool>,
    /// Where its source code is; `None` is unknown.
    pub repository: Option<Url>,
    /// The license of its source code; `None` is unknown.
    pub license: Option<String>,
    /// What it changed, measured.
    pub outcomes: Vec<Outcome>,
    /// Context, caveats and incidents.
    pub notes: Vec<Note>,
    /// Where all this is from. Never empty, unless the confidence is `unverified`.
    pub sources: Vec<Source>,
    /// Which sources say so, for the facts of which that is known.
    pub cites: Vec<Citation>,
    /// Full ids of the projects elsewhere that this one adopts.
    pub also: Vec<String>,
    /// How well it is supported.
    pub confidence: TermIdx,
    /// The day on which its sources were last looked at; `None` is unknown.
    pub verified: Option<Date>,
    /// What the post claims of it, beside what the sources say.
    pub claim: Option<Claim>,
    /// The line of the file in which the record begins, from 1.
    pub line: u32,
}

/// Which sources say what a field of a project holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The key of the field.
    pub field: &'static str,
    /// The positions of the sources in [`Project::sources`]; never empty.
    pub sources: Vec<usize>,
}

/// Which way an outcome went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// `value` is how much less there is than in the baseline.
    Down,
    /// `value` is how much more there is than in the baseline.
    Up,
    /// `value` is a level, not a change.
    None,
}

/// What a value is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A share of the baseline, in percent.
    Percent,
    /// A multiple of the baseline.
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
    /// Requests in a second.
    RequestsPerSecond,
    /// Lines of code.
    Lines,
    /// A number of things that only the statement names.
    Count,
    /// US dollars.
    Usd,
    /// Developers times months.
    DevelopersMonths,
    /// Anything else: only the statement can be shown.
    Other,
}

/// What using it changed, measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What was measured.
    pub metric: TermIdx,
    /// Which way it went.
    pub direction: Direction,
    /// How much, in `unit`; finite, never negative. `None` where only the statement says it.
    pub value: Option<f64>,
    /// What `value` is counted in.
    pub unit: Unit,
    /// What it is compared with; `None` is unknown.
    pub baseline: Option<String>,
    /// The outcome as a sentence.
    pub statement: String,
    /// The position of its source in [`Project::sources`]; always there.
    pub source: usize,
    /// The line of the file in which it begins, from 1.
    pub line: u32,
}

/// A sentence of context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The sentence.
    pub statement: String,
    /// The position of its source in [`Project::sources`]; `None` where it names none.
    pub source: Option<usize>,
    /// The line of the file in which it begins, from 1.
    pub line: u32,
}

/// How a source was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CheckMethod {
    /// The page or file itself was read.
    Original,
    /// A copy, an excerpt or a translation was read.
    Copy,
    /// Only its link and title were seen.
    Listed,
    /// Nobody has looked.
    NotChecked,
}

/// Where a statement is from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its address; `None` where there is none on the web.
    pub url: Option<Url>,
    /// Its title.
    pub title: String,
    /// Who published it; `None` is unknown.
    pub publisher: Option<String>,
    /// When it was published; `None` is unknown.
    pub date: Option<Date>,
    /// What sort of publication it is; `None` is unknown.
    pub kind: Option<TermIdx>,
    /// What it supports, in a few words. May be empty.
    pub supports: String,
    /// When and how it was looked at; `None` is unknown.
    pub checked: Option<(Date, CheckMethod)>,
    /// The line of the file in which it begins, from 1.
    pub line: u32,
}

/// A sentence of a post, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What the post says.
    pub text: String,
    /// How that compares with the sources.
    pub verdict: TermIdx,
    /// What the sources say. May be empty.
    pub note: String,
    /// The line of the file in which it begins, from 1.
    pub line: u32,
}
