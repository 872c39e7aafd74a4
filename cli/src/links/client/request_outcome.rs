//! Outcome of requesting one URL.

use std::time::Duration;

use super::request_error::RequestError;

/// Outcome of requesting one URL.
#[derive(Clone, Debug)]
pub(super) enum RequestOutcome {
    /// The server answered.
    Answered(Response),
    /// The server did not answer.
    Failed(RequestError),
    /// The URL was not requested because of an earlier answer of its host. The reason is a clause
    /// whose subject is the link.
    Skipped(String),
}

/// The relevant parts of an HTTP response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Response {
    /// HTTP status code.
    pub(super) status: u16,
    /// `Location` header as the server sent it.
    pub(super) location: Option<String>,
    /// Delay that the `Retry-After` header asks for, from the time of the response.
    pub(super) retry_after: Option<Duration>,
}

impl Response {
    /// Returns `true` for the redirects that browsers follow.
    pub(super) fn is_redirect(&self) -> bool {
        matches!(self.status, 301 | 302 | 303 | 307 | 308)
    }

    /// Returns `true` if the response is the page or a redirect.
    pub(super) fn is_good(&self) -> bool {
        (200..300).contains(&self.status) || self.is_redirect()
    }
}
