//! Failures: files that do not load, or that load with errors.

use crate::list::{open, serve_app, texts};
use crate::published::{DATASET, dataset};
use rustscape_test_kit::driver::{Network, Options, PageLoad};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::server::{Fault, Server, Site};
use serde_json::{Value, json};
use std::fs;

/// Query that is made during a failure, and has to be in effect afterwards.
const ADDRESS: &str = "kind/rewrite/?replaces=cpp";

const MISSING: &str = "The dataset did not load";

const UNREADABLE: &str = "The dataset cannot be read";

#[test]
fn each_load_failure_has_a_message_and_can_be_retried() {
    #[track_caller]
    fn check(page: &Page, server: &Server, fault: Fault, title: &str, reason: &str) {
        server.fault(DATASET, fault);
        page.find("#retry").click();
        expect_failure(page, title, reason);
    }
    let server = serve_app();
    server.fault(DATASET, Fault::Status(404));
    let page = Page::open(&server, ADDRESS);
    expect_failure(&page, MISSING, "The server answered 404 (not found).");
    let broken = Fault::Status(500);
    check(&page, &server, broken, MISSING, "The server answered 500 (server error).");
    check(&page, &server, Fault::Reset, MISSING, "connection was");
    check(&page, &server, body(""), UNREADABLE, "The file is empty.");
    check(&page, &server, body("{\"schema_"), UNREADABLE, "The file is not JSON: EOF");
    check(&page, &server, body("<!doctype html>"), UNREADABLE, "(line 1, column 1)");
    check(&page, &server, body("{\"name\": \"x\"}"), UNREADABLE, "it has no schema_version.");
    let newer = body("{\"schema_version\": \"2.0\"}");
    check(&page, &server, newer, UNREADABLE, "The file has schema version 2.0");
    page.driver.set_network(Network::Offline);
    page.find("#retry").click();
    expect_failure(&page, MISSING, "This device is offline.");
    page.driver.set_network(Network::Normal);
    try_again(&page, &server);
    // What is asked for ahead of the app breaks off before the app could see how far it came.
    server.fault(DATASET, Fault::Reset);
    page.visit(&server, ADDRESS);
    expect_failure(&page, MISSING, "connection was");
    try_again(&page, &server);
}

#[test]
fn shows_progress_of_a_slow_load_and_stops_a_stalled_one() {
    let slow = serve_app();
    slow.fault(DATASET, Fault::StallAfter(40_000));
    let options = Options { page_load: PageLoad::Started, ..Options::default() };
    let page = Page::open_with(options, &slow, ADDRESS);
    page.wait_until(
        "word of what has arrived",
        "/^\\d+ kB loaded$/.test(document.querySelector('main[aria-busy] .tools').innerText)",
    );
    assert_eq!(page.sentence(), "Loading …");
    slow.fault(DATASET, Fault::Slow { chunk_bytes: 50_000, pause_millis: 50 });
    page.visit(&slow, ADDRESS);
    page.find("#heading");
    page.assert_no_errors();
    let stalling = Server::start(Site::dist().meta("rustscape:timeout-millis", "300"));
    stalling.fault(DATASET, Fault::StallAfter(40_000));
    page.visit(&stalling, ADDRESS);
    expect_failure(&page, MISSING, "No data arrived for 1 s, after ");
    try_again(&page, &stalling);
}

#[test]
fn the_app_alone_links_to_no_published_files() {
    let server = serve_app();
    let page = Page::open(&server, "about/");
    page.find("#data a[href$='data/rustscape.json']");
    assert!(page.driver.find_all("#data a[href*='api/']").is_empty());
    page.assert_no_errors();
}

#[test]
fn leaves_out_and_reports_broken_records() {
    let server = serve_app();
    let mut dataset = dataset();
    let orgs = dataset["organizations"].as_array_mut().expect("organizations");
    let dropbox = orgs.iter_mut().find(|org| org["id"] == "dropbox").expect("it is there");
    dropbox["name"] = json!(7);
    let cloudflare = orgs.iter_mut().find(|org| org["id"] == "cloudflare").expect("it is there");
    let projects = cloudflare["projects"].as_array_mut().expect("projects");
    let pingora = projects.iter_mut().find(|project| project["id"] == "pingora");
    pingora.expect("it is there")["sources"][0]["url"] = json!("javascript:alert(1)");
    server.fault(DATASET, body(&dataset.to_string()));
    let page = open(&server, "replaces/nginx/");
    assert_eq!(texts(&page, "details.notice summary"), ["2 records were left out"]);
    assert!(!page.find("details.notice li").is_displayed());
    page.find("details.notice summary").click();
    let reasons = page.find("details.notice ul").text();
    for reason in ["dropbox: name ", "cloudflare/pingora: sources[0].url "] {
        assert!(reasons.contains(reason), "{reason:?} in {reasons:?}");
    }
    assert!(!texts(&page, "#cards h3 > a").contains(&"Pingora".to_owned()));
    page.find("#cards h2 a[href$='org/cloudflare/']").click();
    page.wait_for_text("#record-heading", "Cloudflare");
    page.assert_no_errors();
}

#[test]
fn the_page_reports_a_missing_part_of_the_app() {
    let server = serve_app();
    let wasm = app_wasm();
    server.fault(&wasm, Fault::Status(404));
    let page = Page::open(&server, ADDRESS);
    page.wait_for_text("[role=alert] h1", "This page could not start");
    assert!(page.text().contains("did not load or failed"), "{}", page.text());
    let dataset = page.find("[role=alert] a").property("href");
    assert_eq!(dataset, Value::from(server.url(DATASET)));
    page.clear_log();
    server.clear_fault(&wasm);
    page.click_text("button", "Try again");
    page.find("#heading");
    assert_eq!(page.driver.url(), server.url(ADDRESS));
    page.assert_no_errors();
}

/// Waits for the failure's page with this title and a reason that has these words.
#[track_caller]
fn expect_failure(page: &Page, title: &str, reason: &str) {
    let reason = Value::from(reason);
    page.wait_until(
        &format!("the reason {reason}"),
        &format!("document.querySelector('[role=alert] p')?.innerText.includes({reason})"),
    );
    assert_eq!(texts(page, "[role=alert] h1"), [title]);
}

/// Lifts the fault and tries again. Nobody has complained but the browser, about the network.
#[track_caller]
fn try_again(page: &Page, server: &Server) {
    server.clear_fault(DATASET);
    page.find("#retry").click();
    page.find("#heading");
    assert!(texts(page, "#heading .part") == ["Rewrite", "C++"], "{}", page.sentence());
    assert_eq!(page.driver.url(), server.url(ADDRESS));
    let mut console = page.console();
    console.retain(|entry| entry.is_complaint() && entry.source != "network");
    assert_eq!(console, [], "complaints");
    page.clear_log();
}

fn body(text: &str) -> Fault {
    Fault::Body { content_type: "application/json", bytes: text.as_bytes().to_vec() }
}

/// The path of the app's code.
#[track_caller]
fn app_wasm() -> String {
    let files = fs::read_dir(Prerequisite::Dist.path()).expect("the app");
    let names = files.map(|file| file.expect("a file").file_name().into_string().expect("UTF-8"));
    let is_app = |name: &String| name.starts_with("rustscape-app") && name.ends_with("_bg.wasm");
    names.into_iter().find(is_app).expect("code")
}
