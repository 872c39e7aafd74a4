//! Notices about unusable parts of a link.

use crate::search::{Facet, Polarity, ValueIdx};

/// Maximum number of notices about one link. The first ones are enough to see the mistake; only
/// programs write links with thousands of them.
pub const NOTICES_MAX: usize = 6;

/// Origin of an unusable part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeOrigin {
    /// A link.
    Link,
    /// The search field.
    Search,
}

/// An unusable part of a link. The rest of the link is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// An unknown parameter.
    UnknownKey {
        /// Key as written in the link.
        key: String,
        /// Value as written in the link.
        value: String,
    },
    /// A value that the facet does not have in this dataset.
    UnknownValue {
        /// Origin of the value.
        origin: NoticeOrigin,
        /// Polarity of the value: included or excluded.
        polarity: Polarity,
        /// Facet of the value.
        facet: Facet,
        /// Value as written, without a leading `-`.
        value: String,
        /// Similar value of the facet.
        suggestion: Option<ValueIdx>,
    },
    /// A facet in the path without a value.
    NoValue {
        /// The facet without a value.
        facet: Facet,
    },
    /// An invalid range of years, or a second one.
    UnknownYears {
        /// Range as written.
        value: String,
    },
    /// An unknown sort order.
    UnknownSort {
        /// Order as written.
        value: String,
    },
    /// An unknown project in a selection.
    UnknownProject {
        /// Full id as written.
        id: String,
    },
    /// A day before the first version that the site keeps.
    UnknownVersion {
        /// The day in the link.
        value: String,
    },
    /// A search text that was cut to the maximum length.
    TextCut,
    /// Number of further unusable parts.
    More(usize),
}

/// Collects the first [`NOTICES_MAX`] notices, and counts the others.
#[derive(Debug, Default)]
pub(super) struct Notices {
    kept: Vec<Notice>,
    n_more: usize,
}

impl Notices {
    /// Returns whether further notices are only counted, so that suggestions for them are not needed.
    pub(super) fn is_full(&self) -> bool {
        self.kept.len() >= NOTICES_MAX
    }

    /// Adds a notice, or counts it if the list is full.
    pub(super) fn add(&mut self, notice: Notice) {
        if self.is_full() {
            self.count_more();
        } else {
            self.kept.push(notice);
        }
    }

    /// Counts an unusable part without a notice of its own.
    pub(super) fn count_more(&mut self) {
        self.n_more += 1;
    }

    pub(super) fn into_vec(self) -> Vec<Notice> {
        let mut notices = self.kept;
        if self.n_more > 0 {
            notices.push(Notice::More(self.n_more));
        }
        notices
    }
}
