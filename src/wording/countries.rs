//! Country names in an English sentence.

/// Prefixes of words in country names that take an article.
const WITH_ARTICLE: [&str; 11] = [
    "United",
    "Islands",
    "Republic",
    "Territor",
    "Isle",
    "Netherlands",
    "Philippines",
    "Bahamas",
    "Maldives",
    "Gambia",
    "Seychelles",
];

/// Returns whether a country takes an article in a sentence: "from the United States".
pub(super) fn takes_article(name: &str) -> bool {
    name.split(' ').any(|word| WITH_ARTICLE.iter().any(|start| word.starts_with(start)))
}
