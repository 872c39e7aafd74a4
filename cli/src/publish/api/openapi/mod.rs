//! `openapi.json`: the files, described for programs that make clients and documentation.

mod components;
mod examples;
mod own;

use rustscape::dataset::record::{SLUG_LENGTH_MAX, SLUG_PATTERN};
use rustscape::search::Facet;
use serde_json::{Map, Value, json};

use self::examples::Examples;
use super::{
    Publication, address,
    columns::COLUMNS,
    endpoint::{CSV, ENDPOINTS, Endpoint, NDJSON},
    facets::ValueProjects,
    published_facets,
    records::Records,
    rows::Rows,
};

/// The version of the service: the first number is that of its folder, the second grows when
/// something is added.
const VERSION: &str = "1.0.0";

/// The whole description.
pub(super) fn document(
    publication: &Publication,
    records: &Records,
    rows: &Rows,
    values: &[ValueProjects<'_>],
) -> Value {
    let examples = Examples { publication, records, rows, values };
    let paths = ENDPOINTS.iter().map(|endpoint| {
        let path = ["/", address::ROOT, endpoint.path].concat();
        (path, json!({"get": operation(endpoint, &examples)}))
    });
    json!({
        "openapi": "3.1.0",
        "info": about(publication),
        "security": [],
        "servers": [{"url": publication.url.absolute("").trim_end_matches('/')}],
        "paths": paths.collect::<Map<_, _>>(),
        "components": {
            "schemas": components::schemas(),
            "responses": {
                "NotFound": {
                    "description": "There is no such record or value; the host answers with a page of its own. Records that were renamed are in changes.json.",
                },
            },
        },
    })
}

fn about(publication: &Publication) -> Value {
    let dataset = publication.dataset();
    let mut about = json!({
        "title": format!("{}: data service", dataset.title),
        "version": VERSION,
        "summary": "The records of the atlas as plain files.",
        "description": description(),
    });
    if let Some(license) = &dataset.license {
        about["license"] = json!({"name": license});
        if is_one_license(license) {
            about["license"]["identifier"] = json!(license);
        }
    }
    about
}

/// Whether a license is written as one identifier of SPDX: what is in words is no expression.
fn is_one_license(license: &str) -> bool {
    license.chars().all(|c| c.is_ascii_alphanumeric() || "-.+".contains(c))
}

fn description() -> String {
    "Every file is static: there is nothing to sign in to, and no request changes anything. \
     `null` means that something is unknown, never that it is not so. Records have the keys of the \
     dataset file; keys may be added, and none is renamed or taken away below `api/v1/`. \
     An id never changes: a record that was renamed is in the `redirects` of `changes.json`. \
     `meta.json` and `index.json` have the `version` of the data, which is another one after each change, \
     and lead to what the data was on earlier days. Programs read the tables `….csv`, which have no \
     byte order mark; people open `….spreadsheet.csv`, the same with one."
        .to_owned()
}

fn operation(endpoint: &Endpoint, examples: &Examples<'_>) -> Value {
    let mut operation = json!({
        "operationId": endpoint.name,
        "summary": endpoint.title,
        "description": endpoint.doc,
    });
    let parameters: Vec<_> = endpoint.parameters().map(|name| parameter(name, examples)).collect();
    if !parameters.is_empty() {
        operation["parameters"] = json!(parameters);
    }
    operation["responses"] = json!({
        "200": {
            "description": description_of_file(endpoint),
            "content": {endpoint.media_type: content(endpoint, examples)},
        },
        "404": {"$ref": "#/components/responses/NotFound"},
    });
    operation
}

fn content(endpoint: &Endpoint, examples: &Examples<'_>) -> Value {
    let mut content = json!({"schema": match endpoint.schema {
        Some(schema) => components::reference(schema),
        None => json!({"type": "string"}),
    }});
    if let Some(example) = examples.of(endpoint.name) {
        content["example"] = example;
    }
    content
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
    for column in &COLUMNS {
        text.extend(["\n* `", column.name, "`: ", column.doc]);
    }
    text
}

fn parameter(name: &str, examples: &Examples<'_>) -> Value {
    let slug = json!({"type": "string", "pattern": format!("^{SLUG_PATTERN}$"), "maxLength": SLUG_LENGTH_MAX});
    let (doc, schema) = match name {
        "org" => ("The id of an organization: see organizations.json.", slug),
        "project" => ("The id of a project in its organization.", slug),
        "facet" => ("A facet: see facets.json.", json!({"type": "string", "enum": facet_keys()})),
        _ => ("The id of a value of the facet: see facets.json.", slug),
    };
    let mut parameter = json!({
        "name": name, "in": "path", "required": true, "description": doc, "schema": schema,
    });
    if let Some(example) = examples.of_parameter(name) {
        parameter["example"] = json!(example);
    }
    parameter
}

/// Every facet, also those that no record of this dataset fills, which have no files.
fn facet_keys() -> Value {
    published_facets().map(Facet::key).collect()
}
