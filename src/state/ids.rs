//! Ids of elements that the state and the components share.

/// Heading of the list, which gets the focus when the focused element is removed.
pub(crate) const HEADING_ID: &str = "heading";

/// Heading of the page of a record.
pub(crate) const RECORD_HEADING_ID: &str = "record-heading";

/// Container of the first cards of a list.
pub(crate) const FIRST_CARDS_ID: &str = "first-cards";

/// Container of the cards that are added in later frames.
pub(crate) const MORE_CARDS_ID: &str = "more-cards";

/// Container of the page of a record.
pub(crate) const RECORD_ID: &str = "record";

/// Container of the alerts at the top of the page.
pub(crate) const TROUBLE_ID: &str = "trouble";

/// Live region for announcements to screen readers.
pub(crate) const STATUS_ID: &str = "status";

/// Search field, which the key `/` focuses.
pub(crate) const SEARCH_ID: &str = "search";

/// Sheet with the filters.
pub(crate) const REFINE_ID: &str = "refine-sheet";
