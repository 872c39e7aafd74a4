//! The metadata of an imported dataset.

/// The title of a dataset if neither the user nor the name of the file gives one.
pub(super) const UNTITLED: &str = "Atlas";

/// The properties of a dataset as a whole.
#[derive(Clone, Debug, Default)]
pub struct DatasetMetadata {
    /// The title of the atlas; not empty.
    pub title: String,
    /// The topic of the atlas, in one sentence.
    pub description: Option<String>,
    /// The language of the texts, as a BCP 47 tag.
    pub language: Option<String>,
    /// The license of the data, as an SPDX expression.
    pub license: Option<String>,
    /// The date of the last change: a year, a month or a day in ISO 8601.
    pub updated: Option<String>,
}
