//! Slugs: ids that are derived from names.

use deunicode::deunicode_with_tofu_cow;
use rustscape::dataset::SLUG_MAX_BYTES;

/// Returns the slug of a name: lower-case ASCII letters and digits with single hyphens between
/// words, at most 60 bytes long.
///
/// Removes accents and transliterates other scripts. Spells out significant signs, so that C, C++
/// and C# get different slugs. The slug of a slug is the slug itself. The result is empty if the
/// name contains no letters or digits.
pub(super) fn slug(name: &str) -> String {
    let spelled = spell_signs(name);
    let ascii = deunicode_with_tofu_cow(&spelled, " ");
    let mut slug = String::new();
    let mut is_gap = false;
    for c in ascii.chars().filter(|c| !matches!(c, '\'' | '`')) {
        if !c.is_ascii_alphanumeric() {
            is_gap = !slug.is_empty();
            continue;
        }
        if std::mem::take(&mut is_gap) {
            slug.push('-');
        }
        slug.push(c.to_ascii_lowercase());
    }
    shorten(&mut slug, SLUG_MAX_BYTES);
    slug
}

/// Returns the first of `slug`, `slug-2`, `slug-3` … that is not taken.
pub(super) fn free_slug(slug: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(slug) {
        return slug.to_owned();
    }
    let mut number = 2_u32;
    loop {
        let suffix = format!("-{number}");
        let mut stem = slug.to_owned();
        shorten(&mut stem, SLUG_MAX_BYTES - suffix.len());
        let numbered = stem + &suffix;
        if !is_taken(&numbered) {
            return numbered;
        }
        number += 1;
    }
}

/// Cuts a slug to a maximum length, between words if possible.
fn shorten(slug: &mut String, max_bytes: usize) {
    if slug.len() <= max_bytes {
        return;
    }
    let is_between_words = slug.as_bytes().get(max_bytes) == Some(&b'-');
    slug.truncate(max_bytes);
    if let Some(at) = slug.rfind('-').filter(|_| !is_between_words) {
        slug.truncate(at);
    }
}

/// Spells out a plus or number sign at the end of a word, and a dot at its beginning (.NET).
fn spell_signs(name: &str) -> String {
    let mut spelled = String::new();
    let mut previous = ' ';
    let mut is_in_word = false;
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        is_in_word = previous.is_alphanumeric() || (previous == '+' && is_in_word);
        let starts_word =
            previous.is_whitespace() && chars.peek().is_some_and(|c| c.is_alphabetic());
        match c {
            '+' if is_in_word => spelled.push('p'),
            '#' if is_in_word => spelled.push_str("sharp"),
            '.' if starts_word => spelled.push_str("dot"),
            '’' => {}
            _ => spelled.push(c),
        }
        previous = c;
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::{SLUG_MAX_BYTES, free_slug, slug};

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(slug(name), expected, "{name}");
        assert_eq!(slug(expected), expected, "again: {name}");
    }

    #[test]
    fn a_slug_is_the_name_in_lower_case_ascii_letters() {
        check("Cloudflare", "cloudflare");
        check("  Hugging   Face ", "hugging-face");
        check("1Password", "1password");
        check("Let's Encrypt", "lets-encrypt");
        check("Let’s Encrypt", "lets-encrypt");
        check("Automation & Configuration", "automation-configuration");
        check("Nestlé S.A.", "nestle-s-a");
        check("Straße", "strasse");
        check("Яндекс", "iandeks");
        check("数据库", "shu-ju-ku");
        check("---", "");
        check("", "");
    }

    #[test]
    fn spells_out_signs_that_distinguish_names() {
        check("C", "c");
        check("C++", "cpp");
        check("C#", "csharp");
        check(".NET", "dotnet");
        check("Node.js", "node-js");
        check("a + b", "a-b");
        check("# heading", "heading");
    }

    #[test]
    fn cuts_a_long_name_between_words() {
        let name = "word ".repeat(20);
        assert_eq!(slug(&name).len(), 59);
        assert!(slug(&name).ends_with("word"));
        assert_eq!(slug(&"x".repeat(100)).len(), SLUG_MAX_BYTES);
    }

    #[test]
    fn a_taken_slug_gets_a_number() {
        let taken = ["a".to_owned(), "a-2".to_owned(), "x".repeat(60)];
        let free = |slug: &str| free_slug(slug, |slug| taken.iter().any(|taken| taken == slug));
        assert_eq!(free("b"), "b");
        assert_eq!(free("a"), "a-3");
        assert_eq!(free(&"x".repeat(60)), "x".repeat(58) + "-2");
    }
}
