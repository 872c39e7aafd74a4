//! Both feed formats, checked by independent parsers and against their specifications.

use std::collections::BTreeSet;

use feed_rs::model::FeedType;
use jiff::Timestamp;
use rustscape_cli::publish::{File, Page, Publication, feed};
use serde_json::Value;
use url::Url;

use crate::publications::{hostile, real, small};

/// XML namespace of Atom.
const ATOM: &str = "http://www.w3.org/2005/Atom";

/// Largest number of feeds of a dataset that the tests read. All feeds share the same code.
const READ_MAX: usize = 60;

/// Keys of JSON Feed 1.1 that feeds use.
const FEED_KEYS: [&str; 10] = [
    "version",
    "title",
    "home_page_url",
    "feed_url",
    "description",
    "icon",
    "favicon",
    "authors",
    "language",
    "items",
];
/// Keys of JSON Feed 1.1 that items use.
const ITEM_KEYS: [&str; 8] =
    ["id", "url", "title", "content_html", "summary", "date_published", "date_modified", "tags"];

fn small_datasets() -> [(Publication, Vec<Page>); 2] {
    [small(|_| {}), hostile()]
}

fn each_feed(ending: &str, mut check: impl FnMut(&File)) {
    let (publication, pages) = real();
    let real = feed::files(publication, pages);
    let made = small_datasets().map(|(publication, pages)| feed::files(&publication, &pages));
    let mut n_read = 0;
    for files in made.iter().chain([&real]) {
        let of_format = files.iter().filter(|file| file.path.ends_with(ending));
        for file in of_format.take(READ_MAX) {
            check(file);
            n_read += 1;
        }
    }
    assert!(n_read > READ_MAX);
}

#[track_caller]
fn check_absolute(address: &str) {
    let url = Url::parse(address).unwrap_or_else(|error| panic!("{address}: {error}"));
    assert!(url.has_host(), "{address}");
}

#[test]
fn an_independent_parser_reads_the_same_entries_from_both_formats() {
    let (publication, pages) = real();
    let files = feed::files(publication, pages);
    for page in pages
        .iter()
        .filter(|page| matches!(page.address.as_str(), "" | "org/cloudflare/" | "replaces/cpp/"))
    {
        let read = |name: &str| {
            let path = format!("{}{name}", page.address);
            let file = files.iter().find(|file| file.path == path).expect("a feed");
            feed_rs::parser::parse(file.bytes.as_slice()).expect("a feed that can be read")
        };
        let (atom, json) = (read("feed.xml"), read("feed.json"));
        assert_eq!((&atom.feed_type, &json.feed_type), (&FeedType::Atom, &FeedType::JSON));
        let entries = |feed: &feed_rs::model::Feed| -> Vec<_> {
            let entry = |entry: &feed_rs::model::Entry| {
                let title = entry.title.as_ref().expect("a title").content.clone();
                let html = entry.content.as_ref().expect("content").body.clone();
                (entry.id.clone(), title, entry.updated, html)
            };
            feed.entries.iter().map(entry).collect()
        };
        assert_eq!(entries(&atom), entries(&json), "{}", page.address);
        assert!(atom.updated.is_some() && !atom.entries.is_empty());
    }
}

#[test]
fn atom_feeds_follow_the_specification() {
    each_feed(".xml", |file| {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        let document = roxmltree::Document::parse(text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let feed = document.root_element();
        assert_eq!(feed.tag_name(), (ATOM, "feed").into());
        check_element(&feed);
        assert!(feed.children().any(|child| child.has_tag_name((ATOM, "author"))));
        for entry in feed.children().filter(|child| child.has_tag_name((ATOM, "entry"))) {
            check_element(&entry);
        }
        let own = format!("https://example.org/atlas/{}", file.path);
        let link = |node: &roxmltree::Node<'_, '_>| {
            node.attribute("rel") == Some("self") && node.attribute("href") == Some(&own)
        };
        assert!(feed.children().any(|child| link(&child)), "{own}");
    });
}

/// Asserts the requirements of both a feed and an entry: required elements exactly once and absolute
/// URLs.
fn check_element(element: &roxmltree::Node<'_, '_>) {
    let texts = |name: &str| -> Vec<_> {
        let named = element.children().filter(|child| child.has_tag_name((ATOM, name)));
        named.map(|child| child.text().unwrap_or_default().to_owned()).collect()
    };
    for name in ["id", "title", "updated"] {
        assert_eq!(texts(name).len(), 1, "{name}");
        assert!(!texts(name)[0].is_empty(), "{name}");
    }
    check_absolute(&texts("id")[0]);
    for time in texts("updated").iter().chain(&texts("published")) {
        time.parse::<Timestamp>().unwrap_or_else(|error| panic!("{time}: {error}"));
    }
    let mut alternates = BTreeSet::new();
    for link in element.children().filter(|child| child.has_tag_name((ATOM, "link"))) {
        check_absolute(link.attribute("href").expect("an address"));
        if link.attribute("rel") == Some("alternate") {
            assert!(alternates.insert(link.attribute("type")), "two alternates of one type");
        }
    }
    for category in element.children().filter(|child| child.has_tag_name((ATOM, "category"))) {
        assert!(category.attribute("term").is_some_and(|term| !term.is_empty()));
        check_absolute(category.attribute("scheme").expect("a scheme"));
    }
}

#[test]
fn json_feeds_follow_the_specification() {
    each_feed(".json", |file| {
        let feed: Value = serde_json::from_slice(&file.bytes).expect("JSON");
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert!(feed["title"].is_string());
        for (key, value) in feed.as_object().unwrap() {
            assert!(FEED_KEYS.contains(&key.as_str()), "{key}");
            if key.ends_with("_url") || key.ends_with("icon") {
                check_absolute(value.as_str().unwrap());
            }
        }
        check_absolute(feed["authors"][0]["url"].as_str().unwrap());
        feed["items"].as_array().unwrap().iter().for_each(check_item);
    });
}

fn check_item(item: &Value) {
    for (key, value) in item.as_object().unwrap() {
        assert!(ITEM_KEYS.contains(&key.as_str()), "{key}");
        match key.as_str() {
            "id" | "url" => check_absolute(value.as_str().unwrap()),
            "tags" => assert!(value.as_array().unwrap().iter().all(Value::is_string)),
            key if key.starts_with("date") => {
                value.as_str().unwrap().parse::<Timestamp>().unwrap();
            }
            _ => assert!(value.is_string(), "{key}"),
        }
    }
    assert!(item["id"].is_string() && item["content_html"].is_string());
}

#[test]
fn escapes_hostile_texts() {
    let (publication, pages) = hostile();
    let files = feed::files(&publication, &pages);
    let file = files.iter().find(|file| file.path == "feed.xml").unwrap();
    let feed = feed_rs::parser::parse(file.bytes.as_slice()).unwrap();
    let entry = feed.entries.iter().find(|entry| entry.id.ends_with("crane/#verified")).unwrap();
    let title = &entry.title.as_ref().unwrap().content;
    assert!(
        title.starts_with("</script><script>alert(1)</script> ]]> &amp; \"'`* [x](y)"),
        "{title}"
    );
    assert!(!title.contains(char::is_control) && !title.contains('\u{fffe}'));
    let html = entry.content.as_ref().unwrap().body.as_ref().unwrap();
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"), "{html}");
}
