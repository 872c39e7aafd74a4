/// A file that a page names in its head, because it says the same or has the page's news, for
/// programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// Its address below the site.
    pub address: String,
    /// Its media type, without parameters.
    pub media_type: &'static str,
    /// What it is, as plain text.
    pub title: String,
}
