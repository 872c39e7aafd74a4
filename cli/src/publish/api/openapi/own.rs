//! The schemas of what the service says in a form of its own. Everything in it is always there;
//! what is unknown is `null`.

use serde_json::{Map, Value, json};

use super::components::reference;
use crate::publish::api::columns::{COLUMNS, Column, Form};

/// Every schema by its name.
pub(super) fn schemas() -> Map<String, Value> {
    let mut schemas = Map::new();
    let all = [
        ("Index", index()),
        ("IndexEntry", index_entry()),
        ("Meta", meta()),
        ("Counts", counts()),
        ("OrganizationList", organization_list()),
        ("OrganizationEntry", organization_entry()),
        ("OrganizationName", organization_name()),
        ("FacetList", facet_list()),
        ("Facet", facet()),
        ("Value", value()),
        ("ValueProjects", value_projects()),
        ("ProjectRow", project_row()),
        ("Changes", changes()),
        ("SchemaDocument", schema_document()),
        ("OpenApiDocument", open_api_document()),
    ];
    schemas.extend(all.map(|(name, schema)| (name.to_owned(), schema)));
    schemas
}

/// What stands before the record in the file of an organization.
pub(super) fn before_organization() -> Map<String, Value> {
    members(json!({"url": url("Its page.")}))
}

/// What stands before the record in the file of a project.
pub(super) fn before_project() -> Map<String, Value> {
    members(json!({"url": url("Its page."), "organization": reference("OrganizationName")}))
}

/// What is added to an event.
pub(super) fn of_event() -> Map<String, Value> {
    members(json!({"url": or_null(url("The page of the record; null where there is none."))}))
}

fn index() -> Value {
    object(
        "What there is.",
        json!({
            "title": text("What the atlas is called."),
            "url": url("The site."),
            "version": version(),
            "license": or_null(text("The license of the data.")),
            "data": url("The one file that everything is made of."),
            "versions": versions(),
            "files": list("Every file.", &reference("IndexEntry")),
        }),
    )
}

fn index_entry() -> Value {
    let template = text("Where files of this form are: a template of RFC 6570.");
    object(
        "A file, or files of one form. Either url or template is null.",
        json!({
            "name": text("What openapi.json calls it."),
            "title": text("What it is."),
            "media_type": text("Its media type."),
            "url": or_null(url("Where it is.")),
            "template": or_null(template),
        }),
    )
}

fn meta() -> Value {
    let post = json!({"anyOf": [reference("Post"), {"type": "null"}]});
    let contribute = json!({"anyOf": [reference("Contribute"), {"type": "null"}]});
    object(
        "What the dataset says of itself.",
        json!({
            "title": text("What the atlas is called."),
            "description": or_null(text("What it is about.")),
            "language": or_null(text("The language of its texts as a BCP 47 tag.")),
            "license": or_null(text("The license of the data.")),
            "updated": or_null(text("The day of the last change.")),
            "schema_version": text("The version of the form of the dataset file."),
            "version": version(),
            "url": url("The site."),
            "index": url("The list of all files."),
            "data": url("The one file that everything is made of."),
            "versions": versions(),
            "post": post,
            "contribute": contribute,
            "links": or_null(list("Where the site leads, besides the data.", &reference("Link"))),
            "counts": reference("Counts"),
        }),
    )
}

fn counts() -> Value {
    object(
        "How much there is.",
        json!({
            "organizations": count("Organizations."),
            "projects": count("Projects."),
            "sources": count("Sources of all projects."),
            "outcomes": count("Measured outcomes."),
            "notes": count("Sentences of context."),
            "claims": count("Sentences of the post that are checked."),
            "events": count("Changes of the data that are told."),
        }),
    )
}

fn organization_list() -> Value {
    let organizations = list("By id.", &reference("OrganizationEntry"));
    object("Every organization in short.", json!({"organizations": organizations}))
}

fn organization_entry() -> Value {
    object(
        "An organization in short.",
        json!({
            "id": text("Its id."),
            "name": text("What it is called."),
            "industry": or_null(text("What it does: an id of the vocabulary.")),
            "country": or_null(text("Where it is at home: two letters of ISO 3166-1.")),
            "n_projects": count("How many projects it has."),
            "url": url("Its page."),
            "file": url("Its complete record."),
        }),
    )
}

fn organization_name() -> Value {
    object(
        "Whose project it is.",
        json!({"id": text("The id of the organization."), "name": text("What it is called.")}),
    )
}

fn facet_list() -> Value {
    let facets = list("In the order of links.", &reference("Facet"));
    object("What projects can be told apart by.", json!({"facets": facets}))
}

fn facet() -> Value {
    object(
        "A facet.",
        json!({
            "facet": text("Its id."),
            "title": text("What it is called."),
            "values": list("Every value that a project has, in display order.", &reference("Value")),
        }),
    )
}

fn value() -> Value {
    let mut members = value_members();
    members["file"] = url("Its projects.");
    members["csv"] = url("Its projects as a table.");
    object("A value of a facet.", members)
}

fn value_projects() -> Value {
    let facet = json!({
        "facet": text("The id of its facet."),
        "facet_title": text("What its facet is called."),
    });
    let mut all = members(facet);
    all.extend(members(value_members()));
    all.insert("csv".to_owned(), url("The same as a table."));
    let projects = list("In the order of the page.", &reference("ProjectRow"));
    all.insert("projects".to_owned(), projects);
    object("The projects of a value.", all.into())
}

fn value_members() -> Value {
    json!({
        "value": text("Its id; “unknown” where this is not known."),
        "label": text("What it is called."),
        "hint": or_null(text("One line that explains it.")),
        "n_projects": count("How many projects have it."),
        "url": url("Its page."),
    })
}

fn project_row() -> Value {
    let columns = COLUMNS.iter().map(|column| (column.name.to_owned(), of_column(column)));
    object("A project on one line.", columns.collect())
}

fn of_column(column: &Column) -> Value {
    match column.form {
        Form::Text => text(column.doc),
        Form::TextOrNull => or_null(text(column.doc)),
        Form::Url => url(column.doc),
        Form::UrlOrNull => or_null(url(column.doc)),
        Form::Ids => list(column.doc, &json!({"type": "string"})),
        Form::YearOrNull => or_null(count(column.doc)),
        Form::BoolOrNull => or_null(json!({"description": column.doc, "type": "boolean"})),
        Form::Count => count(column.doc),
    }
}

fn changes() -> Value {
    object(
        "What changed in the data.",
        json!({
            "events": list("The newest first.", &reference("Event")),
            "redirects": list("Records that were renamed or merged.", &reference("Redirect")),
        }),
    )
}

fn schema_document() -> Value {
    let dialect = url("The dialect in which it is written.");
    let definitions = json!({"type": "object"});
    open("A JSON Schema.", json!({"$schema": dialect, "$defs": definitions}))
}

fn open_api_document() -> Value {
    let object = json!({"type": "object"});
    let version = text("The version of OpenAPI.");
    open("An OpenAPI document.", json!({"openapi": version, "info": object, "paths": object}))
}

/// An object whose form is somebody else's: it may have more members.
fn open(doc: &str, properties: Value) -> Value {
    let mut schema = object(doc, properties);
    schema["additionalProperties"] = json!(true);
    schema
}

fn object(doc: &str, properties: Value) -> Value {
    let required: Vec<_> = properties.as_object().into_iter().flat_map(Map::keys).collect();
    json!({
        "description": doc,
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": false,
    })
}

fn members(object: Value) -> Map<String, Value> {
    if let Value::Object(members) = object { members } else { Map::new() }
}

fn text(doc: &str) -> Value {
    json!({"description": doc, "type": "string"})
}

fn url(doc: &str) -> Value {
    json!({"description": doc, "type": "string", "format": "uri"})
}

fn versions() -> Value {
    url(
        "What that file was on earlier days: a list, the newest first, of objects with `day`; `file`, \
         which never changes; and `changes`, the page of what changed since, null for today’s. Its \
         addresses are relative to the site.",
    )
}

fn version() -> Value {
    text("What tells this state of the data from others.")
}

fn count(doc: &str) -> Value {
    json!({"description": doc, "type": "integer", "minimum": 0})
}

fn list(doc: &str, of: &Value) -> Value {
    json!({"description": doc, "type": "array", "items": of})
}

/// The same, or `null`.
fn or_null(mut schema: Value) -> Value {
    schema["type"] = json!([schema["type"].take(), "null"]);
    schema
}
