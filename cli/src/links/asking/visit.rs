//! One link, from redirect to redirect to a verdict.

use std::sync::atomic::{AtomicBool, Ordering};

use url::Url;

use super::{Answer, Ending, Manners, fault::Fault, host::Hosts};
use crate::links::verdict::{Standing, Verdict};

/// How many redirects are followed. Browsers follow twenty; no page that is cited needs ten.
const REDIRECTS_MAX: usize = 10;

/// Asks for links and judges the answers.
#[derive(Debug)]
pub(super) struct Visitor {
    hosts: Hosts,
    uses_proxy: bool,
    network_was_seen: AtomicBool,
}

/// The way from a link to where it leads.
struct Way {
    at: Url,
    passed: Vec<Url>,
    /// Where the page is for good: as far as only permanent redirects lead.
    moved_to: Option<Url>,
    was_only_permanent: bool,
}

impl Visitor {
    pub(super) fn new(manners: &Manners) -> Self {
        Self {
            hosts: Hosts::new(manners),
            uses_proxy: ureq::Proxy::try_from_env().is_some(),
            network_was_seen: AtomicBool::new(false),
        }
    }

    /// Whether anything was heard from any host.
    pub(super) fn has_seen_network(&self) -> bool {
        self.network_was_seen.load(Ordering::Relaxed)
    }

    /// Follows a link to its end.
    pub(super) fn visit(&self, address: &str) -> Verdict {
        let Ok(start) = Url::parse(address) else {
            return Verdict::new(Standing::Failing, "is no address that can be asked for");
        };
        let mut way =
            Way { at: start, passed: Vec::new(), moved_to: None, was_only_permanent: true };
        loop {
            let ending = self.hosts.ask(&way.at);
            self.listen(&ending);
            let Ending::Answered(answer) = &ending else { return way.judge(&ending) };
            if !answer.is_redirect() {
                return way.judge(&ending);
            }
            if let Err(verdict) = way.follow(answer) {
                return verdict;
            }
        }
    }

    fn listen(&self, ending: &Ending) {
        let is_silence = |fault: &Fault| {
            // Where there is a proxy, that is what refuses.
            fault.is_silence() || (self.uses_proxy && *fault == Fault::Refused)
        };
        if !matches!(ending, Ending::Faulted(fault) if is_silence(fault)) {
            self.network_was_seen.store(true, Ordering::Relaxed);
        }
    }
}

impl Way {
    /// Goes where a redirect leads, or says why that is no way.
    fn follow(&mut self, answer: &Answer) -> Result<(), Verdict> {
        let status = answer.status;
        let Some(location) = &answer.location else {
            return Err(failing(status, "redirects without saying where to"));
        };
        let next = self.at.join(location).ok();
        let Some(mut next) = next.filter(|url| matches!(url.scheme(), "http" | "https")) else {
            return Err(failing(status, "redirects to what is no address of a page"));
        };
        next.set_fragment(None);
        self.passed.push(self.at.clone());
        if self.passed.contains(&next) {
            return Err(failing(status, "redirects in a circle"));
        }
        if self.passed.len() > REDIRECTS_MAX {
            return Err(failing(status, "redirects too often"));
        }
        self.was_only_permanent &= matches!(status, 301 | 308);
        if self.was_only_permanent {
            self.moved_to = Some(next.clone());
        }
        self.at = next;
        Ok(())
    }

    fn judge(self, ending: &Ending) -> Verdict {
        match ending {
            Ending::Answered(answer) => self.judge_status(answer.status),
            Ending::Faulted(fault) => {
                Verdict::new(fault.standing(), self.by_way_of(&fault.in_words()))
            }
            Ending::NotAsked(reason) => Verdict::new(Standing::NotAsked, self.by_way_of(reason)),
        }
    }

    fn judge_status(self, status: u16) -> Verdict {
        let standing = match status {
            200..300 => return self.judge_page(status),
            404 | 410 => Standing::Gone,
            // 451 is a matter of where it is asked from; 999 is LinkedIn's own.
            401 | 402 | 403 | 407 | 429 | 451 | 999 => Standing::Refused,
            _ => Standing::Failing,
        };
        let detail = self.by_way_of(&format!("answers {status}{}", meaning(status)));
        Verdict { status: Some(status), ..Verdict::new(standing, detail) }
    }

    fn judge_page(self, status: u16) -> Verdict {
        let Some(moved_to) = &self.moved_to else {
            return Verdict { status: Some(status), ..Verdict::new(Standing::Fine, "") };
        };
        let was_a_page = self.passed.first().is_some_and(|start| !is_front_page(start));
        // Sites that were rebuilt like to send what they dropped to their front page.
        let doubt = if was_a_page && is_front_page(&self.at) {
            "the front page: the page itself may be gone"
        } else {
            ""
        };
        Verdict {
            standing: Standing::Moved,
            detail: doubt.to_owned(),
            status: Some(status),
            moved_to: Some(moved_to.to_string()),
        }
    }

    fn by_way_of(&self, words: &str) -> String {
        if self.passed.is_empty() {
            return words.to_owned();
        }
        format!("redirects to {}, which {words}", self.at)
    }
}

fn failing(status: u16, detail: &str) -> Verdict {
    Verdict { status: Some(status), ..Verdict::new(Standing::Failing, detail) }
}

fn is_front_page(url: &Url) -> bool {
    url.path() == "/" && url.query().is_none()
}

/// What a status means, where not everybody knows it by heart.
fn meaning(status: u16) -> &'static str {
    match status {
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
