//! Records are those of the dataset file, word by word.

use rustscape_cli::schema::json_schema;
use serde_json::{Value, json};

use super::made::{Made, empty, real, small};

/// Keys of the datasets here that readers do not get: for curators, or of no form.
const LEFT_OUT: [&str; 6] = ["$schema", "in_post", "type", "founded", "x_by", "x_draft"];

/// A value as readers get it.
fn as_published(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_str()));
            kept.map(|(key, value)| (key.clone(), as_published(value))).collect()
        }
        Value::Array(values) => values.iter().map(as_published).collect(),
        value => value.clone(),
    }
}

/// Holds a file to a record with something before it. As texts, so that the order counts.
#[track_caller]
fn check(text: &str, before: Value, record: &Value) {
    let mut expected = before;
    expected.as_object_mut().unwrap().extend(as_published(record).as_object().unwrap().clone());
    assert_eq!(text.trim_end(), expected.to_string());
}

fn page(made: &Made, org: &Value, project: Option<&Value>) -> String {
    let mut address = format!("org/{}/", org["id"].as_str().unwrap());
    if let Some(project) = project {
        address.push_str(project["id"].as_str().unwrap());
        address.push('/');
    }
    made.publication.url.absolute(&address)
}

fn organization_path(org: &Value) -> String {
    format!("organizations/{}.json", org["id"].as_str().unwrap())
}

fn project_path(org: &Value, project: &Value) -> String {
    format!("projects/{}/{}.json", org["id"].as_str().unwrap(), project["id"].as_str().unwrap())
}

#[test]
fn an_organization_is_its_record_and_its_page() {
    for made in [real(), small()] {
        for org in made.organizations() {
            let text = made.text(&organization_path(org));
            check(text, json!({"url": page(made, org, None)}), org);
        }
    }
}

#[test]
fn a_project_is_its_record_its_organization_and_its_page() {
    for made in [real(), small()] {
        for (org, project) in made.projects() {
            let before = json!({
                "url": page(made, org, Some(project)),
                "organization": {"id": org["id"], "name": org["name"]},
            });
            check(made.text(&project_path(org, project)), before, project);
        }
    }
}

#[test]
fn lines_are_the_files_in_the_order_of_the_dataset() {
    for made in [real(), small(), &empty()] {
        let organizations =
            made.organizations().iter().map(|org| made.text(&organization_path(org)));
        assert!(made.text("organizations.ndjson") == organizations.collect::<String>());
        let projects = made.projects();
        let projects = projects.iter().map(|(org, project)| made.text(&project_path(org, project)));
        assert!(made.text("projects.ndjson") == projects.collect::<String>());
    }
}

#[test]
fn the_list_of_organizations_is_that_of_the_dataset() {
    for made in [real(), small(), &empty()] {
        let expected = made.organizations().iter().map(|org| {
            let file = format!("api/v1/{}", organization_path(org));
            json!({
                "id": org["id"],
                "name": org["name"],
                "industry": org["industry"],
                "country": org["country"],
                "n_projects": org["projects"].as_array().map_or(0, Vec::len),
                "url": page(made, org, None),
                "file": made.publication.url.absolute(&file),
            })
        });
        let list = made.json("organizations.json");
        assert_eq!(list, json!({"organizations": expected.collect::<Value>()}));
    }
}

#[test]
fn the_vocabulary_and_the_schema_are_the_published_ones() {
    for made in [real(), small(), &empty()] {
        assert_eq!(made.json("vocabulary.json"), as_published(&made.source["vocabulary"]));
        assert_eq!(made.json("schema.json"), json_schema());
    }
}

#[test]
fn changes_are_the_newest_first_and_lead_to_the_record_of_today() {
    let changes = small().json("changes.json");
    let events = changes["events"].as_array().unwrap();
    let told: Vec<_> =
        events.iter().map(|event| (event["note"].as_str().unwrap(), &event["url"])).collect();
    let expected = [
        ("The newest.", json!("https://example.org/a/b/org/acme/")),
        ("First of its day.", json!("https://example.org/a/b/org/acme/gate/")),
        ("Second of its day.", Value::Null),
        ("The oldest, of all.", Value::Null),
    ];
    assert_eq!(told, expected.each_ref().map(|(note, url)| (*note, url)));
    assert_eq!(changes["redirects"], small().source["redirects"]);
    assert_eq!(empty().json("changes.json"), json!({"events": [], "redirects": []}));
}

#[test]
fn no_change_is_lost() {
    let made = real();
    let changes = made.json("changes.json");
    let without_page = |event: &Value| {
        let mut event = event.clone();
        event.as_object_mut().unwrap().shift_remove("url");
        event.to_string()
    };
    let mut told: Vec<_> = changes["events"].as_array().unwrap().iter().map(without_page).collect();
    let mut known: Vec<_> =
        made.source["events"].as_array().into_iter().flatten().map(Value::to_string).collect();
    told.sort();
    known.sort();
    assert_eq!(told, known);
}
