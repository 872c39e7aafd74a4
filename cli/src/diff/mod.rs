//! `rustscape diff`: comparison of two datasets.

mod change;
mod compare;
mod report;

pub(crate) use self::{
    compare::{DiffInput, compare},
    report::{headline, markup},
};

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use self::report::write;
use crate::{
    Failure, dataset_file::DatasetFile, input::STANDARD_INPUT, output::print,
    report_format::ReportFormat,
};

const EXAMPLES: &str = "\
Examples:
  rustscape diff old.json new.json
  git show HEAD:public/data/rustscape.json | rustscape diff - public/data/rustscape.json
  rustscape diff old.json new.json --format markdown > comment.md

Two records are the same if they have the same id, or if a redirect of NEW leads from the old id to
the new one. Sources match by URL, then by title. Outcomes and notes match by statement, then by
most of its words; outcomes only within the same metric. The order of records, sources, outcomes
and notes and the formatting of the file do not matter.

The report highlights losses: a record that was removed without a redirect, a redirect that was
removed, and a record that now breaks a rule. A project that ended keeps its record.

With --format json:
  {\"headline\": \"1 project added\", \"counts\": {\"project-added\": 1},
   \"changes\": [{\"change\": \"project-added\", \"is_loss\": false,
                \"record\" (null for the dataset as a whole), \"name\" (null likewise),
                \"subject\" (a URL, a statement, a term; null for the record itself),
                \"edits\": [{\"field\", \"before\" (null if unknown), \"after\" (null likewise)}]}]}
A change is one of
  organization-{added, removed, renamed}, project-{added, removed, renamed}, left-out, merged,
  status-changed, confidence-changed, verdict-changed, corrected, verified,
  outcome-{added, removed, changed}, source-{added, removed, corrected, rechecked},
  note-{added, removed, changed}, dataset-changed, term-{added, removed, changed},
  terms-reordered, redirect-{added, removed, changed}, event-{added, removed}
Later versions may add more. An added or removed record lists only a few key fields as edits.

Exit codes: 0 compared, 1 changes found (only with --exit-code), 2 error.";

/// Compare two datasets and report the changes
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Old dataset file; `-` for the standard input
    old: PathBuf,

    /// New dataset file; `-` for the standard input
    new: PathBuf,

    /// Output format of the report
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,

    /// Exit with code 1 if anything changed
    #[arg(long)]
    exit_code: bool,
}

/// Compares the two datasets and prints the report.
///
/// # Errors
///
/// Fails if a file cannot be read or is not a dataset, if both datasets are the standard input, or
/// if the report cannot be written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let is_input = |path: &Path| path == Path::new(STANDARD_INPUT);
    if is_input(&args.old) && is_input(&args.new) {
        return Err(Failure::new("only one dataset can come from the standard input")
            .with_remedy("write the other one to a file"));
    }
    let (old, new) = (DatasetFile::open(&args.old)?, DatasetFile::open(&args.new)?);
    old.warn_about_left_out_records();
    new.warn_about_left_out_records();
    let changes = compare((&old).into(), (&new).into());
    let text = write(&changes, args.format);
    print(&text)?;
    let has_changes = args.exit_code && !changes.is_empty();
    Ok(ExitCode::from(u8::from(has_changes)))
}
