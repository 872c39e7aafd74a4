//! The tokens of a dataset, and where they are.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::project_set::as_u32;
use super::score::IndexedField;
use super::sorting::sorted;
use super::token::words;

/// A place where a token is: which document, in which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting(u32);

impl Posting {
    const FIELD_BITS: u32 = 2;

    fn new(doc: u32, field: IndexedField) -> Self {
        Self((doc << Self::FIELD_BITS) | field as u32)
    }

    /// The document.
    pub(super) fn doc(self) -> u32 {
        self.0 >> Self::FIELD_BITS
    }

    /// The best field of the document that has the token.
    pub(super) fn field(self) -> IndexedField {
        IndexedField::ALL[(self.0 & ((1 << Self::FIELD_BITS) - 1)) as usize]
    }
}

/// Sorted tokens with their postings. A document is once among the postings of a token, with its
/// best field.
#[derive(Debug)]
pub(super) struct Dictionary {
    /// All tokens, one after the other.
    tokens: String,
    /// Where the tokens start in `tokens` and in `postings`; one entry more than there are tokens.
    starts: Vec<(u32, u32)>,
    postings: Vec<Posting>,
}

impl Dictionary {
    fn end_token(&mut self) {
        self.starts.push((as_u32(self.tokens.len()), as_u32(self.postings.len())));
    }

    /// How many different tokens there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The token at a position.
    pub(super) fn token(&self, at: usize) -> &str {
        let bytes = self.starts[at].0 as usize..self.starts[at + 1].0 as usize;
        self.tokens.get(bytes).unwrap_or_default()
    }

    /// Where the token at a position is, by document.
    pub(super) fn postings(&self, at: usize) -> &[Posting] {
        &self.postings[self.starts[at].1 as usize..self.starts[at + 1].1 as usize]
    }

    /// The positions of the tokens that begin with a prefix.
    pub(super) fn starting_with(&self, prefix: &str) -> Range<usize> {
        let first = self.first_after(&|token| token < prefix);
        first..self.first_after(&|token| token < prefix || token.starts_with(prefix))
    }

    /// The position after those of which a condition is true that holds for the first tokens only.
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

/// Gathers the tokens of a dataset.
#[derive(Debug, Default)]
pub(super) struct DictionaryBuilder {
    /// The position of each token in `postings`. Most tokens come again and again: finding them
    /// here leaves few to sort. The usual hash withstands keys that were made to collide, which an
    /// own dataset has not, and is two kilobytes of what a browser has to load.
    positions: FxHashMap<String, usize>,
    postings: Vec<Vec<Posting>>,
}

impl DictionaryBuilder {
    /// Adds the tokens of a text. Documents have to be added in their order.
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

    /// Sorts what was added.
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
