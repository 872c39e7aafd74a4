//! Pauses, timeouts and retries of requests.

use std::time::Duration;

/// Limits that all requests keep to.
#[derive(Clone, Debug)]
pub(crate) struct RequestPolicy {
    /// Number of hosts that are requested in parallel.
    pub(crate) n_jobs: usize,
    /// Pause between two requests to the same host.
    pub(crate) pause: Duration,
    /// Timeout of a connection, and again of the response.
    pub(crate) timeout: Duration,
    /// Number of retries after a temporary failure.
    pub(crate) n_retries: u32,
    /// Delay before the first retry; doubles with every retry.
    pub(crate) backoff: Duration,
    /// Longest delay that a server may ask for with `Retry-After`.
    pub(crate) max_wait: Duration,
    /// Value of the `User-Agent` header.
    pub(crate) user_agent: String,
}
