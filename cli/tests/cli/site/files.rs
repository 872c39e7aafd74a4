//! Files of a publication, and files of the previous one.

use std::{collections::BTreeMap, fs, io::Read as _, path::Path, time::SystemTime};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use rustscape_cli::publish::{ASSETS, BaseUrl, MARKER_FILE, Output, PublishSummary};
use sha2::{Digest as _, Sha256, Sha384};

use super::{BARE_SITE, FIXED_SITE, HARD_SITE, Site, folder, hard, read_into, small, write};
use crate::program::{file, run_with_input};

#[test]
fn compressed_variants_decode_to_the_file() {
    let mut n_packed = 0;
    for (path, bytes) in &FIXED_SITE.files {
        let mut plain = Vec::new();
        let of = if let Some(of) = path.strip_suffix(".gz") {
            flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap();
            of
        } else if let Some(of) = path.strip_suffix(".br") {
            brotli::BrotliDecompress(&mut &bytes[..], &mut plain).unwrap();
            of
        } else {
            let has_text =
                ["html", "json", "xml", "css", "csv"].iter().any(|end| path.ends_with(end));
            if has_text && 1_000 <= bytes.len() {
                assert!(FIXED_SITE.files.contains_key(&format!("{path}.br")), "{path}");
                assert!(FIXED_SITE.files.contains_key(&format!("{path}.gz")), "{path}");
            }
            continue;
        };
        assert_eq!(Some(&plain), FIXED_SITE.files.get(of), "{path}");
        n_packed += 1;
    }
    assert!(1_000 < n_packed, "{n_packed}");
}

/// Returns the value of an `integrity` attribute.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[test]
fn asset_names_and_integrity_match_the_content() {
    // An embed loads all files of a page, and one more script.
    let (page, frame) = (FIXED_SITE.text("index.html"), FIXED_SITE.text("embed/index.html"));
    let assets = FIXED_SITE.files.iter().filter(|(path, _)| path.starts_with(ASSETS));
    let assets = assets.filter(|(path, _)| !path.ends_with(".br") && !path.ends_with(".gz"));
    let (_, script) = page.split_once("data-js=\"").unwrap();
    let script = FIXED_SITE.text(script.split('"').next().unwrap());
    assert_eq!(script.matches(".wasm").count(), 2, "{script}");
    let mut n_assets = 0;
    for (path, bytes) in assets {
        let digits = u64::from_be_bytes(Sha256::digest(bytes)[..8].try_into().unwrap());
        let digits = format!("{digits:016x}");
        assert_eq!(path.split('.').nth(1), Some(digits.as_str()), "{path}");
        let is_chunk = script.contains(&format!("\"./{}\"", path.trim_start_matches(ASSETS)));
        let is_of_frame = frame.contains(&format!("\"{path}\""));
        assert!(is_of_frame != is_chunk, "{path} is named, and a chunk by the script alone");
        let is_of_page = page.contains(&format!("\"{path}\""));
        let is_checked = is_of_page && !path.ends_with(".wasm") && !path.ends_with(".json");
        assert_eq!(page.contains(&integrity(bytes)), is_checked, "{path}");
        n_assets += 1;
    }
    assert_eq!(n_assets, 8);
}

#[test]
fn same_input_gives_the_same_bytes() {
    // Files of an earlier run are removed first.
    let _ = fs::remove_dir_all(folder("hard-again"));
    let again = Site::of("hard-again", hard().as_bytes(), "https://bikes.example/");
    assert_eq!(again.files.keys().collect::<Vec<_>>(), HARD_SITE.files.keys().collect::<Vec<_>>());
    for (path, bytes) in &again.files {
        assert_eq!(Some(bytes), HARD_SITE.files.get(path), "{path}");
    }
}

#[test]
fn keeps_unchanged_files() {
    let (url, folder) = (BaseUrl::parse("https://bikes.example/").unwrap(), folder("twice"));
    let source = small("First").to_string();
    write(source.as_bytes(), &url, &folder);
    let written =
        |path: &str| -> SystemTime { fs::metadata(folder.join(path)).unwrap().modified().unwrap() };
    let all_written = || -> Vec<_> {
        let mut files = BTreeMap::new();
        read_into(&folder, &folder, &mut files);
        // The marker file is about the publication, not about the site.
        files.remove(MARKER_FILE);
        files.into_keys().map(|path| (written(&path), path)).collect()
    };
    let before = all_written();
    let PublishSummary { n_written, n_unchanged } = write(source.as_bytes(), &url, &folder);
    assert_eq!(n_written, 0);
    assert!(100 < n_unchanged && n_unchanged <= before.len(), "{n_unchanged}");
    assert_eq!(all_written(), before);
    let card = written("card.png");
    let other = source.replace("\"Bare\"", "\"Bikes\"");
    assert!(write(other.as_bytes(), &url, &folder).n_written > 50);
    assert_ne!(written("card.png"), card);
    assert!(
        fs::read_to_string(folder.join("index.html")).unwrap().contains("<title>Bikes</title>")
    );
}

#[test]
fn never_replaces_a_foreign_folder() {
    let folder = folder("foreign");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("thesis.txt"), "years of work").unwrap();
    let failure = Output::create(&folder).unwrap_err().to_string();
    assert!(failure.contains("has files that were not published"), "{failure}");
    assert!(failure.contains("name an empty folder"), "{failure}");
    assert_eq!(fs::read_to_string(folder.join("thesis.txt")).unwrap(), "years of work");
}

#[test]
fn dataset_with_errors_leaves_the_published_site() {
    let (url, folder) = (BaseUrl::parse("https://bikes.example/").unwrap(), folder("broken"));
    let source = small("First").to_string();
    write(source.as_bytes(), &url, &folder);
    let before = fs::read(folder.join("index.html")).unwrap();
    let broken = source.replacen("\"name\":", "\"nom\":", 1);
    let path = file("broken-site.json", &broken);
    let run = publish_by_program(&path, &folder);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stdout.contains("1 error"), "{}", run.stdout);
    assert_eq!(fs::read(folder.join("index.html")).unwrap(), before);
    let hidden = fs::read_dir(folder.parent().unwrap()).unwrap();
    let left = hidden.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with(".broken")
    });
    assert_eq!(left.count(), 0, "nothing is left half done");
}

fn publish_by_program(data: &Path, out: &Path) -> crate::program::Run {
    let (data, out) = (data.display().to_string(), out.display().to_string());
    let url = "https://bikes.example/";
    run_with_input(&["publish", "--data", &data, "--base-url", url, "--out", &out], "")
}

#[test]
fn writes_nothing_for_an_empty_facet() {
    let site = &*BARE_SITE;
    for facet in ["industry", "status", "since", "metric", "verdict", "domain", "replaces", "oss"] {
        let folders = ["", "embed/", "api/v1/facets/"].map(|folder| format!("{folder}{facet}/"));
        // The page of the facet itself shows everything and a notice.
        let is_value = |rest: &str| !rest.starts_with("index.html");
        let of_facet = |path: &&String| {
            folders.iter().any(|folder| path.strip_prefix(folder.as_str()).is_some_and(is_value))
        };
        assert_eq!(site.files.keys().filter(of_facet).collect::<Vec<_>>(), Vec::<&String>::new());
    }
    assert!(site.files.contains_key("kind/rewrite/index.html"));
    assert!(site.files.contains_key("country/de/index.html"), "cards lead there");
    let llms = site.text("llms.txt");
    assert!(!llms.contains("## Industry") && !llms.contains("## Domain"), "{llms}");
    assert!(!site.text("feed.xml").contains("nknown"));
    assert!(!site.text("org/bolt/bolt/index.html").contains("Bolt at Bolt"));
    let header = site.text("api/v1/projects.csv").lines().next().unwrap_or_default();
    assert!(header.contains("industry") && header.contains("since"), "columns are a contract");
}
