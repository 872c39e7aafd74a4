//! Full-text search: the projects that match the words of a query.

use super::{
    dictionary::{Dictionary, DictionaryBuilder},
    edit_distance::EditDistance,
    highlight::{Highlighter, Needle},
    project_set::{ProjectSet, as_u32},
    results::Correction,
    score::{IndexedField, MAX_CORRECTIONS, MatchKind, max_edits, points},
    sorting::sorted,
    stem::Stem,
    token::{Script, Word, words},
};
use crate::dataset::{Dataset, Organization, Project, ProjectIdx, VocabularyKind};

/// Full-text index of a dataset. Its documents are the projects, followed by the organizations. A
/// match in an organization counts for all of its projects.
#[derive(Debug)]
pub(super) struct TextIndex {
    dictionary: Dictionary,
    /// `true` if words also match their other forms, which are known for English only.
    has_forms: bool,
    n_projects: usize,
    /// First project and number of projects of each organization.
    org_projects: Vec<(u32, u32)>,
}

/// Projects that match every word of a text.
#[derive(Debug, Default)]
pub(super) struct TextMatches {
    /// Matching projects. `None` if the text has no word, which matches everything.
    pub(super) projects: Option<ProjectSet>,
    /// Score of each project; 0 for no match. Empty if the text has no word.
    pub(super) scores: Vec<u32>,
    /// Highlighter for the words.
    pub(super) highlighter: Highlighter,
    /// Corrections of words without matches.
    pub(super) corrections: Vec<Correction>,
}

/// Score of one word in each project; 0 for no match.
struct WordScores(Vec<u8>);

impl WordScores {
    fn is_empty(&self) -> bool {
        self.0.iter().all(|score| *score == 0)
    }
}

impl TextIndex {
    /// Indexes every searchable text of a dataset.
    pub(super) fn new(dataset: &Dataset) -> Self {
        let mut builder = DictionaryBuilder::default();
        let n_projects = dataset.projects.len();
        for (at, project) in dataset.projects.iter().enumerate() {
            add_project(&mut builder, as_u32(at), dataset, project);
        }
        // The words of an organization without projects are left out. Otherwise they would match
        // nothing and prevent the correction of a similar word.
        let has_projects = |(_, org): &(usize, &Organization)| org.n_projects > 0;
        for (at, org) in dataset.organizations.iter().enumerate().filter(has_projects) {
            add_org(&mut builder, as_u32(n_projects + at), dataset, org);
        }
        let orgs = dataset.organizations.iter();
        let org_projects = orgs.map(|org| (org.first_project.0, org.n_projects)).collect();
        Self {
            dictionary: builder.build(),
            has_forms: is_english(dataset),
            n_projects,
            org_projects,
        }
    }

    /// Returns the projects that match every word of a text.
    pub(super) fn matches(&self, text: &str) -> TextMatches {
        let mut matches = TextMatches::default();
        for word in words(text) {
            self.match_word(&word, text, &mut matches);
        }
        if !matches.highlighter.is_empty() {
            matches.projects = Some(self.matched(&matches.scores));
        }
        matches
    }

    /// Restricts the matches to those of one more word.
    fn match_word(&self, word: &Word, text: &str, matches: &mut TextMatches) {
        let mut scores = self.score_as_typed(word);
        let mut needle = Needle::new(word, self.has_forms);
        if scores.is_empty() {
            let found = self.find_corrections(word);
            scores = self.score_tokens(&found, MatchKind::Typo);
            if !found.is_empty() {
                let typed = text.get(word.source()).unwrap_or_default();
                matches.corrections.push(self.correction(typed, &found));
            }
            needle.add_whole(found.iter().map(|at| self.dictionary.token(*at).to_owned()));
        }
        let is_first = matches.highlighter.is_empty();
        matches.highlighter.add(needle);
        if is_first {
            matches.scores = scores.0.iter().map(|score| u32::from(*score)).collect();
            return;
        }
        for (sum, score) in matches.scores.iter_mut().zip(scores.0) {
            *sum = if *sum == 0 || score == 0 { 0 } else { *sum + u32::from(score) };
        }
    }

    /// Scores a word as typed, without corrections.
    ///
    /// A compound word matches joined, or by all of its runs if that scores better. The score of
    /// its runs is that of the worst one.
    fn score_as_typed(&self, word: &Word) -> WordScores {
        let mut best = self.score_prefix(word.joined());
        let mut by_runs: Option<Vec<u8>> = None;
        for run in word.runs() {
            let scores = self.score_prefix(run).0;
            by_runs = Some(match by_runs {
                None => scores,
                Some(worst) => worst.iter().zip(&scores).map(|(a, b)| *a.min(b)).collect(),
            });
        }
        for (score, by_runs) in best.0.iter_mut().zip(by_runs.unwrap_or_default()) {
            *score = by_runs.max(*score);
        }
        best
    }

    fn score_prefix(&self, prefix: &str) -> WordScores {
        let mut scores = WordScores(vec![0; self.n_projects]);
        for at in self.dictionary.starting_with(prefix) {
            let is_whole = self.dictionary.token(at).len() == prefix.len();
            let match_kind = if is_whole { MatchKind::Exact } else { MatchKind::Prefix };
            self.raise(&mut scores, at, match_kind);
        }
        if let Some(stem) = Stem::of(prefix).filter(|_| self.has_forms) {
            self.raise_forms(&mut scores, stem);
        }
        scores
    }

    /// Raises the scores of projects that contain another form of a word. All forms start with its
    /// root.
    fn raise_forms(&self, scores: &mut WordScores, stem: Stem<'_>) {
        for at in self.dictionary.starting_with(stem.root) {
            if stem.is_of(self.dictionary.token(at)) {
                self.raise(scores, at, MatchKind::OtherForm);
            }
        }
    }

    fn score_tokens(&self, tokens: &[usize], match_kind: MatchKind) -> WordScores {
        let mut scores = WordScores(vec![0; self.n_projects]);
        for at in tokens {
            self.raise(&mut scores, *at, match_kind);
        }
        scores
    }

    /// Raises the scores of projects that contain a token.
    fn raise(&self, scores: &mut WordScores, token: usize, match_kind: MatchKind) {
        for posting in self.dictionary.postings(token) {
            let points = points(posting.field(), match_kind);
            let doc = posting.doc() as usize;
            let projects = match doc.checked_sub(self.n_projects) {
                None => doc..doc + 1,
                Some(org) => {
                    let (first, n_projects) = self.org_projects[org];
                    first as usize..(first + n_projects) as usize
                }
            };
            for score in scores.0.get_mut(projects).unwrap_or_default() {
                *score = points.max(*score);
            }
        }
    }

    /// Returns the tokens that a word may be a misspelling of, the most likely first: fewest edits,
    /// then most postings. Words of an unspaced script have none, because they are whole sentences.
    fn find_corrections(&self, word: &Word) -> Vec<usize> {
        let typed = word.joined();
        let max = max_edits(typed.chars().filter(|c| c.is_alphabetic()).count());
        if max == 0 || word.script() == Script::Unspaced {
            return Vec::new();
        }
        let mut edits = EditDistance::of(typed);
        let mut found = Vec::new();
        for at in 0..self.dictionary.len() {
            if let Some(n_edits) = edits.within(max, self.dictionary.token(at)) {
                found.push((n_edits, usize::MAX - self.dictionary.postings(at).len(), at));
            }
        }
        let order = sorted(found.len(), &|a, b| found[a].cmp(&found[b]));
        order.into_iter().map(|at| found[at].2).collect()
    }

    fn correction(&self, typed: &str, found: &[usize]) -> Correction {
        let tokens = found.iter().take(MAX_CORRECTIONS);
        Correction {
            typed: typed.to_owned(),
            found: tokens.map(|at| self.dictionary.token(*at).to_owned()).collect(),
        }
    }

    fn matched(&self, scores: &[u32]) -> ProjectSet {
        let mut matched = ProjectSet::none(self.n_projects);
        for (at, score) in scores.iter().enumerate() {
            if *score != 0 {
                matched.insert(ProjectIdx(as_u32(at)));
            }
        }
        matched
    }
}

/// Returns whether the language of a dataset is English, in any variant.
fn is_english(dataset: &Dataset) -> bool {
    let language = dataset.language.as_deref().and_then(|tag| tag.split('-').next());
    language.is_some_and(|language| language.eq_ignore_ascii_case("en"))
}

fn add_project(builder: &mut DictionaryBuilder, doc: u32, dataset: &Dataset, project: &Project) {
    builder.add(doc, IndexedField::Name, &project.name);
    for alias in &project.aliases {
        builder.add(doc, IndexedField::Alias, alias);
    }
    let lists =
        [(VocabularyKind::Domain, &project.domains), (VocabularyKind::Replaces, &project.replaces)];
    for (kind, terms) in lists {
        for term in terms {
            let term = dataset.vocabulary.term(kind, *term);
            builder.add(doc, IndexedField::Alias, &term.id);
            builder.add(doc, IndexedField::Label, &term.label);
        }
    }
    builder.add(doc, IndexedField::Summary, &project.summary);
}

fn add_org(builder: &mut DictionaryBuilder, doc: u32, dataset: &Dataset, org: &Organization) {
    builder.add(doc, IndexedField::Name, &org.name);
    for alias in &org.aliases {
        builder.add(doc, IndexedField::Alias, alias);
    }
    if let Some(industry) = org.industry {
        builder.add(doc, IndexedField::Label, dataset.label(VocabularyKind::Industry, industry));
    }
    builder.add(doc, IndexedField::Summary, &org.summary);
}
