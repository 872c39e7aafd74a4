//! `rustscape import landscape`: imports a `landscape.yml` in the format of the CNCF landscape.
//!
//! | landscape | dataset |
//! |---|---|
//! | item | project of the organization that its Crunchbase URL names, or else of itself |
//! | item of a member | organization; its summary states tier, role and date of joining |
//! | category | industry of an organization with more than half of its items in it |
//! | subcategory, also of `second_path` | domain; its hint names the category |
//! | `description`, or else a use case | summary |
//! | `project` | status; “archived” is “discontinued” |
//! | `homepage_url`, `repo_url`, `additional_repos`, `summary_intro_url` | sources |
//! | stages in `extra`, such as `accepted` | notes; the first year is `since` |
//! | `summary_…` in `extra` | notes |
//!
//! Both levels of categories could become domains, but a typical landscape then has more domains
//! than a reader can look through. Therefore categories become industries, and only of
//! organizations with most of their items in one category. All projects are unverified, because
//! nobody has checked their sources. A project with a repository is open source.

mod domains;
mod industries;
mod item_reader;
mod items;
mod organization_resolver;
mod unmapped_fields;
mod yaml;

use std::{collections::HashMap, path::PathBuf, process::ExitCode};

use self::{
    domains::{DomainMap, SubcategoryDomain},
    industries::IndustryCounter,
    item_reader::ItemReader,
    items::{Landscape, LandscapeItem, read_landscape},
    organization_resolver::OrganizationResolver,
    unmapped_fields::UnmappedFields,
};
use super::{
    decode::decode, draft::DatasetDraft, id_allocator::IdAllocator,
    imported_dataset::ImportedDataset, location::InputLocation, message::quoted,
    metadata::DatasetMetadata, options::ImportOptions, report::ImportReport,
};
use crate::{Failure, input::read_input};

/// Arguments of `rustscape import landscape`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rustscape import landscape landscape.yml --title \"Cloud native\" --output atlas.json
  curl https://example.org/landscape.yml | rustscape import landscape - > atlas.json

Exit codes: 0 imported; 1 imported, something was reported; 2 nothing imported.")]
pub struct Args {
    /// Landscape in YAML format; “-” for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    options: ImportOptions,
}

/// Runs the command.
///
/// # Errors
///
/// Fails if the input cannot be read, contains nothing to import, or the output cannot be written.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let dataset = import(&read_input(&args.file)?, &args.options.metadata(&args.file))?;
    args.options.write(&args.file, &dataset)
}

/// Converts a landscape into a dataset.
///
/// # Errors
///
/// Fails if the bytes are not YAML, nest or repeat too much, or are not a landscape.
pub fn import(bytes: &[u8], metadata: &DatasetMetadata) -> Result<ImportedDataset, Failure> {
    let text = decode(bytes, "save it as UTF-8")?;
    let mut report = ImportReport::default();
    let root = yaml::parse(&text, &mut report)?;
    let mut unmapped = UnmappedFields::default();
    let landscape = read_landscape(&root, &mut unmapped, &mut report)?;
    let draft = build_draft(&landscape, &mut unmapped, &mut report);
    unmapped.report(&mut report);
    ImportedDataset::from_draft(draft, metadata, report)
}

fn build_draft(
    landscape: &Landscape<'_>,
    unmapped: &mut UnmappedFields,
    report: &mut ImportReport,
) -> DatasetDraft {
    let mut draft = DatasetDraft::default();
    let mut organizations = OrganizationResolver::new(&landscape.items, report);
    let mut project_ids: HashMap<String, IdAllocator> = HashMap::new();
    let domains = DomainMap::new(landscape);
    let mut industries = IndustryCounter::default();
    for item in &landscape.items {
        let (org_id, org_name) = organizations.organization_of(item);
        if let Some(warning) = organizations.take_warning(&org_name) {
            report.add_warning(item.line, "item", warning);
        }
        // Taken out of the draft, because the project borrows the draft mutably.
        let mut vocabulary = std::mem::take(&mut draft.vocabulary);
        let organization = draft.organization(&org_id, &org_name, item.line);
        let mut reader = ItemReader { item, vocabulary: &mut vocabulary, unmapped, report };
        industries.add(&org_id, &org_name, item);
        if item.is_member {
            for (key, value, line) in reader.read_member() {
                let name = format!("“{key}” of {}", quoted(item.name));
                let location = InputLocation { line, name: &name };
                organization.record.merge(key, value, location, report);
            }
        } else {
            let domains = domains_of(item, &domains, reader.report);
            let ids = project_ids.entry(org_id).or_insert_with(|| IdAllocator::new("project"));
            let id = ids.id_for(item.name);
            if let Some(warning) = ids.take_warning(item.name) {
                reader.report.add_warning(item.line, "item", warning);
            }
            reader.read_project(&domains, organization.project(&id, item.name, item.line));
        }
        draft.vocabulary = vocabulary;
    }
    industries.apply(&mut draft, report);
    draft
}

/// Returns the domains of all subcategories that list an item: its own and those in `second_path`.
fn domains_of(
    item: &LandscapeItem<'_>,
    domains: &DomainMap,
    report: &mut ImportReport,
) -> Vec<SubcategoryDomain> {
    let mut found = vec![domains.domain(item.category, item.subcategory)];
    let Some(paths) = item.get("second_path") else { return found };
    let one = std::slice::from_ref(paths);
    let subject = format!("“second_path” of {}", quoted(item.name));
    for path in if paths.values().is_empty() { one } else { paths.values() } {
        let line = path.line;
        let Some((category, subcategory)) = path.text().and_then(split_path) else {
            let text = "is not “category / subcategory”; left out";
            report.add_omitted_value(line, &subject, text);
            continue;
        };
        if !domains.contains(category, subcategory) {
            let path = quoted(&format!("{category} / {subcategory}"));
            let text = format!("{path} is no category of this landscape with such a subcategory");
            report.add_warning(line, &subject, text);
        }
        found.push(domains.domain(category, subcategory));
    }
    found
}

/// Splits a path into category and subcategory.
fn split_path(path: &str) -> Option<(&str, &str)> {
    let (category, subcategory) = path.split_once('/')?;
    let (category, subcategory) = (category.trim(), subcategory.trim());
    (!category.is_empty() && !subcategory.is_empty()).then_some((category, subcategory))
}
