//! Naive model of tokens and text matches, without an index.

use rustscape::dataset::{Dataset, ProjectIdx, VocabularyKind};

/// A word of a text: its folded runs and how they are joined.
#[derive(Clone, Debug)]
pub(super) struct Word {
    runs: Vec<String>,
    is_unspaced: bool,
}

impl Word {
    fn joined(&self) -> String {
        self.runs.concat()
    }

    /// Returns every token that a prefix of the word can match.
    fn tokens(&self) -> Vec<String> {
        if self.is_unspaced {
            let run = self.joined();
            return run.char_indices().map(|(at, _)| run[at..].to_owned()).collect();
        }
        let mut tokens = self.runs.clone();
        tokens.push(self.joined());
        tokens
    }
}

/// Folds the characters that occur in generated words.
pub(super) fn folded(text: &str) -> Vec<char> {
    let text = text.to_lowercase().replace('ß', "ss").replace('é', "e").replace('ﬁ', "fi");
    text.chars().filter(|c| !('\u{64b}'..='\u{652}').contains(c)).collect()
}

/// Pairs of generated words that are forms of one another.
const FORMS: [[&str; 2]; 4] =
    [["proxy", "proxies"], ["safe", "safety"], ["replaced", "replaces"], ["cloud", "clouds"]];

fn are_forms(a: &str, b: &str) -> bool {
    FORMS.iter().any(|forms| forms.contains(&a) && forms.contains(&b))
}

fn is_unspaced(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() && !is_unspaced(c)
}

/// Returns the words of a text: `word = run (joiner run)*`, `run = name+ sign*`.
pub(super) fn words(text: &str) -> Vec<Word> {
    let chars = folded(text);
    let mut words = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let unspaced = take(&chars, &mut at, is_unspaced);
        if !unspaced.is_empty() {
            words.push(Word { runs: vec![unspaced], is_unspaced: true });
            continue;
        }
        let Some(run) = take_run(&chars, &mut at) else {
            at += 1;
            continue;
        };
        let mut runs = vec![run];
        while chars.get(at).is_some_and(|c| ".-'".contains(*c)) {
            at += 1;
            match take_run(&chars, &mut at) {
                Some(run) => runs.push(run),
                None => break,
            }
        }
        words.push(Word { runs, is_unspaced: false });
    }
    words
}

fn take_run(chars: &[char], at: &mut usize) -> Option<String> {
    let name = take(chars, at, is_name);
    (!name.is_empty()).then(|| name + &take(chars, at, |c| c == '+' || c == '#'))
}

fn take(chars: &[char], at: &mut usize, matches: fn(char) -> bool) -> String {
    let run = chars[*at..].iter().copied().take_while(|c| matches(*c)).collect::<String>();
    *at += run.chars().count();
    run
}

/// Returns the searchable texts of a project with the points of their fields.
fn texts(dataset: &Dataset, idx: ProjectIdx) -> Vec<(u32, String)> {
    let project = dataset.project(idx);
    let org = dataset.org(project.org);
    let mut texts = vec![(80, &project.name), (80, &org.name)];
    texts.extend(project.aliases.iter().chain(&org.aliases).map(|alias| (60, alias)));
    let lists =
        [(VocabularyKind::Domain, &project.domains), (VocabularyKind::Replaces, &project.replaces)];
    for (kind, terms) in lists {
        for term in terms.iter().map(|term| dataset.vocabulary.term(kind, *term)) {
            texts.extend([(60, &term.id), (40, &term.label)]);
        }
    }
    let industry =
        org.industry.map(|term| &dataset.vocabulary.term(VocabularyKind::Industry, term).label);
    texts.extend(industry.map(|label| (40, label)));
    texts.extend([(20, &project.summary), (20, &org.summary)]);
    texts.into_iter().map(|(points, text)| (points, text.clone())).collect()
}

/// Tokens of each project with the points of their fields.
pub(super) struct Tokens(Vec<Vec<(u32, String)>>);

impl Tokens {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let idxs = (0..u32::try_from(dataset.projects.len()).unwrap()).map(ProjectIdx);
        let tokens = |idx| {
            let texts = texts(dataset, idx).into_iter();
            let tokens = texts.flat_map(|(points, text)| {
                let tokens = words(&text).into_iter().flat_map(|word| word.tokens());
                tokens.map(move |token| (points, token)).collect::<Vec<_>>()
            });
            tokens.collect()
        };
        Self(idxs.map(tokens).collect())
    }

    /// Returns the score of a word in each project (0 for no match), and whether the word was
    /// corrected.
    pub(super) fn scores(&self, word: &Word) -> (Vec<u32>, bool) {
        let typed = self.0.iter().map(|tokens| score_as_typed(tokens, word)).collect::<Vec<_>>();
        if typed.iter().any(|score| *score > 0) {
            return (typed, false);
        }
        let joined = word.joined().chars().collect::<Vec<_>>();
        let n_letters = joined.iter().filter(|c| c.is_alphabetic()).count();
        let max = if n_letters >= 8 { 2 } else { usize::from(n_letters >= 4) };
        if word.is_unspaced || max == 0 {
            return (typed, false);
        }
        let is_near = |token: &str| distance(&joined, &token.chars().collect::<Vec<_>>()) <= max;
        let corrected = self.0.iter().map(|tokens| best(tokens, |t| is_near(t).then_some(0)));
        let corrected = corrected.collect::<Vec<_>>();
        let is_corrected = corrected.iter().any(|score| *score > 0);
        (corrected, is_corrected)
    }
}

fn score_as_typed(tokens: &[(u32, String)], word: &Word) -> u32 {
    let points = |(field, token): &(u32, String), typed: &str| match token.as_str() {
        token if token == typed => field + 15,
        token if token.starts_with(typed) => field + 10,
        token if are_forms(token, typed) => 20 + field / 10,
        _ => 0,
    };
    let prefix = |typed: &str| tokens.iter().map(|token| points(token, typed)).max().unwrap_or(0);
    let by_runs = word.runs.iter().map(|run| prefix(run)).min().unwrap_or(0);
    prefix(&word.joined()).max(by_runs)
}

fn best(tokens: &[(u32, String)], points_of: impl Fn(&str) -> Option<u32>) -> u32 {
    let points = tokens.iter().filter_map(|(field, token)| Some(field + points_of(token)?));
    points.max().unwrap_or(0)
}

/// Returns the edit distance of two words, computed over the whole table. A swap of adjacent
/// characters is one edit.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let mut ways = vec![];
            if i == 0 || j == 0 {
                ways.push(i + j);
            } else {
                ways.push(table[i - 1][j] + 1);
                ways.push(table[i][j - 1] + 1);
                ways.push(table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]));
            }
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                ways.push(table[i - 2][j - 2] + 1);
            }
            table[i][j] = ways.into_iter().min().unwrap();
        }
    }
    table[a.len()][b.len()]
}
