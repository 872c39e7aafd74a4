//! The last step of an import: turns a draft into a dataset without errors.

use std::fmt;

use rustscape::dataset;

use super::{
    draft::DatasetDraft, metadata::DatasetMetadata, report::ImportReport, sanitizer::Sanitizer,
    used_terms::used_terms,
};
use crate::{
    Failure,
    check::{Settings, find},
    fmt::canonical,
};

/// A dataset that was imported from a file in another format.
#[derive(Debug)]
pub struct ImportedDataset {
    /// The dataset file in canonical form. Readers accept every record, and `rustscape check`
    /// finds no error.
    pub text: String,
    /// The number of organizations.
    pub n_organizations: usize,
    /// The number of projects of all organizations.
    pub n_projects: usize,
    /// The data that was left out or changed.
    pub report: ImportReport,
}

impl ImportedDataset {
    /// Converts a draft into a dataset. Removes and reports every value that the reader rejects or
    /// that the check reports as an error.
    ///
    /// # Errors
    ///
    /// Fails if an error remains that cannot be removed, which is a bug of the importer.
    pub(super) fn from_draft(
        draft: DatasetDraft,
        metadata: &DatasetMetadata,
        mut report: ImportReport,
    ) -> Result<Self, Failure> {
        let (mut file, mut vocabulary, sources) = draft.into_parts(metadata, &mut report);
        let settings = Settings { is_quiet: true, ..Settings::default() };
        // The loop ends, because each round removes at least one value.
        loop {
            file["vocabulary"] = vocabulary.to_json(&used_terms(&file));
            let text = canonical(file.to_string().as_bytes()).map_err(|error| bug(&error))?;
            let (dataset, problems) =
                dataset::read(text.as_bytes()).map_err(|error| bug(&error))?;
            let mut sanitizer = Sanitizer {
                file: &mut file,
                vocabulary: &mut vocabulary,
                sources: &sources,
                report: &mut report,
            };
            if let Some(problem) = problems.first() {
                if !sanitizer.remove_rejected_records(&problems) {
                    return Err(bug(problem));
                }
                continue;
            }
            let errors = find(text.as_bytes(), &settings);
            let Some(error) = errors.first() else {
                let n_organizations = dataset.organizations.len();
                let n_projects = dataset.projects.len();
                return Ok(Self { text, n_organizations, n_projects, report });
            };
            if !sanitizer.remove_errors(&errors) {
                return Err(bug(&error.sentence()));
            }
        }
    }
}

fn bug(reason: &dyn fmt::Display) -> Failure {
    Failure::new(format!("the import produced an invalid dataset: {reason}"))
        .with_remedy("this is a bug in rustscape; please report it with the file")
}
