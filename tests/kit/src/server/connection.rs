//! One connection: requests are answered in turn until one side has enough.

use super::Shared;
use super::fault::Fault;
use super::http::{Answer, Request};
use std::io::{self, BufReader, ErrorKind, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// Interval between checks whether a path is still held.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Serves a connection to its end.
pub(super) fn serve(stream: &TcpStream, shared: &Shared) {
    // Answers are written in two parts; without this the second would wait for the first one's receipt.
    let _ = stream.set_nodelay(true);
    let mut reader = BufReader::new(stream);
    while let Ok(Some(request)) = Request::read(&mut reader) {
        if !shared.site.is_for_default_icon(&request) {
            shared.record(&request);
        }
        if !matches!(answer_one(stream, shared, &request), Ok(Next::KeepOpen)) {
            return;
        }
    }
}

enum Next {
    KeepOpen,
    Close,
}

fn answer_one(stream: &TcpStream, shared: &Shared, request: &Request) -> io::Result<Next> {
    if matches!(hold(stream, shared, request)?, Next::Close) {
        return Ok(Next::Close);
    }
    let fault = shared.fault_at(request.path());
    let answer = match &fault {
        Some(Fault::Status(status)) => {
            Answer::new(*status, "text/plain; charset=utf-8", b"A planted fault.".to_vec())
        }
        Some(Fault::Body { content_type, bytes }) => Answer::new(200, content_type, bytes.clone()),
        Some(Fault::Redirect(to)) => {
            Answer::new(302, "text/plain", Vec::new()).header("Location", to)
        }
        _ if request.method == "GET" || request.method == "HEAD" => shared.answer(request),
        _ => Answer::new(405, "text/plain", Vec::new()),
    };
    let answer = answer.header("Cache-Control", "no-store");
    let is_open = shared.site.is_open();
    let answer = if is_open { answer.header("Access-Control-Allow-Origin", "*") } else { answer };
    answer.write_head(stream)?;
    if request.method == "HEAD" {
        return Ok(Next::KeepOpen);
    }
    send_body(stream, &answer.body, fault.as_ref())
}

/// Waits until the path is held no longer.
fn hold(stream: &TcpStream, shared: &Shared, request: &Request) -> io::Result<Next> {
    while matches!(shared.fault_at(request.path()), Some(Fault::Held)) {
        if matches!(wait_for_client_to_leave(stream, Some(LOOK_EVERY))?, Next::Close) {
            return Ok(Next::Close);
        }
    }
    stream.set_read_timeout(None)?;
    Ok(Next::KeepOpen)
}

fn send_body(mut stream: &TcpStream, body: &[u8], fault: Option<&Fault>) -> io::Result<Next> {
    match fault {
        Some(Fault::Slow { chunk_bytes, pause_millis }) => {
            send_slowly(stream, body, *chunk_bytes, Duration::from_millis(*pause_millis))
        }
        Some(Fault::StallAfter(n_bytes)) => {
            stream.write_all(&body[..body.len().min(*n_bytes)])?;
            wait_for_client_to_leave(stream, None)
        }
        Some(Fault::Reset) => stream.write_all(&body[..body.len() / 2]).map(|()| Next::Close),
        _ => stream.write_all(body).map(|()| Next::KeepOpen),
    }
}

fn send_slowly(
    mut stream: &TcpStream,
    body: &[u8],
    chunk_bytes: usize,
    pause: Duration,
) -> io::Result<Next> {
    for chunk in body.chunks(chunk_bytes.max(1)) {
        stream.write_all(chunk)?;
        if matches!(wait_for_client_to_leave(stream, Some(pause))?, Next::Close) {
            return Ok(Next::Close);
        }
    }
    stream.set_read_timeout(None)?;
    Ok(Next::KeepOpen)
}

/// Waits at most so long, or for ever. A server that is dropped shuts the connection down, which ends this too; a sleep
/// would hold its drop up.
fn wait_for_client_to_leave(stream: &TcpStream, at_most: Option<Duration>) -> io::Result<Next> {
    // A time-out of zero is refused.
    stream.set_read_timeout(at_most.map(|pause| pause.max(Duration::from_millis(1))))?;
    match stream.peek(&mut [0]) {
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
            Ok(Next::KeepOpen)
        }
        _ => Ok(Next::Close),
    }
}
