//! `openapi.json` matches the files, in both directions.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use serde_json::{Value, json};

use super::published::{PublishedApi, empty, real, small};

/// A path of the OpenAPI document with validators for its files.
struct DescribedPath {
    /// Path template relative to the site.
    template: String,
    parameters: BTreeMap<String, Validator>,
    media_type: String,
    content: Validator,
    example: Option<Value>,
    n_files: usize,
}

fn validator(schema: &Value, document: &Value) -> Validator {
    let schema = json!({"allOf": [schema], "components": document["components"]});
    jsonschema::draft202012::new(&schema).unwrap()
}

fn described(document: &Value) -> Vec<DescribedPath> {
    let paths = document["paths"].as_object().unwrap().iter();
    let described = paths.map(|(path, methods)| {
        let get = &methods["get"];
        let responses = get["responses"].as_object().unwrap();
        assert!(responses.keys().eq(["200", "404"]), "{path}");
        let content = responses["200"]["content"].as_object().unwrap();
        assert_eq!(content.len(), 1, "{path}");
        let (media_type, content) = content.iter().next().unwrap();
        let parameters = get["parameters"].as_array().into_iter().flatten().map(|parameter| {
            assert_eq!((&parameter["in"], &parameter["required"]), (&json!("path"), &json!(true)));
            let name = parameter["name"].as_str().unwrap().to_owned();
            (name, validator(&parameter["schema"], document))
        });
        DescribedPath {
            template: path.strip_prefix('/').unwrap().to_owned(),
            parameters: parameters.collect(),
            media_type: media_type.clone(),
            content: validator(&content["schema"], document),
            example: content.get("example").cloned(),
            n_files: 0,
        }
    });
    described.collect()
}

/// Returns the parameters of a path that matches a template. A parameter matches within one folder.
fn parameters<'p>(template: &'p str, path: &'p str) -> Option<Vec<(&'p str, &'p str)>> {
    let (templates, segments) = (template.split('/'), path.split('/'));
    if templates.clone().count() != segments.clone().count() {
        return None;
    }
    let mut found = Vec::new();
    for (template, segment) in templates.zip(segments) {
        let Some((start, rest)) = template.split_once('{') else {
            if template != segment {
                return None;
            }
            continue;
        };
        let (name, end) = rest.split_once('}').unwrap();
        found.push((name, segment.strip_prefix(start)?.strip_suffix(end)?));
    }
    Some(found)
}

impl DescribedPath {
    fn is_for(&self, path: &str) -> bool {
        parameters(&self.template, path).is_some_and(|found| {
            assert_eq!(found.len(), self.parameters.len(), "{}", self.template);
            found.iter().all(|(name, value)| self.parameters[*name].is_valid(&json!(value)))
        })
    }

    #[track_caller]
    fn check(&self, path: &str, value: &Value) {
        if let Err(error) = self.content.validate(value) {
            panic!("{path}: {error} at {}", error.instance_path());
        }
    }

    fn check_text(&self, path: &str, text: &str) {
        match self.media_type.as_str() {
            "application/json" => self.check(path, &serde_json::from_str(text).unwrap()),
            "application/x-ndjson" => {
                for line in text.lines() {
                    self.check(path, &serde_json::from_str(line).unwrap());
                }
            }
            "text/csv" => self.check(path, &json!(text)),
            other => panic!("{path} is {other}"),
        }
    }
}

fn check(api: &PublishedApi) -> Vec<DescribedPath> {
    let document = api.json("openapi.json");
    let mut all = described(&document);
    for file in &api.files {
        let mut fitting: Vec<_> =
            all.iter_mut().filter(|described| described.is_for(&file.path)).collect();
        let [described] = fitting.as_mut_slice() else {
            panic!("{} fits {} paths", file.path, fitting.len())
        };
        described.n_files += 1;
        described.check_text(&file.path, std::str::from_utf8(&file.bytes).unwrap());
    }
    all
}

#[test]
fn every_file_matches_one_path_and_its_schema() {
    for api in [real(), small()] {
        for described in check(api) {
            assert!(described.n_files > 0, "{} has no file", described.template);
        }
    }
    check(&empty());
}

#[test]
fn examples_match_their_schemas() {
    for api in [real(), small(), &empty()] {
        for described in described(&api.json("openapi.json")) {
            if let Some(example) = &described.example {
                described.check(&described.template, example);
            }
        }
    }
    let document = real().json("openapi.json");
    for described in described(&document) {
        let is_document = ["vocabulary.json", "schema.json", "openapi.json"]
            .iter()
            .any(|name| described.template.ends_with(name));
        assert!(described.example.is_some() || is_document, "{}", described.template);
    }
}

#[test]
fn example_parameters_name_existing_files() {
    for api in [real(), small()] {
        let document = api.json("openapi.json");
        for (path, methods) in document["paths"].as_object().unwrap() {
            let mut path = path.clone();
            for parameter in methods["get"]["parameters"].as_array().into_iter().flatten() {
                let name = format!("{{{}}}", parameter["name"].as_str().unwrap());
                path = path.replace(&name, parameter["example"].as_str().unwrap());
            }
            assert!(api.files.iter().any(|file| path == format!("/{}", file.path)), "{path}");
        }
    }
}

/// Calls `found` with every object in a value and its key.
fn each_object(key: &str, value: &Value, found: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| each_object(key, value, found)),
        Value::Object(members) => {
            found(key, value);
            members.iter().for_each(|(key, value)| each_object(key, value, found));
        }
        _ => {}
    }
}

#[test]
fn every_schema_is_closed_and_referenced() {
    let document = real().json("openapi.json");
    let mut used = BTreeSet::new();
    each_object("", &document, &mut |_, object| {
        if let Some(reference) = object.get("$ref").and_then(Value::as_str) {
            used.insert(reference.to_owned());
        }
    });
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        assert!(used.remove(&format!("#/components/schemas/{name}")), "{name} is not used");
        let is_closed = schema["additionalProperties"] == false;
        assert_eq!(is_closed, !name.ends_with("Document"), "{name}");
    }
    assert_eq!(used, BTreeSet::from(["#/components/responses/NotFound".to_owned()]));
}

#[test]
fn unpublished_fields_are_not_described() {
    let schemas = &real().json("openapi.json")["components"]["schemas"];
    for (name, key) in
        [("Organization", "in_post"), ("Project", "in_post"), ("ReplacedTerm", "type")]
    {
        assert!(schemas[name]["properties"].get("id").is_some(), "{name}");
        assert!(schemas[name]["properties"].get(key).is_none(), "{name} has {key}");
    }
}

#[test]
fn csv_descriptions_name_all_columns() {
    let api = real();
    let document = api.json("openapi.json");
    let header = api.text("projects.csv").lines().next().unwrap();
    let tables = [
        ("/api/v1/projects.csv", "without a byte order mark"),
        ("/api/v1/facets/{facet}/{value}.csv", "without a byte order mark"),
        ("/api/v1/projects.spreadsheet.csv", "with a byte order mark"),
        ("/api/v1/facets/{facet}/{value}.spreadsheet.csv", "with a byte order mark"),
    ];
    for (path, mark) in tables {
        let description = &document["paths"][path]["get"]["responses"]["200"]["description"];
        assert!(description.as_str().unwrap().contains(mark), "{path}");
        for column in header.split(',') {
            assert!(
                description.as_str().unwrap().contains(&format!("`{column}`: ")),
                "{path}: {column}"
            );
        }
    }
}

#[test]
fn names_the_server_and_the_license() {
    let check = |api: &PublishedApi, server: &str, license: Value| {
        let document = api.json("openapi.json");
        assert_eq!(document["servers"], json!([{"url": server}]));
        assert_eq!(document["info"].get("license").unwrap_or(&Value::Null), &license);
    };
    let license = json!({"name": "CC-BY-4.0", "identifier": "CC-BY-4.0"});
    check(real(), "https://atlas.example", license);
    check(small(), "https://example.org/a/b", json!({"name": "free for all"}));
    check(&empty(), "http://127.0.0.1:8080", Value::Null);
}
