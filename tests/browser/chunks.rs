//! The chunks of the app: loaded when they are needed, and tried again when they did not load.

use crate::list::{click, open, parts, serve, serve_app, wait_for_address, wait_for_focus};
use crate::other_datasets::sample_path;
use crate::published::DATASET;
use crate::takeover::asset;
use rustscape_test_kit::driver::LogEntry;
use rustscape_test_kit::page::Page;
use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::server::{Fault, Server, Site};
use std::fs;
use std::thread;
use std::time::Duration;

/// The heading of a record that is on its way or there.
const HEADING: &str = "#record-heading";

/// An address whose list has Pingora in it.
const LIST: &str = "replaces/nginx/";

#[test]
fn loads_a_chunk_once_on_demand() {
    let server = serve_app();
    let page = open(&server, LIST);
    let (records, sharing) = (chunk("records"), chunk("sharing"));
    assert_eq!(n_requests(&server, [&records, &sharing]), [0, 0]);
    page.click_text("#cards h3 a", "Pingora");
    page.find("#record .facts");
    wait_for_focus(&page, "record-heading");
    page.click_text(".crumbs a", "Cloudflare");
    page.wait_for_text(HEADING, "Cloudflare");
    page.find("#record .project");
    assert_eq!(n_requests(&server, [&records, &sharing]), [1, 0]);
    page.click_text(".crumbs a", "Back to the list");
    wait_for_address(&page, &server, LIST);
    for _ in 0..2 {
        page.find("#share").click();
        page.find("#share-dialog[open] #share-link");
        page.find("#share-close").click();
    }
    assert_eq!(n_requests(&server, [&records, &sharing]), [1, 1]);
    page.assert_no_errors();
}

#[test]
fn retries_a_record_whose_chunk_failed_to_load() {
    let server = serve_app();
    let page = open(&server, LIST);
    let records = chunk("records");
    server.fault(&records, Fault::Status(404));
    page.click_text("#cards h3 a", "Pingora");
    expect_failure(&page, "Pingora at Cloudflare");
    server.fault(&records, Fault::Held);
    page.find("#retry").click();
    page.find("#pending [aria-busy] progress");
    server.fault(&records, Fault::Status(404));
    expect_failure(&page, "Pingora at Cloudflare");
    // The rest of the page goes on.
    page.driver.back();
    wait_for_address(&page, &server, LIST);
    page.wait_until("the list", "document.querySelector('#heading').checkVisibility()");
    page.driver.forward();
    expect_failure(&page, "Pingora at Cloudflare");
    page.clear_log();
    server.clear_fault(&records);
    page.find("#retry").click();
    page.find("#record .facts");
    page.wait_for_text(HEADING, "Pingora at Cloudflare");
    assert_eq!(server.n_requests(DATASET), 1, "the dataset stays");
    page.click_text(".crumbs a", "Back to the list");
    wait_for_address(&page, &server, LIST);
    page.assert_no_errors();
}

#[test]
fn a_record_opened_first_waits_for_its_chunk() {
    let server = serve_app();
    let records = chunk("records");
    server.fault(&records, Fault::Held);
    let page = Page::open(&server, "org/cloudflare/pingora/");
    page.find("#pending [aria-busy] progress");
    page.wait_for_text(HEADING, "Pingora at Cloudflare");
    server.clear_fault(&records);
    page.find("#record .facts");
    page.assert_no_errors();
}

#[test]
fn gives_up_on_a_chunk_that_never_arrives() {
    let server = Server::start(Site::dist().meta("rustscape:timeout-millis", "2000"));
    let (records, sharing) = (chunk("records"), chunk("sharing"));
    let page = open(&server, LIST);
    server.fault(&records, Fault::StallAfter(1_000));
    server.fault(&sharing, Fault::Held);
    page.click_text("#cards h3 a", "Pingora");
    page.find("#share").click();
    page.wait_for_text("#share-dialog p a", &page.driver.url());
    page.find("#share-close").click();
    expect_failure(&page, "Pingora at Cloudflare");
    page.clear_log();
    server.clear_fault(&records);
    page.find("#retry").click();
    page.find("#record .facts");
    page.assert_no_errors();
}

#[test]
fn reports_that_the_views_did_not_load() {
    let server = serve_app();
    server.fault(&chunk("lazy_views"), Fault::Status(404));
    let page = Page::open(&server, "");
    page.wait_for_text("[role=alert] h1", "This page could not start");
    assert!(page.text().contains("A part of the app did not load."), "{}", page.text());
    page.clear_log();
}

#[test]
fn an_empty_list_says_so_without_the_chunk_of_suggestions() {
    let server = serve();
    let lazy_views = asset("lazy_views.", ".wasm");
    server.fault(&lazy_views, Fault::Status(404));
    let page = open(&server, LIST);
    assert_eq!(server.n_requests(&lazy_views), 0, "a list that has results needs none");
    page.press('/');
    page.type_text("zzzz");
    page.wait_for_text(".empty h2", "No projects found");
    // Each letter asks for the chunk again, and the address is written after the last one.
    page.wait_until("all letters", "location.search.includes('q=zzzz')");
    wait_for_failures(&page, &server, &lazy_views);
    page.clear_log();
    server.clear_fault(&lazy_views);
    page.type_text("z");
    page.find(".empty .ways button");
    page.assert_no_errors();
}

#[test]
fn a_file_whose_views_fail_to_load_keeps_the_page() {
    let server = serve();
    let page = open(&server, LIST);
    server.fault(&asset("lazy_views.", ".wasm"), Fault::Status(404));
    page.find("#open-dataset").type_text(&sample_path().display().to_string());
    let word =
        "document.querySelector('#trouble').innerText.includes('A part of the app did not load')";
    page.wait_until("word of it", word);
    click(&page, "#side-kind-rewrite");
    assert_eq!(parts(&page).len(), 2, "the page goes on");
    page.clear_log();
}

#[test]
fn a_published_site_loads_views_only_for_another_dataset() {
    let server = serve();
    let records = asset("records.", ".wasm");
    let page = open(&server, LIST);
    page.click_text("#cards h3 a", "Pingora");
    page.find("#record .facts");
    assert_eq!(server.n_requests(&records), 0, "the page was published");
    page.assert_no_errors();
    server.fault(&records, Fault::Status(404));
    page.visit(&server, &format!("org/cloudflare/pingora/?data={DATASET}"));
    expect_failure(&page, "Pingora at Cloudflare");
    page.clear_log();
    server.clear_fault(&records);
    page.find("#retry").click();
    page.find("#record .facts");
    page.assert_no_errors();
}

/// The path of a chunk of the app alone.
#[track_caller]
pub fn chunk(name: &str) -> String {
    let start = format!("rustscape-{name}-");
    let files = fs::read_dir(Prerequisite::Dist.path()).expect("the app");
    let mut names = files.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    names.find(|name| name.starts_with(&start)).expect("the chunk")
}

fn n_requests<const N: usize>(server: &Server, paths: [&String; N]) -> [usize; N] {
    paths.map(|path| server.n_requests(path))
}

/// Waits until the app has logged an error for each request for a path, which may be after it shows the outcome.
#[track_caller]
fn wait_for_failures(page: &Page, server: &Server, path: &str) {
    // The browser itself logs another one, before that of the app.
    let is_of_app =
        |entry: &&LogEntry| entry.source == "console-api" && entry.message.contains(path);
    let n_errors = || page.console().iter().filter(is_of_app).count();
    for _ in 0..1_000 {
        let n_requests = server.n_requests(path);
        if n_requests > 0 && n_requests <= n_errors() {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("{} errors of {} requests", n_errors(), server.n_requests(path));
}

#[track_caller]
fn expect_failure(page: &Page, name: &str) {
    page.wait_for_text("#pending [role=alert] h2", "This page did not load");
    assert_eq!(page.find(HEADING).text(), name);
}
