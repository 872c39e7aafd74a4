//! Check of all links: several hosts in parallel, one worker per host.

use std::{
    cmp::Reverse,
    collections::BTreeMap,
    sync::{
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use super::{link_checker::LinkChecker, request_policy::RequestPolicy};
use crate::links::{
    link_result::{LinkResult, LinkStatus},
    link_target::LinkTarget,
};

/// Number of unreachable hosts after which the network counts as unavailable, if no host answered
/// before. Higher than the number of dead hosts that real datasets have in a row, and low enough
/// to stop soon.
const SILENT_HOSTS_MAX: usize = 12;

/// No host could be reached.
#[derive(Debug)]
pub(crate) struct NetworkUnavailable {
    /// Number of hosts that were tried.
    pub(crate) n_hosts: usize,
    /// URL of one link that was tried.
    pub(crate) url: String,
    /// Failure of that link, as a clause whose subject is the link.
    pub(crate) detail: String,
}

/// Checks every link once. Calls `on_result` with each result as soon as it is known, and returns
/// the results in the order of the links.
///
/// # Errors
///
/// Fails if no host can be reached. Then the results would say nothing about the links.
pub(crate) fn check_all(
    links: &[LinkTarget],
    policy: &RequestPolicy,
    on_result: &mut dyn FnMut(&LinkResult),
) -> Result<Vec<LinkResult>, NetworkUnavailable> {
    let checker = LinkChecker::new(policy);
    let queues = host_queues(links);
    let next_queue = AtomicUsize::new(0);
    let must_stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..policy.n_jobs.min(queues.len()) {
            let sender = sender.clone();
            let (checker, queues, next_queue, must_stop) =
                (&checker, &queues, &next_queue, &must_stop);
            scope.spawn(move || {
                while let Some(queue) = queues.get(next_queue.fetch_add(1, Ordering::Relaxed)) {
                    for idx in queue {
                        if must_stop.load(Ordering::Relaxed) {
                            return;
                        }
                        let result = checker.check(&links[*idx].url);
                        // The receiver is gone once the network counts as unavailable.
                        let _ = sender.send((*idx, result));
                    }
                }
            });
        }
        drop(sender);
        let results = collect_results(links, &checker, receiver, on_result);
        must_stop.store(results.is_err(), Ordering::Relaxed);
        results
    })
}

/// Returns the link positions of each host. The longest queue comes first, as it takes longest.
fn host_queues(links: &[LinkTarget]) -> Vec<Vec<usize>> {
    let mut by_host: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (idx, link) in links.iter().enumerate() {
        by_host.entry(link.host()).or_default().push(idx);
    }
    let mut queues: Vec<Vec<usize>> = by_host.into_values().collect();
    queues.sort_by_key(|queue| Reverse(queue.len()));
    queues
}

fn collect_results(
    links: &[LinkTarget],
    checker: &LinkChecker,
    receiver: mpsc::Receiver<(usize, LinkResult)>,
    on_result: &mut dyn FnMut(&LinkResult),
) -> Result<Vec<LinkResult>, NetworkUnavailable> {
    let mut results = vec![LinkResult::new(LinkStatus::NotAsked, ""); links.len()];
    let mut silent_hosts: Vec<String> = Vec::new();
    let mut last_failure = None;
    for (idx, result) in receiver {
        on_result(&result);
        let host = links[idx].host();
        if result.status == LinkStatus::Unreachable && !checker.is_network_available() {
            last_failure = Some((links[idx].url.clone(), result.detail.clone()));
            if !silent_hosts.contains(&host) {
                silent_hosts.push(host);
            }
        }
        results[idx] = result;
        if silent_hosts.len() >= SILENT_HOSTS_MAX && !checker.is_network_available() {
            break;
        }
    }
    match last_failure {
        Some((url, detail)) if !checker.is_network_available() => {
            Err(NetworkUnavailable { n_hosts: silent_hosts.len(), url, detail })
        }
        _ => Ok(results),
    }
}
