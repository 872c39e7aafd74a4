//! Requests and the responses that every host has to give.

use std::net::SocketAddr;

use rustscape_cli::hosting;

use super::{
    http::{Response, send_request},
    site::{COMPRESSED, PLAIN, Published},
};

/// A server that hosts a site.
#[derive(Debug)]
pub(crate) struct Host<'s> {
    /// Address on which the server listens.
    pub(crate) address: SocketAddr,
    /// The hosted site.
    pub(crate) site: &'s Published,
    /// Path of the site, with a slash at both ends.
    pub(crate) below: &'s str,
    /// Content encodings that the server supports.
    pub(crate) encodings: &'s [&'s str],
}

/// Paths that try to leave the folder of the site.
const TRAVERSALS: [&str; 6] = [
    "../secret.txt",
    "../../secret.txt",
    "%2e%2e/%2e%2e/secret.txt",
    "..%2f..%2fsecret.txt",
    "assets/..%2f..%2f..%2fsecret.txt",
    "..\\..\\secret.txt",
];

/// Checks all responses of a host.
#[track_caller]
pub(crate) fn check_responses(host: &Host<'_>) {
    check_files(host);
    check_encodings(host);
    check_ranges(host);
    check_revalidation(host);
    check_not_found(host);
    check_redirects(host);
    check_refusals(host);
}

impl Host<'_> {
    #[track_caller]
    fn send_request(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
        let response =
            send_request(self.address, method, &format!("{}{path}", self.below), headers);
        check_security(&response, path);
        response
    }
}

#[track_caller]
fn check_security(response: &Response, path: &str) {
    for (name, value) in hosting::COMMON_HEADERS {
        assert_eq!(response.header(name), Some(value), "{path}: {name} of {response:?}");
    }
}

/// Checks a response with a whole file, or with its compressed variant that ends in `ending`.
#[track_caller]
fn check_whole(host: &Host<'_>, response: &Response, path: &str, extension: &str) {
    let content = host.site.content(&format!("{path}{extension}"));
    assert_eq!(response.status, 200, "{path}: {response:?}");
    for (name, value) in hosting::headers(path) {
        assert_eq!(response.header(name), Some(value), "{path}: {name} of {response:?}");
    }
    assert_eq!(response.header("Content-Length"), Some(&*content.len().to_string()), "{path}");
    assert_eq!(response.body, content, "{path}");
}

#[track_caller]
fn check_files(host: &Host<'_>) {
    for path in COMPRESSED.iter().chain(&PLAIN) {
        check_whole(host, &host.send_request("GET", path, &[]), path, "");
        let head = host.send_request("HEAD", path, &[]);
        assert!(head.body.is_empty(), "{path}");
        let response = Response { body: host.site.content(path), ..head };
        check_whole(host, &response, path, "");
    }
    for (folder, path) in [("", "index.html"), ("org/acme/", "org/acme/index.html")] {
        check_whole(host, &host.send_request("GET", folder, &[]), path, "");
        check_whole(host, &host.send_request("GET", &format!("{folder}?q=c%2B%2B"), &[]), path, "");
    }
}

#[track_caller]
fn check_encodings(host: &Host<'_>) {
    let best = if host.encodings.contains(&"br") { ("br", ".br") } else { ("gzip", ".gz") };
    let (none, gzip) = (("", ""), ("gzip", ".gz"));
    let cases = [("gzip", gzip), ("gzip, deflate, br", best), ("identity", none), ("zstd", none)];
    for path in COMPRESSED {
        for (accepted, (encoding, extension)) in cases {
            let response = host.send_request("GET", path, &[("Accept-Encoding", accepted)]);
            check_whole(host, &response, path, extension);
            assert_eq!(response.header("Content-Encoding").unwrap_or_default(), encoding, "{path}");
            let vary = response.header("Vary").unwrap_or_default().to_ascii_lowercase();
            assert!(encoding.is_empty() || vary == "accept-encoding", "{path}: {response:?}");
        }
    }
    let plain = host.send_request("GET", PLAIN[0], &[("Accept-Encoding", "gzip, br")]);
    check_whole(host, &plain, PLAIN[0], "");
    assert_eq!(plain.header("Content-Encoding"), None);
}

#[track_caller]
fn check_ranges(host: &Host<'_>) {
    let path = "api/v1/projects.ndjson";
    let content = host.site.content(path);
    let n_bytes = content.len();
    for (range, start, end) in
        [("bytes=0-3", 0, 4), ("bytes=9-", 9, n_bytes), ("bytes=-5", n_bytes - 5, n_bytes)]
    {
        let response = host.send_request("GET", path, &[("Range", range)]);
        assert_eq!(response.status, 206, "{range}: {response:?}");
        assert_eq!(response.body, content[start..end], "{range}");
        let expected = format!("bytes {start}-{}/{n_bytes}", end - 1);
        assert_eq!(response.header("Content-Range"), Some(&*expected), "{range}");
        assert_eq!(response.header("Content-Type"), Some("application/x-ndjson"), "{range}");
    }
    let stale = [("Range", "bytes=0-3"), ("If-Range", "\"another\"")];
    check_whole(host, &host.send_request("GET", path, &stale), path, "");
    // nginx sends the headers of this response twice.
    let path = format!("{}{path}", host.below);
    assert_eq!(send_request(host.address, "GET", &path, &[("Range", "bytes=9999-")]).status, 416);
}

#[track_caller]
fn check_revalidation(host: &Host<'_>) {
    for (path, encoding) in [("index.html", "identity"), ("assets/app.0f3a9c.js", "gzip")] {
        let encoding = ("Accept-Encoding", encoding);
        let first = host.send_request("GET", path, &[encoding]);
        let tag = first.header("ETag").expect("a tag");
        let date = first.header("Last-Modified").expect("a date");
        for condition in [("If-None-Match", tag), ("If-Modified-Since", date)] {
            for method in ["GET", "HEAD"] {
                let again = host.send_request(method, path, &[encoding, condition]);
                assert_eq!((again.status, &*again.body), (304, &[][..]), "{path}: {again:?}");
                assert_eq!(again.header("Cache-Control"), Some(hosting::cache_control(path)));
                assert_eq!(again.header("ETag"), Some(tag), "{path}");
            }
        }
        let other = host.send_request(
            "GET",
            path,
            &[("If-None-Match", "\"another\""), ("If-Modified-Since", date)],
        );
        check_whole(host, &other, path, "");
    }
}

#[track_caller]
fn check_not_found(host: &Host<'_>) {
    let paths =
        ["nothing", "org/nobody/", "org/acme/nothing.json", "assets/old.77aa01.js", "assets/"];
    let conditions = [("If-None-Match", "*"), ("Range", "bytes=0-3")];
    for path in paths {
        for headers in [&[][..], &conditions, &[("Accept-Encoding", "gzip")]] {
            let response = host.send_request("GET", path, headers);
            assert_eq!(response.status, 404, "{path}: {response:?}");
            let extension = if headers.len() == 1 { ".gz" } else { "" };
            check_whole(host, &Response { status: 200, ..response }, "404.html", extension);
        }
        let head = host.send_request("HEAD", path, &[]);
        assert_eq!((head.status, &*head.body), (404, &[][..]), "{path}: {head:?}");
    }
}

#[track_caller]
fn check_redirects(host: &Host<'_>) {
    for (path, target) in [("org/acme", "org/acme/"), ("org/acme?q=a", "org/acme/?q=a")] {
        check_redirect(host, &host.send_request("GET", path, &[]), target);
    }
    if host.below != "/" {
        check_redirect(host, &send_request(host.address, "GET", "/", &[]), "");
        let outside = send_request(host.address, "GET", "/elsewhere", &[]);
        assert_eq!(outside.status, 404, "{outside:?}");
        check_whole(host, &Response { status: 200, ..outside }, "404.html", "");
    }
}

#[track_caller]
fn check_redirect(host: &Host<'_>, response: &Response, target: &str) {
    assert!([301, 302, 307, 308].contains(&response.status), "{target}: {response:?}");
    let location = response.header("Location").unwrap_or_default();
    assert_eq!(location, format!("{}{target}", host.below), "{response:?}");
    check_security(response, target);
}

#[track_caller]
fn check_refusals(host: &Host<'_>) {
    for path in TRAVERSALS {
        // Servers that reject the path itself send none of the headers.
        let response = send_request(host.address, "GET", &format!("{}{path}", host.below), &[]);
        assert!([400, 404].contains(&response.status), "{path}: {response:?}");
        assert!(!response.body.starts_with(b"secret"), "{path}");
    }
    for path in ["/org/acme", "/evil.example/../org/acme", "/evil.example/%2e%2e/org/acme"] {
        for query in ["", "?q=a"] {
            let path = format!("{}{path}{query}", host.below);
            let response = send_request(host.address, "GET", &path, &[]);
            let location = response.header("Location").unwrap_or_default();
            assert!(!location.starts_with("//"), "{path} leads to another host: {response:?}");
        }
    }
}
