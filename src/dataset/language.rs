//! Writing direction of languages.

/// Languages written from right to left unless their tag names a script (Unicode CLDR, likely
/// subtags).
const RTL_LANGUAGES: [&str; 36] = [
    "acm", "aeb", "apc", "apd", "ar", "arc", "arq", "ary", "arz", "azb", "bal", "bgn", "bqi",
    "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs",
    "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// Scripts written from right to left, by ISO 15924 code.
const RTL_SCRIPTS: [&str; 10] =
    ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"];

/// Returns whether a language is written from right to left, by its BCP 47 tag.
///
/// A script in the tag decides (`az-Arab`, `ar-Latn`), otherwise the language.
pub(super) fn is_rtl(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    // A single letter starts an extension, whose four-letter subtags are not scripts.
    let mut subtags = tag.split(['-', '_']).take_while(|subtag| subtag.len() > 1);
    let language = subtags.next().unwrap_or_default();
    let is_script =
        |subtag: &&str| subtag.len() == 4 && subtag.bytes().all(|b| b.is_ascii_alphabetic());
    match subtags.find(is_script) {
        Some(script) => RTL_SCRIPTS.contains(&script),
        None => RTL_LANGUAGES.contains(&language),
    }
}
