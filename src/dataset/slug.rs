//! Ids of records: lower-case ASCII slugs.

/// Maximum length of a slug, in bytes.
///
/// Sixty bytes can still be read aloud, and every file system takes them as the name of a folder.
pub const SLUG_MAX_BYTES: usize = 60;

/// Returns whether a text is a slug: words of `a-z` and `0-9`, joined by single hyphens, of at most
/// [`SLUG_MAX_BYTES`] bytes.
///
/// ```
/// use rustscape::dataset::is_slug;
///
/// assert!(is_slug("web-server-2"));
/// assert!(!is_slug("Web server"));
/// assert!(!is_slug("web--server"));
/// ```
pub fn is_slug(text: &str) -> bool {
    text.len() <= SLUG_MAX_BYTES && has_slug_characters(text)
}

/// Returns whether a text is a slug, except perhaps for its length.
pub(super) fn has_slug_characters(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.split('-').all(is_word)
}
