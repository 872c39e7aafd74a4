/// The word that was probably meant: the nearest one, if no more than a third of it has to change.
pub(super) fn nearest<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let near = words.map(|word| (strsim::osa_distance(typed, word), word));
    let near = near.filter(|(distance, word)| *distance <= word.chars().count().div_ceil(3));
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
