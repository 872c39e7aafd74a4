//! `rustscape fmt`: rewrites dataset files in canonical form.

mod canonical;
mod difference;
mod number;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

pub use self::canonical::{FormatError, canonical};

use self::difference::Difference;
use crate::{
    Failure,
    input::{display_path, is_standard_input, read_input},
    output::print_raw,
    replace_file::replace_file,
};

/// Format datasets in canonical form
///
/// The canonical form is UTF-8 without a byte order mark, LF line endings, indentation by two spaces,
/// keys in the order of the schema followed by unknown keys, and organizations sorted by id.
/// Formatting never changes the data. A number keeps its digits unless a shorter form has exactly
/// the same value.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rustscape fmt data/atlas.json            format a file in place
  rustscape fmt --check data/*.json        list files that are not formatted, for CI
  generate-data | rustscape fmt - > atlas.json

Exit codes: 0 success; 1 with --check, a file is not formatted; 2 a file cannot be read or is not a
dataset, and no file was changed.")]
pub struct Args {
    /// Dataset files to format in place; “-” formats standard input to standard output
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// List files that are not in canonical form with their first difference, without changing them
    #[arg(long)]
    check: bool,
}

/// A file before and after formatting.
struct Formatted<'a> {
    path: &'a Path,
    before: Vec<u8>,
    after: String,
}

impl Formatted<'_> {
    fn is_stdin(&self) -> bool {
        is_standard_input(self.path)
    }

    fn differs(&self) -> bool {
        self.before != self.after.as_bytes()
    }
}

/// Runs the command. Changes no file unless every file can be formatted.
///
/// # Errors
///
/// Fails if a file cannot be written.
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
        let n_different = all.iter().filter(|formatted| report_difference(formatted)).count();
        return Ok(ExitCode::from(if n_failed > 0 { 2 } else { u8::from(n_different > 0) }));
    }
    if n_failed > 0 {
        return Ok(ExitCode::from(2));
    }
    all.iter().try_for_each(write)?;
    Ok(ExitCode::SUCCESS)
}

fn format(path: &Path) -> Result<Formatted<'_>, Failure> {
    let before = read_input(path)?;
    match canonical(&before) {
        Ok(after) => Ok(Formatted { path, before, after }),
        Err(error) => Err(Failure::new(format!("{}: {error}", display_path(path)))
            .with_remedy("correct this error first: only a valid dataset file can be formatted")),
    }
}

/// Prints where a file differs from its canonical form. Returns whether it differs.
fn report_difference(formatted: &Formatted<'_>) -> bool {
    if let Some(difference) = Difference::first(&formatted.before, &formatted.after) {
        anstream::eprint!("{}:{difference}", display_path(formatted.path));
    }
    formatted.differs()
}

fn write(formatted: &Formatted<'_>) -> Result<(), Failure> {
    if formatted.is_stdin() {
        return print_raw(&formatted.after);
    }
    if !formatted.differs() {
        return Ok(());
    }
    replace_file(formatted.path, &formatted.after)
        .map_err(|error| Failure::writing(formatted.path, &error))?;
    anstream::eprintln!("{}: formatted", display_path(formatted.path));
    Ok(())
}
