//! Faults, as a page meets them.

use rustscape_test_kit::driver::{Network, Options, PageLoad};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Fault, Server, Site};

/// A page that fetches what its button is told to and shows how that ended.
const FETCHING: &str = r#"<!doctype html><html lang="en"><title>Fetching</title><h1>Nothing yet</h1><script>
    const show = (text) => { document.querySelector("h1").textContent = text; };
    async function load(path) {
        show("Loading");
        try {
            const answer = await fetch(path, { signal: AbortSignal.timeout(200) });
            show(`${answer.status} ${await answer.text()}`);
        } catch (error) {
            // A body that is cut off by a timeout has either name, by the version of the browser.
            show(error.name === "AbortError" ? "TimeoutError" : error.name);
        }
    }
</script>"#;

#[test]
fn sets_and_clears_a_fault_while_serving() {
    #[track_caller]
    fn check(server: &Server, page: &Page, fault: Fault, sentence: &str) {
        server.fault("/words", fault);
        page.value_of("load('/words')");
        page.wait_for_sentence(sentence);
        server.clear_fault("/words");
        page.value_of("load('/words')");
        page.wait_for_sentence("200 One two three");
    }
    let server = Server::start(Site::empty());
    server.page("/", FETCHING);
    server.page("/words", "One two three");
    server.page("/elsewhere", "Elsewhere");
    let page = Page::open(&server, "/");
    check(&server, &page, Fault::Status(503), "503 A planted fault.");
    check(
        &server,
        &page,
        Fault::Body { content_type: "text/plain", bytes: b"Garbage".to_vec() },
        "200 Garbage",
    );
    check(&server, &page, Fault::Redirect("/elsewhere".to_owned()), "200 Elsewhere");
    check(&server, &page, Fault::Reset, "TypeError");
    check(&server, &page, Fault::StallAfter(3), "TimeoutError");
    check(&server, &page, Fault::Slow { chunk_bytes: 5, pause_millis: 1 }, "200 One two three");
    check(&server, &page, Fault::Slow { chunk_bytes: 1, pause_millis: 60 }, "TimeoutError");
    assert_eq!(server.n_requests("/words"), 14);
}

#[test]
fn a_page_is_usable_while_a_script_is_pending() {
    let server = Server::start(Site::empty());
    server.page("/", "<!doctype html><h1>Here</h1><script src='/script.js'></script><p>After</p>");
    server.page("/script.js", "never();");
    server.fault("/script.js", Fault::StallAfter(0));
    let page = Page::open_with(
        Options { page_load: PageLoad::Started, ..Options::default() },
        &server,
        "/",
    );
    page.wait_for_sentence("Here");
    assert_eq!(page.text(), "Here");
}

#[test]
fn emulates_a_lost_connection() {
    let server = Server::start(Site::empty());
    server.page("/", FETCHING);
    server.page("/words", "One two three");
    let page = Page::open(&server, "/");
    page.driver.set_network(Network::Offline);
    page.value_of("load('/words')");
    page.wait_for_sentence("TypeError");
    assert_eq!(page.value_of("navigator.onLine"), false);
    page.driver.set_network(Network::Slow { latency_millis: 300, bytes_per_second: 100_000 });
    page.value_of("load('/words')");
    page.wait_for_sentence("TimeoutError");
    page.driver.set_network(Network::Normal);
    page.value_of("load('/words')");
    page.wait_for_sentence("200 One two three");
    assert_eq!(page.value_of("navigator.onLine"), true);
}

#[test]
fn a_held_response_arrives_after_its_release() {
    let server = Server::start(Site::empty());
    server.page("/", "<!doctype html><h1>Here</h1><script src='/script.js'></script>");
    server.page("/script.js", "document.body.append('There')");
    server.fault("/script.js", Fault::Held);
    let options = Options { page_load: PageLoad::Started, ..Options::default() };
    let page = Page::open_with(options, &server, "/");
    page.wait_for_text("h1", "Here");
    assert!(!page.text().contains("There"));
    server.clear_fault("/script.js");
    page.wait_until("the rest", "document.body.innerText.includes('There')");
    page.assert_no_errors();
}
