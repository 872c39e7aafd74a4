//! Useless aliases.

use std::collections::HashSet;

use rustscape::search::fold;

/// Returns whether every word of an alias is a word of the name. A search for the name then finds the
/// record without the alias.
pub(super) fn adds_nothing(alias: &str, name: &str) -> bool {
    let (alias, name) = (fold(alias), fold(name));
    let words: HashSet<_> = words(&name).collect();
    words_are_in(&alias, &words)
}

fn words_are_in(alias: &str, words_of_name: &HashSet<&str>) -> bool {
    words(alias).all(|word| words_of_name.contains(word))
}

/// Returns the words of a text as a search splits them: the signs in “C++” belong to the word.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    let is_gap = |c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#');
    folded.split(is_gap).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::adds_nothing;

    #[test]
    fn an_alias_made_of_words_of_the_name_adds_nothing() {
        check("Chrome", "Google Chrome", true);
        check("société", "Societe Generale", true);
        check("CF", "Cloudflare", false);
        check("C++", "C", false);
        check("华为", "Huawei", false);
        check("Firefox Browser", "Firefox", false);
    }

    #[track_caller]
    fn check(alias: &str, name: &str, expected: bool) {
        assert_eq!(adds_nothing(alias, name), expected, "{alias} {name}");
    }
}
