//! All links: several hosts at the same time, each by one worker.

use std::{
    collections::BTreeMap,
    sync::{
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use super::{Manners, visit::Visitor};
use crate::links::{
    link::Link,
    verdict::{Standing, Verdict},
};

/// So many hosts and not a word from anybody: then it is the network. More than are ever dead one
/// after the other, few enough to say so soon.
const SILENT_HOSTS_MAX: usize = 12;

/// Nothing was heard from any host.
#[derive(Debug)]
pub(crate) struct NoNetwork {
    /// How many hosts were tried.
    pub(crate) n_hosts: usize,
    /// One link that was tried.
    pub(crate) address: String,
    /// What became of it, as the end of a sentence that starts with the link.
    pub(crate) detail: String,
}

/// Asks every link once. `on_verdict` is told each verdict as it comes; the answer has them in the
/// order of the links.
///
/// # Errors
///
/// When there seems to be no network. Then nothing can be said of any link.
pub(crate) fn ask_all(
    links: &[Link],
    manners: &Manners,
    on_verdict: &mut dyn FnMut(&Verdict),
) -> Result<Vec<Verdict>, NoNetwork> {
    let visitor = Visitor::new(manners);
    let queues = queues(links);
    let next_queue = AtomicUsize::new(0);
    let must_stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..manners.n_jobs.min(queues.len()) {
            let sender = sender.clone();
            let (visitor, queues, next_queue, must_stop) =
                (&visitor, &queues, &next_queue, &must_stop);
            scope.spawn(move || {
                while let Some(queue) = queues.get(next_queue.fetch_add(1, Ordering::Relaxed)) {
                    for idx in queue {
                        if must_stop.load(Ordering::Relaxed) {
                            return;
                        }
                        let verdict = visitor.visit(&links[*idx].address);
                        // Nobody listens any more once it is known that there is no network.
                        let _ = sender.send((*idx, verdict));
                    }
                }
            });
        }
        drop(sender);
        let verdicts = gather(links, &visitor, receiver, on_verdict);
        must_stop.store(verdicts.is_err(), Ordering::Relaxed);
        verdicts
    })
}

/// The links of each host. The longest queue comes first, because it takes longest.
fn queues(links: &[Link]) -> Vec<Vec<usize>> {
    let mut by_host: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (idx, link) in links.iter().enumerate() {
        by_host.entry(link.host()).or_default().push(idx);
    }
    let mut queues: Vec<Vec<usize>> = by_host.into_values().collect();
    queues.sort_by_key(|queue| std::cmp::Reverse(queue.len()));
    queues
}

fn gather(
    links: &[Link],
    visitor: &Visitor,
    receiver: mpsc::Receiver<(usize, Verdict)>,
    on_verdict: &mut dyn FnMut(&Verdict),
) -> Result<Vec<Verdict>, NoNetwork> {
    let mut verdicts = vec![Verdict::new(Standing::NotAsked, ""); links.len()];
    let mut silent_hosts: Vec<String> = Vec::new();
    let mut last = None;
    for (idx, verdict) in receiver {
        on_verdict(&verdict);
        let host = links[idx].host();
        if verdict.standing == Standing::Unreachable && !visitor.has_seen_network() {
            last = Some((links[idx].address.clone(), verdict.detail.clone()));
            if !silent_hosts.contains(&host) {
                silent_hosts.push(host);
            }
        }
        verdicts[idx] = verdict;
        if silent_hosts.len() >= SILENT_HOSTS_MAX && !visitor.has_seen_network() {
            break;
        }
    }
    match last {
        Some((address, detail)) if !visitor.has_seen_network() => {
            Err(NoNetwork { n_hosts: silent_hosts.len(), address, detail })
        }
        _ => Ok(verdicts),
    }
}
