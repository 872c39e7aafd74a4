//! JSON-LD, checked against the vocabulary of schema.org.
//!
//! `schema_org.json` contains the types and properties that the pages use, copied from the version
//! of the vocabulary that it names. It lists the supertypes of each type and the domains and ranges
//! of each property.

use std::{collections::HashMap, sync::OnceLock};

use rustscape_cli::publish::{
    Page, Publication,
    json_ld::{self, script_text},
};
use serde_json::{Value, json};
use url::Url;

use crate::publications::{SITE, hostile, real, small};

static VOCABULARY: &str = include_str!("../../fixtures/publish/schema_org.json");

fn vocabulary() -> &'static Value {
    static READ: OnceLock<Value> = OnceLock::new();
    READ.get_or_init(|| serde_json::from_str(VOCABULARY).unwrap())
}

/// Returns the structured data of a page as JSON.
fn json_ld(publication: &Publication, page: &Page) -> Value {
    serde_json::to_value(json_ld::json_ld(publication, page)).unwrap()
}

/// Types of things by `@id`, to check references between them.
type Known = HashMap<String, String>;

/// Asserts that all pages follow the vocabulary.
#[track_caller]
fn check((publication, pages): &(Publication, Vec<Page>)) {
    let graphs: Vec<_> = pages.iter().map(|page| (page, json_ld(publication, page))).collect();
    let mut known = Known::new();
    for (_, graph) in &graphs {
        collect_ids(graph, &mut known);
    }
    for (page, graph) in &graphs {
        assert_eq!(graph["@context"], "https://schema.org");
        for node in graph["@graph"].as_array().unwrap() {
            check_node(node, &known, &page.address);
        }
    }
}

fn collect_ids(value: &Value, known: &mut Known) {
    if let (Some(id), Some(kind)) = (value["@id"].as_str(), value["@type"].as_str()) {
        let first = known.entry(id.to_owned()).or_insert_with(|| kind.to_owned());
        assert_eq!(first, kind, "{id}");
    }
    match value {
        Value::Object(members) => members.values().for_each(|value| collect_ids(value, known)),
        Value::Array(values) => values.iter().for_each(|value| collect_ids(value, known)),
        _ => {}
    }
}

/// Returns `true` if a type is one of `types` or a subtype of one.
fn is_any_of(kind: &str, types: &Value) -> bool {
    let parents =
        vocabulary()["types"][kind].as_array().unwrap_or_else(|| panic!("no type {kind}"));
    let types = types.as_array().unwrap();
    types.contains(&json!(kind)) || parents.iter().any(|parent| types.contains(parent))
}

fn check_node(node: &Value, known: &Known, place: &str) {
    let kind = node["@type"].as_str().unwrap_or_else(|| panic!("{place}: no type in {node}"));
    for (key, value) in node.as_object().unwrap().iter().filter(|(key, _)| !key.starts_with('@')) {
        let place = format!("{place}: {kind}.{key}");
        // Annotations of actions consist of the name of a property and this suffix.
        let property = key.strip_suffix("-input").unwrap_or(key);
        let entry = &vocabulary()["properties"][property];
        assert!(entry.is_object(), "{place}: no such property");
        assert!(is_any_of(kind, &entry["domains"]), "{place}: not a property of this type");
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        assert!(!values.is_empty(), "{place}: empty");
        for value in values {
            check_value(value, &entry["ranges"], known, &place);
        }
    }
}

fn check_value(value: &Value, ranges: &Value, known: &Known, place: &str) {
    let may_be =
        |kinds: &[&str]| kinds.iter().any(|kind| ranges.as_array().unwrap().contains(&json!(kind)));
    match value {
        Value::Object(_) if value["@type"].is_string() => {
            assert!(is_any_of(value["@type"].as_str().unwrap(), ranges), "{place}: {value}");
            check_node(value, known, place);
        }
        Value::Object(_) => {
            let kind = value["@id"].as_str().and_then(|id| known.get(id));
            let kind = kind.unwrap_or_else(|| panic!("{place}: {value} is not defined"));
            assert!(is_any_of(kind, ranges), "{place}: {value} is a {kind}");
        }
        Value::Bool(_) => assert!(may_be(&["Boolean"]), "{place}: {value}"),
        Value::Number(_) => assert!(may_be(&["Number", "Integer"]), "{place}: {value}"),
        Value::String(text) => {
            assert!(!text.trim().is_empty(), "{place}: empty");
            // A URL may replace a thing.
            let is_address =
                may_be(&["URL", "Thing"]) && Url::parse(text).is_ok_and(|url| url.has_host());
            let is_date = may_be(&["Date"]) && rustscape::dataset::Date::parse(text).is_some();
            assert!(may_be(&["Text"]) || is_address || is_date, "{place}: {text}");
        }
        _ => panic!("{place}: {value}"),
    }
}

/// Returns the things of a type on a page.
#[track_caller]
fn things(dataset: &(Publication, Vec<Page>), address: &str, kind: &str) -> Vec<Value> {
    let (publication, pages) = dataset;
    let page = pages.iter().find(|page| page.address == address);
    let graph = json_ld(publication, page.unwrap_or_else(|| panic!("no page {address}")));
    let nodes = graph["@graph"].as_array().unwrap().iter();
    nodes.filter(|node| node["@type"] == kind).cloned().collect()
}

#[test]
fn every_page_follows_the_vocabulary() {
    check(real());
    check(&small(|_| {}));
    check(&small(|dataset| {
        dataset["license"] = Value::Null;
        dataset["language"] = Value::Null;
        dataset["updated"] = Value::Null;
        dataset["description"] = json!("");
    }));
    check(&hostile());
}

#[test]
fn pages_describe_their_type() {
    let dataset = small(|dataset| {
        dataset["organizations"][0]["projects"][0]["claim"] =
            json!({"text": "It flies.", "verdict": "wrong"});
    });
    let types = |address: &str| -> Vec<String> {
        let (publication, pages) = &dataset;
        let page = pages.iter().find(|page| page.address == address).expect(address);
        let graph = json_ld(publication, page);
        let nodes = graph["@graph"].as_array().unwrap().iter();
        nodes.map(|node| node["@type"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(types(""), ["WebSite", "Dataset", "CollectionPage", "ItemList"]);
    assert_eq!(types("about/"), ["WebSite", "BreadcrumbList", "AboutPage", "Dataset"]);
    for list in ["org/", "org/acme/", "domain/cranes/"] {
        assert_eq!(
            types(list),
            ["WebSite", "BreadcrumbList", "CollectionPage", "ItemList"],
            "{list}"
        );
    }
    assert_eq!(types("org/acme/crane/"), ["WebSite", "BreadcrumbList", "TechArticle"]);
    for page in ["claims/", "claims/wrong/", "changes/"] {
        assert_eq!(types(page), ["WebSite", "BreadcrumbList", "WebPage"], "{page}");
    }
}

#[test]
fn breadcrumbs_end_with_the_page() {
    let dataset = small(|_| {});
    let check = |address: &str, expected: &[(&str, &str)]| {
        let crumbs = things(&dataset, address, "BreadcrumbList")[0]["itemListElement"].take();
        let crumbs: Vec<Value> = crumbs.as_array().unwrap().clone();
        let expected: Vec<Value> = (1..)
            .zip(expected)
            .map(|(position, (name, address))| {
                json!({"@type": "ListItem", "position": position, "name": name, "item": format!("{SITE}{address}")})
            })
            .collect();
        assert_eq!(crumbs, expected, "{address}");
    };
    let (home, all) = (("Harbors", ""), ("All organizations, from A to Z", "org/"));
    check("org/", &[home, all]);
    check("org/acme/crane/", &[home, all, ("Acme", "org/acme/"), ("Crane", "org/acme/crane/")]);
    check("domain/cranes/", &[home, ("Domain: Cranes", "domain/cranes/")]);
    check("about/", &[home, ("About Harbors", "about/")]);
}

#[test]
fn datasets_meet_the_demands_of_search_engines() {
    for (license, expected) in [
        (json!("CC-BY-4.0"), json!("https://creativecommons.org/licenses/by/4.0/")),
        (json!("cc0-1.0"), json!("https://creativecommons.org/publicdomain/zero/1.0/")),
        (json!("https://license.example"), json!("https://license.example")),
        (json!("Ours"), json!({"@type": "CreativeWork", "name": "Ours"})),
        (Value::Null, Value::Null),
    ] {
        let dataset = small(|dataset| dataset["license"] = license.clone());
        assert_eq!(things(&dataset, "", "Dataset")[0]["license"], expected, "{license}");
    }
    for description in ["Short.".to_owned(), String::new(), "Long words. ".repeat(1000)] {
        let dataset = small(|dataset| dataset["description"] = json!(description));
        let found = things(&dataset, "about/", "Dataset")[0]["description"].take();
        let n_chars = found.as_str().unwrap().chars().count();
        assert!((50..=5000).contains(&n_chars), "{n_chars}: {found}");
    }
}

#[test]
fn lists_name_fifty_entries_and_count_all() {
    let list = &things(real(), "", "ItemList")[0];
    assert_eq!(list["numberOfItems"], real().0.dataset().projects.len());
    let entries = list["itemListElement"].as_array().unwrap();
    assert_eq!(entries.len(), 50);
    assert!((1..).zip(entries).all(|(position, entry)| entry["position"] == position));
}

#[test]
fn reviews_claims_with_a_post_a_note_and_sources() {
    let check = |post: &Value, claim: &Value, n_reviews: usize| {
        let dataset = small(|dataset| {
            dataset["post"] = post.clone();
            dataset["organizations"][0]["projects"][0]["claim"] = claim.clone();
        });
        check(&dataset);
        let reviews = things(&dataset, "org/acme/crane/", "ClaimReview");
        assert_eq!(reviews.len(), n_reviews, "{post} {claim}");
        reviews
    };
    let post =
        json!({"title": "Cranes!", "url": "https://blog.example/cranes", "publisher": "Blog"});
    let claim = json!({"text": "It flies.", "verdict": "wrong", "note": "It stands."});
    let review = &check(&post, &claim, 1)[0];
    assert_eq!(review["claimReviewed"], "It flies.");
    assert_eq!(review["reviewRating"]["alternateName"], "Wrong");
    assert_eq!(review["itemReviewed"]["appearance"]["url"], "https://blog.example/cranes");
    check(&Value::Null, &claim, 0);
    check(&json!({"title": "Cranes!"}), &claim, 0);
    check(&post, &json!({"text": "It flies.", "verdict": "wrong"}), 0);
    check(&post, &Value::Null, 0);
}

#[test]
fn script_text_is_escaped_and_parses_to_the_same_json() {
    let (publication, pages) = hostile();
    for page in &pages {
        let graph = json_ld(&publication, page);
        let text = script_text(&graph);
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{}", page.address);
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), graph);
    }
    let all = json!("</script><!--&\u{2028}\u{2029}\"\\");
    let text = script_text(&all);
    assert_eq!(text, r#""\u003c/script\u003e\u003c!--\u0026\u2028\u2029\"\\""#);
}

#[test]
fn json_ld_is_reproducible() {
    let (publication, pages) = small(|_| {});
    let again = small(|_| {}).0;
    for page in &pages {
        assert_eq!(script_text(&json_ld(&publication, page)), script_text(&json_ld(&again, page)));
    }
}
