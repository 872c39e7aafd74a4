//! The one canonical form of a dataset file.

mod canonical;
mod difference;
mod number;
mod replace;

use std::{
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

pub use self::canonical::{FormatError, canonical};
pub(crate) use self::replace::replace;

use self::difference::Difference;
use crate::{
    Failure,
    dataset_file::{STANDARD_INPUT, bytes_of, shown},
};

/// Write datasets in their one canonical form
///
/// UTF-8 without a byte order mark, lines that end in LF, two spaces for each level, keys in the
/// documented order with unknown ones after them, organizations sorted by id. What a file says
/// never changes, nor does how a number is written, unless a shorter way says exactly the same.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rustscape fmt data/atlas.json            rewrite the file, if it is not canonical
  rustscape fmt --check data/*.json        only name those that are not
  generate-data | rustscape fmt - > atlas.json

Exit codes: 0 done, or all are canonical; 1 with --check, a file is not; 2 a file is no dataset
or cannot be read, and none was written.")]
pub struct Args {
    /// Dataset files; “-” reads standard input and writes standard output
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write nothing, and name every file that is not canonical with its first line that differs
    #[arg(long)]
    check: bool,
}

/// A file and what it should be.
struct Formatted<'a> {
    path: &'a Path,
    before: Vec<u8>,
    after: String,
}

impl Formatted<'_> {
    fn is_stdin(&self) -> bool {
        self.path == Path::new(STANDARD_INPUT)
    }

    fn differs(&self) -> bool {
        self.before != self.after.as_bytes()
    }
}

/// Runs the command. Nothing is written unless every file can be formatted.
///
/// # Errors
///
/// When a file cannot be written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let mut all = Vec::new();
    let mut n_failed = 0;
    for path in &args.files {
        match format(path) {
            Ok(formatted) => all.push(formatted),
            Err(failure) => {
                n_failed += 1;
                anstream::eprint!("{failure}");
            }
        }
    }
    if args.check {
        let n_different = all.iter().filter(|formatted| names_difference(formatted)).count();
        return Ok(ExitCode::from(if n_failed > 0 { 2 } else { u8::from(n_different > 0) }));
    }
    if n_failed > 0 {
        return Ok(ExitCode::from(2));
    }
    all.iter().try_for_each(write)?;
    Ok(ExitCode::SUCCESS)
}

fn format(path: &Path) -> Result<Formatted<'_>, Failure> {
    let before = bytes_of(path)?;
    match canonical(&before) {
        Ok(after) => Ok(Formatted { path, before, after }),
        Err(error) => Err(Failure::new(format!("{}: {error}", shown(path)))
            .with_remedy("correct this first: only a dataset can be formatted")),
    }
}

/// Says where a file differs, and whether it does.
fn names_difference(formatted: &Formatted<'_>) -> bool {
    if let Some(difference) = Difference::first(&formatted.before, &formatted.after) {
        anstream::eprint!("{}:{difference}", shown(formatted.path));
    }
    formatted.differs()
}

fn write(formatted: &Formatted<'_>) -> Result<(), Failure> {
    if formatted.is_stdin() {
        return write_output(&formatted.after);
    }
    if !formatted.differs() {
        return Ok(());
    }
    replace(formatted.path, &formatted.after)
        .map_err(|error| Failure::writing(formatted.path, &error))?;
    anstream::eprintln!("{}: formatted", shown(formatted.path));
    Ok(())
}

/// Writes a dataset or a spreadsheet to the standard output, as it is. Somebody who stops reading,
/// as `head` does, has seen enough.
pub(crate) fn write_output(text: &str) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::writing_output(error))
        }
        _ => Ok(()),
    }
}
