//! Hosts that are not as the site was published for: another path, newer files than a page names, no headers.

use crate::list::{change, parts, serve, texts, wait_for_address};
use crate::published::{DATASET, dataset};
use crate::takeover::asset;
use rustscape_test_kit::driver::{Options, PageLoad};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::server::{Fault, Server, Site};
use serde_json::{Value, json};
use std::fs;

/// Expression: `true` if the application has taken over the page.
const IS_READY: &str = "'ready' in document.documentElement.dataset";

/// Expression: `true` if the page has its styles.
const IS_STYLED: &str = "getComputedStyle(document.querySelector('.shell')).display === 'flex'";

#[test]
fn a_published_folder_works_below_any_path() {
    let server = Server::start(Site::published().at_base("/somewhere/else/"));
    let page = Page::open(&server, "replaces/cpp/");
    page.wait_until("styles", IS_STYLED);
    change(&page, || page.find(".side .value:not(.none):not(.on) input").click());
    assert_eq!(parts(&page).len(), 2);
    page.driver.back();
    wait_for_address(&page, &server, "replaces/cpp/");
    page.find("#cards h2 a").click();
    page.wait_until("a record", "location.pathname.startsWith('/somewhere/else/org/')");
    page.find("#record .facts");
    page.find("#share").click();
    let link = page.find("#share-link").property("value");
    assert_eq!(link, page.value_of("location.href"));
    page.find("#share-close").click();
    page.visit(&server, "org/meta/");
    page.find("#record-heading");
    page.find(".brand").click();
    wait_for_address(&page, &server, "");
    page.assert_no_errors();
    // Its page for addresses of nothing is the one of the address that it was published for.
    page.driver.navigate(&server.url("org/nobody/"));
    page.wait_until("where it belongs", "document.querySelector('.astray').checkVisibility()");
    assert!(page.text().contains("published for https://atlas.example/atlas/."), "{}", page.text());
    let at_home = serve();
    page.visit(&at_home, "org/nobody/");
    page.wait_until("no word of it", &format!("{IS_READY} && !document.querySelector('.astray')"));
}

#[test]
fn the_app_alone_works_in_a_copied_folder() {
    // It was built for the top of a host, and this host has no page for what is not there.
    let server = Server::start(Site::files(Prerequisite::Dist.path()).at_base("/copy/"));
    let page = Page::open(&server, "");
    page.wait_until("styles", IS_STYLED);
    change(&page, || page.find(".side .value:not(.none) input").click());
    // The address is written once the list stands still; a click on a card that is drawn anew would be lost.
    let first = Value::from(server.url(""));
    let is_written = format!("location.pathname.startsWith('/copy/') && location.href !== {first}");
    page.wait_until("its path", &is_written);
    page.find("#cards h2 a").click();
    page.find("#record-heading");
    page.visit(&server, "org/meta/");
    page.wait_until("a word", "document.querySelector('.astray').checkVisibility()");
    assert!(page.text().contains("cargo xtask build --base"), "{}", page.text());
    let at_top = Server::start(Site::dist());
    page.visit(&at_top, "org/meta/");
    page.wait_for_text("#record-heading", "Meta");
    assert_eq!(texts(&page, ".astray"), [""; 0]);
}

#[test]
fn a_page_with_a_missing_list_loads_the_current_dataset() {
    let server = serve();
    server.fault(&asset("list.", ".json"), Fault::Status(404));
    let mut newer = dataset();
    newer["title"] = json!("Rustscape of today");
    let bytes = newer.to_string().into_bytes();
    server.fault(DATASET, Fault::Body { content_type: "application/json", bytes });
    let page = Page::open(&server, "replaces/cpp/");
    page.wait_for_text(".brand", "Rustscape of today");
    assert_eq!(parts(&page), ["C++"]);
    page.find("#cards h2 a").click();
    page.find("#record .facts");
    // A host that answers with a page for what is not there.
    let html = b"<!doctype html><title>Home</title>".to_vec();
    let home = Fault::Body { content_type: "text/html", bytes: html };
    server.fault(&asset("list.", ".json"), home);
    page.visit(&server, "org/cloudflare/");
    page.wait_for_text(".brand", "Rustscape of today");
    page.wait_for_text("#record-heading", "Cloudflare");
}

#[test]
fn a_frame_with_a_missing_list_still_filters() {
    let (atlas, host) = (serve(), Server::start(Site::empty()));
    atlas.fault(&asset("list.", ".json"), Fault::Status(404));
    let page = open_frame(&atlas, &host, "embed/replaces/cpp/");
    page.find("#refine").click();
    page.find("#refine-sheet[open] #tray-kind-rewrite");
    change(&page, || page.find("#tray-kind-rewrite").click());
    assert_eq!(parts(&page).len(), 2);
}

/// The page of an address as an earlier publication wrote it: its application is gone.
fn outdated(address: &str, name: &str) -> String {
    let path = Prerequisite::Site.path().join(address).join("index.html");
    let html = fs::read_to_string(path).expect("a page");
    html.replace(&asset("app.", ".js"), name)
}

#[test]
fn reloads_a_page_once_if_its_app_is_missing() {
    const ADDRESS: &str = "org/meta/";
    let (first, second) = ("assets/app.first.js", "assets/app.second.js");
    let server = serve();
    server.page(ADDRESS, &outdated(ADDRESS, first));
    server.fault(first, Fault::Held);
    let options = Options { page_load: PageLoad::Started, ..Options::default() };
    let page = Page::open_with(options, &server, ADDRESS);
    page.wait_for_text("#record-heading", "Meta");
    server.page(ADDRESS, &outdated(ADDRESS, &asset("app.", ".js")));
    server.fault(first, Fault::Status(404));
    page.wait_until("a page that follows", IS_READY);
    assert_eq!(server.n_requests(ADDRESS), 3, "at first, to see whether it is another one, again");
    // One that is never right is a page that says so, and which can be read.
    server.page(ADDRESS, &outdated(ADDRESS, first));
    server.fault(first, Fault::Held);
    page.visit(&server, ADDRESS);
    page.wait_for_text("#record-heading", "Meta");
    server.page(ADDRESS, &outdated(ADDRESS, second));
    server.fault(first, Fault::Status(404));
    let is_told = "document.querySelector('#trouble').innerText.includes('could not start')";
    page.wait_until("a word", is_told);
    assert_eq!(server.n_requests(ADDRESS), 6, "no more than that");
    assert!(
        page.value_of(&format!("document.querySelector('script[data-js=\"{second}\"]') !== null"))
            == true
    );
    // The reader may try again, as often as they like.
    server.page(ADDRESS, &outdated(ADDRESS, &asset("app.", ".js")));
    page.click_text("#trouble button", "Try again");
    page.wait_until("a page that follows", IS_READY);
}

#[test]
fn retries_the_share_dialog() {
    let server = serve();
    let page = Page::open(&server, "replaces/cpp/");
    let chunk = asset("sharing.", ".wasm");
    server.fault(&chunk, Fault::Status(404));
    page.find("#share").click();
    page.wait_until(
        "a word",
        "document.querySelector('#share-dialog p').innerText.includes('did not load')",
    );
    assert_eq!(page.find("#share-dialog p a").property("href"), page.value_of("location.href"));
    page.find("#share-close").click();
    server.clear_fault(&chunk);
    page.find("#share").click();
    page.find("#share-link");
}

#[test]
fn a_frame_works_on_a_host_without_cors_headers() {
    let (atlas, host) =
        (Server::start(Site::published().without_cors()), Server::start(Site::empty()));
    let page = open_frame(&atlas, &host, "embed/replaces/cpp/?max=3");
    page.wait_until("styles", IS_STYLED);
    page.wait_until("its rows", "[...document.querySelectorAll('.row')].filter((row) => row.checkVisibility()).length === 3");
    page.driver.leave_frames();
    page.wait_until("its height", "0 < heights.length");
    page.driver.enter_frame("iframe");
    page.find("#refine").click();
    page.wait_until(
        "a word",
        "document.querySelector('#trouble').innerText.includes('could not start')",
    );
    let whole = page.find("#trouble a").property("href");
    assert_eq!(whole, Value::from("https://atlas.example/atlas/replaces/cpp/"));
}

/// Opens a page of another host that holds a frame of the atlas, and enters that.
#[track_caller]
fn open_frame(atlas: &Server, host: &Server, address: &str) -> Page {
    let url = atlas.url(address);
    host.page("/post", &format!(
        "<!doctype html><html lang=en><title>A post</title><h1>A post</h1>
        <script>
          const heights = [];
          addEventListener('message', ({{ data }}) => data.height && heights.push(data.height));
        </script>
        <iframe title='A view' sandbox='allow-scripts allow-popups allow-popups-to-escape-sandbox' width=480 height=521 src='{url}'></iframe>"
    ));
    let page = Page::open(host, "/post");
    page.allow_origin(&atlas.origin());
    page.driver.enter_frame("iframe");
    page
}
