//! Loads that overlap: the newest one decides what is shown.

use crate::list::{serve, serve_app, texts, wait_for_address};
use crate::other_datasets::{drop_file, sample_path, wait_for_sample};
use crate::published::DATASET;
use crate::takeover::asset;
use rustscape_test_kit::driver::{Options, PageLoad};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Fault, Server};
use serde_json::Value;
use std::fs;

/// A file that is no dataset.
const NO_DATASET: &str = "{\n  \"title\": oops";

/// Opens a page of which a part is held back.
#[track_caller]
fn open_held(server: &Server, address: &str, held: &str) -> Page {
    server.fault(held, Fault::Held);
    let options = Options { page_load: PageLoad::Started, ..Options::default() };
    Page::open_with(options, server, address)
}

fn sample() -> String {
    fs::read_to_string(sample_path()).expect("the sample")
}

/// Lets a held path answer, and gives a page that still waits for it the time to show it.
#[track_caller]
fn release(page: &Page, server: &Server, held: &str) {
    server.clear_fault(held);
    settle(page, server, held);
}

/// Asks for a path as the page did, and waits until the page could have shown it.
#[track_caller]
fn settle(page: &Page, server: &Server, path: &str) {
    page.driver.execute_async(
        "const [url, done] = arguments; fetch(url).then((answer) => answer.text()).then(() => setTimeout(done, 400));",
        &[server.url(path).into()],
    );
}

/// Waits until the page says that a file could not be opened.
#[track_caller]
fn wait_for_trouble(page: &Page, name: &str) {
    let told = Value::from(format!("{name} could not be opened."));
    page.wait_until(
        "word of the file",
        &format!("document.querySelector('#trouble')?.innerText.includes({told})"),
    );
}

#[test]
fn a_file_dropped_during_a_load_stays() {
    let app = serve_app();
    let page = open_held(&app, "", DATASET);
    drop_file(&page, "sample.json", &sample());
    wait_for_sample(&page);
    release(&page, &app, DATASET);
    assert_eq!(page.find(".brand").text(), "Bikescape (sample)");
    page.assert_no_errors();
    let published = serve();
    let list = asset("list.", ".json");
    published.fault(&list, Fault::Held);
    page.visit(&published, "replaces/cpp/");
    page.find("#cards h2");
    drop_file(&page, "sample.json", &sample());
    wait_for_sample(&page);
    release(&page, &published, &list);
    assert_eq!(page.find(".brand").text(), "Bikescape (sample)");
    page.assert_no_errors();
}

#[test]
fn the_last_of_two_files_stays() {
    let server = serve();
    let page = Page::open(&server, "");
    // The first file is read only when the test says so.
    page.value_of(
        "File.prototype.arrayBuffer = function () {
            const read = Blob.prototype.arrayBuffer.bind(this);
            return this.name === 'slow.json' ? new Promise((resolve) => (window.readSlow = () => resolve(read()))) : read();
        }",
    );
    for slow in [sample().as_str(), NO_DATASET] {
        drop_file(&page, "slow.json", slow);
        page.wait_until("the first file asked for", "window.readSlow");
        drop_file(&page, "quick.json", &sample());
        page.wait_until(
            "the last file",
            "document.querySelector('.elsewhere')?.innerText.includes('quick.json')",
        );
        page.driver.execute_async(
            "window.readSlow(); window.readSlow = undefined; setTimeout(arguments[0], 500);",
            &[],
        );
        let told = texts(&page, ".elsewhere p");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("quick.json"), "{told:?}");
    }
    page.assert_no_errors();
}

#[test]
fn reports_an_unreadable_file_during_a_load() {
    let app = serve_app();
    let page = open_held(&app, "replaces/cpp/", DATASET);
    drop_file(&page, "notes.json", NO_DATASET);
    wait_for_trouble(&page, "notes.json");
    assert_eq!(page.sentence(), "Loading …");
    release(&page, &app, DATASET);
    page.find("#heading");
    wait_for_trouble(&page, "notes.json");
    page.find("#forget").click();
    page.wait_until("it gone", "!document.querySelector('.elsewhere')");
    let published = serve();
    let list = asset("list.", ".json");
    published.fault(&list, Fault::Held);
    page.visit(&published, "replaces/cpp/");
    page.find("#cards h2");
    for name in ["notes.json", "others.json"] {
        drop_file(&page, name, NO_DATASET);
        wait_for_trouble(&page, name);
        assert!(!texts(&page, "#cards h2").is_empty(), "the page can still be read");
    }
    page.find("#forget").click();
    page.wait_until("it gone", "!document.querySelector('.elsewhere')");
    drop_file(&page, "notes.json", NO_DATASET);
    wait_for_trouble(&page, "notes.json");
    release(&page, &published, &list);
    page.wait_until("a page that follows", "'ready' in document.documentElement.dataset");
    wait_for_trouble(&page, "notes.json");
    assert_eq!(texts(&page, ".elsewhere").len(), 1);
    page.assert_no_errors();
}

#[test]
fn a_published_page_is_readable_while_another_dataset_loads() {
    let server = serve();
    let other = "data/other.json";
    let page = open_held(&server, &format!("replaces/cpp/?data={other}"), other);
    page.find("#cards h2");
    while server.n_requests(other) == 0 {
        page.find("#cards h2");
    }
    assert!(!texts(&page, "#cards h2").is_empty());
    let bytes = sample().into_bytes();
    server.fault(other, Fault::Body { content_type: "application/json", bytes });
    wait_for_sample(&page);
    page.assert_no_errors();
    // The page is not of the dataset that was asked for: without that, it is not left in its place.
    server.fault(other, Fault::Status(404));
    page.visit(&server, &format!("replaces/cpp/?data={other}"));
    page.wait_for_text("[role=alert] h1", "The dataset did not load");
    assert!(texts(&page, "#cards").is_empty());
    page.clear_log();
}

#[test]
fn a_late_page_does_not_replace_a_newer_one() {
    let server = serve();
    let page = Page::open(&server, "");
    page.find("#heading");
    let (late, next) = ("org/cloudflare/", "org/amazon/");
    let open = |address: &str| {
        // Cards of a long list come in later frames.
        let link = format!("#cards h2 a[href$={address:?}]");
        page.wait_until(&link, &format!("document.querySelector('{link}')"));
        page.value_of(&format!("document.querySelector('{link}').click()"));
        wait_for_address(&page, &server, address);
    };
    let back = || {
        page.driver.back();
        wait_for_address(&page, &server, "");
    };
    // An error that comes late is of another page.
    server.fault(late, Fault::Held);
    server.fault(next, Fault::Status(500));
    open(late);
    page.wait_until("it on its way", "document.querySelector('#pending [aria-busy]')");
    back();
    open(next);
    page.wait_until(
        "why",
        "document.querySelector('#pending [role=alert]')?.innerText.includes('500')",
    );
    server.fault(late, Fault::Status(503));
    settle(&page, &server, late);
    assert!(page.find("#pending").text().contains("500"), "{}", page.find("#pending").text());
    back();
    // One that is asked for again replaces the first wish.
    server.fault(late, Fault::Held);
    open(late);
    back();
    open(late);
    server.clear_fault(late);
    page.find("#record .facts");
    page.wait_for_text("#record-heading", "Cloudflare");
    page.clear_log();
}
