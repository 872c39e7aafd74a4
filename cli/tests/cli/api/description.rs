//! `openapi.json` is held to the files, in both directions.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use serde_json::{Value, json};

use super::made::{Made, empty, real, small};

/// A path of the description with everything that its files are held to.
struct Described {
    /// The path below the site.
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

fn described(document: &Value) -> Vec<Described> {
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
        Described {
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

/// The parameters of a path, where it is one of a template. A parameter does not go beyond a folder.
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

impl Described {
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

fn check(made: &Made) -> Vec<Described> {
    let document = made.json("openapi.json");
    let mut all = described(&document);
    for file in &made.files {
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
fn every_file_fits_one_path_and_its_schema_and_every_path_has_a_file() {
    for made in [real(), small()] {
        for described in check(made) {
            assert!(described.n_files > 0, "{} has no file", described.template);
        }
    }
    check(&empty());
}

#[test]
fn examples_are_what_they_are_examples_of() {
    for made in [real(), small(), &empty()] {
        for described in described(&made.json("openapi.json")) {
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
fn parameters_of_the_examples_lead_to_files() {
    for made in [real(), small()] {
        let document = made.json("openapi.json");
        for (path, methods) in document["paths"].as_object().unwrap() {
            let mut path = path.clone();
            for parameter in methods["get"]["parameters"].as_array().into_iter().flatten() {
                let name = format!("{{{}}}", parameter["name"].as_str().unwrap());
                path = path.replace(&name, parameter["example"].as_str().unwrap());
            }
            assert!(made.files.iter().any(|file| path == format!("/{}", file.path)), "{path}");
        }
    }
}

/// Calls back for every object below a value, with the key it stands at.
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
fn every_schema_is_closed_and_used() {
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
fn nothing_that_readers_do_not_get_is_described() {
    let schemas = &real().json("openapi.json")["components"]["schemas"];
    for (name, key) in
        [("Organization", "in_post"), ("Project", "in_post"), ("ReplacedTerm", "type")]
    {
        assert!(schemas[name]["properties"].get("id").is_some(), "{name}");
        assert!(schemas[name]["properties"].get(key).is_none(), "{name} has {key}");
    }
}

#[test]
fn the_columns_of_tables_are_described() {
    let made = real();
    let document = made.json("openapi.json");
    let header = made.text("projects.csv").lines().next().unwrap();
    let tables = [
        ("/api/v1/projects.csv", "without a byte order mark"),
        ("/api/v1/facets/{facet}/{value}.csv", "without a byte order mark"),
        ("/api/v1/projects.spreadsheet.csv", "with a byte order mark"),
        ("/api/v1/facets/{facet}/{value}.spreadsheet.csv", "with a byte order mark"),
    ];
    for (path, mark) in tables {
        let doc = &document["paths"][path]["get"]["responses"]["200"]["description"];
        assert!(doc.as_str().unwrap().contains(mark), "{path}");
        for column in header.split(',') {
            assert!(doc.as_str().unwrap().contains(&format!("`{column}`: ")), "{path}: {column}");
        }
    }
}

#[test]
fn the_description_is_of_this_site_and_this_license() {
    let check = |made: &Made, server: &str, license: Value| {
        let document = made.json("openapi.json");
        assert_eq!(document["servers"], json!([{"url": server}]));
        assert_eq!(document["info"].get("license").unwrap_or(&Value::Null), &license);
    };
    let license = json!({"name": "CC-BY-4.0", "identifier": "CC-BY-4.0"});
    check(real(), "https://atlas.example", license);
    check(small(), "https://example.org/a/b", json!({"name": "free for all"}));
    check(&empty(), "http://127.0.0.1:8080", Value::Null);
}
