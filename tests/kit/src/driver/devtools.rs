//! A connection to a whole browser over the Chrome `DevTools` protocol, which creates and disposes browser contexts.
//!
//! chromedriver relays commands to a single page, and a page may not create a context.

use serde_json::{Value, json};
use std::io::{self, BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;
use ureq::Agent;

/// A `WebSocket` client with as much of RFC 6455 as a local browser needs.
pub(super) struct DevTools {
    stream: BufReader<TcpStream>,
    n_sent: u64,
}

/// Creating a context takes milliseconds. A browser that needs longer than this hangs.
const TIMEOUT: Duration = Duration::from_secs(20);

impl DevTools {
    /// Connects to the browser whose `DevTools` server listens at `address`, a host and a port.
    pub(super) fn connect_to_browser(address: &str) -> io::Result<DevTools> {
        let agent: Agent = Agent::config_builder().proxy(None).build().into();
        let version = agent.get(format!("http://{address}/json/version")).call();
        let mut version = version.map_err(io::Error::other)?;
        let version = version.body_mut().read_to_string().map_err(io::Error::other)?;
        let version: Value = serde_json::from_str(&version)?;
        let url = version["webSocketDebuggerUrl"].as_str().unwrap_or_default();
        let path = url.split_once(address).map_or("", |(_, path)| path);
        DevTools::connect(address, path)
    }

    fn connect(address: &str, path: &str) -> io::Result<DevTools> {
        let mut stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(TIMEOUT))?;
        // The key protects against caching proxies, so a constant will do here.
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
            Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        );
        stream.write_all(request.as_bytes())?;
        let mut stream = BufReader::new(stream);
        let mut line = String::new();
        while stream.read_line(&mut line)? > 0 && line != "\r\n" {
            line.clear();
        }
        Ok(DevTools { stream, n_sent: 0 })
    }

    /// Runs a command and returns its result.
    pub(super) fn send(&mut self, method: &str, params: &Value) -> io::Result<Value> {
        self.n_sent += 1;
        let message = json!({ "id": self.n_sent, "method": method, "params": params });
        self.write_text(&message.to_string())?;
        loop {
            let mut answer: Value = serde_json::from_slice(&self.read_message()?)?;
            // Events have no id.
            if answer["id"] == self.n_sent {
                return match answer["error"]["message"].as_str() {
                    Some(error) => Err(io::Error::other(format!("{method}: {error}"))),
                    None => Ok(answer["result"].take()),
                };
            }
        }
    }

    fn write_text(&mut self, text: &str) -> io::Result<()> {
        const FINAL_TEXT: u8 = 0x81;
        const MASKED: u8 = 0x80;
        const LENGTH_IN_16_BITS: u8 = 126;
        let n_bytes = u16::try_from(text.len()).map_err(io::Error::other)?;
        let [high, low] = n_bytes.to_be_bytes();
        // Clients have to mask; this mask changes nothing.
        let head = [FINAL_TEXT, MASKED | LENGTH_IN_16_BITS, high, low, 0, 0, 0, 0];
        self.stream.get_mut().write_all(&[&head, text.as_bytes()].concat())
    }

    /// Reads all frames of the next message.
    fn read_message(&mut self) -> io::Result<Vec<u8>> {
        const CLOSE: u8 = 8;
        let mut message = Vec::new();
        loop {
            let [head, length] = self.read_bytes()?;
            let n_bytes = match length & 0x7F {
                126 => u64::from(u16::from_be_bytes(self.read_bytes()?)),
                127 => u64::from_be_bytes(self.read_bytes()?),
                short => u64::from(short),
            };
            if head & 0x0F == CLOSE {
                return Err(ErrorKind::ConnectionAborted.into());
            }
            (&mut self.stream).take(n_bytes).read_to_end(&mut message)?;
            let is_final = head & 0x80 != 0;
            if is_final {
                return Ok(message);
            }
        }
    }

    fn read_bytes<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.stream.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
