//! Complete output of `publish`, as crawlers read it.

mod addresses;
mod crawl;
mod direction;
mod files;
mod retention;
mod versions;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use rustscape::state::Atlas;
use rustscape_cli::publish::{
    AppBundle, BaseUrl, File, Output, Publication, PublishSummary, Retention, publish,
};
use serde_json::{Value, json};

use crate::publications::HOSTILE;

/// A fixed dataset with several hundred organizations.
const FIXED: &[u8] = include_bytes!("../../../../tests/fixtures/atlas.json");

/// A small dataset about another subject.
const SAMPLE: &[u8] = include_bytes!("../../../../tests/fixtures/sample.json");

/// A published site.
struct Site {
    url: BaseUrl,
    /// Every file except the marker file, by path.
    files: BTreeMap<String, Vec<u8>>,
}

/// The fixed dataset below a path.
static FIXED_SITE: LazyLock<Site> =
    LazyLock::new(|| Site::of("own", FIXED, "https://example.org/atlas/"));

/// The sample with difficult names, at the root of a domain.
static HARD_SITE: LazyLock<Site> =
    LazyLock::new(|| Site::of("hard", hard().as_bytes(), "https://bikes.example/"));
/// The same below a path.
static HARD_SITE_BELOW: LazyLock<Site> =
    LazyLock::new(|| Site::of("hard-below", hard().as_bytes(), "https://bikes.example/atlas/"));

/// A dataset that fills no facet except the kind of projects.
static BARE_SITE: LazyLock<Site> =
    LazyLock::new(|| Site::of("bare", bare().to_string().as_bytes(), "https://bare.example/"));

fn bare() -> Value {
    let project = |id: &str, kind: &str| json!({"id": id, "name": "Bolt", "kind": kind, "confidence": "unverified"});
    json!({
        "schema_version": "1.0", "title": "Bare", "description": "",
        "vocabulary": {
            "kind": [{"id": "new", "label": "New"}, {"id": "rewrite", "label": "Rewrite"}],
            "industry": [{"id": "cloud", "label": "Cloud"}],
            "confidence": [{"id": "unverified", "label": "Unverified"}]
        },
        "organizations": [
            {"id": "acme", "name": "Acme", "country": "DE", "projects": [project("gate", "new"), project("lock", "rewrite")]},
            {"id": "bolt", "name": "Bolt", "country": "DE", "projects": [project("bolt", "new")]}
        ]
    })
}

/// Returns a dataset with few pages, for tests that publish several times. Two that differ by `license`
/// have the same preview cards, which take longest, and different lists.
fn small(license: &str) -> Value {
    let mut dataset = bare();
    dataset["license"] = json!(license);
    let organizations = dataset["organizations"].as_array_mut().unwrap();
    organizations.remove(0);
    // From a thousand bytes on, a file has compressed forms.
    organizations[0]["summary"] = json!("It moves bolts. ".repeat(80).trim());
    dataset
}

/// Checks every site.
fn check_sites(check: impl Fn(&Site)) {
    for site in [&FIXED_SITE, &HARD_SITE, &HARD_SITE_BELOW, &BARE_SITE] {
        check(site);
    }
}

impl Site {
    fn of(name: &str, source: &[u8], url: &str) -> Self {
        let url = BaseUrl::parse(url).unwrap();
        let folder = folder(name);
        // A publication of an earlier run must not become a version of this one.
        for path in ["data/versions.json", "data/rustscape.json"] {
            let _ = fs::remove_file(folder.join(path));
        }
        write_with(source, &[earlier(source)], &url, &folder);
        let mut files = BTreeMap::new();
        read_into(&folder, &folder, &mut files);
        files.remove(rustscape_cli::publish::MARKER_FILE);
        Self { url, files }
    }

    fn text(&self, path: &str) -> &str {
        std::str::from_utf8(self.files.get(path).unwrap_or_else(|| panic!("{path}"))).unwrap()
    }
}

/// Returns the path of a test folder, which may contain the files of an earlier run.
fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site").join(name)
}

fn publication(source: &[u8], url: &BaseUrl) -> Publication {
    let atlas = Atlas::from_bytes(source).unwrap();
    assert_eq!(atlas.problems, []);
    Publication {
        today: atlas.dataset.updated.clone(),
        atlas: Arc::clone(&atlas),
        source: source.to_vec(),
        url: url.clone(),
        version: "0123456789abcdef".to_owned(),
    }
}

fn write(source: &[u8], url: &BaseUrl, folder: &Path) -> PublishSummary {
    write_with(source, &[], url, folder)
}

fn write_with(source: &[u8], earlier: &[File], url: &BaseUrl, folder: &Path) -> PublishSummary {
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    let output = Output::create(folder).unwrap();
    // Removes the files of an earlier run of the tests.
    let retention = Retention::NONE;
    publish(&publication(source, url), &stand_in(), Vec::new(), earlier, retention, output).unwrap()
}

/// Returns an earlier version of a dataset: without its first organization, with an additional one,
/// and with other texts.
fn earlier(source: &[u8]) -> File {
    let mut dataset: Value = serde_json::from_slice(source).unwrap();
    dataset["updated"] = json!("2020-02-29");
    dataset["license"] = json!(HOSTILE);
    let organizations = dataset["organizations"].as_array_mut().unwrap();
    let mut gone = organizations.remove(0);
    gone["id"] = json!("gone");
    gone["name"] = json!(HOSTILE);
    organizations[0]["summary"] = json!(HOSTILE);
    organizations.push(gone);
    File::new("2020.json", dataset.to_string())
}

/// Script of the stand-in app, which names the chunks.
const SCRIPT: &str =
    r#"load("./rustscape-records-0123456789abcdef.wasm", "./rustscape-chunk_3.wasm");"#;

/// Returns a stand-in for the built app, with small files.
fn stand_in() -> AppBundle {
    AppBundle::of(stand_in_files()).unwrap()
}

fn stand_in_files() -> Vec<File> {
    let icon =
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>"#;
    let style = "p { margin: 0; }\n".repeat(100);
    let files = [
        ("rustscape-app_bg.wasm", "wasm"),
        ("rustscape-app.js", SCRIPT),
        ("rustscape-records-0123456789abcdef.wasm", "chunk of records"),
        ("rustscape-chunk_3.wasm", "chunk"),
        ("boot.js", "boot"),
        ("frame.js", "frame"),
        ("embed.js", "loader"),
        ("icon.svg", icon),
        ("tokens.css", ":root {}"),
        ("base.css", &style),
        ("components.css", "a {}"),
        ("print.css", "b {}"),
    ];
    files.map(|(name, text)| File::new(name, text)).to_vec()
}

fn read_into(top: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            read_into(top, &path, files);
        } else {
            let name = path.strip_prefix(top).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// Returns the sample with names that are long, read from right to left, without spaces, or similar
/// to HTML, and with a project without any details.
fn hard() -> String {
    let mut dataset: Value = serde_json::from_slice(SAMPLE).unwrap();
    let names = [
        ("long", "A name that goes on and on, ".repeat(8)),
        (
            "word",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
                .to_owned(),
        ),
        ("hebrew", "אופני מטען בע״מ".to_owned()),
        ("arabic", "شركة الدراجات (Bikes) المحدودة".to_owned()),
        ("chinese", "北京貨運自行車有限公司".to_owned()),
        ("markup", "</title><script>alert(1)</script> & “Söhne”".to_owned()),
        ("hostile", HOSTILE.to_owned()),
    ];
    let template = dataset["organizations"][0].clone();
    for (id, name) in names {
        let mut org = template.clone();
        org["id"] = json!(id);
        org["name"] = json!(name.trim());
        org["aliases"] = json!([]);
        org["summary"] = json!(format!("{name} <b>&amp;"));
        let unknown = json!({
            "id": "unknown", "name": name.trim(), "confidence": "unverified", "sources": []
        });
        org["projects"] = json!([unknown]);
        dataset["organizations"].as_array_mut().unwrap().push(org);
    }
    dataset.to_string()
}
