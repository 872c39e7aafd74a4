//! HTTP as it is on the wire: paths are sent as they are written, and nothing is decoded.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: u16,
    /// The headers, in their order, names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    /// The content, as it was encoded.
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header that is there once or not at all.
    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let value = values.next();
        assert_eq!(values.next(), None, "{name} twice: {:?}", self.headers);
        value.map(|(_, value)| value.as_str())
    }
}

/// Asks for a path, and waits for the whole answer.
#[track_caller]
pub(crate) fn ask(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
) -> Answer {
    let mut stream = TcpStream::connect(address).expect("a server listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time-out");
    let mut request =
        format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n");
    for (name, value) in headers {
        request.extend([name, ": ", value, "\r\n"]);
    }
    request.push_str("\r\n");
    stream.write_all(request.as_bytes()).expect("the server reads");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("the server answers");
    parse(&bytes).unwrap_or_else(|| panic!("{path}: {}", String::from_utf8_lossy(&bytes)))
}

fn parse(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = str::from_utf8(&bytes[..end]).ok()?;
    let (first, lines) = head.split_once("\r\n")?;
    let status = first.split(' ').nth(1)?.parse().ok()?;
    let headers = lines.split("\r\n").map(|line| {
        line.split_once(": ").map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
    });
    Some(Answer {
        status,
        headers: headers.collect::<Option<_>>()?,
        body: bytes[end + 4..].to_vec(),
    })
}
