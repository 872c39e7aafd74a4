//! Names of organizations and projects.

use super::grouped;
use crate::{
    dataset::{Dataset, Project},
    search::fold,
};

/// Number of names in a summary.
const N_NAMED: usize = 3;

/// Returns the first names of a list and the number of the others: "Acme, Gate, Lock and 9 more".
pub fn summarize_names(names: &[&str]) -> String {
    let first = &names[..names.len().min(N_NAMED)];
    match (first, names.len() - first.len()) {
        ([others @ .., last], 0) if !others.is_empty() => {
            [&others.join(", "), " and ", last].concat()
        }
        (_, 0) => first.concat(),
        (_, n_more) => [&first.join(", "), " and ", &grouped(n_more), " more"].concat(),
    }
}

/// Returns whether a project has the same name as its organization.
pub fn is_namesake(project: &Project, dataset: &Dataset) -> bool {
    fold(&project.name) == fold(&dataset.org(project.org).name)
}
