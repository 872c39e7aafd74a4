//! Nothing is written that a reader of datasets would object to.

use rustscape::dataset::{self, Problem};
use serde_json::Value;

use super::{
    draft::{Draft, Head, Lines},
    report::Report,
};
use crate::{Failure, fmt::canonical};

/// A dataset that was made of a file of another form.
#[derive(Debug)]
pub struct Import {
    /// The dataset in its canonical form. Every reader takes all of it.
    pub text: String,
    /// How many organizations it has.
    pub n_organizations: usize,
    /// How many projects they have.
    pub n_projects: usize,
    /// What was not taken over as it was.
    pub report: Report,
}

impl Import {
    /// Finishes a draft. A record that readers would leave out is left out here, and reported.
    pub(super) fn of(draft: Draft, head: &Head, mut report: Report) -> Result<Self, Failure> {
        let (mut file, lines) = draft.into_value(head, &mut report);
        loop {
            let text = canonical(file.to_string().as_bytes()).map_err(|error| broken(&error))?;
            let (dataset, problems) =
                dataset::read(text.as_bytes()).map_err(|error| broken(&error))?;
            if problems.is_empty() {
                let n_organizations = dataset.organizations.len();
                let n_projects = dataset.projects.len();
                return Ok(Self { text, n_organizations, n_projects, report });
            }
            // Each round leaves out a record at least, so there is an end.
            let mut n_left_out = 0;
            for problem in &problems {
                if leaves_out(&mut file, &problem.record) {
                    n_left_out += 1;
                    report_problem(problem, &lines, &mut report);
                }
            }
            if n_left_out == 0 {
                return Err(broken(&problems[0]));
            }
        }
    }
}

fn broken(why: &dyn std::fmt::Display) -> Failure {
    Failure::new(format!("what was made of the file is no dataset: {why}"))
        .with_remedy("this is a mistake of rustscape; please report it with the file")
}

/// Takes a record out of the file, and says whether it was there.
fn leaves_out(file: &mut Value, record: &str) -> bool {
    let organizations = file.get_mut("organizations").and_then(Value::as_array_mut);
    let Some(organizations) = organizations else { return false };
    let Some((organization, project)) = record.split_once('/') else {
        return removes(organizations, record);
    };
    let organization =
        organizations.iter_mut().find(|other| other.get("id").is_some_and(|id| id == organization));
    let projects = organization.and_then(|organization| organization.get_mut("projects"));
    projects.and_then(Value::as_array_mut).is_some_and(|projects| removes(projects, project))
}

fn removes(records: &mut Vec<Value>, id: &str) -> bool {
    let at = records.iter().position(|record| record.get("id").is_some_and(|other| other == id));
    at.map(|at| records.remove(at)).is_some()
}

fn report_problem(problem: &Problem, lines: &Lines, report: &mut Report) {
    let Problem { record, field, reason, .. } = problem;
    let line = lines.get(record).copied().unwrap_or(1);
    report.record(line, record, format!("{field} {reason}; the record is left out"));
}
