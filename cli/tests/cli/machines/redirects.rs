//! Redirects from former addresses.

use rustscape_cli::publish::{File, redirects};
use serde_json::{Value, json};

use crate::publications::{HOSTILE, hostile, paths, real, small, text};

/// Returns the files for redirects of a small dataset.
#[track_caller]
fn files(redirects: &[(&str, &str)]) -> Vec<File> {
    let (publication, pages) = small(|dataset| {
        let redirect = |(from, to): &(&str, &str)| json!({"from": from, "to": to});
        dataset["redirects"] = redirects.iter().map(redirect).collect::<Vec<Value>>().into();
    });
    redirects::files(&publication, &pages)
}

/// Returns the path of each page, with the address that it redirects to.
fn pages(files: &[File]) -> Vec<(&str, &str)> {
    let target = |file: &File| {
        let text = text(files, &file.path);
        let start = "<link rel=\"canonical\" href=\"https://example.org/atlas/";
        let at = text.find(start).expect("a canonical address") + start.len();
        let n_bytes = text[at..].find('"').expect("its end");
        text[at..at + n_bytes].to_owned()
    };
    let of_html = files.iter().filter(|file| file.path != "_redirects");
    of_html
        .map(|file| {
            let target: &'static str = Box::leak(target(file).into_boxed_str());
            (file.path.strip_suffix("/index.html").expect("a page"), target)
        })
        .collect()
}

#[track_caller]
fn check(redirects: &[(&str, &str)], expected: &[(&str, &str)]) {
    assert_eq!(pages(&files(redirects)), expected, "{redirects:?}");
}

#[test]
fn redirects_a_renamed_organization_and_its_projects() {
    check(
        &[("org/apex", "org/acme")],
        &[
            ("org/apex", "org/acme/"),
            ("org/apex/crane", "org/acme/crane/"),
            ("org/apex/lock", "org/acme/lock/"),
        ],
    );
}

#[test]
fn redirects_a_renamed_project_below_a_renamed_organization() {
    check(
        &[("org/acme/winch", "org/acme/crane"), ("org/apex", "org/acme")],
        &[
            ("org/acme/winch", "org/acme/crane/"),
            ("org/apex", "org/acme/"),
            ("org/apex/crane", "org/acme/crane/"),
            ("org/apex/lock", "org/acme/lock/"),
            ("org/apex/winch", "org/acme/crane/"),
        ],
    );
}

#[test]
fn resolves_chains_and_ignores_circles() {
    check(
        &[
            ("org/a", "org/b"),
            ("org/b", "org/c"),
            ("org/c", "org/zeta"),
            ("org/x", "org/y"),
            ("org/y", "org/x"),
        ],
        &[
            ("org/a", "org/zeta/"),
            ("org/a/hoist", "org/zeta/hoist/"),
            ("org/b", "org/zeta/"),
            ("org/b/hoist", "org/zeta/hoist/"),
            ("org/c", "org/zeta/"),
            ("org/c/hoist", "org/zeta/hoist/"),
        ],
    );
}

#[test]
fn never_overwrites_pages_or_leaves_the_records() {
    check(
        &[
            ("org/zeta", "org/acme"),
            ("org/acme/crane", "org/zeta"),
            ("about", "org/acme"),
            ("org/../../etc", "org/acme"),
            ("org/UPPER", "org/acme"),
            ("org/a/b/c", "org/acme"),
            ("org/", "org/acme"),
            ("/org/a", "org/acme"),
            ("org/gone", "org/nowhere"),
        ],
        // Projects that an existing organization lacks may have moved away.
        &[("org/zeta/crane", "org/acme/crane/"), ("org/zeta/lock", "org/acme/lock/")],
    );
}

#[test]
fn writes_no_files_without_redirects() {
    check(&[], &[]);
    assert!(files(&[("org/x", "org/x")]).is_empty());
}

#[test]
fn page_redirects_without_javascript() {
    let files = files(&[("org/apex", "org/acme")]);
    assert_eq!(
        text(&files, "org/apex/index.html"),
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Acme · Harbors</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\">\
         <link rel=\"canonical\" href=\"https://example.org/atlas/org/acme/\">\
         <meta http-equiv=\"refresh\" content=\"0; url=../../org/acme/\"></head>\
         <body><p>This page has moved: <a dir=\"auto\" href=\"../../org/acme/\">Acme</a></p></body></html>"
    );
}

#[test]
fn writes_a_rule_for_each_path_below_the_site() {
    let files = files(&[("org/apex", "org/zeta")]);
    assert_eq!(
        text(&files, "_redirects"),
        "/atlas/org/apex /atlas/org/zeta/ 301\n\
         /atlas/org/apex/ /atlas/org/zeta/ 301\n\
         /atlas/org/apex/hoist /atlas/org/zeta/hoist/ 301\n\
         /atlas/org/apex/hoist/ /atlas/org/zeta/hoist/ 301\n\
         /atlas/org/apex/feed.xml /atlas/org/zeta/feed.xml 301\n\
         /atlas/org/apex/feed.json /atlas/org/zeta/feed.json 301\n\
         /atlas/org/apex/badge.json /atlas/org/zeta/badge.json 301\n"
    );
}

#[test]
fn every_redirect_of_the_fixed_dataset_has_a_page() {
    let (publication, pages) = real();
    let files = redirects::files(publication, pages);
    for redirect in &publication.dataset().redirects {
        let path = format!("{}/index.html", redirect.from);
        assert!(paths(&files).contains(&path.as_str()), "{path}");
    }
}

#[test]
fn escapes_a_hostile_name() {
    let (publication, _) = hostile();
    let mut dataset: Value = serde_json::from_slice(&publication.source).unwrap();
    dataset["redirects"] =
        json!([{"from": "org/apex", "to": "org/acme"}, {"from": HOSTILE, "to": "org/acme"}]);
    let (publication, pages) = crate::publications::published(
        dataset.to_string().into_bytes(),
        "https://example.org/atlas/",
    );
    let files = redirects::files(&publication, &pages);
    assert!(!text(&files, "org/apex/index.html").contains("<script"));
    assert_eq!(files.len(), 4, "{:?}", paths(&files));
}
