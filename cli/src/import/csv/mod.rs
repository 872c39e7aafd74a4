//! `rustscape import csv`: imports a spreadsheet with one project per row.

mod cell;
mod column;
mod column_help;
mod column_table;
mod draft_builder;
mod header;
mod row_reader;
mod template;

use std::{path::PathBuf, process::ExitCode};

use rustscape::dataset::VocabularyKind;

use super::{
    imported_dataset::ImportedDataset,
    metadata::DatasetMetadata,
    options::{ImportOptions, write_to},
    report::{ImportReport, Omission},
};
use crate::{Failure, input::read_input};

/// Arguments of `rustscape import csv`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "\
Examples:
  rustscape import csv --template > projects.csv
  rustscape import csv projects.csv --title \"Who runs Zig\" --output atlas.json
  rustscape import csv - < projects.csv > atlas.json

Exit codes: 0 imported; 1 imported, something was reported; 2 nothing imported.
`rustscape import csv --help` describes all columns.",
    after_long_help = long_help()
)]
pub struct Args {
    /// Spreadsheet in CSV format; “-” for standard input
    #[arg(value_name = "FILE", required_unless_present = "template")]
    file: Option<PathBuf>,
    /// Write a spreadsheet with all columns and sample rows instead of importing one
    #[arg(long, conflicts_with = "file")]
    template: bool,
    #[command(flatten)]
    options: ImportOptions,
}

fn long_help() -> String {
    let examples = "\
Examples:
  rustscape import csv --template > projects.csv
  rustscape import csv projects.csv --title \"Who runs Zig\" --output atlas.json
  rustscape import csv - < projects.csv > atlas.json

Exit codes: 0 imported; 1 imported, something was reported; 2 nothing imported.";
    format!("{examples}\n\n{}", column_help::column_help())
}

/// Runs the command.
///
/// # Errors
///
/// Fails if the input cannot be read, contains nothing to import, or the output cannot be written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let Some(file) = args.file.as_deref().filter(|_| !args.template) else {
        write_to(args.options.output.as_deref(), &template::template())?;
        return Ok(ExitCode::SUCCESS);
    };
    let dataset = import(&read_input(file)?, &args.options.metadata(file))?;
    args.options.write(file, &dataset)
}

/// Converts a spreadsheet into a dataset.
///
/// # Errors
///
/// Fails if the bytes are not text, or if the first row has no column “organization”.
pub fn import(bytes: &[u8], metadata: &DatasetMetadata) -> Result<ImportedDataset, Failure> {
    let mut report = ImportReport::default();
    let rows = row_reader::read_rows(bytes, &mut report)?;
    let draft = draft_builder::build_draft(&rows, &mut report);
    for kind in VocabularyKind::ALL {
        let labels = draft.vocabulary.custom_labels(kind);
        if !labels.is_empty() {
            let text =
                format!("new terms, if they are not slips of the pen: {}", labels.join(", "));
            report.add_summary(kind.key(), text, (labels.len(), Omission::Nothing));
        }
    }
    ImportedDataset::from_draft(draft, metadata, report)
}
