//! Datasets that are not the site's own: from an address, chosen, or dropped on the page.

use std::fs;
use std::path::PathBuf;

use crate::list::{change, open, parts, serve, serve_app, texts, wait_for_address};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Fault, Server, Site};
use serde_json::{Value, json};

/// Title of the sample, a dataset about another topic than the site.
const TITLE: &str = "Bikescape (sample)";

/// Path of the sample in these tests, below the atlas.
const OTHER: &str = "data/other.json";

/// The path of the sample dataset.
pub fn sample_path() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sample.json"))
}

fn sample() -> Value {
    serde_json::from_slice(&fs::read(sample_path()).expect("the sample")).expect("JSON")
}

/// A server that has the sample beside its own dataset.
fn serve_sample() -> Server {
    with_sample(serve())
}

fn with_sample(server: Server) -> Server {
    let bytes = fs::read(sample_path()).expect("the sample");
    server.fault(OTHER, Fault::Body { content_type: "application/json", bytes });
    server
}

/// Waits until the sample is shown.
#[track_caller]
pub fn wait_for_sample(page: &Page) {
    page.wait_for_text(".brand", TITLE);
}

/// Drops a file with this name and this text on the page, once that takes files.
#[track_caller]
pub fn drop_file(page: &Page, name: &str, text: &str) {
    let (name, text) = (Value::from(name), Value::from(text));
    page.wait_until(
        "a page that takes files",
        &format!(
            "(() => {{
                const dataTransfer = new DataTransfer();
                dataTransfer.items.add(new File([{text}], {name}));
                const send = (kind) => !document.querySelector('main').dispatchEvent(
                    new DragEvent(kind, {{ bubbles: true, cancelable: true, dataTransfer }}));
                return send('dragover') && send('drop');
            }})()"
        ),
    );
}

#[test]
fn shows_a_dropped_file_and_keeps_it_on_the_device() {
    let server = serve();
    let page = open(&server, "");
    let accent = |page: &Page| {
        page.value_of("getComputedStyle(document.querySelector('#share')).backgroundColor")
    };
    let usual = accent(&page);
    page.clear_log();
    page.find("#open-dataset").type_text(&sample_path().display().to_string());
    wait_for_sample(&page);
    let told = page.find(".elsewhere").text();
    assert!(told.contains("from your file sample.json, which stays on this device"), "{told}");
    let sample = sample();
    let orgs = sample["organizations"].as_array().expect("organizations");
    let n_projects: usize =
        orgs.iter().map(|org| org["projects"].as_array().map_or(0, Vec::len)).sum();
    page.wait_for_sentence(&format!("{n_projects} projects at {} organizations", orgs.len()));
    page.wait_until("its title", &format!("document.title === '{TITLE} (from sample.json)'"));
    assert_ne!(accent(&page), usual, "the dataset brings its color");
    // The program may load a chunk of itself, but nothing is sent.
    let chunks = server.url("assets/");
    let is_chunk = |url: &String| url.starts_with(&chunks) && url.contains(".wasm");
    let requested = page.requested_urls();
    assert!(requested.iter().all(is_chunk), "nothing was sent anywhere: {requested:?}");
    // Everything goes on with it, and nothing speaks of the other subject.
    change(&page, || page.find(".side .value:not(.none) input").click());
    assert_eq!(parts(&page).len(), 1);
    for address in ["claims/", "changes/"] {
        page.find(&format!(".bar .pages a[href$='{address}']")).click();
        page.wait_until("the page", &format!("location.pathname.endsWith('{address}')"));
        page.find("#record-heading");
        assert!(!page.text().contains("Rust"), "{}", page.text());
    }
    page.driver.back();
    page.driver.back();
    page.wait_until("the list again", "document.querySelector('#heading').checkVisibility()");
    assert_eq!(parts(&page).len(), 1);
    page.click_text(".elsewhere a", "Back to this site’s dataset");
    page.wait_for_text(".brand", "Rustscape");
    assert!(texts(&page, ".elsewhere").is_empty());
    page.assert_no_errors();
}

#[test]
fn keeps_the_view_for_an_unreadable_file_and_lists_problems_of_others() {
    let server = serve();
    let page = open(&server, "replaces/cpp/");
    let sentence = page.sentence();
    drop_file(&page, "notes.json", "{\n  \"title\": oops");
    page.wait_until("word of it", "document.querySelector('.elsewhere.bad')");
    let told = page.find(".elsewhere.bad").text();
    for part in [
        "notes.json could not be opened.",
        "is not JSON",
        "(line 2, column 12)",
        "The page is unchanged.",
    ] {
        assert!(told.contains(part), "{part:?} in {told:?}");
    }
    assert_eq!(page.sentence(), sentence);
    assert!(!texts(&page, "#cards h2").is_empty());
    page.find("#forget").click();
    page.wait_until("it gone", "!document.querySelector('.elsewhere')");
    let mut damaged = sample();
    damaged["organizations"][0]["name"] = json!(7);
    damaged["organizations"][1]["projects"][0]["since"] = json!("2021");
    drop_file(&page, "faulty.json", &serde_json::to_string_pretty(&damaged).expect("JSON"));
    wait_for_sample(&page);
    // What the old address asks for, the new dataset does not have.
    page.wait_until(
        "a notice",
        "document.querySelector('div.notice')?.innerText.includes('replaces=cpp')",
    );
    page.click_text("details.notice summary", "2 records were left out");
    let faults = texts(&page, "details.notice li");
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults[0].contains(": name is 7, not a text (line "), "{faults:?}");
    assert!(faults[1].contains(": since is a text, not a year (line "), "{faults:?}");
    page.assert_no_errors();
}

#[test]
fn a_dataset_url_stays_in_every_link_and_is_named_on_the_page() {
    let server = serve_sample();
    let with_dataset = |address: &str| {
        let mark = if address.contains('?') { '&' } else { '?' };
        format!("{address}{mark}data={OTHER}")
    };
    let page = open(&server, &with_dataset(""));
    wait_for_sample(&page);
    let told = page.find(".elsewhere").text();
    assert!(
        told.contains(&format!("from {OTHER}")) && told.contains("not this site’s own"),
        "{told}"
    );
    let org = sample()["organizations"][0]["id"].as_str().expect("an id").to_owned();
    page.find(&format!("#cards h2 a[href*='/org/{org}/']")).click();
    wait_for_address(&page, &server, &with_dataset(&format!("org/{org}/")));
    page.find("#share").click();
    let link = page.find("#share-link").property("value");
    assert_eq!(link, Value::from(server.url(&with_dataset(&format!("org/{org}/")))));
    page.find("#share-close").click();
    page.driver.back();
    wait_for_address(&page, &server, &with_dataset(""));
    page.find(".side .value:not(.none) input").click();
    page.wait_until(
        "a refined address",
        &format!("location.search.includes('data={OTHER}') && location.pathname !== '/atlas/'"),
    );
    let unmarked = "[...document.querySelectorAll('a[href^=\"./\"]')].filter((link) => !link.href.includes('data=') && !link.target).length";
    assert_eq!(page.value_of(unmarked), 0, "every link keeps the dataset");
    page.assert_no_errors();
    // It is gone: the site's own is a step away.
    server.fault(OTHER, Fault::Status(404));
    page.visit(&server, &with_dataset("claims/"));
    page.wait_for_text("[role=alert] h1", "The dataset did not load");
    page.clear_log();
    page.click_text("[role=alert] a", "Show this site’s own dataset");
    page.wait_for_text(".brand", "Rustscape");
    page.assert_no_errors();
}

#[test]
fn loads_from_another_origin_only_if_the_site_allows_it() {
    let folder = sample_path().parent().map(PathBuf::from).expect("a folder");
    let other = Server::start(Site::folder(folder));
    let address = format!("?data={}", other.url("sample.json"));
    let server = serve();
    let page = Page::open(&server, &address);
    page.wait_for_text("[role=alert] h1", "This dataset is on another site");
    assert!(page.text().contains(&other.origin()), "{}", page.text());
    assert_eq!(other.n_requests("sample.json"), 0);
    page.assert_no_errors();
    let allowing = Site::dist()
        .meta("rustscape:data-origins", &format!("https://example.org {}", other.origin()))
        .replace("connect-src 'self'", &format!("connect-src 'self' {}", other.origin()));
    let allowing = Server::start(allowing);
    page.visit(&allowing, &address);
    wait_for_sample(&page);
    assert!(page.find(".elsewhere").text().contains(&other.url("sample.json")));
    page.allow_origin(&other.origin());
    page.assert_no_errors();
}

#[test]
fn marks_old_entries_and_offers_corrections() {
    // A host of plain files has no page for the records of another dataset.
    let server = with_sample(serve_app());
    let page = open(&server, &format!("?data={OTHER}"));
    let sample = sample();
    let old = sample["organizations"].as_array().expect("organizations").iter().find_map(|org| {
        let projects = org["projects"].as_array()?.iter();
        let old = projects.clone().find(|project| {
            project["verified"].as_str() < Some("2025") && !project["verified"].is_null()
        })?;
        Some(format!("{}/{}", org["id"].as_str()?, old["id"].as_str()?))
    });
    let old = old.expect("an old entry");
    page.visit(&server, &format!("org/{old}/?data={OTHER}"));
    page.wait_until(
        "its age",
        "document.querySelector('aside .pill.warn')?.innerText === 'needs a new check'",
    );
    page.find("#correct summary").click();
    let issue = page.find("#correct .parts a[href*='issues/new']").property("href");
    let issue = issue.as_str().expect("an address");
    for part in [
        format!("Record:%20{old}"),
        "Field:%20".to_owned(),
        "%23L".to_owned(),
        format!("Page:%20{}", server.origin()),
    ] {
        assert!(issue.contains(&part), "{part} in {issue}");
    }
    page.visit(&server, &format!("claims/wrong/?data={OTHER}"));
    page.wait_until("claims", "document.querySelector('.claims li')");
    let n_wrong = page.find(".verdicts [aria-current] .num").text();
    assert_eq!(texts(&page, ".claims > li").len().to_string(), n_wrong);
    page.find(".verdicts a").click();
    page.wait_until(
        "all of them",
        "document.querySelector('.verdicts a').hasAttribute('aria-current')",
    );
    assert!(texts(&page, ".claims > li").len() > 1);
    page.assert_no_errors();
}
