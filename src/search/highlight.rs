//! What to mark in the texts of results.

use std::ops::Range;

use super::sorting::sorted;
use super::stem::Stem;
use super::token::{Word, prefix_end, words};

/// Finds the words of a query in any text. Equal queries give equal highlighters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlighter {
    needles: Vec<Needle>,
}

/// What one word of a query is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Needle {
    /// Tokens that begin with this are marked as far as it goes.
    joined: String,
    /// So are those that begin with one of these, in texts without the joined word.
    runs: Vec<String>,
    /// Tokens that are one of these are marked whole.
    whole: Vec<String>,
    /// Tokens that are other forms of the word are marked whole.
    has_forms: bool,
}

impl Highlighter {
    /// Whether there is nothing to mark in any text.
    pub fn is_empty(&self) -> bool {
        self.needles.is_empty()
    }

    /// The byte ranges of a text to mark: sorted, apart from each other, never empty, and all on
    /// character boundaries. They are found anew at each call, so ask for what is shown only.
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

    /// Adds tokens that the word is a misspelling of.
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

/// Sorts ranges and joins those that touch.
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
