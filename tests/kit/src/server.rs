//! A web server for one test: the app below a sub-path, extra pages, and faults on demand.

mod compression;
mod connection;
mod fault;
mod http;
mod site;

pub use fault::Fault;
pub use http::Request;
pub use site::{DATASET_FILE, Site};

use http::Answer;
use std::collections::HashMap;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};

/// A running server on a free port of 127.0.0.1. Dropping it closes all connections and ends its threads.
///
/// Paths given to its methods are below the site's sub-path (`data/rustscape.json`, the empty path is the app's
/// start), or from the root when they begin with a slash (`/host.html`).
pub struct Server {
    shared: Arc<Shared>,
    address: SocketAddr,
    acceptor: Option<JoinHandle<()>>,
}

struct Shared {
    site: Site,
    stopping: AtomicBool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    pages: HashMap<String, ExtraPage>,
    faults: HashMap<String, Fault>,
    requests: Vec<Request>,
    streams: HashMap<usize, TcpStream>,
    threads: Vec<JoinHandle<()>>,
}

#[derive(Clone)]
struct ExtraPage {
    html: Vec<u8>,
    headers: Vec<(String, String)>,
}

impl Server {
    /// Starts to serve; it listens before this returns.
    #[track_caller]
    pub fn start(site: Site) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("the port that was bound");
        let shared =
            Arc::new(Shared { site, stopping: AtomicBool::new(false), state: Mutex::default() });
        let acceptor = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Server { shared, address, acceptor: Some(acceptor) }
    }

    /// Scheme, host and port, without a slash at the end: `http://127.0.0.1:4711`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The full address of a path.
    pub fn url(&self, path: &str) -> String {
        self.origin() + &self.shared.site.absolute(path)
    }

    /// The full address of a path on another host name that ends in `.test`: another site to the browser, and not a
    /// secure one, as 127.0.0.1 would be.
    pub fn url_on(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{}", self.address.port(), self.shared.site.absolute(path))
    }

    /// Serves an extra page, whatever the folder has at this path.
    pub fn page(&self, path: &str, html: &str) {
        self.page_with_headers(path, &[], html);
    }

    /// Serves an extra page with headers of its own, such as a `Content-Security-Policy`.
    pub fn page_with_headers(&self, path: &str, headers: &[(&str, &str)], html: &str) {
        let path = self.shared.site.absolute(path);
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let headers = headers.iter().map(owned).collect();
        let page = ExtraPage { html: html.as_bytes().to_vec(), headers };
        self.shared.state().pages.insert(path, page);
    }

    /// Lets a path misbehave from now on, whatever its query string; a fault that was set there before is replaced.
    pub fn fault(&self, path: &str, fault: Fault) {
        let path = self.shared.site.absolute(path);
        self.shared.state().faults.insert(path, fault);
    }

    /// Lets a path behave again. What is already under way is not changed, but for what is held.
    pub fn clear_fault(&self, path: &str) {
        let path = self.shared.site.absolute(path);
        self.shared.state().faults.remove(&path);
    }

    /// Returns the requested paths since the start, in order of arrival. `/favicon.ico` is left out and always served: a browser
    /// asks for it by itself when a page names no icon.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.state().requests.clone()
    }

    /// Returns the number of requests of a path, with any query string.
    pub fn n_requests(&self, path: &str) -> usize {
        let path = self.shared.site.absolute(path);
        self.shared.state().requests.iter().filter(|request| request.path() == path).count()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // The acceptor waits for a connection and looks at the flag only when one comes.
        let _ = TcpStream::connect(self.address);
        if let Some(acceptor) = self.acceptor.take() {
            let _ = acceptor.join();
        }
        for stream in self.shared.state().streams.values() {
            let _ = stream.shutdown(Shutdown::Both);
        }
        let threads = std::mem::take(&mut self.shared.state().threads);
        for thread in threads {
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread of the server panics while it holds the state")
    }

    fn record(&self, request: &Request) {
        self.state().requests.push(request.clone());
    }

    fn fault_at(&self, path: &str) -> Option<Fault> {
        self.state().faults.get(path).cloned()
    }

    fn answer(&self, request: &Request) -> Answer {
        let page = self.state().pages.get(request.path()).cloned();
        match page {
            Some(ExtraPage { html, headers }) => headers
                .iter()
                .fold(self.site.page(html), |answer, (name, value)| answer.header(name, value)),
            None => self.site.answer(request),
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for (n_connections, stream) in listener.incoming().enumerate() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let Ok(handle_to_close) = stream.try_clone() else {
            continue;
        };
        shared.state().streams.insert(n_connections, handle_to_close);
        let thread = thread::spawn({
            let shared = Arc::clone(shared);
            move || {
                connection::serve(&stream, &shared);
                // The second handle in the state would keep the connection open.
                let _ = stream.shutdown(Shutdown::Both);
                shared.state().streams.remove(&n_connections);
            }
        });
        shared.state().threads.push(thread);
    }
}
