//! HTTP client that checks links without straining any host.
//!
//! | module | responsibility |
//! |---|---|
//! | [`worker_pool`] | checks all links, several hosts in parallel |
//! | [`link_checker`] | checks one link: follows redirects and rates the last response |
//! | [`host_client`] | requests one URL: one request per host at a time, HEAD then GET, retries |
//! | [`http_client`] | sends one request |
//! | [`request_policy`] | pauses, timeouts and retries |
//! | [`request_outcome`] | the outcome of requesting one URL |
//! | [`request_error`] | reasons why a server did not answer |

mod host_client;
mod http_client;
mod link_checker;
mod request_error;
mod request_outcome;
mod request_policy;
mod worker_pool;

pub(crate) use self::{
    request_policy::RequestPolicy,
    worker_pool::{NetworkUnavailable, check_all},
};
