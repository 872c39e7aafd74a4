//! How many edits lie between two words.

/// Counts the edits from one word to others: insertions, deletions, substitutions and swaps of two
/// neighbors. A place is edited at most once (optimal string alignment).
#[derive(Debug)]
pub(super) struct EditDistance {
    word: Vec<char>,
    other: Vec<char>,
    /// The distances from prefixes of the word to three successive prefixes of the other word.
    rows: [Vec<usize>; 3],
}

impl EditDistance {
    /// Prepares to compare with one word. The memory is reused by every comparison.
    pub(super) fn of(word: &str) -> Self {
        let word = word.chars().collect::<Vec<_>>();
        let row = vec![0; word.len() + 1];
        Self { word, other: Vec::new(), rows: [row.clone(), row.clone(), row] }
    }

    /// The number of edits to another word; `None` where there are more than `max`.
    pub(super) fn within(&mut self, max: usize, other: &str) -> Option<usize> {
        self.other.clear();
        self.other.extend(other.chars());
        if self.word.len().abs_diff(self.other.len()) > max {
            return None;
        }
        self.rows[2].iter_mut().enumerate().for_each(|(at, cell)| *cell = at);
        for row in 1..=self.other.len() {
            self.rows.rotate_left(1);
            if self.fill(row) > max {
                return None;
            }
        }
        self.rows[2].last().copied().filter(|n_edits| *n_edits <= max)
    }

    /// Fills the newest row and returns its smallest distance: what comes later is never less.
    fn fill(&mut self, row: usize) -> usize {
        let [before, last, new] = &mut self.rows;
        new[0] = row;
        let mut smallest = row;
        for col in 1..=self.word.len() {
            let is_same = self.word[col - 1] == self.other[row - 1];
            let mut n_edits =
                (last[col - 1] + usize::from(!is_same)).min(last[col] + 1).min(new[col - 1] + 1);
            let is_swap = col > 1
                && row > 1
                && self.word[col - 1] == self.other[row - 2]
                && self.word[col - 2] == self.other[row - 1];
            if is_swap {
                n_edits = n_edits.min(before[col - 2] + 1);
            }
            new[col] = n_edits;
            smallest = smallest.min(n_edits);
        }
        smallest
    }
}
