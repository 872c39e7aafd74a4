//! `rustscape import`: converts other file formats into datasets.
//!
//! Each format has a module that builds a `DatasetDraft`. All drafts become a dataset in the same
//! way, in `imported_dataset`. Data that does not fit into a dataset is reported, never dropped
//! silently. Nothing is guessed: a value that the file does not give stays unknown.

pub mod csv;
pub mod landscape;

mod decode;
mod draft;
mod id_allocator;
mod imported_dataset;
mod location;
mod message;
mod metadata;
mod options;
mod project_draft;
mod record_draft;
mod report;
mod sanitizer;
mod slug;
mod used_terms;
mod vocabulary_builder;

use std::process::ExitCode;

use crate::Failure;

pub use self::{
    imported_dataset::ImportedDataset,
    metadata::DatasetMetadata,
    report::{ImportDiagnostic, ImportReport, Omission},
};

/// Convert another file format into a dataset
#[derive(Debug, clap::Subcommand)]
pub enum ImportCommand {
    /// Import a spreadsheet (CSV) with one project per row
    ///
    /// Creates ids from names, and the vocabulary from the values in the file. Reports everything
    /// that cannot be imported, with its line and column.
    Csv(csv::Args),
    /// Import a `landscape.yml` in the format of the CNCF landscape
    ///
    /// Items become projects of the organizations that their Crunchbase URLs name. Members become
    /// organizations, categories become industries, and subcategories become domains. Home pages
    /// and repositories become sources. Reports every field that has no equivalent in a dataset.
    Landscape(landscape::Args),
}

/// Runs the command.
///
/// # Errors
///
/// Fails if the input cannot be read, contains nothing to import, or the output cannot be written.
pub fn run(command: &ImportCommand) -> Result<ExitCode, Failure> {
    match command {
        ImportCommand::Csv(args) => csv::run(args),
        ImportCommand::Landscape(args) => landscape::run(args),
    }
}
