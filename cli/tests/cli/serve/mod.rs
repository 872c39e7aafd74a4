//! `rustscape serve`.

mod refusals;

use std::{
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Command, Stdio},
};

use crate::hosts::{Host, Process, Published, check_responses, send_request};

/// A running `rustscape serve`.
pub(crate) struct Server {
    process: Process,
    /// First line of its output.
    line: String,
    /// Address on which the server listens.
    pub(crate) address: SocketAddr,
}

impl Server {
    #[track_caller]
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rustscape"));
        command.arg("serve").arg(folder).args(["--port", "0"]).args(args);
        Self::of(command)
    }

    /// Starts the server with a command.
    #[track_caller]
    pub(crate) fn of(mut command: Command) -> Self {
        command.stdout(Stdio::piped());
        let mut process = Process(command.spawn().expect("the program starts"));
        let mut line = String::new();
        let stdout = process.0.stdout.as_mut().expect("an output");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let (_, rest) = line.split_once("http://").unwrap_or_else(|| panic!("{line:?}"));
        let address = rest.split('/').next().and_then(|address| address.parse().ok());
        let address = address.unwrap_or_else(|| panic!("{line:?}"));
        Self { process, line, address }
    }
}

#[track_caller]
fn check(below: &'static str) {
    let site = Published::below(below);
    let server = Server::start(&site.folder(), &[]);
    assert!(server.line.ends_with(&format!("{below} until Ctrl-C\n")), "{}", server.line);
    let address = server.address;
    check_responses(&Host { address, site: &site, below, encodings: &["br", "gzip"] });
}

#[test]
fn serves_a_site_at_the_root() {
    check("/");
}

#[test]
fn serves_a_site_below_a_path() {
    check("/atlas/");
    check("/in/rust/");
}

#[test]
fn below_overrides_the_path_in_the_page() {
    let site = Published::below("/atlas/");
    let server = Server::start(&site.folder(), &["--below", "other"]);
    let page = send_request(server.address, "GET", "/other/org/acme/", &[]);
    assert_eq!(page.body, site.content("org/acme/index.html"));
    assert_eq!(send_request(server.address, "GET", "/atlas/org/acme/", &[]).status, 404);
}

#[test]
fn redirects_from_parent_paths_to_the_site() {
    let site = Published::below("/in/rust/");
    let server = Server::start(&site.folder(), &[]);
    for path in ["/", "/in", "/in/", "/in/rust"] {
        let response = send_request(server.address, "GET", path, &[]);
        assert_eq!(
            (response.status, response.header("Location")),
            (307, Some("/in/rust/")),
            "{path}"
        );
    }
    assert_eq!(send_request(server.address, "GET", "/in/ru", &[]).status, 404);
}

#[test]
fn sends_an_empty_404_without_an_error_page() {
    let site = Published::below("/");
    for name in ["404.html", "404.html.br", "404.html.gz"] {
        std::fs::remove_file(site.folder().join(name)).expect("it is there");
    }
    let server = Server::start(&site.folder(), &[]);
    let response = send_request(server.address, "GET", "/nothing", &[]);
    assert_eq!((response.status, response.body), (404, Vec::new()));
}

#[test]
fn responds_404_to_odd_addresses() {
    let site = Published::below("/");
    let server = Server::start(&site.folder(), &[]);
    let long = format!("/{}", "a".repeat(5000));
    for path in ["/%", "/%ff", "/%00", "//", "/index.html/", "/index.html/more", &long] {
        let response = send_request(server.address, "GET", path, &[]);
        assert_eq!((response.status, &*response.body), (404, &*site.content("404.html")), "{path}");
    }
    assert_eq!(send_request(server.address, "GET", "*", &[]).status, 404);
}

#[test]
fn rejects_methods_that_write() {
    let site = Published::below("/");
    let server = Server::start(&site.folder(), &[]);
    for method in ["POST", "PUT", "DELETE"] {
        let response = send_request(server.address, method, "/", &[("Content-Length", "0")]);
        assert_eq!(
            (response.status, response.header("Allow")),
            (405, Some("GET,HEAD")),
            "{method}"
        );
    }
}

#[test]
fn serves_a_new_publication_at_once() {
    let site = Published::below("/");
    let server = Server::start(&site.folder(), &[]);
    let tag =
        send_request(server.address, "GET", "/", &[]).header("ETag").expect("a tag").to_owned();
    std::fs::write(site.folder().join("index.html"), "anew").expect("it can be written");
    let response = send_request(server.address, "GET", "/", &[("If-None-Match", &tag)]);
    assert_eq!((response.status, &*response.body), (200, &b"anew"[..]));
}

#[cfg(unix)]
#[test]
fn stops_with_ctrl_c_during_a_connection() {
    let site = Published::below("/");
    let mut server = Server::start(&site.folder(), &[]);
    let _connection = std::net::TcpStream::connect(server.address).expect("it listens");
    send_request(server.address, "GET", "/", &[]);
    let id = server.process.0.id().to_string();
    let status = Command::new("sh").args(["-c", "kill -s INT \"$0\"", &id]).status();
    assert!(status.is_ok_and(|status| status.success()));
    assert_eq!(server.process.0.wait().expect("it ends").code(), Some(0));
}
