/// The word that was probably meant: the nearest one, if no more than a third of it has to change.
pub(crate) fn nearest<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let near = words.filter_map(|word| {
        let n_changes_max = word.len().div_ceil(3);
        // Most words are too long or too short to be near, which costs nothing to see.
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
    fn a_slip_of_the_pen_is_understood() {
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
