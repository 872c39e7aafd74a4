//! The options that both import commands share, and their output.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::builder::NonEmptyStringValueParser;
use rustscape::dataset::Date;

use super::{
    imported_dataset::ImportedDataset,
    metadata::{DatasetMetadata, UNTITLED},
    report::Omission,
};
use crate::{
    Failure,
    check::{is_language_tag, last_day},
    input::display_path,
    output::print_raw,
    replace_file::replace_file,
    words::counted,
};

/// The output file and the metadata of the dataset.
#[derive(Debug, clap::Args)]
pub(super) struct ImportOptions {
    /// Output file; an existing file is replaced [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Title of the atlas [default: the name of the input file]
    #[arg(long, value_parser = NonEmptyStringValueParser::new())]
    title: Option<String>,
    /// Topic of the atlas, in one sentence [default: none]
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// Language of the texts, as a BCP 47 tag such as “en” [default: none]
    #[arg(long, value_name = "TAG", value_parser = parse_language)]
    language: Option<String>,
    /// License of the data, such as “CC-BY-4.0” [default: none]
    #[arg(long, value_name = "SPDX")]
    license: Option<String>,
    /// Date of the last change, such as “2026-11-25” [default: none]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    updated: Option<String>,
}

fn parse_date(text: &str) -> Result<String, &'static str> {
    match Date::parse(text).filter(|_| last_day(text).is_some()) {
        Some(date) => Ok(date.to_string()),
        None => Err("not a date (2022, 2022-09 or 2022-09-14)"),
    }
}

fn parse_language(text: &str) -> Result<String, &'static str> {
    if is_language_tag(text) {
        Ok(text.to_owned())
    } else {
        Err("not a language tag such as “en” or “pt-BR”")
    }
}

impl ImportOptions {
    /// Returns the metadata of the dataset. The title defaults to the name of the input file.
    pub(super) fn metadata(&self, input: &Path) -> DatasetMetadata {
        let stem = input.file_stem().map(|stem| stem.to_string_lossy().trim().to_owned());
        let stem = stem.filter(|stem| !stem.is_empty() && stem != "-");
        let title = self.title.clone().filter(|title| !title.trim().is_empty());
        DatasetMetadata {
            title: title.or(stem).unwrap_or_else(|| UNTITLED.to_owned()),
            description: self.description.clone(),
            language: self.language.clone(),
            license: self.license.clone(),
            updated: self.updated.clone(),
        }
    }

    /// Prints the report to standard error and writes the dataset. Returns exit code 1 if anything
    /// was reported.
    ///
    /// # Errors
    ///
    /// Fails if nothing was imported or the output cannot be written.
    pub(super) fn write(
        &self,
        input: &Path,
        dataset: &ImportedDataset,
    ) -> Result<ExitCode, Failure> {
        let input = display_path(input);
        for diagnostic in dataset.report.diagnostics() {
            anstream::eprintln!("{input}:{diagnostic}");
        }
        if dataset.n_organizations == 0 {
            return Err(Failure::new(format!("{input}: nothing could be imported")));
        }
        write_to(self.output.as_deref(), &dataset.text)?;
        anstream::eprintln!("{}", totals(dataset));
        Ok(ExitCode::from(u8::from(!dataset.report.is_empty())))
    }
}

/// Writes to a file, or to standard output if there is none.
pub(super) fn write_to(output: Option<&Path>, text: &str) -> Result<(), Failure> {
    match output {
        Some(path) => replace_file(path, text).map_err(|error| Failure::writing(path, &error)),
        None => print_raw(text),
    }
}

/// Returns the last line of the report: numbers of imported records and of diagnostics.
fn totals(dataset: &ImportedDataset) -> String {
    let organizations = counted(dataset.n_organizations, "organization", "organizations");
    let projects = counted(dataset.n_projects, "project", "projects");
    let report = &dataset.report;
    let counts = [
        (report.count(Omission::Record), "record left out", "records left out"),
        (report.count(Omission::Value), "value left out", "values left out"),
        (report.count(Omission::Nothing), "thing to look at", "things to look at"),
    ];
    let counts = counts.into_iter().filter(|(n, ..)| *n > 0);
    let counts = counts.map(|(n, one, many)| counted(n, one, many)).collect::<Vec<_>>();
    let reported =
        if counts.is_empty() { "nothing to report".to_owned() } else { counts.join(", ") };
    format!("imported {organizations} with {projects}: {reported}")
}
