//! A dataset in a language that is read from right to left.

use serde_json::json;

use super::Site;
use crate::publications::{SITE, small};

#[test]
fn every_document_declares_right_to_left() {
    let (publication, _) = small(|dataset| {
        dataset["language"] = json!("he");
        dataset["redirects"] = json!([{ "from": "org/apex", "to": "org/acme" }]);
    });
    let site = Site::of("rtl", &publication.source, SITE);
    let root = r#"<html lang="he" dir="rtl""#;
    let documents: Vec<_> = site.files.keys().filter(|path| path.ends_with(".html")).collect();
    for path in ["index.html", "404.html", "embed/org/acme/index.html", "org/apex/index.html"] {
        assert!(documents.iter().any(|it| *it == path), "{path} of {documents:?}");
    }
    assert!(documents.iter().any(|path| path.starts_with("data/since/")), "{documents:?}");
    for path in documents {
        assert!(site.text(path).contains(root), "{path}");
    }
    assert!(site.text("site.webmanifest").contains(r#""dir":"rtl""#));
    let feed = site.text("feed.xml");
    assert!(feed.contains(r#"xml:lang="he""#));
    assert!(feed.contains("&lt;div lang=&quot;he&quot; dir=&quot;rtl&quot;&gt;"), "{feed}");
    assert!(site.text("feed.json").contains(r#"<div lang=\"he\" dir=\"rtl\">"#));
}

#[test]
fn other_documents_declare_no_direction() {
    let (publication, _) = small(|dataset| dataset["language"] = json!("de"));
    let site = Site::of("ltr", &publication.source, SITE);
    assert!(site.text("index.html").contains(r#"<html lang="de">"#));
    assert!(!site.text("feed.xml").contains("dir="));
}
