//! What is said of a link.

use serde::Serialize;

/// The status of a link, worst first: the order of a report. The names, in `kebab-case`, are
/// the words of the machine-readable report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Standing {
    /// The server says that there is no such page, or not any more.
    Gone,
    /// The server cannot show that it is who it says it is.
    Certificate,
    /// No server answers.
    Unreachable,
    /// A server answers, but neither with the page nor with a word on where it is.
    Failing,
    /// The page is there, at another address for good.
    Moved,
    /// The server does not answer programs, so the page may be there.
    Refused,
    /// The server asked not to be asked.
    NotAsked,
    /// The page is there.
    Fine,
}

impl Standing {
    /// All of them, in the order of a report.
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

    /// Whether a reader who follows such a link does not arrive.
    pub(crate) fn is_broken(self) -> bool {
        matches!(self, Self::Gone | Self::Certificate | Self::Unreachable | Self::Failing)
    }

    /// The heading of the group.
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

    /// What a curator can do about it.
    pub(crate) fn remedy(self) -> &'static str {
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

    /// How many, in a sentence: "3 gone".
    pub(crate) fn in_words(self) -> &'static str {
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

/// What is said of one link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// How it stands.
    pub(crate) standing: Standing,
    /// Why, as the end of a sentence that starts with the link; for what moved, what makes it
    /// doubtful that the page is there. Empty where there is nothing to say.
    pub(crate) detail: String,
    /// The HTTP status of the last answer, where there was one.
    pub(crate) status: Option<u16>,
    /// Where the page is for good, if that is elsewhere.
    pub(crate) moved_to: Option<String>,
}

impl Verdict {
    /// A verdict without an answer of a server.
    pub(crate) fn new(standing: Standing, detail: impl Into<String>) -> Self {
        Self { standing, detail: detail.into(), status: None, moved_to: None }
    }

    /// All of it, as the end of a sentence that starts with the link. Empty for what is fine.
    pub(crate) fn in_words(&self) -> String {
        match &self.moved_to {
            Some(to) => self.moved_in_words(to),
            None => self.detail.clone(),
        }
    }

    /// The same for what moved, with the new address in the writing of the report.
    pub(crate) fn moved_in_words(&self, to: &str) -> String {
        let separator = if self.detail.is_empty() { "" } else { ", " };
        format!("moved to {to}{separator}{}", self.detail)
    }
}
