//! `openapi.json`: description of the data API for generators of clients and documentation.

mod components;
mod examples;

use rustscape::{
    dataset::{SLUG_MAX_BYTES, record::SLUG_PATTERN},
    search::Facet,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Map, Value};

pub(super) use self::{
    components::{PublishedRecord, SchemaDocument},
    examples::Examples,
};
use super::{
    Publication, address,
    columns::columns,
    endpoint::{CSV, Endpoint, NDJSON},
    facets::published_facets,
};
use crate::json::as_object;

/// Version of the API. The first number is that of the folder; the second grows with additions.
const VERSION: &str = "1.0.0";

/// Description of the API as a whole.
const DESCRIPTION: &str = "\
    Every file is static: there is nothing to sign in to, and no request changes anything. \
    `null` means that something is unknown, never that it is not so. Records have the keys of the \
    dataset file; keys may be added, and none is renamed or taken away below `api/v1/`. \
    An id never changes: a record that was renamed is in the `redirects` of `changes.json`. \
    `meta.json` and `index.json` have the `version` of the data, which is another one after each change, \
    and lead to what the data was on earlier days. Programs read the tables `….csv`, which have no \
    byte order mark; people open `….spreadsheet.csv`, the same with one.";

/// An OpenAPI document.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OpenApiDocument {
    /// Version of OpenAPI.
    openapi: &'static str,
    #[schemars(with = "Map<String, Value>")]
    info: Info,
    #[schemars(skip)]
    security: [(); 0],
    #[schemars(skip)]
    servers: [Server; 1],
    #[serde(serialize_with = "as_object")]
    #[schemars(with = "Map<String, Value>")]
    paths: Vec<(String, PathItem)>,
    #[schemars(skip)]
    components: Components,
}

/// Metadata of the API.
#[derive(Debug, Serialize)]
struct Info {
    title: String,
    version: &'static str,
    summary: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<License>,
}

#[derive(Debug, Serialize)]
struct License {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
}

#[derive(Debug, Serialize)]
struct Server {
    url: String,
}

/// Operations on a path. Static files only support GET.
#[derive(Debug, Serialize)]
struct PathItem {
    get: Operation,
}

#[derive(Debug, Serialize)]
struct Operation {
    #[serde(rename = "operationId")]
    id: &'static str,
    summary: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parameters: Vec<Parameter>,
    responses: Responses,
}

#[derive(Debug, Serialize)]
struct Parameter {
    name: &'static str,
    r#in: &'static str,
    required: bool,
    description: &'static str,
    schema: Schema,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<String>,
}

#[derive(Debug, Serialize)]
struct Responses {
    #[serde(rename = "200")]
    ok: Response,
    #[serde(rename = "404")]
    not_found: Schema,
}

#[derive(Debug, Serialize)]
struct Response {
    description: String,
    #[serde(serialize_with = "as_object")]
    content: [(&'static str, MediaType); 1],
}

/// Schema and example of a media type.
#[derive(Debug, Serialize)]
struct MediaType {
    schema: Schema,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<Value>,
}

#[derive(Debug, Serialize)]
struct Components {
    schemas: Map<String, Value>,
    responses: SharedResponses,
}

/// Responses that all operations share.
#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
struct SharedResponses {
    not_found: NotFound,
}

#[derive(Debug, Serialize)]
struct NotFound {
    description: &'static str,
}

/// Reference to the response for a path without a file.
const NOT_FOUND: &str = "#/components/responses/NotFound";

/// Returns the OpenAPI document.
pub(super) fn document(examples: &Examples<'_>) -> OpenApiDocument {
    let publication = examples.publication;
    let mut generator = components::generator();
    let paths = examples.endpoints.iter().map(|endpoint| {
        let path = ["/", address::ROOT, endpoint.path].concat();
        (path, PathItem { get: operation(endpoint, examples, &mut generator) })
    });
    OpenApiDocument {
        openapi: "3.1.0",
        info: info(publication),
        security: [],
        servers: [Server { url: publication.url.absolute("").trim_end_matches('/').to_owned() }],
        paths: paths.collect(),
        components: Components {
            schemas: generator.take_definitions(true),
            responses: SharedResponses {
                not_found: NotFound {
                    description: "There is no such record or value; the host answers with a page of its own. Records that were renamed are in changes.json.",
                },
            },
        },
    }
}

fn info(publication: &Publication) -> Info {
    let dataset = publication.dataset();
    let license = dataset.license.as_ref().map(|license| License {
        name: license.clone(),
        identifier: Some(license.clone()).filter(|license| is_spdx_identifier(license)),
    });
    Info {
        title: format!("{}: data service", dataset.title),
        version: VERSION,
        summary: "The records of the atlas as plain files.",
        description: DESCRIPTION,
        license,
    }
}

/// Returns `true` if a license looks like an SPDX identifier and not like a text in words.
fn is_spdx_identifier(license: &str) -> bool {
    license.chars().all(|c| c.is_ascii_alphanumeric() || "-.+".contains(c))
}

fn operation(
    endpoint: &Endpoint,
    examples: &Examples<'_>,
    generator: &mut SchemaGenerator,
) -> Operation {
    Operation {
        id: endpoint.name,
        summary: endpoint.title,
        description: endpoint.description,
        parameters: endpoint.parameters().map(|name| parameter(name, examples)).collect(),
        responses: Responses {
            ok: Response {
                description: description_of_file(endpoint),
                content: [(endpoint.media_type, content(endpoint, examples, generator))],
            },
            not_found: Schema::new_ref(NOT_FOUND.to_owned()),
        },
    }
}

fn content(
    endpoint: &Endpoint,
    examples: &Examples<'_>,
    generator: &mut SchemaGenerator,
) -> MediaType {
    let schema = match endpoint.schema {
        Some(schema) => schema(generator),
        None => json_schema!({"type": "string"}),
    };
    MediaType { schema, example: examples.of(endpoint.name) }
}

fn description_of_file(endpoint: &Endpoint) -> String {
    match endpoint.media_type {
        CSV => description_of_csv(endpoint),
        NDJSON => "One object on each line; the schema is that of a line.".to_owned(),
        _ => "The file.".to_owned(),
    }
}

fn description_of_csv(endpoint: &Endpoint) -> String {
    let mark = if endpoint.is_spreadsheet() {
        "with a byte order mark, by which spreadsheet programs know it"
    } else {
        "without a byte order mark"
    };
    let mut text = format!(
        "As RFC 4180 has it, in UTF-8 {mark}: a line with the names \
         of the columns, then one for each project. An empty cell is unknown; ids of one cell are \
         separated by semicolons. A text that begins with `=`, `+`, `-`, `@` (or a wide form of \
         these), a tab, a line break or `'` has a `'` in front, so that no spreadsheet takes it \
         for a formula: take the first `'` of such a cell away. New columns are added at the end.\n"
    );
    for (name, description) in columns() {
        text.extend(["\n* `", &name, "`: ", &description]);
    }
    text
}

fn parameter(name: &'static str, examples: &Examples<'_>) -> Parameter {
    let slug = || json_schema!({"type": "string", "pattern": format!("^{SLUG_PATTERN}$"), "maxLength": SLUG_MAX_BYTES});
    let (description, schema) = match name {
        "org" => ("The id of an organization: see organizations.json.", slug()),
        "project" => ("The id of a project in its organization.", slug()),
        "facet" => ("A facet: see facets.json.", facet_schema()),
        _ => ("The id of a value of the facet: see facets.json.", slug()),
    };
    let example = examples.path_parameter(name);
    Parameter { name, r#in: "path", required: true, description, schema, example }
}

/// Returns a schema of all facets, including those that this dataset has no values of.
fn facet_schema() -> Schema {
    let keys: Vec<_> = published_facets().map(Facet::key).collect();
    json_schema!({"type": "string", "enum": keys})
}
