//! Records match the dataset file exactly.

use rustscape_cli::schema::json_schema;
use serde_json::{Value, json};

use super::published::{PublishedApi, empty, real, small};

/// Keys of the test datasets that are not published: for curators, or not in the schema.
const UNPUBLISHED: [&str; 6] = ["$schema", "in_post", "type", "founded", "x_by", "x_draft"];

/// Returns a value without unpublished keys.
fn as_published(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter(|(key, _)| !UNPUBLISHED.contains(&key.as_str()));
            kept.map(|(key, value)| (key.clone(), as_published(value))).collect()
        }
        Value::Array(values) => values.iter().map(as_published).collect(),
        value => value.clone(),
    }
}

/// Asserts that a file consists of `before`, followed by a record. Compares texts, so that the order
/// of the keys counts.
#[track_caller]
fn check(text: &str, before: Value, record: &Value) {
    let mut expected = before;
    expected.as_object_mut().unwrap().extend(as_published(record).as_object().unwrap().clone());
    assert_eq!(text.trim_end(), expected.to_string());
}

fn page(api: &PublishedApi, org: &Value, project: Option<&Value>) -> String {
    let mut address = format!("org/{}/", org["id"].as_str().unwrap());
    if let Some(project) = project {
        address.push_str(project["id"].as_str().unwrap());
        address.push('/');
    }
    api.publication.url.absolute(&address)
}

fn organization_path(org: &Value) -> String {
    format!("organizations/{}.json", org["id"].as_str().unwrap())
}

fn project_path(org: &Value, project: &Value) -> String {
    format!("projects/{}/{}.json", org["id"].as_str().unwrap(), project["id"].as_str().unwrap())
}

#[test]
fn organization_files_contain_the_record_and_its_page() {
    for api in [real(), small()] {
        for org in api.organizations() {
            let text = api.text(&organization_path(org));
            check(text, json!({"url": page(api, org, None)}), org);
        }
    }
}

#[test]
fn project_files_contain_the_record_its_organization_and_its_page() {
    for api in [real(), small()] {
        for (org, project) in api.projects() {
            let before = json!({
                "url": page(api, org, Some(project)),
                "organization": {"id": org["id"], "name": org["name"]},
            });
            check(api.text(&project_path(org, project)), before, project);
        }
    }
}

#[test]
fn json_lines_contain_all_files_in_the_order_of_the_dataset() {
    for api in [real(), small(), &empty()] {
        let organizations = api.organizations().iter().map(|org| api.text(&organization_path(org)));
        assert!(api.text("organizations.ndjson") == organizations.collect::<String>());
        let projects = api.projects();
        let projects = projects.iter().map(|(org, project)| api.text(&project_path(org, project)));
        assert!(api.text("projects.ndjson") == projects.collect::<String>());
    }
}

#[test]
fn organization_list_matches_the_dataset() {
    for api in [real(), small(), &empty()] {
        let expected = api.organizations().iter().map(|org| {
            let file = format!("api/v1/{}", organization_path(org));
            json!({
                "id": org["id"],
                "name": org["name"],
                "industry": org["industry"],
                "country": org["country"],
                "n_projects": org["projects"].as_array().map_or(0, Vec::len),
                "url": page(api, org, None),
                "file": api.publication.url.absolute(&file),
            })
        });
        let list = api.json("organizations.json");
        assert_eq!(list, json!({"organizations": expected.collect::<Value>()}));
    }
}

#[test]
fn vocabulary_and_schema_match_the_published_ones() {
    for api in [real(), small(), &empty()] {
        assert_eq!(api.json("vocabulary.json"), as_published(&api.source["vocabulary"]));
        assert_eq!(api.json("schema.json"), json_schema());
    }
}

#[test]
fn changes_start_with_the_newest_and_link_to_current_records() {
    let changes = small().json("changes.json");
    let events = changes["events"].as_array().unwrap();
    let found: Vec<_> =
        events.iter().map(|event| (event["note"].as_str().unwrap(), &event["url"])).collect();
    let expected = [
        ("The newest.", json!("https://example.org/a/b/org/acme/")),
        ("First of its day.", json!("https://example.org/a/b/org/acme/gate/")),
        ("Second of its day.", Value::Null),
        ("The oldest, of all.", Value::Null),
    ];
    assert_eq!(found, expected.each_ref().map(|(note, url)| (*note, url)));
    assert_eq!(changes["redirects"], small().source["redirects"]);
    assert_eq!(empty().json("changes.json"), json!({"events": [], "redirects": []}));
}

#[test]
fn changes_contain_every_event() {
    let api = real();
    let changes = api.json("changes.json");
    let without_page = |event: &Value| {
        let mut event = event.clone();
        event.as_object_mut().unwrap().shift_remove("url");
        event.to_string()
    };
    let mut found: Vec<_> =
        changes["events"].as_array().unwrap().iter().map(without_page).collect();
    let mut known: Vec<_> =
        api.source["events"].as_array().into_iter().flatten().map(Value::to_string).collect();
    found.sort();
    known.sort();
    assert_eq!(found, known);
}
