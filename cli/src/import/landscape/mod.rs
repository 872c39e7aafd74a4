//! A `landscape.yml` in the form of the CNCF's landscape.
//!
//! | landscape | dataset |
//! |---|---|
//! | item | project, of the organization of its Crunchbase address, or else of itself |
//! | item of a member | organization; its summary says tier, role and when it joined |
//! | category | industry of an organization that has more than half of its items there |
//! | subcategory, also of `second_path` | domain, whose hint names the category |
//! | `description`, or else a use case | summary |
//! | `project` | status; “archived” is “discontinued” |
//! | `homepage_url`, `repo_url`, `additional_repos`, `summary_intro_url` | sources |
//! | stages in `extra`, such as `accepted` | notes; the first year is `since` |
//! | `summary_…` in `extra` | notes |
//!
//! A landscape has two levels, as an atlas has industry and domain; with both levels as domains, a
//! landscape of usual size has more of them than can be looked through. A category is what an
//! organization does only where most of its items are in it. Nobody has looked at the sources, so
//! each project is unverified; source code is open where there is a repository.

mod entry;
mod industry;
mod items;
mod owners;
mod yaml;

use std::{collections::HashMap, path::PathBuf, process::ExitCode};

use self::{
    entry::Reading,
    industry::Industries,
    items::{Domain, Domains, Item, Landscape, Unplaced, read_landscape},
    owners::Owners,
};
use super::{
    Head, Import, Report, Target,
    draft::Draft,
    identity::Identities,
    record::{Place, quoted},
    text::decoded,
};
use crate::{Failure, input::read_input};

/// What to import, and where to.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rustscape import landscape landscape.yml --title \"Cloud native\" --output atlas.json
  curl https://example.org/landscape.yml | rustscape import landscape - > atlas.json

Exit codes: 0 everything was taken over; 1 something was reported; 2 nothing could be read.")]
pub struct Args {
    /// The landscape; “-” reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    target: Target,
}

/// Runs the command.
///
/// # Errors
///
/// When the file cannot be read, or nothing in it.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let import = import(&read_input(&args.file)?, &args.target.head(&args.file))?;
    args.target.write(&args.file, &import)
}

/// Makes a dataset of a landscape.
///
/// # Errors
///
/// When it is no YAML, or repeats too much by aliases, or no landscape.
pub fn import(bytes: &[u8], head: &Head) -> Result<Import, Failure> {
    let text = decoded(bytes, "save it as UTF-8")?;
    let mut report = Report::default();
    let root = yaml::parse(&text, &mut report)?;
    let mut unplaced = Unplaced::default();
    let landscape = read_landscape(&root, &mut unplaced, &mut report)?;
    let draft = gather(&landscape, &mut unplaced, &mut report);
    unplaced.report(&mut report);
    Import::of(draft, head, report)
}

fn gather(landscape: &Landscape<'_>, unplaced: &mut Unplaced, report: &mut Report) -> Draft {
    let mut draft = Draft::default();
    let mut owners = Owners::of(&landscape.items, report);
    let mut projects: HashMap<String, Identities> = HashMap::new();
    let domains = Domains::of(landscape);
    let mut industries = Industries::default();
    for item in &landscape.items {
        let (org_id, org_name) = owners.owner(item);
        if let Some(doubt) = owners.take_doubt(&org_name) {
            report.look(item.line, "item", doubt);
        }
        // The terms are taken out while the draft is borrowed for the project.
        let mut words = std::mem::take(&mut draft.words);
        let organization = draft.organization(&org_id, &org_name, item.line);
        let mut reading = Reading { item, words: &mut words, unplaced, report };
        industries.add(&org_id, &org_name, item);
        if item.is_member {
            for (key, value, line) in reading.member() {
                let name = format!("“{key}” of {}", quoted(item.name));
                organization.record.tell(key, value, Place { line, name: &name }, report);
            }
        } else {
            let domains = domains_of(item, &domains, reading.report);
            let identities = projects.entry(org_id).or_insert_with(|| Identities::new("project"));
            let id = identities.of_name(item.name);
            if let Some(doubt) = identities.take_doubt(item.name) {
                reading.report.look(item.line, "item", doubt);
            }
            reading.project(&domains, organization.project(&id, item.name, item.line));
        }
        draft.words = words;
    }
    industries.tell(&mut draft, report);
    draft
}

/// The domains of every place in which an item is listed.
fn domains_of(item: &Item<'_>, domains: &Domains, report: &mut Report) -> Vec<Domain> {
    let mut found = vec![domains.at(item.category, item.subcategory)];
    let Some(paths) = item.get("second_path") else { return found };
    let one = std::slice::from_ref(paths);
    let place = format!("“second_path” of {}", quoted(item.name));
    for path in if paths.values().is_empty() { one } else { paths.values() } {
        let line = path.line;
        let Some((category, subcategory)) = path.text().and_then(parts_of) else {
            report.value(line, &place, "is not “category / subcategory”; left out");
            continue;
        };
        if !domains.has(category, subcategory) {
            let path = quoted(&format!("{category} / {subcategory}"));
            let text = format!("{path} is no category of this landscape with such a subcategory");
            report.look(line, &place, text);
        }
        found.push(domains.at(category, subcategory));
    }
    found
}

/// The category and the subcategory of a path.
fn parts_of(path: &str) -> Option<(&str, &str)> {
    let (category, subcategory) = path.split_once('/')?;
    let (category, subcategory) = (category.trim(), subcategory.trim());
    (!category.is_empty() && !subcategory.is_empty()).then_some((category, subcategory))
}
