//! A spreadsheet with one row for each project.

mod cell;
mod columns;
mod manual;
mod rows;
mod sheet;
mod table;

use std::{path::PathBuf, process::ExitCode};

use rustscape::dataset::VocabularyKind;

use super::{Head, Import, Loss, Report, Target, write_to};
use crate::{Failure, input::read_input};

/// What to import, and where to.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "\
Examples:
  rustscape import csv --template > projects.csv
  rustscape import csv projects.csv --title \"Who uses it\" --output atlas.json
  rustscape import csv - < projects.csv > atlas.json

Exit codes: 0 everything was taken over; 1 something was reported; 2 nothing could be read.
All columns are described by `rustscape import csv --help`.",
    after_long_help = long_help()
)]
pub struct Args {
    /// The spreadsheet; “-” reads standard input
    #[arg(value_name = "FILE", required_unless_present = "template")]
    file: Option<PathBuf>,
    /// Write a spreadsheet with all columns and sample rows, and read nothing
    #[arg(long, conflicts_with = "file")]
    template: bool,
    #[command(flatten)]
    target: Target,
}

fn long_help() -> String {
    let examples = "\
Examples:
  rustscape import csv --template > projects.csv
  rustscape import csv projects.csv --title \"Who uses it\" --output atlas.json

Exit codes: 0 everything was taken over; 1 something was reported; 2 nothing could be read.";
    format!("{examples}\n\n{}", manual::documentation())
}

/// Runs the command.
///
/// # Errors
///
/// When the file cannot be read, or nothing in it.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let Some(file) = args.file.as_deref().filter(|_| !args.template) else {
        write_to(args.target.output.as_deref(), &manual::template())?;
        return Ok(ExitCode::SUCCESS);
    };
    let import = import(&read_input(file)?, &args.target.head(file))?;
    args.target.write(file, &import)
}

/// Makes a dataset of a spreadsheet.
///
/// # Errors
///
/// When it is no text, or its first row does not name the columns.
pub fn import(bytes: &[u8], head: &Head) -> Result<Import, Failure> {
    let mut report = Report::default();
    let rows = sheet::read_rows(bytes, &mut report)?;
    let draft = rows::gather(&rows, &mut report);
    for coded in VocabularyKind::ALL {
        let unusual = draft.words.unusual(coded);
        if !unusual.is_empty() {
            let text =
                format!("new terms, if they are not slips of the pen: {}", unusual.join(", "));
            report.whole(coded.key(), text, (unusual.len(), Loss::Nothing));
        }
    }
    Import::of(draft, head, report)
}
