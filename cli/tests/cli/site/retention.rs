//! Retention of the hashed files of earlier publications.

use std::{fs, path::Path};

use rustscape::dataset::Date;
use rustscape_cli::publish::{
    AppBundle, BaseUrl, MARKER_FILE, Output, PublishSummary, Retention, publish,
};

use super::{folder, publication, read_into, small, stand_in, stand_in_files};
use crate::program::run_with_input;

/// Returns the path of an empty test folder.
fn fresh(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// Publishes a dataset with a license as of a day, and returns the path of its list.
fn publish_at(
    day: &str,
    license: &str,
    retention: Retention,
    site: &Path,
) -> (String, PublishSummary) {
    publish_with(&stand_in(), day, license, retention, site)
}

fn publish_with(
    app: &AppBundle,
    day: &str,
    license: &str,
    retention: Retention,
    site: &Path,
) -> (String, PublishSummary) {
    let source = small(license).to_string();
    let url = BaseUrl::parse("https://bikes.example/").unwrap();
    let mut publication = publication(source.as_bytes(), &url);
    publication.today = Date::parse(day);
    fs::create_dir_all(site.parent().unwrap()).unwrap();
    let output = Output::create(site).unwrap();
    let written = publish(&publication, app, Vec::new(), &[], retention, output).unwrap();
    let page = fs::read_to_string(site.join("index.html")).unwrap();
    let (_, list) = page.split_once("name=\"rustscape:list\" content=\"").unwrap();
    (list.split('"').next().unwrap().to_owned(), written)
}

fn exists(site: &Path, path: &str) -> bool {
    site.join(path).exists()
}

#[test]
fn keeps_earlier_files_by_number_and_age() {
    let site = fresh("retention-limits");
    let limits = Retention { publications: 2, days: 30 };
    let at = |day: &str, words: &str| publish_at(day, words, limits, &site).0;
    let first = at("2025-01-01", "One");
    // The age counts from the replacement, not from the publication.
    let second = at("2026-01-01", "Two");
    assert!(exists(&site, &first) && exists(&site, &second));
    let third = at("2026-01-02", "Three");
    let fourth = at("2026-01-03", "Four");
    assert_eq!([&first, &second, &third].map(|list| exists(&site, list)), [false, true, true]);
    // The fourth was replaced today; the second and the third more than a month ago.
    let fifth = at("2026-02-20", "Five");
    let lists = [&second, &third, &fourth, &fifth].map(|list| exists(&site, list));
    assert_eq!(lists, [false, false, true, true]);
    at("2026-03-22", "Five");
    assert!(exists(&site, &fourth), "thirty days later");
    at("2026-03-23", "Five");
    assert!(!exists(&site, &fourth) && exists(&site, &fifth));
}

#[test]
fn keeps_chunks_with_their_script() {
    let site = fresh("retention-chunks");
    let mut files = stand_in_files();
    let publish = |files: &[super::File], retention| {
        let app = AppBundle::of(files.to_vec()).unwrap();
        publish_with(&app, "2026-01-01", "One", retention, &site);
        let names = fs::read_dir(site.join("assets")).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names
            .filter(|name| ["app.", "records.", "chunk_3."].iter().any(|of| name.starts_with(of)))
            .collect();
        names.sort_unstable();
        names
    };
    let before = publish(&files, Retention::default());
    assert_eq!(before.len(), 4, "script, WebAssembly and two chunks: {before:?}");
    let chunk = files.iter_mut().find(|file| file.path.contains("records")).unwrap();
    chunk.bytes = b"another chunk of records".to_vec();
    let after = publish(&files, Retention::default());
    assert!(before.iter().all(|name| after.contains(name)), "{before:?} {after:?}");
    assert_eq!(after.len(), 6, "the chunk, and the script that names it: {after:?}");
    assert_eq!(publish(&files, Retention::NONE).len(), 4);
}

#[test]
fn publishing_again_changes_nothing_and_an_earlier_state_may_return() {
    let site = fresh("retention-again");
    let limits = Retention::default();
    let (first, _) = publish_at("2026-01-01", "One", limits, &site);
    let (second, _) = publish_at("2026-01-02", "Two", limits, &site);
    let all = || {
        let mut files = std::collections::BTreeMap::new();
        read_into(&site, &site, &mut files);
        files
    };
    let before = all();
    let (_, written) = publish_at("2026-01-02", "Two", limits, &site);
    assert_eq!(written.n_written, 0);
    assert!(all() == before, "the same bytes, the mark included");
    let mark = String::from_utf8_lossy(&before[MARKER_FILE]).into_owned();
    assert_eq!(mark.matches("publication 2026-").count(), 2, "{mark}");
    publish_at("2026-01-03", "One", limits, &site);
    assert!(exists(&site, &first) && exists(&site, &second));
    publish_at("2026-01-03", "One", Retention::NONE, &site);
    assert!(exists(&site, &first) && !exists(&site, &second));
}

#[test]
fn keeps_files_without_notes_and_ignores_foreign_paths() {
    let site = fresh("retention-unnoted");
    let (first, _) = publish_at("2026-01-01", "One", Retention::default(), &site);
    fs::write(site.join(MARKER_FILE), "Written by `rustscape publish`.\n").unwrap();
    let (second, _) = publish_at("2026-01-05", "Two", Retention::default(), &site);
    assert!(exists(&site, &first) && exists(&site, &second));
    let secret = site.with_file_name("retention-secret");
    fs::write(&secret, "not of the site").unwrap();
    fs::write(site.join("assets/.hidden"), "not of the site").unwrap();
    let note = "publication 2026-01-04 assets/../../retention-secret assets/.hidden index.html\n";
    fs::write(site.join(MARKER_FILE), note).unwrap();
    publish_at("2026-01-05", "Three", Retention::default(), &site);
    assert!(!exists(&site, "assets/.hidden") && !exists(&site, &second));
    assert_eq!(
        fs::read_dir(site.join("assets")).unwrap().count(),
        12,
        "its own, with compressed forms"
    );
}

#[test]
fn command_line_limits_retention() {
    let site = fresh("retention-program");
    let app = fresh("retention-app");
    fs::create_dir_all(&app).unwrap();
    for file in stand_in_files() {
        fs::write(app.join(&file.path), &file.bytes).unwrap();
    }
    let data = folder("retention.json");
    let run = |words: &str, more: &[&str]| {
        fs::write(&data, small(words).to_string()).unwrap();
        let [data, out, app] = [&data, &site, &app].map(|path| path.display().to_string());
        let url = "https://bikes.example/";
        let args = ["publish", "--data", &data, "--base-url", url, "--out", &out, "--app", &app];
        let run = run_with_input(&[&args[..], more].concat(), "");
        assert_eq!(run.code, 0, "{run:?}");
        fs::read_dir(site.join("assets")).unwrap().count()
    };
    let n_files = run("One", &[]);
    assert_eq!(run("Two", &[]), n_files + 3, "the list with its compressed forms");
    assert_eq!(run("Three", &["--keep-publications", "1"]), n_files + 3);
    assert_eq!(run("Three", &["--keep-publications", "0"]), n_files);
}
