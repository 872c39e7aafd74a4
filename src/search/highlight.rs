//! Highlighting of query words in results.

use std::ops::Range;

use super::{
    sorting::sorted,
    stem::Stem,
    token::{Word, prefix_end, words},
};

/// Finds the words of a query in any text. Equal queries have equal highlighters.
///
/// ```
/// use rustscape::{dataset, search::{BuiltInLabels, Index, Query}};
///
/// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sample.json");
/// # let (dataset, _) = dataset::read(&std::fs::read(path).unwrap()).unwrap();
/// # let labels = BuiltInLabels { unknown: |_| "Unknown", open_source: "Open", closed_source: "Closed" };
/// let index = Index::new(&dataset, &labels);
/// let results = index.search(&Query::default().with_text("zurch"));
/// assert_eq!(results.highlighter.ranges("In Zürich and Zürcher Oberland"), [15..21]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlighter {
    needles: Vec<Needle>,
}

/// Patterns of one query word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Needle {
    /// Prefix of the tokens to mark. The mark covers the prefix only.
    joined: String,
    /// Prefixes to mark in the same way in texts without a token that starts with `joined`.
    runs: Vec<String>,
    /// Tokens to mark as a whole.
    whole: Vec<String>,
    /// `true` to also mark other forms of the word as a whole.
    has_forms: bool,
}

impl Highlighter {
    /// Returns `true` if there is nothing to mark in any text.
    pub fn is_empty(&self) -> bool {
        self.needles.is_empty()
    }

    /// Returns the byte ranges of a text to mark.
    ///
    /// The ranges are sorted, not adjacent, not empty, and on character boundaries. Each call
    /// searches the text again, so call it only for texts that are shown.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let mut ranges = Vec::new();
        for needle in &self.needles {
            needle.find(text, &words, &mut ranges);
        }
        merge(&ranges)
    }

    pub(super) fn add(&mut self, needle: Needle) {
        self.needles.push(needle);
    }
}

impl Needle {
    pub(super) fn new(word: &Word, has_forms: bool) -> Self {
        Self {
            joined: word.joined().to_owned(),
            runs: word.runs().map(str::to_owned).collect(),
            whole: Vec::new(),
            has_forms,
        }
    }

    /// Adds tokens that the word may be a misspelling of.
    pub(super) fn add_whole(&mut self, tokens: impl Iterator<Item = String>) {
        self.whole.extend(tokens);
    }

    fn find(&self, text: &str, words: &[Word], ranges: &mut Vec<Range<usize>>) {
        let n_before = ranges.len();
        self.find_prefix(&self.joined, text, words, ranges);
        if n_before == ranges.len() {
            for run in &self.runs {
                self.find_prefix(run, text, words, ranges);
            }
        }
        if self.whole.is_empty() {
            return;
        }
        for word in words {
            word.each_token(&mut |token, source| {
                if self.whole.iter().any(|whole| whole == token) {
                    ranges.push(source);
                }
            });
        }
    }

    fn find_prefix(
        &self,
        prefix: &str,
        text: &str,
        words: &[Word],
        ranges: &mut Vec<Range<usize>>,
    ) {
        let stem = Stem::of(prefix).filter(|_| self.has_forms);
        let is_form = |token: &str| stem.is_some_and(|stem| stem.is_of(token));
        for word in words {
            word.each_token(&mut |token, source| {
                if token.starts_with(prefix) {
                    ranges.push(source.start..prefix_end(text, source.start, prefix.len()));
                } else if is_form(token) {
                    ranges.push(source);
                }
            });
        }
    }
}

/// Sorts ranges, and joins those that touch or overlap.
fn merge(ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for at in sorted(ranges.len(), &|a, b| ranges[a].start.cmp(&ranges[b].start)) {
        let range = &ranges[at];
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range.clone()),
        }
    }
    merged
}
