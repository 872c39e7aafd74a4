//! What a published page says of itself, in its `<meta>`s.

use super::browser;
use crate::dataset::Date;

/// A page that the publisher wrote.
#[derive(Clone, Debug)]
pub(super) struct Published {
    /// Where the part of the dataset is that lists need, relative to the base of the page.
    pub(super) list_url: String,
    /// The address below the atlas that the page stands for; `None` where it stands for any.
    pub(super) address: Option<String>,
    /// The day by which entries grow old in it.
    pub(super) today: Option<Date>,
}

/// What the page of this browser says; `None` where nobody published it.
pub(super) fn of_page() -> Option<Published> {
    Some(Published {
        list_url: browser::meta("rustscape:list")?,
        address: browser::meta("rustscape:address"),
        today: browser::meta("rustscape:today").and_then(|day| Date::parse(&day)),
    })
}
