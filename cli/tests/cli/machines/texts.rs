//! Small files for crawlers, language models, browsers and devices.

use roxmltree::Document;
use rustscape_cli::publish::{llms, open_search, robots, web_manifest};
use serde_json::Value;

use crate::publications::{SITE, hostile, real, small, text, value};

/// XML namespace of search descriptions.
const OPEN_SEARCH: &str = "http://a9.com/-/spec/opensearch/1.1/";

#[test]
fn robots_txt_allows_everything_and_names_the_sitemap() {
    let (publication, _) = small(|_| {});
    assert_eq!(
        text(&[robots::file(&publication)], "robots.txt"),
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/atlas/sitemap.xml\n"
    );
}

#[test]
fn llms_txt_has_title_quote_and_lists_of_links() {
    let (publication, pages) = real();
    let files = [llms::file(publication)];
    let lines: Vec<&str> = text(&files, "llms.txt").lines().collect();
    assert_eq!(lines[0], "# Rustscape");
    assert!(lines[2].starts_with("> Who uses the Rust"));
    let first_heading = lines.iter().position(|line| line.starts_with("## ")).unwrap();
    assert!(lines[1..first_heading].iter().all(|line| !line.starts_with(['#', '-'])));
    let known = |address: &str| pages.iter().any(|page| page.address == address);
    for line in lines[first_heading..].iter().filter(|line| !line.is_empty()) {
        if line.starts_with("## ") {
            continue;
        }
        let link = line.strip_prefix("- [").and_then(|rest| rest.split_once("](")).expect(line).1;
        let (address, note) = link.split_once("): ").expect(line);
        let address = address.strip_prefix(SITE).expect(line);
        assert!(known(address) || address.contains('.'), "{line}");
        assert!(!note.is_empty(), "{line}");
    }
    for part in [
        "data/rustscape.json",
        "api/v1/openapi.json",
        "feed.xml",
        "sitemap.xml",
        "org/",
        "claims/",
        "replaces/cpp/",
    ] {
        assert!(lines.iter().any(|line| line.contains(&format!("({SITE}{part})"))), "{part}");
    }
}

#[test]
fn llms_txt_escapes_a_hostile_name() {
    let (publication, _) = hostile();
    let files = [llms::file(&publication)];
    let text = text(&files, "llms.txt");
    assert!(text.contains(r"# \</script\>\<script\>alert(1)"), "{text}");
    assert!(text.contains(r"\]\]\> \&amp; ") && text.contains(r"\[x\](y)"), "{text}");
    assert!(!text.lines().any(|line| line.starts_with("Host:")), "{text}");
}

#[test]
fn search_description_has_a_template() {
    let (publication, _) = small(|_| {});
    let files = [open_search::file(&publication)];
    let document = Document::parse(text(&files, "opensearch.xml")).unwrap();
    assert_eq!(document.root_element().tag_name(), (OPEN_SEARCH, "OpenSearchDescription").into());
    let element = |name: &str| {
        let named = |node: &roxmltree::Node<'_, '_>| node.has_tag_name((OPEN_SEARCH, name));
        document.descendants().find(named).unwrap_or_else(|| panic!("no {name}"))
    };
    assert_eq!(element("ShortName").text(), Some("Harbors"));
    assert_eq!(
        element("Url").attribute("template"),
        Some("https://example.org/atlas/?q={searchTerms}")
    );
    assert_eq!(element("Url").attribute("type"), Some("text/html"));
}

#[test]
fn search_description_keeps_length_limits() {
    let (publication, _) = hostile();
    let files = [open_search::file(&publication)];
    let document = Document::parse(text(&files, "opensearch.xml")).unwrap();
    for (name, max) in [("ShortName", 16), ("LongName", 48), ("Description", 1024)] {
        let element = document.descendants().find(|node| node.has_tag_name((OPEN_SEARCH, name)));
        let n_chars = element.unwrap().text().unwrap().chars().count();
        assert!((1..=max).contains(&n_chars), "{name}: {n_chars}");
    }
}

#[test]
fn web_manifest_makes_the_site_installable() {
    let (publication, _) = small(|dataset| dataset["accent"] = "#123abc".into());
    let manifest = value(&[web_manifest::file(&publication)], "site.webmanifest");
    for (key, expected) in [
        ("name", "Harbors"),
        ("start_url", "./"),
        ("scope", "./"),
        ("theme_color", "#123abc"),
        ("background_color", "#faf8f5"),
        ("lang", "en"),
    ] {
        assert_eq!(manifest[key], expected, "{key}");
    }
    let icons: Vec<&str> = manifest["icons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|icon: &Value| icon["src"].as_str().unwrap())
        .collect();
    assert_eq!(icons, ["icon.svg", "icon-192.png", "icon-512.png"]);
}
