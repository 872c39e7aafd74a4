//! Requests to one host: one at a time, with pauses, retries and a cache.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use super::{
    http_client::{HttpClient, Method},
    request_outcome::RequestOutcome,
    request_policy::RequestPolicy,
};

/// HTTP client that never sends two requests to the same host at the same time and pauses between
/// them. Several threads may share one client.
#[derive(Debug)]
pub(super) struct HostClient {
    client: HttpClient,
    policy: RequestPolicy,
    hosts: Mutex<HashMap<String, Arc<Mutex<HostState>>>>,
}

/// State of one host. Only the thread that holds its lock sends requests to the host.
#[derive(Debug, Default)]
struct HostState {
    /// Earliest time of the next request.
    ready_at: Option<Instant>,
    /// Outcome of every further request, if the host is unreachable or asked for no more requests.
    closed: Option<RequestOutcome>,
    /// `true` if the host answered GET after it had failed to answer HEAD.
    rejects_head: bool,
    /// Outcomes by URL, so that the target of several redirects is requested once.
    outcomes: HashMap<String, RequestOutcome>,
}

/// Decision after a request.
enum NextStep {
    /// Returns the outcome.
    Finish(RequestOutcome),
    /// Sends GET, because the server may only reject HEAD.
    TryGet,
    /// Sends the same request again after a delay.
    RetryAfter(Duration),
}

impl HostClient {
    /// Creates a client that has not sent any request.
    pub(super) fn new(policy: &RequestPolicy) -> Self {
        let hosts = Mutex::default();
        Self { client: HttpClient::new(policy), policy: policy.clone(), hosts }
    }

    /// Requests a URL, or returns the known outcome. Blocks while another thread sends a request
    /// to the same host, and during pauses.
    pub(super) fn request(&self, url: &url::Url) -> RequestOutcome {
        let host = self.host(url);
        let mut host = lock(&host);
        if let Some(outcome) = host.outcomes.get(url.as_str()).or(host.closed.as_ref()) {
            return outcome.clone();
        }
        let outcome = self.request_with_retries(url, &mut host);
        host.closed = outcome_of_closed_host(&outcome);
        host.outcomes.insert(url.as_str().to_owned(), outcome.clone());
        outcome
    }

    fn host(&self, url: &url::Url) -> Arc<Mutex<HostState>> {
        Arc::clone(lock(&self.hosts).entry(host_key(url)).or_default())
    }

    fn request_with_retries(&self, url: &url::Url, host: &mut HostState) -> RequestOutcome {
        let mut method = if host.rejects_head { Method::Get } else { Method::Head };
        let mut n_retries = 0;
        let mut has_head_failed = false;
        loop {
            host.wait();
            let outcome = self.client.request(method, url);
            host.delay_next_request(self.policy.pause);
            match self.next_step(method, n_retries, outcome) {
                NextStep::Finish(outcome) => {
                    host.rejects_head |= has_head_failed && is_good(&outcome);
                    return outcome;
                }
                NextStep::TryGet => {
                    method = Method::Get;
                    has_head_failed = true;
                }
                NextStep::RetryAfter(wait) => {
                    n_retries += 1;
                    host.delay_next_request(wait);
                }
            }
        }
    }

    /// Decides what to do after a request.
    ///
    /// A good answer to HEAD is final; any other answer needs GET. Some servers answer HEAD with
    /// 403, 404 or 500 or not at all, instead of 405 or 501 as the standard demands. Only "too many
    /// requests" means the same for both methods.
    fn next_step(&self, method: Method, n_retries: u32, outcome: RequestOutcome) -> NextStep {
        let wait = match &outcome {
            RequestOutcome::Answered(response) if response.is_good() => {
                return NextStep::Finish(outcome);
            }
            RequestOutcome::Answered(response) if matches!(response.status, 429 | 503) => {
                response.retry_after
            }
            _ => None,
        };
        if let Some(wait) = wait.filter(|wait| *wait > self.policy.max_wait) {
            return NextStep::Finish(RequestOutcome::Skipped(format!(
                "is on a host that asks to be left alone for {} s, longer than --max-wait",
                wait.as_secs()
            )));
        }
        if method == Method::Head && wait.is_none() && depends_on_method(&outcome) {
            return NextStep::TryGet;
        }
        if n_retries >= self.policy.n_retries || !is_temporary(&outcome) {
            return NextStep::Finish(outcome);
        }
        let backoff = self.policy.backoff.saturating_mul(1 << n_retries.min(10));
        NextStep::RetryAfter(wait.unwrap_or(backoff.min(self.policy.max_wait)))
    }
}

impl HostState {
    fn wait(&self) {
        let Some(ready_at) = self.ready_at else { return };
        thread::sleep(ready_at.saturating_duration_since(Instant::now()));
    }

    fn delay_next_request(&mut self, wait: Duration) {
        self.ready_at = self.ready_at.max(Instant::now().checked_add(wait));
    }
}

fn depends_on_method(outcome: &RequestOutcome) -> bool {
    match outcome {
        RequestOutcome::Answered(response) => response.status != 429,
        RequestOutcome::Failed(error) => !error.affects_host(),
        RequestOutcome::Skipped(_) => false,
    }
}

fn is_temporary(outcome: &RequestOutcome) -> bool {
    match outcome {
        RequestOutcome::Answered(response) => {
            response.status == 429 || (500..600).contains(&response.status)
        }
        RequestOutcome::Failed(error) => error.is_temporary(),
        RequestOutcome::Skipped(_) => false,
    }
}

fn is_good(outcome: &RequestOutcome) -> bool {
    matches!(outcome, RequestOutcome::Answered(response) if response.is_good())
}

/// Returns the outcome of all further requests to a host, if this outcome closes it. An unreachable
/// host is not tried for each of its pages, and a host with enough requests gets no more.
fn outcome_of_closed_host(outcome: &RequestOutcome) -> Option<RequestOutcome> {
    match outcome {
        RequestOutcome::Answered(response) if response.status == 429 => {
            Some(RequestOutcome::Skipped(
                "is on a host that had enough requests (429 for another page)".to_owned(),
            ))
        }
        RequestOutcome::Failed(error) if error.affects_host() => Some(outcome.clone()),
        RequestOutcome::Skipped(_) => Some(outcome.clone()),
        _ => None,
    }
}

/// Returns the host with its port, if that is not a default one. HTTP and HTTPS share a key, as
/// they usually reach the same machine.
fn host_key(url: &url::Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Locks a mutex even if a thread panicked while it held the lock. The data is consistent at any
/// time.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
