//! Notice about invalid records.

use maud::{Markup, html};

use crate::{dataset::Problem, wording::problem_count};

/// Renders the number of records that the dataset left out, with a list of the reasons.
pub fn problems(problems: &[Problem]) -> Markup {
    let mut records: Vec<&str> = problems.iter().map(|problem| problem.record.as_str()).collect();
    records.dedup();
    html! {
        @if !problems.is_empty() {
            details.notice lang="en" dir="ltr" {
                summary { (problem_count(records.len())) }
                ul { @for problem in problems { li { (problem) } } }
            }
        }
    }
}
