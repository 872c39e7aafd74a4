//! Table of all endpoints of the data API, shared by `index.json` and `openapi.json`.

use rustscape::dataset::record::Vocabulary;

use super::{
    changes::Changes,
    endpoint::{Endpoint, csv, json, json_lines},
    facets::{FacetList, ValueFile},
    head::{Meta, OrganizationList, ServiceIndex},
    openapi::{OpenApiDocument, PublishedRecord, SchemaDocument},
    records::{PublishedOrganization, PublishedProject},
};

/// All endpoints. Each file matches the path of exactly one of them.
pub(super) static ENDPOINTS: [Endpoint; 17] = [
    json::<ServiceIndex<'_>>(
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
    json_lines::<PublishedOrganization<'_>>(
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
    json_lines::<PublishedProject<'_>>(
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
    json::<PublishedRecord<Vocabulary<'_>>>(
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
    json::<OpenApiDocument>(
        "openapi",
        "openapi.json",
        "This description",
        "In the form of OpenAPI 3.1.",
    ),
];
