//! Isolation of tests that take turns in one browser.

use rustscape_test_kit::driver::Network;
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Fault, Server, Site};
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;

/// Writes to everything that a page can leave behind in a browser.
const LEAVE_TRACES: &str = "
    const done = arguments[0];
    document.cookie = 'trace=1; max-age=3600';
    localStorage.trace = 1;
    sessionStorage.trace = 1;
    window.name = 'trace';
    Promise.all([
        caches.open('trace'),
        navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready),
        new Promise((resolve) => { indexedDB.open('trace').onsuccess = resolve; }),
        navigator.clipboard.writeText('trace'),
    ]).then(() => done('left'), (error) => done(String(error)));";

/// Lists the traces that a page finds. Every part is empty, zero or false in a fresh context.
const FIND_TRACES: &str = "
    const done = arguments[0];
    const found = async () => [
        document.cookie,
        localStorage.length,
        sessionStorage.length,
        window.name,
        history.length > 2,
        (await caches.keys()).join(),
        (await navigator.serviceWorker.getRegistrations()).length,
        (await indexedDB.databases()).length,
        (await navigator.permissions.query({ name: 'clipboard-read' })).state === 'granted',
        innerWidth !== 1280 || innerHeight !== 800,
        matchMedia('(prefers-color-scheme: dark), (prefers-reduced-motion: reduce), print').matches,
        !navigator.onLine,
        document.hidden || !document.hasFocus(),
    ];
    found().then((found) => done(found.filter((it) => it).join()), (error) => done(String(error)));";

/// Opens pages until one is in the browser of this profile. Tests at the same time may take that browser.
fn open_in_browser_of(profile: &PathBuf, server: &Server) -> Option<Page> {
    let mut others = Vec::new();
    for _ in 0..8 {
        let page = Page::open(server, "/");
        if page.driver.profile() == *profile {
            return Some(page);
        }
        others.push(page);
    }
    None
}

fn serve() -> Server {
    let server = Server::start(Site::empty());
    server.page("/", "<!doctype html><html lang=en><title>A page</title><h1>A page</h1>");
    server.fault("/worker.js", Fault::Body { content_type: "text/javascript", bytes: Vec::new() });
    server
}

#[test]
fn a_test_leaves_no_traces_in_a_shared_browser() {
    let server = serve();
    let page = Page::open(&server, "/");
    let profile = page.driver.profile();
    page.driver.allow_clipboard();
    assert_eq!(page.driver.execute_async(LEAVE_TRACES, &[]), "left");
    page.value_of("void open('/', '_blank')");
    page.value_of("void console.error('trace')");
    page.driver.resize(500, 500);
    page.driver
        .emulate_media(&[("prefers-color-scheme", "dark"), ("prefers-reduced-motion", "reduce")]);
    page.driver.throttle_cpu(4);
    page.driver.set_network(Network::Offline);
    assert_ne!(page.driver.execute_async(FIND_TRACES, &[]), "");
    drop(page);
    let Some(page) = open_in_browser_of(&profile, &server) else { return };
    assert_eq!(page.driver.execute_async(FIND_TRACES, &[]), "");
    assert_eq!(page.driver.tabs(), [page.driver.tab()]);
    page.driver.allow_clipboard();
    let read = "navigator.clipboard.readText().then(arguments[0])";
    assert_eq!(page.driver.execute_async(read, &[]), "");
    page.assert_no_errors();
}

#[test]
fn replaces_a_crashed_browser() {
    let server = serve();
    let page = Page::open(&server, "/");
    let profile = page.driver.profile();
    let crash = AssertUnwindSafe(|| page.driver.devtools("Browser.crash", &serde_json::json!({})));
    assert!(panic::catch_unwind(crash).is_err());
    drop(page);
    let page = Page::open(&server, "/");
    assert_ne!(page.driver.profile(), profile);
    assert_eq!(page.sentence(), "A page");
}
