//! Badges with project counts for other sites, drawn by shields.io.

use serde::Serialize;

use crate::{
    json::to_json,
    publish::{
        File, Page, Publication, cards::app_color::accent, project_set::ProjectSet, text::one_line,
    },
    words::counted,
};

/// File name of a badge, in the folder of its page.
const NAME: &str = "badge.json";

/// A badge in the format of a shields.io endpoint, <https://shields.io/badges/endpoint-badge>.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Badge<'p> {
    schema_version: u32,
    label: String,
    message: String,
    color: &'p str,
}

/// Returns the badges of the home page, each organization and each facet value, in the order of the
/// pages. A badge reads, for example, `Rustscape | 478 projects`.
pub fn files(publication: &Publication, pages: &[Page]) -> Vec<File> {
    let project_sets =
        pages.iter().filter_map(|page| Some((page, ProjectSet::of(publication, &page.route)?)));
    project_sets
        .map(|(page, project_set)| {
            File::new([&page.address, NAME].concat(), badge(publication, project_set))
        })
        .collect()
}

fn badge(publication: &Publication, project_set: ProjectSet) -> String {
    let title = &publication.dataset().title;
    let label = match project_set.name(publication) {
        None => title.clone(),
        Some(name) => format!("{title} · {name}"),
    };
    let n_projects = usize::try_from(project_set.n_projects(publication)).unwrap_or(usize::MAX);
    to_json(&Badge {
        schema_version: 1,
        label: one_line(&label),
        message: counted(n_projects, "project", "projects"),
        color: accent(publication).trim_start_matches('#'),
    })
}
