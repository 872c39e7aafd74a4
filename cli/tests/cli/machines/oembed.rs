//! oEmbed responses.

use rustscape_cli::publish::oembed;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::publications::{SITE, hostile, real, small, value};

/// Checks the responses of every page against the rules of the specification for type `rich`.
#[test]
fn every_page_has_a_response_with_a_quote_and_an_iframe() {
    let (publication, pages) = real();
    let files = oembed::files(publication, pages);
    assert_eq!(files.len(), pages.len());
    for page in pages {
        let answer = value(&files, &format!("{}oembed.json", page.address));
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
        assert_eq!(answer["provider_url"], SITE);
        let html = answer["html"].as_str().expect("HTML");
        assert_eq!(attribute(html, "blockquote a", "href"), format!("{SITE}{}", page.address));
        assert_eq!(attribute(html, "iframe", "src"), format!("{SITE}embed/{}", page.address));
        assert_eq!(attribute(html, "iframe", "height"), answer["height"].to_string());
        let thumbnail = answer["thumbnail_url"].as_str().expect("an address");
        assert_eq!(thumbnail, format!("{SITE}{}card.png", page.address));
        for size in ["width", "height", "thumbnail_width", "thumbnail_height"] {
            assert!(answer[size].as_u64().is_some_and(|px| px > 0), "{size}");
        }
    }
}

#[test]
fn iframe_height_fits_the_rows() {
    let (publication, pages) = small(|_| {});
    let files = oembed::files(&publication, &pages);
    let height = |path: &str| value(&files, path)["height"].as_u64().expect("a height");
    // The rows are the two organizations; for a single organization, they are its projects.
    assert_eq!(height("oembed.json"), height("org/acme/oembed.json"));
    assert_eq!(height("org/acme/oembed.json") - height("org/zeta/oembed.json"), 67);
}

#[test]
fn escapes_names() {
    let (publication, pages) = hostile();
    for file in oembed::files(&publication, &pages) {
        let answer: Value = serde_json::from_slice(&file.bytes).expect("JSON");
        let html = answer["html"].as_str().expect("HTML");
        let fragment = Html::parse_fragment(html);
        let names: Vec<_> = fragment
            .root_element()
            .descendent_elements()
            .map(|element| element.value().name().to_owned())
            .collect();
        assert_eq!(names, ["html", "blockquote", "a", "iframe"], "{html}");
        let title = answer["title"].as_str().expect("a title");
        assert!(!title.contains(|c: char| c.is_control()), "{title:?}");
    }
}

fn attribute(html: &str, selector: &str, name: &str) -> String {
    let fragment = Html::parse_fragment(html);
    let selector = Selector::parse(selector).expect("a selector");
    let elements: Vec<_> = fragment.select(&selector).collect();
    assert_eq!(elements.len(), 1, "{html}");
    elements[0].attr(name).unwrap_or_default().to_owned()
}
