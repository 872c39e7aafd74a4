//! HTTP server on 127.0.0.1 with configured replies and a log of its requests.

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

/// Reply to a request.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// Status with an empty body.
    Status(u16),
    /// Status with one more header.
    Header(u16, &'static str, String),
    /// Headers of a page, then an endless body until the client disconnects.
    Endless,
    /// No reply until the client disconnects.
    Hang,
    /// Closed connection.
    Reset,
    /// Bytes that are not HTTP.
    NotHttp,
}

/// A received request.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    /// `HEAD` or `GET`.
    pub(crate) method: String,
    /// Path with its query.
    pub(crate) target: String,
    /// Value of the `User-Agent` header.
    pub(crate) user_agent: String,
    /// Time at which the request was received.
    pub(crate) received_at: Instant,
    /// Time just before the reply was sent.
    pub(crate) answered_at: Option<Instant>,
}

/// A running server. Dropping it joins its threads.
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    replies: Mutex<HashMap<(&'static str, String), Vec<Reply>>>,
    requests: Mutex<Vec<Request>>,
    streams: Mutex<Vec<TcpStream>>,
    n_open: AtomicUsize,
    n_open_max: AtomicUsize,
    is_stopping: AtomicBool,
}

const HEAD: &str = "HEAD";
const GET: &str = "GET";

impl Server {
    /// Starts the server. Paths without a configured reply return status 200.
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

    /// Returns the URL of a path.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Configures the replies to successive requests for a path. The last one repeats.
    pub(crate) fn reply(&self, path: &str, replies: &[Reply]) {
        self.reply_to(HEAD, path, replies);
        self.reply_to(GET, path, replies);
    }

    /// Configures different replies to HEAD and GET.
    pub(crate) fn reply_to_head_and_get(&self, path: &str, head: Reply, get: Reply) {
        self.reply_to(HEAD, path, &[head]);
        self.reply_to(GET, path, &[get]);
    }

    /// Configures the replies to one method and keeps those to the other.
    pub(crate) fn reply_to(&self, method: &'static str, path: &str, replies: &[Reply]) {
        lock(&self.shared.replies).insert((method, path.to_owned()), replies.to_vec());
    }

    /// Returns all requests in the order in which they arrived.
    pub(crate) fn requests(&self) -> Vec<Request> {
        lock(&self.shared.requests).clone()
    }

    /// Returns all requests as lines such as `HEAD /path`.
    pub(crate) fn request_lines(&self) -> Vec<String> {
        self.requests().iter().map(|r| format!("{} {}", r.method, r.target)).collect()
    }

    /// Returns the largest number of requests that were open at the same time.
    pub(crate) fn n_open_max(&self) -> usize {
        self.shared.n_open_max.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.is_stopping.store(true, Ordering::SeqCst);
        // The acceptor reads the flag only after a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(acceptor) = self.acceptor.take() {
            let _ = acceptor.join();
        }
    }
}

impl Shared {
    fn next_reply(&self, request: &Request) -> Reply {
        let mut replies = lock(&self.replies);
        let method = if request.method == HEAD { HEAD } else { GET };
        let Some(replies) = replies.get_mut(&(method, request.target.clone())) else {
            return Reply::Status(200);
        };
        if replies.len() > 1 { replies.remove(0) } else { replies[0].clone() }
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
        let reply = shared.next_reply(&request);
        let is_head = request.method == HEAD;
        let idx = remember(shared, request);
        // Long enough for a second request to arrive in between, if the client sent one.
        thread::sleep(Duration::from_millis(5));
        lock(&shared.requests)[idx].answered_at = Some(Instant::now());
        shared.n_open.fetch_sub(1, Ordering::SeqCst);
        if !send(stream, &reply, is_head) {
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
    Some(Request { method, target, user_agent, received_at: Instant::now(), answered_at: None })
}

/// Sends a reply. Returns `true` if the connection stays open.
fn send(mut stream: &TcpStream, reply: &Reply, is_head: bool) -> bool {
    match reply {
        Reply::Status(status) => {
            stream.write_all(head(*status, "X-Nothing", "", 0).as_bytes()).is_ok()
        }
        Reply::Header(status, name, value) => {
            stream.write_all(head(*status, name, value, 0).as_bytes()).is_ok()
        }
        Reply::Endless => {
            let n_bytes = u64::MAX / 4;
            let _ = stream.write_all(head(200, "X-Nothing", "", n_bytes).as_bytes());
            while !is_head && stream.write_all(&[b'x'; 4096]).is_ok() {}
            is_head
        }
        Reply::Hang => {
            // Returns when the client disconnects or the server is dropped.
            let _ = stream.read(&mut [0]);
            false
        }
        Reply::Reset => false,
        Reply::NotHttp => {
            let _ = stream.write_all(b"220 mail.example ESMTP\r\n");
            false
        }
    }
}

fn head(status: u16, name: &str, value: &str, n_bytes: u64) -> String {
    format!("HTTP/1.1 {status} Configured\r\n{name}: {value}\r\nContent-Length: {n_bytes}\r\n\r\n")
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("no thread of the server panics while it holds a lock")
}
