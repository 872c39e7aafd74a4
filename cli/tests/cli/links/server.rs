//! A server on 127.0.0.1 that answers as it was told, and remembers what it was asked.

use std::{
    collections::HashMap,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How a request is answered.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// With a status and an empty body.
    Status(u16),
    /// With a status and one more header.
    Header(u16, &'static str, String),
    /// With the headers of a page, then bytes without an end until the client goes.
    Endless,
    /// Not at all, until the client goes.
    Hang,
    /// By closing the connection.
    Reset,
    /// With something that is not HTTP.
    Babble,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// `HEAD` or `GET`.
    pub(crate) method: String,
    /// The path, with its query.
    pub(crate) target: String,
    /// The `User-Agent` header.
    pub(crate) user_agent: String,
    /// When it had come.
    pub(crate) came_at: Instant,
    /// When its answer was about to be sent.
    pub(crate) answered_at: Option<Instant>,
}

/// A running server. Dropping it ends its threads.
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    acts: Mutex<HashMap<(&'static str, String), Vec<Act>>>,
    requests: Mutex<Vec<Request>>,
    streams: Mutex<Vec<TcpStream>>,
    n_open: AtomicUsize,
    n_open_max: AtomicUsize,
    is_stopping: AtomicBool,
}

const HEAD: &str = "HEAD";
const GET: &str = "GET";

impl Server {
    /// Starts to listen. Every path answers 200 until it is told otherwise.
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("the port that was bound");
        let shared = Arc::<Shared>::default();
        let acceptor = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared)
        });
        Self { address, shared, acceptor: Some(acceptor) }
    }

    /// The address of a path.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Answers requests for a path so, one after the other; the last act is repeated.
    pub(crate) fn tell(&self, path: &str, acts: &[Act]) {
        self.tell_method(HEAD, path, acts);
        self.tell_method(GET, path, acts);
    }

    /// Answers HEAD and GET in different ways.
    pub(crate) fn tell_both(&self, path: &str, head: Act, get: Act) {
        self.tell_method(HEAD, path, &[head]);
        self.tell_method(GET, path, &[get]);
    }

    /// Answers one method so, and does not change the other.
    pub(crate) fn tell_method(&self, method: &'static str, path: &str, acts: &[Act]) {
        lock(&self.shared.acts).insert((method, path.to_owned()), acts.to_vec());
    }

    /// Every request, in the order in which they came.
    pub(crate) fn requests(&self) -> Vec<Request> {
        lock(&self.shared.requests).clone()
    }

    /// The requests as `HEAD /path`.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.requests().iter().map(|r| format!("{} {}", r.method, r.target)).collect()
    }

    /// How many requests were being answered at the same time, at most.
    pub(crate) fn n_open_max(&self) -> usize {
        self.shared.n_open_max.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.is_stopping.store(true, Ordering::SeqCst);
        // The acceptor looks at the flag only when somebody comes.
        let _ = TcpStream::connect(self.address);
        if let Some(acceptor) = self.acceptor.take() {
            let _ = acceptor.join();
        }
    }
}

impl Shared {
    fn next_act(&self, request: &Request) -> Act {
        let mut acts = lock(&self.acts);
        let method = if request.method == HEAD { HEAD } else { GET };
        let Some(acts) = acts.get_mut(&(method, request.target.clone())) else {
            return Act::Status(200);
        };
        if acts.len() > 1 { acts.remove(0) } else { acts[0].clone() }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut threads = Vec::new();
    for stream in listener.incoming() {
        if shared.is_stopping.load(Ordering::SeqCst) {
            break;
        }
        let Ok(stream) = stream else { continue };
        lock(&shared.streams).extend(stream.try_clone());
        let shared = Arc::clone(shared);
        threads.push(thread::spawn(move || serve(&stream, &shared)));
    }
    for stream in &*lock(&shared.streams) {
        let _ = stream.shutdown(Shutdown::Both);
    }
    for thread in threads {
        let _ = thread.join();
    }
}

fn serve(stream: &TcpStream, shared: &Shared) {
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader) {
        let n_open = shared.n_open.fetch_add(1, Ordering::SeqCst) + 1;
        shared.n_open_max.fetch_max(n_open, Ordering::SeqCst);
        let act = shared.next_act(&request);
        let is_head = request.method == HEAD;
        let idx = remember(shared, request);
        // Long enough for a second request to come in between, if there were one.
        thread::sleep(Duration::from_millis(5));
        lock(&shared.requests)[idx].answered_at = Some(Instant::now());
        shared.n_open.fetch_sub(1, Ordering::SeqCst);
        if !perform(stream, &act, is_head) {
            break;
        }
    }
    let _ = stream.shutdown(Shutdown::Both);
}

fn remember(shared: &Shared, request: Request) -> usize {
    let mut requests = lock(&shared.requests);
    requests.push(request);
    requests.len() - 1
}

fn read_request(reader: &mut BufReader<&TcpStream>) -> Option<Request> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|n_bytes| *n_bytes > 0)?;
    let mut words = line.split(' ').map(str::to_owned);
    let (method, target) = (words.next()?, words.next()?);
    let mut user_agent = String::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        if name.eq_ignore_ascii_case("user-agent") {
            value.clone_into(&mut user_agent);
        }
    }
    Some(Request { method, target, user_agent, came_at: Instant::now(), answered_at: None })
}

/// Whether the connection stays open.
fn perform(mut stream: &TcpStream, act: &Act, is_head: bool) -> bool {
    match act {
        Act::Status(status) => {
            stream.write_all(head(*status, "X-Nothing", "", 0).as_bytes()).is_ok()
        }
        Act::Header(status, name, value) => {
            stream.write_all(head(*status, name, value, 0).as_bytes()).is_ok()
        }
        Act::Endless => {
            let n_bytes = u64::MAX / 4;
            let _ = stream.write_all(head(200, "X-Nothing", "", n_bytes).as_bytes());
            while !is_head && stream.write_all(&[b'x'; 4096]).is_ok() {}
            is_head
        }
        Act::Hang => {
            // Ends when the client goes, or when the server is dropped.
            let _ = stream.read(&mut [0]);
            false
        }
        Act::Reset => false,
        Act::Babble => {
            let _ = stream.write_all(b"220 mail.example ESMTP\r\n");
            false
        }
    }
}

fn head(status: u16, name: &str, value: &str, n_bytes: u64) -> String {
    format!("HTTP/1.1 {status} Told So\r\n{name}: {value}\r\nContent-Length: {n_bytes}\r\n\r\n")
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("no thread of the server panics while it holds a lock")
}
