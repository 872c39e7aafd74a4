//! Edit distance between two words.

/// Computes the edit distance from one word to others.
///
/// Edits are insertions, deletions, substitutions and swaps of two adjacent characters. No
/// substring is edited twice (optimal string alignment).
#[derive(Debug)]
pub(super) struct EditDistance {
    word: Vec<char>,
    other: Vec<char>,
    /// Distances from every prefix of the word to three consecutive prefixes of the other word.
    rows: [Vec<usize>; 3],
}

impl EditDistance {
    /// Prepares to compare with one word. All comparisons reuse the memory.
    pub(super) fn of(word: &str) -> Self {
        let word = word.chars().collect::<Vec<_>>();
        let row = vec![0; word.len() + 1];
        Self { word, other: Vec::new(), rows: [row.clone(), row.clone(), row] }
    }

    /// Returns the number of edits to another word. `None` if there are more than `max`.
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

    /// Fills the newest row and returns its minimum. No later row has a smaller minimum.
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
