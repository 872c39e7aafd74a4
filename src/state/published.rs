//! Description of a published page in its `<meta>` elements.

use super::browser;
use crate::dataset::Date;

/// A page that `rustscape publish` wrote.
#[derive(Clone, Debug)]
pub(super) struct PublishedPage {
    /// URL of the part of the dataset that lists need, relative to the base of the page.
    pub(super) list_url: String,
    /// Address of the page below the atlas; `None` for the page of unknown addresses.
    pub(super) address: Option<String>,
    /// Day against which the page measures the age of entries.
    pub(super) today: Option<Date>,
}

impl PublishedPage {
    /// Reads the description of this page. Returns `None` if the page was not published.
    pub(super) fn read() -> Option<Self> {
        Some(Self {
            list_url: browser::meta("rustscape:list")?,
            address: browser::meta("rustscape:address"),
            today: browser::meta("rustscape:today").and_then(|day| Date::parse(&day)),
        })
    }
}
