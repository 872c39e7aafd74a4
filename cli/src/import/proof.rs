//! Nothing is written that the check would object to.

use rustscape::dataset;

use super::{
    draft::{Draft, Head},
    repair::Repair,
    report::Report,
    used::used_terms,
};
use crate::{
    Failure,
    check::{Settings, find},
    fmt::canonical,
};

/// A dataset that was made of a file of another form.
#[derive(Debug)]
pub struct Import {
    /// The dataset in its canonical form. Every reader takes all of it, and the check finds no
    /// error in it.
    pub text: String,
    /// How many organizations it has.
    pub n_organizations: usize,
    /// How many projects they have.
    pub n_projects: usize,
    /// What was not taken over as it was.
    pub report: Report,
}

impl Import {
    /// Finishes a draft. What the check would object to is taken out here, and reported.
    pub(super) fn of(draft: Draft, head: &Head, mut report: Report) -> Result<Self, Failure> {
        let (mut file, mut words, sources) = draft.into_parts(head, &mut report);
        let settings = Settings { is_quiet: true, ..Settings::default() };
        // Each round takes something out at least, so there is an end.
        loop {
            file["vocabulary"] = words.vocabulary(&used_terms(&file));
            let text = canonical(file.to_string().as_bytes()).map_err(|error| broken(&error))?;
            let (dataset, problems) =
                dataset::read(text.as_bytes()).map_err(|error| broken(&error))?;
            let mut repair = Repair {
                file: &mut file,
                words: &mut words,
                sources: &sources,
                report: &mut report,
            };
            if let Some(problem) = problems.first() {
                if !repair.leave_out(&problems) {
                    return Err(broken(problem));
                }
                continue;
            }
            let errors = find(text.as_bytes(), &settings);
            let Some(error) = errors.first() else {
                let n_organizations = dataset.organizations.len();
                let n_projects = dataset.projects.len();
                return Ok(Self { text, n_organizations, n_projects, report });
            };
            if !repair.mend(&errors) {
                return Err(broken(&error.sentence()));
            }
        }
    }
}

fn broken(why: &dyn std::fmt::Display) -> Failure {
    Failure::new(format!("what was made of the file is no dataset: {why}"))
        .with_remedy("this is a mistake of rustscape; please report it with the file")
}
