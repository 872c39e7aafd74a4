//! Countries inside an English sentence.

/// How a word of the countries begins that English gives an article inside a sentence.
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

/// Whether a country has an article inside a sentence: "from the United States".
pub(super) fn takes_article(name: &str) -> bool {
    name.split(' ').any(|word| WITH_ARTICLE.iter().any(|start| word.starts_with(start)))
}
