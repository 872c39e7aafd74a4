//! Which of the new is which of the old.

/// How alike two sentences have to be to be the same one, rewritten: half of their words.
const ALIKE_MIN: f64 = 0.5;

/// For each of the old, the position of the same one among the new.
#[derive(Debug)]
pub(super) struct Pairs {
    /// By the position among the old; `None` is gone.
    pub(super) new_of_old: Vec<Option<usize>>,
    /// By the position among the new: it was there before.
    is_old: Vec<bool>,
}

impl Pairs {
    /// Nothing is paired yet.
    pub(super) fn new(n_old: usize, n_new: usize) -> Self {
        Self { new_of_old: vec![None; n_old], is_old: vec![false; n_new] }
    }

    /// Pairs, in order, what is not paired yet and has an equal key. `None` equals nothing.
    pub(super) fn by_key<K: PartialEq>(
        &mut self,
        old_key: impl Fn(usize) -> Option<K>,
        new_key: impl Fn(usize) -> Option<K>,
    ) {
        for old in 0..self.new_of_old.len() {
            let Some(key) = old_key(old).filter(|_| self.new_of_old[old].is_none()) else {
                continue;
            };
            let is_same = |new: &usize| !self.is_old[*new] && new_key(*new).as_ref() == Some(&key);
            if let Some(new) = (0..self.is_old.len()).find(is_same) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs what is not paired yet, most alike first, as long as it is alike at all. Where two
    /// pairs are equally alike, the first in order is taken.
    pub(super) fn by_likeness(&mut self, likeness: impl Fn(usize, usize) -> f64) {
        let mut candidates = Vec::new();
        for old in self.removed() {
            for new in self.added() {
                candidates.push((likeness(old, new), old, new));
            }
        }
        candidates.retain(|(likeness, _, _)| *likeness >= ALIKE_MIN);
        candidates.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        for (_, old, new) in candidates {
            if self.new_of_old[old].is_none() && !self.is_old[new] {
                self.pair(old, new);
            }
        }
    }

    /// The pairs, in the order of the old.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let all = self.new_of_old.iter().enumerate();
        all.filter_map(|(old, new)| new.map(|new| (old, new)))
    }

    /// Which of the old are gone.
    pub(super) fn removed(&self) -> Vec<usize> {
        (0..self.new_of_old.len()).filter(|old| self.new_of_old[*old].is_none()).collect()
    }

    /// Which of the new were not there.
    pub(super) fn added(&self) -> Vec<usize> {
        (0..self.is_old.len()).filter(|new| !self.is_old[*new]).collect()
    }

    fn pair(&mut self, old: usize, new: usize) {
        self.new_of_old[old] = Some(new);
        self.is_old[new] = true;
    }
}

/// How many of their words two sentences share, from 0 to 1.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
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
