//! Datasets from the files of others.
//!
//! Each form of file has a module that gathers a draft; a draft becomes a dataset in one way. What
//! has no place in a dataset is reported, never dropped silently, and nothing is guessed: what a
//! file does not say stays unknown.

pub mod csv;
pub mod landscape;

mod draft;
mod identity;
mod project;
mod proof;
mod record;
mod repair;
mod report;
mod slug;
mod text;
mod used;
mod words;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use rustscape::dataset::Date;

use self::draft::UNTITLED;
pub use self::{
    draft::Head,
    proof::Import,
    report::{Loss, Remark, Report},
};
use crate::{
    Failure,
    check::{is_language_tag, last_day},
    input::display_path,
    output::print_raw,
    replace_file::replace_file,
    words::counted,
};

/// Make a dataset from a file of another form
#[derive(Debug, clap::Subcommand)]
pub enum Form {
    /// A spreadsheet (CSV) with one row for each project
    ///
    /// Ids are made of names, and the vocabulary of the values that occur. What cannot be taken over
    /// is reported with its line and column.
    Csv(csv::Args),
    /// A `landscape.yml` in the form of the CNCF's landscape
    ///
    /// Items become projects of the organizations behind their Crunchbase addresses, members become
    /// organizations, categories become industries and subcategories domains, sites and repositories
    /// become sources. What has no place in a dataset is counted and reported.
    Landscape(landscape::Args),
}

/// What both forms ask for.
#[derive(Debug, clap::Args)]
struct Target {
    /// Write the dataset here instead of to standard output; a file that is there is replaced
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What the atlas is called [default: the name of the file]
    #[arg(long, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    title: Option<String>,
    /// What it is about, in a sentence
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// The language of its texts, such as “en”
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<String>,
    /// The license of the data, such as “CC-BY-4.0”
    #[arg(long, value_name = "SPDX")]
    license: Option<String>,
    /// The day of the last change, such as “2026-11-25”
    #[arg(long, value_name = "DATE", value_parser = date)]
    updated: Option<String>,
}

fn date(text: &str) -> Result<String, &'static str> {
    match Date::parse(text).filter(|_| last_day(text).is_some()) {
        Some(date) => Ok(date.to_string()),
        None => Err("not a date (2022, 2022-09 or 2022-09-14)"),
    }
}

fn language(text: &str) -> Result<String, &'static str> {
    if is_language_tag(text) {
        Ok(text.to_owned())
    } else {
        Err("not a tag such as “en” or “pt-BR”")
    }
}

impl Target {
    fn head(&self, file: &Path) -> Head {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().trim().to_owned());
        let stem = stem.filter(|stem| !stem.is_empty() && stem != "-");
        let title = self.title.clone().filter(|title| !title.trim().is_empty());
        Head {
            title: title.or(stem).unwrap_or_else(|| UNTITLED.to_owned()),
            description: self.description.clone(),
            language: self.language.clone(),
            license: self.license.clone(),
            updated: self.updated.clone(),
        }
    }

    /// Writes what was imported, after everything that has to be said of it.
    fn write(&self, file: &Path, import: &Import) -> Result<ExitCode, Failure> {
        let file = display_path(file);
        for remark in import.report.remarks() {
            anstream::eprintln!("{file}:{remark}");
        }
        if import.n_organizations == 0 {
            return Err(Failure::new(format!("{file}: nothing could be imported")));
        }
        write_to(self.output.as_deref(), &import.text)?;
        anstream::eprintln!("{}", closing(import));
        Ok(ExitCode::from(u8::from(!import.report.is_empty())))
    }
}

/// Writes to a file, or to standard output.
fn write_to(output: Option<&Path>, text: &str) -> Result<(), Failure> {
    match output {
        Some(path) => replace_file(path, text).map_err(|error| Failure::writing(path, &error)),
        None => print_raw(text),
    }
}

/// What was done, in numbers.
fn closing(import: &Import) -> String {
    let organizations = counted(import.n_organizations, "organization", "organizations");
    let projects = counted(import.n_projects, "project", "projects");
    let report = &import.report;
    let reported = [
        (report.count(Loss::Record), "record left out", "records left out"),
        (report.count(Loss::Value), "value left out", "values left out"),
        (report.count(Loss::Nothing), "thing to look at", "things to look at"),
    ];
    let reported = reported.into_iter().filter(|(n, ..)| *n > 0);
    let reported = reported.map(|(n, one, many)| counted(n, one, many)).collect::<Vec<_>>();
    let reported =
        if reported.is_empty() { "nothing to report".to_owned() } else { reported.join(", ") };
    format!("imported {organizations} with {projects}: {reported}")
}

/// Runs the command.
///
/// # Errors
///
/// When the file cannot be read, or nothing in it.
pub fn run(form: &Form) -> Result<ExitCode, Failure> {
    match form {
        Form::Csv(args) => csv::run(args),
        Form::Landscape(args) => landscape::run(args),
    }
}
