//! Links from a page to the same content in other formats.

/// A `<link rel="alternate">`: a file with the content or the news of a page, for programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlternateLink {
    /// Address of the file below the site.
    pub address: String,
    /// Media type without parameters.
    pub media_type: &'static str,
    /// Title of the link, as plain text.
    pub title: String,
}
