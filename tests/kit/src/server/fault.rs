//! The ways in which a path can misbehave.

/// A fault of the server at a path.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Answers with this status and a short text.
    Status(u16),
    /// Sends nothing until the fault is lifted, also to those who asked before.
    Held,
    /// Sends the body in pieces with a pause after each.
    Slow {
        /// Size of a piece in bytes of what goes over the wire, so after compression.
        chunk_bytes: usize,
        /// Length of each pause.
        pause_millis: u64,
    },
    /// Sends headers and this many bytes of the body, then nothing until the client goes or the server is dropped.
    StallAfter(usize),
    /// Sends headers and half of the body, then closes the connection.
    Reset,
    /// Answers with status 200 and something else.
    Body {
        /// The value of `Content-Type`.
        content_type: &'static str,
        /// The body, sent uncompressed.
        bytes: Vec<u8>,
    },
    /// Sends the client to another address with status 302.
    Redirect(String),
}
