//! The files of the service, by the templates of their paths: one table for the index and for
//! what `openapi.json` says.

use rustscape::dataset::record::Vocabulary;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::{
    changes::Changes,
    facets::{FacetList, ValueFile},
    head::{Index, Meta, OrganizationList},
    openapi::{Document, Published, SchemaDocument},
    records::{PublishedOrganization, PublishedProject},
};

/// The media type of JSON.
pub(super) const JSON: &str = "application/json";

/// The media type of CSV.
pub(super) const CSV: &str = "text/csv";

/// The media type of lines of JSON: not registered, but what programs look for.
pub(super) const NDJSON: &str = "application/x-ndjson";

/// Files of one form.
#[derive(Debug)]
pub(super) struct Endpoint {
    /// What programs call it: a word in `snake_case`, which never changes.
    pub(super) name: &'static str,
    /// The path below the folder of the service, with parameters in braces.
    pub(super) path: &'static str,
    /// The media type.
    pub(super) media_type: &'static str,
    /// What it is, in a few words.
    pub(super) title: &'static str,
    /// What else is to be known of it.
    pub(super) doc: &'static str,
    /// Writes the schema of the file, or of each of its lines. `None` for CSV.
    pub(super) schema: Option<fn(&mut SchemaGenerator) -> Schema>,
}

impl Endpoint {
    /// Whether it is a table for people, which begins with a byte order mark.
    pub(super) fn is_spreadsheet(&self) -> bool {
        self.path.ends_with(".spreadsheet.csv")
    }

    /// The parameters of its path, in their order.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('{').skip(1).filter_map(|rest| rest.split('}').next())
    }
}

const fn json<T: JsonSchema>(
    name: &'static str,
    path: &'static str,
    title: &'static str,
    doc: &'static str,
) -> Endpoint {
    Endpoint {
        name,
        path,
        media_type: JSON,
        title,
        doc,
        schema: Some(SchemaGenerator::subschema_for::<T>),
    }
}

const fn csv(
    name: &'static str,
    path: &'static str,
    title: &'static str,
    doc: &'static str,
) -> Endpoint {
    Endpoint { name, path, media_type: CSV, title, doc, schema: None }
}

const fn lines<T: JsonSchema>(
    name: &'static str,
    path: &'static str,
    title: &'static str,
    doc: &'static str,
) -> Endpoint {
    Endpoint {
        name,
        path,
        media_type: NDJSON,
        title,
        doc,
        schema: Some(SchemaGenerator::subschema_for::<T>),
    }
}

/// Every form of files. No two of their paths fit one file.
pub(super) static ENDPOINTS: [Endpoint; 17] = [
    json::<Index<'_>>(
        "index",
        "index.json",
        "What there is",
        "Every file, and the state of the data.",
    ),
    json::<Meta<'_>>(
        "meta",
        "meta.json",
        "What the dataset says of itself",
        "Title, license, version and counts.",
    ),
    json::<OrganizationList<'_>>(
        "organizations",
        "organizations.json",
        "Every organization in short",
        "In the order of the dataset, which is by id.",
    ),
    json::<PublishedOrganization<'_>>(
        "organization",
        "organizations/{org}.json",
        "An organization with its projects",
        "The complete record as the dataset has it, and its page.",
    ),
    lines::<PublishedOrganization<'_>>(
        "organizations_ndjson",
        "organizations.ndjson",
        "Every organization with its projects",
        "What the files of all organizations say, one on each line.",
    ),
    json::<PublishedProject<'_>>(
        "project",
        "projects/{org}/{project}.json",
        "A project",
        "The complete record as the dataset has it, its organization and its page.",
    ),
    lines::<PublishedProject<'_>>(
        "projects_ndjson",
        "projects.ndjson",
        "Every project",
        "What the files of all projects say, one on each line.",
    ),
    csv("projects_csv", "projects.csv", "Every project as a table", "In the order of the dataset."),
    csv(
        "projects_spreadsheet",
        "projects.spreadsheet.csv",
        "Every project as a table for spreadsheet programs",
        "The rows of `projects.csv`, for people.",
    ),
    json::<FacetList<'_>>(
        "facets",
        "facets.json",
        "What projects can be told apart by",
        "Every value that a project has, with the number of its projects.",
    ),
    json::<ValueFile<'_>>(
        "facet_value",
        "facets/{facet}/{value}.json",
        "The projects of a value",
        "In the order of the page of the value.",
    ),
    csv(
        "facet_value_csv",
        "facets/{facet}/{value}.csv",
        "The projects of a value as a table",
        "In the order of the page of the value.",
    ),
    csv(
        "facet_value_spreadsheet",
        "facets/{facet}/{value}.spreadsheet.csv",
        "The projects of a value as a table for spreadsheet programs",
        "The rows of `facets/{facet}/{value}.csv`, for people.",
    ),
    json::<Changes>(
        "changes",
        "changes.json",
        "What changed in the data",
        "Events, the newest first, and the records that have other ids than before.",
    ),
    json::<Published<Vocabulary<'_>>>(
        "vocabulary",
        "vocabulary.json",
        "What ids are called",
        "As the dataset has it, each list in display order.",
    ),
    json::<SchemaDocument>(
        "schema",
        "schema.json",
        "The JSON Schema of the dataset file",
        "For `data/rustscape.json`; the files of the service are described by `openapi.json`.",
    ),
    json::<Document>("openapi", "openapi.json", "This description", "In the form of OpenAPI 3.1."),
];
