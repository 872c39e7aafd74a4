//! Suggestions for misspelled words.

/// Returns the word with the smallest edit distance to the typed one, for "did you mean …?".
///
/// Returns `None` if more than a third of every word would have to change. Words at the same
/// distance are compared alphabetically.
pub(crate) fn nearest<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let near = words.filter_map(|word| {
        let n_changes_max = word.len().div_ceil(3);
        // Comparing lengths is cheap and rules out most words.
        let may_be_near = word.len().abs_diff(typed.len()) <= n_changes_max;
        let n_changes = may_be_near.then(|| strsim::osa_distance(typed, word))?;
        (n_changes <= n_changes_max).then_some((n_changes, word))
    });
    near.min().map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_the_intended_word_for_a_typo() {
        check("sumary", Some("summary"));
        check("ulr", Some("url"));
        check("replace", Some("replaces"));
        check("budget", None);
    }

    #[track_caller]
    fn check(typed: &str, expected: Option<&str>) {
        let words = ["summary", "url", "replaces"];
        assert_eq!(nearest(typed, words.into_iter()), expected);
    }
}
