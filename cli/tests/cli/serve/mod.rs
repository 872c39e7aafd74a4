//! The preview of a published site.

mod refusals;

use std::{
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Command, Stdio},
};

use crate::hosts::{Host, Process, Published, ask, check_answers};

/// A server of the program.
pub(crate) struct Server {
    process: Process,
    /// What it said.
    line: String,
    /// Where it listens.
    pub(crate) address: SocketAddr,
}

impl Server {
    #[track_caller]
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rustscape"));
        command.arg("serve").arg(folder).args(["--port", "0"]).args(args);
        Self::of(command)
    }

    /// The server that a command starts.
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
    check_answers(&Host { address, site: &site, below, encodings: &["br", "gzip"] });
}

#[test]
fn a_site_at_the_top_of_its_host() {
    check("/");
}

#[test]
fn a_site_below_a_path() {
    check("/atlas/");
    check("/in/rust/");
}

#[test]
fn a_path_that_is_told_is_taken_in_place_of_the_one_in_the_page() {
    let site = Published::below("/atlas/");
    let server = Server::start(&site.folder(), &["--below", "other"]);
    let page = ask(server.address, "GET", "/other/org/acme/", &[]);
    assert_eq!(page.body, site.content("org/acme/index.html"));
    assert_eq!(ask(server.address, "GET", "/atlas/org/acme/", &[]).status, 404);
}

#[test]
fn the_way_to_the_site_is_found_from_above_it() {
    let site = Published::below("/in/rust/");
    let server = Server::start(&site.folder(), &[]);
    for path in ["/", "/in", "/in/", "/in/rust"] {
        let answer = ask(server.address, "GET", path, &[]);
        assert_eq!((answer.status, answer.header("Location")), (307, Some("/in/rust/")), "{path}");
    }
    assert_eq!(ask(server.address, "GET", "/in/ru", &[]).status, 404);
}

#[test]
fn a_site_without_a_page_for_what_is_not_there_has_an_empty_one() {
    let site = Published::below("/");
    for name in ["404.html", "404.html.br", "404.html.gz"] {
        std::fs::remove_file(site.folder().join(name)).expect("it is there");
    }
    let server = Server::start(&site.folder(), &[]);
    let answer = ask(server.address, "GET", "/nothing", &[]);
    assert_eq!((answer.status, answer.body), (404, Vec::new()));
}

#[test]
fn odd_addresses_are_not_there() {
    let site = Published::below("/");
    let server = Server::start(&site.folder(), &[]);
    let long = format!("/{}", "a".repeat(5000));
    for path in ["/%", "/%ff", "/%00", "//", "/index.html/", "/index.html/more", &long] {
        let answer = ask(server.address, "GET", path, &[]);
        assert_eq!((answer.status, &*answer.body), (404, &*site.content("404.html")), "{path}");
    }
    assert_eq!(ask(server.address, "GET", "*", &[]).status, 404);
}

#[test]
fn what_is_published_can_only_be_read() {
    let site = Published::below("/");
    let server = Server::start(&site.folder(), &[]);
    for method in ["POST", "PUT", "DELETE"] {
        let answer = ask(server.address, method, "/", &[("Content-Length", "0")]);
        assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET,HEAD")), "{method}");
    }
}

#[test]
fn what_is_published_anew_is_seen_at_once() {
    let site = Published::below("/");
    let server = Server::start(&site.folder(), &[]);
    let tag = ask(server.address, "GET", "/", &[]).header("ETag").expect("a tag").to_owned();
    std::fs::write(site.folder().join("index.html"), "anew").expect("it can be written");
    let answer = ask(server.address, "GET", "/", &[("If-None-Match", &tag)]);
    assert_eq!((answer.status, &*answer.body), (200, &b"anew"[..]));
}

#[cfg(unix)]
#[test]
fn it_ends_well_with_ctrl_c_while_somebody_is_connected() {
    let site = Published::below("/");
    let mut server = Server::start(&site.folder(), &[]);
    let _connection = std::net::TcpStream::connect(server.address).expect("it listens");
    ask(server.address, "GET", "/", &[]);
    let id = server.process.0.id().to_string();
    let status = Command::new("sh").args(["-c", "kill -s INT \"$0\"", &id]).status();
    assert!(status.is_ok_and(|status| status.success()));
    assert_eq!(server.process.0.wait().expect("it ends").code(), Some(0));
}
