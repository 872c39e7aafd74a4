//! What changed between two datasets, as claims.

mod change;
mod compare;
mod report;

pub(crate) use self::{
    compare::{Compared, compare},
    report::{headline, markup},
};

use std::{path::Path, path::PathBuf, process::ExitCode};

use self::report::write;
use crate::{Failure, dataset_file::DatasetFile, input::STANDARD_INPUT, output::print};

const EXAMPLES: &str = "\
Examples:
  rustscape diff old.json new.json
  git show HEAD:public/data/rustscape.json | rustscape diff - public/data/rustscape.json
  rustscape diff old.json new.json --format markdown > comment.md

Records are the same ones when they have the same id, or when a redirect of NEW leads from the old
id to the new one. Sources are the same ones by their address, then by their title; outcomes and
notes by their statement, then by most of its words (and outcomes only within one metric). The
order of records, of sources, outcomes and notes, and how the file is written do not matter.

What is lost is said loudly: a record that is gone without a redirect, a redirect that is gone, and
a record that breaks a rule now. Nothing is deleted because it ended.

With --format json:
  {\"headline\": \"1 project added\", \"counts\": {\"project-added\": 1},
   \"changes\": [{\"change\": \"project-added\", \"is_loss\": false,
                \"record\" (null for the dataset as a whole), \"name\" (null likewise),
                \"subject\" (an address, a statement, a term; null for the record itself),
                \"edits\": [{\"field\", \"before\" (null is unknown), \"after\" (null likewise)}]}]}
A change is one of
  organization-{added, removed, renamed}, project-{added, removed, renamed}, left-out, merged,
  status-changed, confidence-changed, verdict-changed, corrected, verified,
  outcome-{added, removed, changed}, source-{added, removed, corrected, rechecked},
  note-{added, removed, changed}, dataset-changed, term-{added, removed, changed},
  terms-reordered, redirect-{added, removed, changed}, event-{added, removed}
There may be more of them one day. Edits of what is added or removed are a sketch of it.

Exit code: 0 compared, 1 with --exit-code where something changed, 2 not done.";

/// Say what changed from one dataset to another
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The dataset before; `-` is the standard input
    old: PathBuf,

    /// The dataset after; `-` is the standard input
    new: PathBuf,

    /// How changes are told
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Exit with 1 where something changed
    #[arg(long)]
    exit_code: bool,
}

/// How changes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For a terminal
    Text,
    /// For a comment on GitHub
    Markdown,
    /// For programs
    Json,
}

/// Runs the command.
///
/// # Errors
///
/// When a file cannot be read, or is no dataset.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let is_input = |path: &Path| path == Path::new(STANDARD_INPUT);
    if is_input(&args.old) && is_input(&args.new) {
        return Err(Failure::new("both datasets cannot be the standard input")
            .with_remedy("write one of them to a file"));
    }
    let (old, new) = (DatasetFile::open(&args.old)?, DatasetFile::open(&args.new)?);
    old.warn_about_left_out_records();
    new.warn_about_left_out_records();
    let changes = compare(old.compared(), new.compared());
    let text = write(&changes, args.format);
    print(&text)?;
    let is_objection = args.exit_code && !changes.is_empty();
    Ok(ExitCode::from(u8::from(is_objection)))
}
