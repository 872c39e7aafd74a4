//! Writing to standard output, and warnings to standard error.

use std::io::{self, ErrorKind, Write};

use anstyle::AnsiColor;

use crate::Failure;

/// Prints text that may contain color escapes. They are removed unless standard output is a
/// terminal that shows colors.
///
/// Succeeds if the reader closes the pipe early, as `head` does.
///
/// # Errors
///
/// Fails if standard output cannot be written to.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    write_all(anstream::stdout(), text)
}

/// Prints a dataset or a spreadsheet byte for byte.
///
/// Succeeds if the reader closes the pipe early, as `head` does.
///
/// # Errors
///
/// Fails if standard output cannot be written to.
pub(crate) fn print_raw(text: &str) -> Result<(), Failure> {
    write_all(io::stdout(), text)
}

fn write_all(mut output: impl Write, text: &str) -> Result<(), Failure> {
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::writing_output(error)),
        _ => Ok(()),
    }
}

/// Prints a warning to standard error.
pub(crate) fn warn(text: &str) {
    let style = AnsiColor::Yellow.on_default().bold();
    anstream::eprintln!("{style}warning{style:#}: {text}");
}
