//! The server without a browser, and a small app in one.

use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Server, Site};
use std::path::Path;
use ureq::Agent;

fn small_app() -> Site {
    Site::folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/fixtures/site"))
}

fn agent() -> Agent {
    Agent::config_builder().http_status_as_error(false).proxy(None).build().into()
}

#[test]
fn serves_a_folder_like_a_static_host() {
    #[track_caller]
    fn check(server: &Server, path: &str, (status, content_type, beginning): (u16, &str, &str)) {
        let mut answer = agent().get(server.url(path)).call().unwrap();
        let headers = answer.headers();
        assert_eq!(answer.status().as_u16(), status, "{path}");
        assert_eq!(headers["content-type"], content_type, "{path}");
        assert_eq!(headers["access-control-allow-origin"], "*", "{path}");
        let body = answer.body_mut().read_to_string().unwrap();
        assert!(body.starts_with(beginning), "{path}: {body}");
    }
    let start = "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><base href=\"/atlas/\">\
        <meta name=\"rustscape:timeout-millis\" content=\"300\"><title>";
    let index = (200, "text/html; charset=utf-8", start);
    let script = (200, "text/javascript; charset=utf-8", "const timeout");
    let data = (200, "application/json", "{ \"answer\"");
    let nothing = (404, "text/plain; charset=utf-8", "There is nothing");
    let server = Server::start(small_app().meta("rustscape:timeout-millis", "300"));
    check(&server, "", index);
    check(&server, "index.html", index);
    check(&server, "o/acme?q=x", index);
    check(&server, "app.js", script);
    check(&server, "app%2Ejs?v=1", script);
    check(&server, "data/answer.json", data);
    check(&server, "../main.rs", nothing);
    check(&server, "%2e%2e/main.rs", nothing);
    check(&server, "/app.js", nothing);
    assert_eq!(server.n_requests("o/acme"), 1);
    assert_eq!(server.requests()[2].target, "/atlas/o/acme?q=x");
}

#[test]
fn an_extra_page_adds_its_own_headers() {
    let server = Server::start(Site::empty().header("x-site", "all"));
    server.page_with_headers("/strict", &[("Content-Security-Policy", "default-src 'none'")], "");
    server.page("/free", "");
    let headers = |path: &str| agent().get(server.url(path)).call().unwrap().headers().clone();
    assert_eq!(headers("/strict")["content-security-policy"], "default-src 'none'");
    assert_eq!(headers("/strict")["x-site"], "all");
    assert!(!headers("/free").contains_key("content-security-policy"));
}

#[test]
fn compresses_files_with_the_given_quality() {
    fn n_bytes(quality: i32, accept: &str) -> usize {
        let server = Server::start(small_app().brotli_quality(quality));
        let mut answer =
            agent().get(server.url("app.js")).header("Accept-Encoding", accept).call().unwrap();
        assert_eq!(answer.headers().contains_key("content-encoding"), accept.contains("br"));
        answer.body_mut().read_to_vec().unwrap().len()
    }
    assert!(n_bytes(11, "gzip, br") < n_bytes(5, "gzip, br"));
    assert!(n_bytes(5, "gzip, br") < n_bytes(5, "gzip"));
}

#[test]
fn rejects_an_index_without_a_required_tag() {
    let server = Server::start(small_app().meta("no-such-name", "1"));
    let mut answer = agent().get(server.url("")).call().unwrap();
    assert_eq!(answer.status(), 500);
    assert_eq!(
        answer.body_mut().read_to_string().unwrap(),
        "index.html has no <meta> with no-such-name"
    );
}

#[test]
fn serves_the_app_compressed_below_a_sub_path() {
    let server =
        Server::start(small_app().meta("rustscape:timeout-millis", "300").at_base("/deep/down/"));
    let page = Page::open(&server, "?q=x");
    page.wait_for_sentence("/deep/down/?q=x has 300 ms");
    let packed = page
        .value_of("performance.getEntriesByType('resource').map(entry => entry.encodedBodySize)");
    let plain = page
        .value_of("performance.getEntriesByType('resource').map(entry => entry.decodedBodySize)");
    assert!(packed[0].as_u64() < plain[0].as_u64(), "{packed} of {plain}");
    let targets: Vec<String> =
        server.requests().into_iter().map(|request| request.target).collect();
    assert_eq!(targets, ["/deep/down/?q=x", "/deep/down/app.js"]);
    page.assert_no_errors();
}
