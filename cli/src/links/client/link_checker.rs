//! Check of one link: follows redirects and rates the last response.

use std::sync::atomic::{AtomicBool, Ordering};

use url::Url;

use super::{
    host_client::HostClient,
    request_error::RequestError,
    request_outcome::{RequestOutcome, Response},
    request_policy::RequestPolicy,
};
use crate::links::link_result::{LinkResult, LinkStatus};

/// Largest number of redirects that are followed. Browsers follow 20; cited pages need fewer
/// than 10.
const REDIRECTS_MAX: usize = 10;

/// Checks links. Several threads may share one checker.
#[derive(Debug)]
pub(super) struct LinkChecker {
    client: HostClient,
    uses_proxy: bool,
    is_network_available: AtomicBool,
}

/// The redirects from a link to its current URL.
struct RedirectChain {
    current: Url,
    passed: Vec<Url>,
    /// Last URL that only permanent redirects lead to.
    moved_to: Option<Url>,
    is_permanent: bool,
}

impl LinkChecker {
    /// Creates a checker that has not sent any request.
    pub(super) fn new(policy: &RequestPolicy) -> Self {
        Self {
            client: HostClient::new(policy),
            uses_proxy: ureq::Proxy::try_from_env().is_some(),
            is_network_available: AtomicBool::new(false),
        }
    }

    /// Returns `true` if any host has reacted to a request.
    pub(super) fn is_network_available(&self) -> bool {
        self.is_network_available.load(Ordering::Relaxed)
    }

    /// Checks a URL, including the redirects that it leads to.
    pub(super) fn check(&self, url: &str) -> LinkResult {
        let Ok(start) = Url::parse(url) else {
            return LinkResult::new(LinkStatus::Failing, "is no address that can be asked for");
        };
        let mut chain = RedirectChain {
            current: start,
            passed: Vec::new(),
            moved_to: None,
            is_permanent: true,
        };
        loop {
            let outcome = self.client.request(&chain.current);
            self.watch_network(&outcome);
            let RequestOutcome::Answered(response) = &outcome else { return chain.rate(&outcome) };
            if !response.is_redirect() {
                return chain.rate(&outcome);
            }
            if let Err(result) = chain.follow(response) {
                return result;
            }
        }
    }

    fn watch_network(&self, outcome: &RequestOutcome) {
        let is_silence = |error: &RequestError| {
            // With a proxy, it is the proxy that refuses the connection.
            error.is_silence() || (self.uses_proxy && *error == RequestError::Refused)
        };
        if !matches!(outcome, RequestOutcome::Failed(error) if is_silence(error)) {
            self.is_network_available.store(true, Ordering::Relaxed);
        }
    }
}

impl RedirectChain {
    /// Follows one redirect. Returns the result of the link if that is not possible.
    fn follow(&mut self, response: &Response) -> Result<(), LinkResult> {
        let status = response.status;
        let Some(location) = &response.location else {
            return Err(failing(status, "redirects without saying where to"));
        };
        let next = self.current.join(location).ok();
        let Some(mut next) = next.filter(|url| matches!(url.scheme(), "http" | "https")) else {
            return Err(failing(status, "redirects to what is no address of a page"));
        };
        next.set_fragment(None);
        self.passed.push(self.current.clone());
        if self.passed.contains(&next) {
            return Err(failing(status, "redirects in a circle"));
        }
        if self.passed.len() > REDIRECTS_MAX {
            return Err(failing(status, "redirects too often"));
        }
        self.is_permanent &= matches!(status, 301 | 308);
        if self.is_permanent {
            self.moved_to = Some(next.clone());
        }
        self.current = next;
        Ok(())
    }

    fn rate(self, outcome: &RequestOutcome) -> LinkResult {
        match outcome {
            RequestOutcome::Answered(response) => self.rate_status(response.status),
            RequestOutcome::Failed(error) => {
                LinkResult::new(error.link_status(), self.with_redirect(&error.description()))
            }
            RequestOutcome::Skipped(reason) => {
                LinkResult::new(LinkStatus::NotAsked, self.with_redirect(reason))
            }
        }
    }

    fn rate_status(self, http_status: u16) -> LinkResult {
        let status = match http_status {
            200..300 => return self.rate_page(http_status),
            404 | 410 => LinkStatus::Gone,
            // 451 depends on the country of the client; 999 is specific to LinkedIn.
            401 | 402 | 403 | 407 | 429 | 451 | 999 => LinkStatus::Refused,
            _ => LinkStatus::Failing,
        };
        let detail = self.with_redirect(&format!("answers {http_status}{}", meaning(http_status)));
        LinkResult { http_status: Some(http_status), ..LinkResult::new(status, detail) }
    }

    fn rate_page(self, http_status: u16) -> LinkResult {
        let http_status = Some(http_status);
        let Some(moved_to) = &self.moved_to else {
            return LinkResult { http_status, ..LinkResult::new(LinkStatus::Fine, "") };
        };
        let was_page = self.passed.first().is_some_and(|start| !is_front_page(start));
        // Rebuilt sites often redirect removed pages to their front page.
        let doubt = if was_page && is_front_page(&self.current) {
            "the front page: the page itself may be gone"
        } else {
            ""
        };
        LinkResult {
            status: LinkStatus::Moved,
            detail: doubt.to_owned(),
            http_status,
            moved_to: Some(moved_to.to_string()),
        }
    }

    fn with_redirect(&self, detail: &str) -> String {
        if self.passed.is_empty() {
            return detail.to_owned();
        }
        format!("redirects to {}, which {detail}", self.current)
    }
}

fn failing(http_status: u16, detail: &str) -> LinkResult {
    LinkResult { http_status: Some(http_status), ..LinkResult::new(LinkStatus::Failing, detail) }
}

fn is_front_page(url: &Url) -> bool {
    url.path() == "/" && url.query().is_none()
}

/// Returns an explanation of an HTTP status code that not every curator knows.
fn meaning(http_status: u16) -> &'static str {
    match http_status {
        401 => " (wants a login)",
        402 => " (wants to be paid)",
        403 => " (forbidden)",
        404 => " (no such page)",
        410 => " (gone for good)",
        429 => " (too many requests)",
        451 => " (withheld for legal reasons)",
        500 => " (the server failed)",
        502 | 504 => " (the server behind it does not answer)",
        503 => " (overloaded or under maintenance)",
        999 => " (does not answer programs)",
        _ => "",
    }
}
