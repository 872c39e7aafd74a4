//! Description of one kind of file of the data API.

use schemars::{JsonSchema, Schema, SchemaGenerator};

/// Media type of JSON.
pub(super) const JSON: &str = "application/json";

/// Media type of CSV.
pub(super) const CSV: &str = "text/csv";

/// Media type of JSON lines. Not registered, but the one that programs expect.
pub(super) const NDJSON: &str = "application/x-ndjson";

/// Files that share a path template and a format.
#[derive(Debug)]
pub(super) struct Endpoint {
    /// Operation id of the OpenAPI document, in `snake_case`. Never changes.
    pub(super) name: &'static str,
    /// Path in the folder of the API, with parameters in braces.
    pub(super) path: &'static str,
    /// Media type of the files.
    pub(super) media_type: &'static str,
    /// Short title.
    pub(super) title: &'static str,
    /// Longer description.
    pub(super) description: &'static str,
    /// Generator of the schema of the file, or of each line of JSON lines. `None` for CSV.
    pub(super) schema: Option<fn(&mut SchemaGenerator) -> Schema>,
}

impl Endpoint {
    /// Returns `true` for tables for spreadsheet programs, which start with a byte order mark.
    pub(super) fn is_spreadsheet(&self) -> bool {
        self.path.ends_with(".spreadsheet.csv")
    }

    /// Returns the parameters of the path, in order.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('{').skip(1).filter_map(|rest| rest.split('}').next())
    }
}

/// Creates an endpoint of JSON files.
pub(super) const fn json<T: JsonSchema>(
    name: &'static str,
    path: &'static str,
    title: &'static str,
    description: &'static str,
) -> Endpoint {
    Endpoint {
        name,
        path,
        media_type: JSON,
        title,
        description,
        schema: Some(SchemaGenerator::subschema_for::<T>),
    }
}

/// Creates an endpoint of CSV files.
pub(super) const fn csv(
    name: &'static str,
    path: &'static str,
    title: &'static str,
    description: &'static str,
) -> Endpoint {
    Endpoint { name, path, media_type: CSV, title, description, schema: None }
}

/// Creates an endpoint of files with one JSON object per line.
pub(super) const fn json_lines<T: JsonSchema>(
    name: &'static str,
    path: &'static str,
    title: &'static str,
    description: &'static str,
) -> Endpoint {
    Endpoint {
        name,
        path,
        media_type: NDJSON,
        title,
        description,
        schema: Some(SchemaGenerator::subschema_for::<T>),
    }
}
