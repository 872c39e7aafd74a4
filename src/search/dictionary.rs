//! Inverted index: the tokens of a dataset and the documents that contain them.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{project_set::as_u32, score::IndexedField, sorting::sorted, token::words};

/// A document that contains a token, and the best of its fields that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting(u32);

impl Posting {
    const FIELD_BITS: u32 = 2;

    fn new(doc: u32, field: IndexedField) -> Self {
        Self((doc << Self::FIELD_BITS) | field as u32)
    }

    /// Returns the document.
    pub(super) fn doc(self) -> u32 {
        self.0 >> Self::FIELD_BITS
    }

    /// Returns the best field of the document that contains the token.
    pub(super) fn field(self) -> IndexedField {
        IndexedField::ALL[(self.0 & ((1 << Self::FIELD_BITS) - 1)) as usize]
    }
}

/// Sorted tokens with their postings. A token has one posting per document.
#[derive(Debug)]
pub(super) struct Dictionary {
    /// All tokens, concatenated in sorted order.
    tokens: String,
    /// Starts of each token in `tokens` and in `postings`, followed by both lengths.
    starts: Vec<(u32, u32)>,
    postings: Vec<Posting>,
}

impl Dictionary {
    fn end_token(&mut self) {
        self.starts.push((as_u32(self.tokens.len()), as_u32(self.postings.len())));
    }

    /// Returns the number of distinct tokens.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Returns the token at a position.
    pub(super) fn token(&self, at: usize) -> &str {
        let bytes = self.starts[at].0 as usize..self.starts[at + 1].0 as usize;
        self.tokens.get(bytes).unwrap_or_default()
    }

    /// Returns the postings of the token at a position, sorted by document.
    pub(super) fn postings(&self, at: usize) -> &[Posting] {
        &self.postings[self.starts[at].1 as usize..self.starts[at + 1].1 as usize]
    }

    /// Returns the positions of the tokens that start with a prefix.
    pub(super) fn starting_with(&self, prefix: &str) -> Range<usize> {
        let first = self.first_after(&|token| token < prefix);
        first..self.first_after(&|token| token < prefix || token.starts_with(prefix))
    }

    /// Returns the first position where `holds` is false, by binary search. `holds` must not become
    /// true again after it.
    fn first_after(&self, holds: &dyn Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.token(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Builder of a [`Dictionary`].
#[derive(Debug, Default)]
pub(super) struct DictionaryBuilder {
    /// Position of each token in `postings`. Most tokens recur, so looking them up here leaves few to
    /// sort. The standard hasher withstands collision attacks, which a curated dataset does not
    /// need, and adds two kilobytes to the download.
    positions: FxHashMap<String, usize>,
    postings: Vec<Vec<Posting>>,
}

impl DictionaryBuilder {
    /// Adds the tokens of a text. Documents must be added in ascending order.
    pub(super) fn add(&mut self, doc: u32, field: IndexedField, text: &str) {
        let posting = Posting::new(doc, field);
        for word in words(text) {
            word.each_token(&mut |token, _| self.add_token(token, posting));
        }
    }

    fn add_token(&mut self, token: &str, posting: Posting) {
        let Some(position) = self.positions.get(token) else {
            self.positions.insert(token.to_owned(), self.postings.len());
            self.postings.push(vec![posting]);
            return;
        };
        let postings = &mut self.postings[*position];
        match postings.last_mut() {
            Some(last) if last.doc() == posting.doc() => *last = posting.min(*last),
            _ => postings.push(posting),
        }
    }

    /// Sorts the tokens.
    pub(super) fn build(self) -> Dictionary {
        let tokens = self.positions.into_iter().collect::<Vec<_>>();
        let mut built =
            Dictionary { tokens: String::new(), starts: Vec::new(), postings: Vec::new() };
        for at in sorted(tokens.len(), &|a, b| tokens[a].0.cmp(&tokens[b].0)) {
            let (token, position) = &tokens[at];
            built.end_token();
            built.tokens.push_str(token);
            built.postings.extend_from_slice(&self.postings[*position]);
        }
        built.end_token();
        built
    }
}
