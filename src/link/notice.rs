//! What a link asked for and did not get.

use crate::search::{Facet, Polarity, ValueIdx};

/// How many notices one link gives at most: the first ones tell a reader what is wrong, and a
/// link with thousands of mistakes was not written by one.
pub const NOTICES_MAX: usize = 6;

/// Where something was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeOrigin {
    /// In a link that was opened.
    Link,
    /// In the search field.
    Search,
}

/// A part of a link that could not be used. The rest of the link was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A key that means nothing here, or not yet.
    UnknownKey {
        /// The key as it was written.
        key: String,
        /// Its value as it was written.
        value: String,
    },
    /// A value that the facet does not have in this dataset.
    UnknownValue {
        /// Where it was asked for.
        origin: NoticeOrigin,
        /// Whether it was asked for or left out.
        polarity: Polarity,
        /// The facet.
        facet: Facet,
        /// The value as it was written, without a leading `-`.
        value: String,
        /// The value that was perhaps meant.
        suggestion: Option<ValueIdx>,
    },
    /// A facet in the path without a value.
    NoValue {
        /// The facet.
        facet: Facet,
    },
    /// A range of years that cannot be read, or a second one.
    UnknownYears {
        /// The range as it was written.
        value: String,
    },
    /// An order that there is not.
    UnknownSort {
        /// The order as it was written.
        value: String,
    },
    /// A project of a hand-picked list that there is not.
    UnknownProject {
        /// Its full id as it was written.
        id: String,
    },
    /// The data of a day before all that is kept.
    UnknownVersion {
        /// The day.
        value: String,
    },
    /// The text is longer than a query keeps, and was cut.
    TextCut,
    /// So many further parts could not be used.
    More(usize),
}

/// Collects notices, the first [`NOTICES_MAX`] in full.
#[derive(Debug, Default)]
pub(super) struct Notices {
    kept: Vec<Notice>,
    n_more: usize,
}

impl Notices {
    /// Whether there is no room for another notice, so that it is not worth finding out more.
    pub(super) fn is_full(&self) -> bool {
        NOTICES_MAX <= self.kept.len()
    }

    /// Adds a notice, or counts it where there is no room for it.
    pub(super) fn add(&mut self, notice: Notice) {
        if self.is_full() {
            self.count_more();
        } else {
            self.kept.push(notice);
        }
    }

    /// Counts a part that could not be used, and of which no more is said.
    pub(super) fn count_more(&mut self) {
        self.n_more += 1;
    }

    pub(super) fn into_vec(self) -> Vec<Notice> {
        let mut notices = self.kept;
        if 0 < self.n_more {
            notices.push(Notice::More(self.n_more));
        }
        notices
    }
}
