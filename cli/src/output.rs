//! What is written to the standard output.

use std::io::{ErrorKind, Write as _};

use crate::Failure;

/// Writes a text that may have escapes for colors, which go no further than a terminal. Somebody
/// who stops reading, as `head` does, has seen enough.
///
/// # Errors
///
/// When it cannot be written.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::writing_output(error)),
        _ => Ok(()),
    }
}
