//! One address of one host: never two requests at the same time, and a pause between any two.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use super::{
    Ending, Manners,
    client::{Client, Method},
};

/// Every host that was asked.
#[derive(Debug)]
pub(super) struct Hosts {
    client: Client,
    manners: Manners,
    by_name: Mutex<HashMap<String, Arc<Mutex<Host>>>>,
}

/// What is known of a host. Whoever holds its lock is the only one who asks it.
#[derive(Debug, Default)]
struct Host {
    /// Not before this may it be asked again.
    ready_at: Option<Instant>,
    /// How everything else that is asked of it ends, without asking.
    closed: Option<Ending>,
    /// It answered GET where it did not answer HEAD.
    shuns_head: bool,
    /// How it ended before: a page that others redirect to is asked once.
    endings: HashMap<String, Ending>,
}

/// What is done after a request.
enum Step {
    /// That was it.
    End(Ending),
    /// HEAD may be what the server did not like.
    TryGet,
    /// The same again, after a while.
    WaitFor(Duration),
}

impl Hosts {
    pub(super) fn new(manners: &Manners) -> Self {
        let by_name = Mutex::default();
        Self { client: Client::new(manners), manners: manners.clone(), by_name }
    }

    /// Asks for an address when it is the turn of this caller, unless it is known how that ends.
    pub(super) fn ask(&self, url: &url::Url) -> Ending {
        let host = self.host(url);
        let mut host = lock(&host);
        if let Some(ending) = host.endings.get(url.as_str()).or(host.closed.as_ref()) {
            return ending.clone();
        }
        let ending = self.ask_in_turn(url, &mut host);
        host.closed = closing(&ending);
        host.endings.insert(url.as_str().to_owned(), ending.clone());
        ending
    }

    fn host(&self, url: &url::Url) -> Arc<Mutex<Host>> {
        Arc::clone(lock(&self.by_name).entry(name_of(url)).or_default())
    }

    fn ask_in_turn(&self, url: &url::Url, host: &mut Host) -> Ending {
        let mut method = if host.shuns_head { Method::Get } else { Method::Head };
        let mut n_retries = 0;
        let mut head_failed = false;
        loop {
            host.wait();
            let ending = self.client.request(method, url);
            host.leave_alone_for(self.manners.pause);
            match self.next_step(method, n_retries, ending) {
                Step::End(ending) => {
                    host.shuns_head |= head_failed && is_good(&ending);
                    return ending;
                }
                Step::TryGet => {
                    method = Method::Get;
                    head_failed = true;
                }
                Step::WaitFor(wait) => {
                    n_retries += 1;
                    host.leave_alone_for(wait);
                }
            }
        }
    }

    /// A good answer to HEAD is believed; of anything else only GET can tell what it means.
    /// Servers answer HEAD with 405 and 501 as the standard has it, but also with 403, 404 and
    /// 500, or not at all. Only "too many requests" means the same for both.
    fn next_step(&self, method: Method, n_retries: u32, ending: Ending) -> Step {
        let wait = match &ending {
            Ending::Answered(answer) if answer.is_good() => return Step::End(ending),
            Ending::Answered(answer) if matches!(answer.status, 429 | 503) => answer.retry_after,
            _ => None,
        };
        if let Some(wait) = wait.filter(|wait| *wait > self.manners.max_wait) {
            return Step::End(Ending::NotAsked(format!(
                "is on a host that asks to be left alone for {} s, longer than --max-wait",
                wait.as_secs()
            )));
        }
        if method == Method::Head && wait.is_none() && depends_on_method(&ending) {
            return Step::TryGet;
        }
        if n_retries >= self.manners.n_retries || !may_pass(&ending) {
            return Step::End(ending);
        }
        let backoff = self.manners.backoff.saturating_mul(1 << n_retries.min(10));
        Step::WaitFor(wait.unwrap_or(backoff.min(self.manners.max_wait)))
    }
}

impl Host {
    fn wait(&self) {
        let Some(ready_at) = self.ready_at else { return };
        thread::sleep(ready_at.saturating_duration_since(Instant::now()));
    }

    fn leave_alone_for(&mut self, wait: Duration) {
        self.ready_at = self.ready_at.max(Instant::now().checked_add(wait));
    }
}

fn depends_on_method(ending: &Ending) -> bool {
    match ending {
        Ending::Answered(answer) => answer.status != 429,
        Ending::Faulted(fault) => !fault.is_of_host(),
        Ending::NotAsked(_) => false,
    }
}

fn may_pass(ending: &Ending) -> bool {
    match ending {
        Ending::Answered(answer) => answer.status == 429 || (500..600).contains(&answer.status),
        Ending::Faulted(fault) => fault.may_pass(),
        Ending::NotAsked(_) => false,
    }
}

fn is_good(ending: &Ending) -> bool {
    matches!(ending, Ending::Answered(answer) if answer.is_good())
}

/// How everything else ends on a host that answered like this: a host that cannot be reached is
/// not tried for each of its pages, and one that had enough is left alone.
fn closing(ending: &Ending) -> Option<Ending> {
    match ending {
        Ending::Answered(answer) if answer.status == 429 => Some(Ending::NotAsked(
            "is on a host that had enough requests (429 for another page)".to_owned(),
        )),
        Ending::Faulted(fault) if fault.is_of_host() => Some(ending.clone()),
        Ending::NotAsked(_) => Some(ending.clone()),
        _ => None,
    }
}

/// What shares one turn: the host, and the port if it is an unusual one. HTTP and HTTPS of a host
/// are the same machine.
pub(super) fn name_of(url: &url::Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Locks, whatever became of a thread that held the lock: what is behind it is always whole.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
