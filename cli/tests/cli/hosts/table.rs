//! What every host has to answer.

use std::net::SocketAddr;

use rustscape_cli::hosting;

use super::{
    http::{Answer, ask},
    site::{COMPRESSED, PLAIN, Published},
};

/// A server that hosts a site.
#[derive(Debug)]
pub(crate) struct Host<'s> {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// What it hosts.
    pub(crate) site: &'s Published,
    /// The path of the site; begins and ends with a slash.
    pub(crate) below: &'s str,
    /// The encodings that it can send.
    pub(crate) encodings: &'s [&'s str],
}

/// Ways to ask for a file outside of what is served.
const TRAVERSALS: [&str; 6] = [
    "../secret.txt",
    "../../secret.txt",
    "%2e%2e/%2e%2e/secret.txt",
    "..%2f..%2fsecret.txt",
    "assets/..%2f..%2f..%2fsecret.txt",
    "..\\..\\secret.txt",
];

/// Asks a host for everything that matters.
#[track_caller]
pub(crate) fn check_answers(host: &Host<'_>) {
    check_files(host);
    check_encodings(host);
    check_parts(host);
    check_what_is_still_there(host);
    check_what_is_not_there(host);
    check_redirects(host);
    check_refusals(host);
}

impl Host<'_> {
    #[track_caller]
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let answer = ask(self.address, method, &format!("{}{path}", self.below), headers);
        check_security(&answer, path);
        answer
    }
}

#[track_caller]
fn check_security(answer: &Answer, path: &str) {
    for (name, value) in hosting::COMMON_HEADERS {
        assert_eq!(answer.header(name), Some(value), "{path}: {name} of {answer:?}");
    }
}

/// An answer with the whole of a file, or a compressed one beside it.
#[track_caller]
fn check_whole(host: &Host<'_>, answer: &Answer, path: &str, ending: &str) {
    let content = host.site.content(&format!("{path}{ending}"));
    assert_eq!(answer.status, 200, "{path}: {answer:?}");
    for (name, value) in hosting::headers(path) {
        assert_eq!(answer.header(name), Some(value), "{path}: {name} of {answer:?}");
    }
    assert_eq!(answer.header("Content-Length"), Some(&*content.len().to_string()), "{path}");
    assert_eq!(answer.body, content, "{path}");
}

#[track_caller]
fn check_files(host: &Host<'_>) {
    for path in COMPRESSED.iter().chain(&PLAIN) {
        check_whole(host, &host.ask("GET", path, &[]), path, "");
        let head = host.ask("HEAD", path, &[]);
        assert!(head.body.is_empty(), "{path}");
        let answer = Answer { body: host.site.content(path), ..head };
        check_whole(host, &answer, path, "");
    }
    for (folder, path) in [("", "index.html"), ("org/acme/", "org/acme/index.html")] {
        check_whole(host, &host.ask("GET", folder, &[]), path, "");
        check_whole(host, &host.ask("GET", &format!("{folder}?q=c%2B%2B"), &[]), path, "");
    }
}

#[track_caller]
fn check_encodings(host: &Host<'_>) {
    let best = if host.encodings.contains(&"br") { ("br", ".br") } else { ("gzip", ".gz") };
    let (none, gzip) = (("", ""), ("gzip", ".gz"));
    let cases = [("gzip", gzip), ("gzip, deflate, br", best), ("identity", none), ("zstd", none)];
    for path in COMPRESSED {
        for (accepted, (encoding, ending)) in cases {
            let answer = host.ask("GET", path, &[("Accept-Encoding", accepted)]);
            check_whole(host, &answer, path, ending);
            assert_eq!(answer.header("Content-Encoding").unwrap_or_default(), encoding, "{path}");
            let vary = answer.header("Vary").unwrap_or_default().to_ascii_lowercase();
            assert!(encoding.is_empty() || vary == "accept-encoding", "{path}: {answer:?}");
        }
    }
    let plain = host.ask("GET", PLAIN[0], &[("Accept-Encoding", "gzip, br")]);
    check_whole(host, &plain, PLAIN[0], "");
    assert_eq!(plain.header("Content-Encoding"), None);
}

#[track_caller]
fn check_parts(host: &Host<'_>) {
    let path = "api/v1/projects.ndjson";
    let content = host.site.content(path);
    let n_bytes = content.len();
    for (range, start, end) in
        [("bytes=0-3", 0, 4), ("bytes=9-", 9, n_bytes), ("bytes=-5", n_bytes - 5, n_bytes)]
    {
        let answer = host.ask("GET", path, &[("Range", range)]);
        assert_eq!(answer.status, 206, "{range}: {answer:?}");
        assert_eq!(answer.body, content[start..end], "{range}");
        let expected = format!("bytes {start}-{}/{n_bytes}", end - 1);
        assert_eq!(answer.header("Content-Range"), Some(&*expected), "{range}");
        assert_eq!(answer.header("Content-Type"), Some("application/x-ndjson"), "{range}");
    }
    let stale = [("Range", "bytes=0-3"), ("If-Range", "\"another\"")];
    check_whole(host, &host.ask("GET", path, &stale), path, "");
    // nginx sends the headers of this answer twice.
    let path = format!("{}{path}", host.below);
    assert_eq!(ask(host.address, "GET", &path, &[("Range", "bytes=9999-")]).status, 416);
}

#[track_caller]
fn check_what_is_still_there(host: &Host<'_>) {
    for (path, encoding) in [("index.html", "identity"), ("assets/app.0f3a9c.js", "gzip")] {
        let encoding = ("Accept-Encoding", encoding);
        let first = host.ask("GET", path, &[encoding]);
        let tag = first.header("ETag").expect("a tag");
        let date = first.header("Last-Modified").expect("a date");
        for condition in [("If-None-Match", tag), ("If-Modified-Since", date)] {
            for method in ["GET", "HEAD"] {
                let again = host.ask(method, path, &[encoding, condition]);
                assert_eq!((again.status, &*again.body), (304, &[][..]), "{path}: {again:?}");
                assert_eq!(again.header("Cache-Control"), Some(hosting::cache_control(path)));
                assert_eq!(again.header("ETag"), Some(tag), "{path}");
            }
        }
        let other =
            host.ask("GET", path, &[("If-None-Match", "\"another\""), ("If-Modified-Since", date)]);
        check_whole(host, &other, path, "");
    }
}

#[track_caller]
fn check_what_is_not_there(host: &Host<'_>) {
    let paths =
        ["nothing", "org/nobody/", "org/acme/nothing.json", "assets/old.77aa01.js", "assets/"];
    let conditions = [("If-None-Match", "*"), ("Range", "bytes=0-3")];
    for path in paths {
        for headers in [&[][..], &conditions, &[("Accept-Encoding", "gzip")]] {
            let answer = host.ask("GET", path, headers);
            assert_eq!(answer.status, 404, "{path}: {answer:?}");
            let ending = if headers.len() == 1 { ".gz" } else { "" };
            check_whole(host, &Answer { status: 200, ..answer }, "404.html", ending);
        }
        let head = host.ask("HEAD", path, &[]);
        assert_eq!((head.status, &*head.body), (404, &[][..]), "{path}: {head:?}");
    }
}

#[track_caller]
fn check_redirects(host: &Host<'_>) {
    for (path, target) in [("org/acme", "org/acme/"), ("org/acme?q=a", "org/acme/?q=a")] {
        check_redirect(host, &host.ask("GET", path, &[]), target);
    }
    if host.below != "/" {
        check_redirect(host, &ask(host.address, "GET", "/", &[]), "");
        let outside = ask(host.address, "GET", "/elsewhere", &[]);
        assert_eq!(outside.status, 404, "{outside:?}");
        check_whole(host, &Answer { status: 200, ..outside }, "404.html", "");
    }
}

#[track_caller]
fn check_redirect(host: &Host<'_>, answer: &Answer, target: &str) {
    assert!([301, 302, 307, 308].contains(&answer.status), "{target}: {answer:?}");
    let location = answer.header("Location").unwrap_or_default();
    assert_eq!(location, format!("{}{target}", host.below), "{answer:?}");
    check_security(answer, target);
}

#[track_caller]
fn check_refusals(host: &Host<'_>) {
    for path in TRAVERSALS {
        // Servers that refuse to read the path at all send none of the headers.
        let answer = ask(host.address, "GET", &format!("{}{path}", host.below), &[]);
        assert!([400, 404].contains(&answer.status), "{path}: {answer:?}");
        assert!(!answer.body.starts_with(b"secret"), "{path}");
    }
    for path in ["/org/acme", "/evil.example/../org/acme", "/evil.example/%2e%2e/org/acme"] {
        for query in ["", "?q=a"] {
            let path = format!("{}{path}{query}", host.below);
            let answer = ask(host.address, "GET", &path, &[]);
            let location = answer.header("Location").unwrap_or_default();
            assert!(!location.starts_with("//"), "{path} leads to another host: {answer:?}");
        }
    }
}
