//! Asking servers, politely.
//!
//! | module | its part |
//! |---|---|
//! | [`crew`] | all links, several hosts at the same time |
//! | [`visit`] | one link, from redirect to redirect to a verdict |
//! | [`host`] | one address of one host: in turn, HEAD and GET, again after a while |
//! | [`client`] | one request |
//! | [`fault`] | why there was no answer |

mod client;
mod crew;
mod fault;
mod host;
mod visit;

use std::time::Duration;

pub(crate) use crew::{NoNetwork, ask_all};

/// How servers are asked.
#[derive(Clone, Debug)]
pub(crate) struct Manners {
    /// How many hosts are asked at the same time.
    pub(crate) n_jobs: usize,
    /// How long a host is left alone between two requests.
    pub(crate) pause: Duration,
    /// How long a connection, and then an answer, may take.
    pub(crate) timeout: Duration,
    /// How often a request is repeated that failed in a way that may pass.
    pub(crate) n_retries: u32,
    /// How long it is waited before the first repetition; each time it is twice as long.
    pub(crate) backoff: Duration,
    /// The longest wait that a server may ask for.
    pub(crate) max_wait: Duration,
    /// Who asks: the `User-Agent` header.
    pub(crate) user_agent: String,
}

/// How asking for one address ended.
#[derive(Clone, Debug)]
enum Ending {
    /// The server answered.
    Answered(Answer),
    /// There was no answer.
    Faulted(fault::Fault),
    /// It was not asked, because of how the server answered before; the reason continues "the
    /// link".
    NotAsked(String),
}

/// What matters of a server's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Answer {
    status: u16,
    /// Where a redirect leads, as the server wrote it.
    location: Option<String>,
    /// How long the server wants to be left alone, from now on.
    retry_after: Option<Duration>,
}

impl Answer {
    fn is_redirect(&self) -> bool {
        matches!(self.status, 301 | 302 | 303 | 307 | 308)
    }

    /// The page is there, or the server says where it is.
    fn is_good(&self) -> bool {
        (200..300).contains(&self.status) || self.is_redirect()
    }
}
