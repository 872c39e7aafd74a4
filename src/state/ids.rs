//! Ids of elements that state and components share.

/// The heading of the list, where the focus goes when what had it is gone.
pub(crate) const HEADING_ID: &str = "heading";

/// The heading of a record's page.
pub(crate) const RECORD_HEADING_ID: &str = "record-heading";

/// The first cards of a list.
pub(crate) const FIRST_CARDS_ID: &str = "first-cards";

/// The cards that are added in later frames.
pub(crate) const MORE_CARDS_ID: &str = "more-cards";

/// The page of a record.
pub(crate) const RECORD_ID: &str = "record";

/// The alerts on top of the page.
pub(crate) const TROUBLE_ID: &str = "trouble";

/// The announcement to screen readers.
pub(crate) const STATUS_ID: &str = "status";

/// The search field, where `/` leads.
pub(crate) const SEARCH_ID: &str = "search";

/// The sheet with the facets.
pub(crate) const REFINE_ID: &str = "refine-sheet";
