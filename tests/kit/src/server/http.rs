//! As much of HTTP/1.1 as a browser asks of a static server.

use std::io::{self, BufRead, Write};

/// A request as it came.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Request {
    /// In capitals.
    pub method: String,
    /// Path with query string, still percent-encoded.
    pub target: String,
    /// The `Host` header, empty without one.
    pub host: String,
    /// The `Accept-Encoding` header, empty without one.
    pub accept_encoding: String,
}

/// A response, before any fault in its delivery.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Request {
    /// The path without query string.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// Reads the next request of a connection; `None` when the client closed it.
    pub(super) fn read(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut words = line.split_whitespace().map(str::to_owned);
        let mut request = Request {
            method: words.next().unwrap_or_default(),
            target: words.next().unwrap_or_default(),
            host: String::new(),
            accept_encoding: String::new(),
        };
        while let Some((name, value)) = read_header(reader)? {
            match name.as_str() {
                "host" => request.host = value,
                "accept-encoding" => request.accept_encoding = value,
                _ => {}
            }
        }
        Ok(Some(request))
    }
}

impl Answer {
    pub(super) fn new(status: u16, content_type: &str, body: Vec<u8>) -> Answer {
        Answer { status, headers: Vec::new(), body }.header("Content-Type", content_type)
    }

    pub(super) fn header(mut self, name: &str, value: &str) -> Answer {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends everything but the body.
    pub(super) fn write_head(&self, mut stream: impl Write) -> io::Result<()> {
        let status = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        let headers = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
        let length = format!("Content-Length: {}\r\n\r\n", self.body.len());
        // In one piece, so that it is one packet.
        let head = status + &headers.collect::<String>() + &length;
        stream.write_all(head.as_bytes())
    }
}

/// The next header with its name in small letters; `None` after the last one.
fn read_header(reader: &mut impl BufRead) -> io::Result<Option<(String, String)>> {
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let Some((name, value)) = line.trim_end().split_once(':') else {
        return Ok(None);
    };
    Ok(Some((name.to_ascii_lowercase(), value.trim().to_owned())))
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        302 => "Found",
        404 => "Not Found",
        405 => "Method Not Allowed",
        503 => "Service Unavailable",
        _ => "See The Number",
    }
}
