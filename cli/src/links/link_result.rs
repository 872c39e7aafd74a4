//! Result of checking one link.

use serde::Serialize;

/// Status of a link. The variants are in the order of a report, worst first; their names in
/// `kebab-case` are the keywords of the JSON report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LinkStatus {
    /// The server answers that the page does not exist.
    Gone,
    /// The certificate of the server is not valid.
    Certificate,
    /// No server answers.
    Unreachable,
    /// The server answers with another error, or its redirects lead nowhere.
    Failing,
    /// Permanent redirects lead to the page.
    Moved,
    /// The server rejects programs, so the page may exist.
    Refused,
    /// The link was not requested, because the server asked for a longer pause.
    NotAsked,
    /// The page exists.
    Fine,
}

impl LinkStatus {
    /// All statuses in the order of a report.
    pub(crate) const ALL: [Self; 8] = [
        Self::Gone,
        Self::Certificate,
        Self::Unreachable,
        Self::Failing,
        Self::Moved,
        Self::Refused,
        Self::NotAsked,
        Self::Fine,
    ];

    /// Returns `true` if the link leads readers to no page.
    pub(crate) fn is_broken(self) -> bool {
        matches!(self, Self::Gone | Self::Certificate | Self::Unreachable | Self::Failing)
    }

    /// Returns the heading of the group in a report.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Gone => "Gone",
            Self::Certificate => "Certificate not accepted",
            Self::Unreachable => "Unreachable",
            Self::Failing => "Answers with an error",
            Self::Moved => "Moved",
            Self::Refused => "Refuses to answer programs",
            Self::NotAsked => "Could not be asked",
            Self::Fine => "Fine",
        }
    }

    /// Returns advice for curators; empty for a link that is fine.
    pub(crate) fn advice(self) -> &'static str {
        match self {
            Self::Gone => {
                "Look for the new address, or for a copy in a web archive; a source that is lost \
                 stays, with a note."
            }
            Self::Certificate => "Look at the page in a browser; it may be given up or taken over.",
            Self::Unreachable => "Try again on another day before anything is changed.",
            Self::Failing => "Look at the page in a browser before anything is changed.",
            Self::Moved => "Take over the new address, after a look at what is there.",
            Self::Refused => "Look at the page in a browser, then make it an exception.",
            Self::NotAsked => "Run it again later, with a longer --pause or --max-wait.",
            Self::Fine => "",
        }
    }

    /// Returns the phrase after a count, such as "gone" in "3 gone".
    pub(crate) fn count_phrase(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Certificate => "without an accepted certificate",
            Self::Unreachable => "unreachable",
            Self::Failing => "answered with an error",
            Self::Moved => "moved",
            Self::Refused => "closed to programs",
            Self::NotAsked => "could not be asked",
            Self::Fine => "fine",
        }
    }
}

/// Result of checking one link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LinkResult {
    /// Status of the link.
    pub(crate) status: LinkStatus,
    /// Reason for the status, as a clause whose subject is the link. For a moved link, a doubt
    /// about the new page. May be empty.
    pub(crate) detail: String,
    /// HTTP status code of the last response.
    pub(crate) http_status: Option<u16>,
    /// New URL of the page, as far as only permanent redirects lead.
    pub(crate) moved_to: Option<String>,
}

impl LinkResult {
    /// Creates a result without an HTTP response.
    pub(crate) fn new(status: LinkStatus, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into(), http_status: None, moved_to: None }
    }

    /// Returns the reason and the new URL as a clause whose subject is the link. Empty for a link
    /// that is fine.
    pub(crate) fn description(&self) -> String {
        match &self.moved_to {
            Some(to) => self.move_description(to),
            None => self.detail.clone(),
        }
    }

    /// Returns the same clause for a moved link, with the new URL as formatted in `to`.
    pub(crate) fn move_description(&self, to: &str) -> String {
        let separator = if self.detail.is_empty() { "" } else { ", " };
        format!("moved to {to}{separator}{}", self.detail)
    }
}
