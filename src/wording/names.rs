use super::grouped;
use crate::{
    dataset::{Dataset, Project},
    search::fold,
};

/// How many names stand for a list.
const N_NAMED: usize = 3;

/// The first names of a list, and how many there are more: "Acme, Gate, Lock and 9 more".
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

/// Returns whether a project bears the name of its organization, which then is not said twice.
pub fn is_namesake(project: &Project, dataset: &Dataset) -> bool {
    fold(&project.name) == fold(&dataset.org(project.org).name)
}
