//! Matching of the items of an old and a new list.

/// Lowest similarity at which two statements count as one that was rewritten: half of their words.
const SIMILARITY_MIN: f64 = 0.5;

/// One-to-one matches between the items of an old and a new list, by position.
#[derive(Debug)]
pub(super) struct ItemMatches {
    new_of_old: Vec<Option<usize>>,
    is_matched_new: Vec<bool>,
}

impl ItemMatches {
    /// Creates an empty matching of two lists of these lengths.
    pub(super) fn new(n_old: usize, n_new: usize) -> Self {
        Self { new_of_old: vec![None; n_old], is_matched_new: vec![false; n_new] }
    }

    /// Matches unmatched items with equal keys, in order. The key `None` equals no other key.
    pub(super) fn match_by_key<K: PartialEq>(
        &mut self,
        old_key: impl Fn(usize) -> Option<K>,
        new_key: impl Fn(usize) -> Option<K>,
    ) {
        for old in 0..self.new_of_old.len() {
            let Some(key) = old_key(old).filter(|_| self.new_of_old[old].is_none()) else {
                continue;
            };
            let is_same =
                |new: &usize| !self.is_matched_new[*new] && new_key(*new).as_ref() == Some(&key);
            if let Some(new) = (0..self.is_matched_new.len()).find(is_same) {
                self.insert(old, new);
            }
        }
    }

    /// Matches unmatched items by descending similarity, down to [`SIMILARITY_MIN`]. Ties go to
    /// the first items in order.
    pub(super) fn match_by_similarity(&mut self, similarity: impl Fn(usize, usize) -> f64) {
        let mut candidates = Vec::new();
        for old in self.removed() {
            for new in self.added() {
                candidates.push((similarity(old, new), old, new));
            }
        }
        candidates.retain(|(similarity, _, _)| *similarity >= SIMILARITY_MIN);
        candidates.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        for (_, old, new) in candidates {
            if self.new_of_old[old].is_none() && !self.is_matched_new[new] {
                self.insert(old, new);
            }
        }
    }

    /// Returns the new position of an old item; `None` if the item was removed.
    pub(super) fn new_position(&self, old: usize) -> Option<usize> {
        self.new_of_old.get(old).copied().flatten()
    }

    /// Returns the matched positions `(old, new)` in the old order.
    pub(super) fn matched(&self) -> impl Iterator<Item = (usize, usize)> {
        let all = self.new_of_old.iter().enumerate();
        all.filter_map(|(old, new)| new.map(|new| (old, new)))
    }

    /// Returns the old positions without a match.
    pub(super) fn removed(&self) -> Vec<usize> {
        (0..self.new_of_old.len()).filter(|old| self.new_of_old[*old].is_none()).collect()
    }

    /// Returns the new positions without a match.
    pub(super) fn added(&self) -> Vec<usize> {
        (0..self.is_matched_new.len()).filter(|new| !self.is_matched_new[*new]).collect()
    }

    fn insert(&mut self, old: usize, new: usize) {
        self.new_of_old[old] = Some(new);
        self.is_matched_new[new] = true;
    }
}

/// Returns the share of words that two texts have in common, from 0 to 1 (the Dice coefficient).
/// Ignores case and punctuation.
pub(super) fn word_similarity(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (one, mut rest) = (words(one), words(other));
    let n_words = u32::try_from(one.len() + rest.len()).unwrap_or(u32::MAX);
    let mut n_shared = 0_u32;
    for word in &one {
        if let Some(at) = rest.iter().position(|other| other == word) {
            rest.swap_remove(at);
            n_shared += 1;
        }
    }
    f64::from(2 * n_shared) / f64::from(n_words.max(1))
}
