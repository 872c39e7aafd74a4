//! Formats of the report.

use super::{
    dataset, run_links,
    server::{Reply, Server},
};
use crate::program::run_with_input;

fn server() -> (Server, Vec<String>) {
    let server = Server::start();
    server.reply("/gone", &[Reply::Status(404)]);
    server.reply("/old", &[Reply::Header(301, "Location", "/new".to_owned())]);
    let urls = ["/fine", "/gone", "/old#part"].map(|path| server.url(path)).to_vec();
    (server, urls)
}

#[test]
fn text_starts_with_the_worst_links_and_gives_advice() {
    let (server, urls) = server();
    let run = run_links(&urls, &[]);
    let url = |path: &str| server.url(path);
    let expected = format!(
        "Gone (1)\n  {}\n    answers 404 (no such page)\n    acme/gate sources[1].url\n  \
         Look for the new address, or for a copy in a web archive; a source that is lost stays, with a note.\n\n\
         Moved (1)\n  {}\n    moved to {}\n    acme/gate sources[2].url as {}\n  \
         Take over the new address, after a look at what is there.\n\n\
         3 links asked: 1 gone, 1 moved and 1 fine\n",
        url("/gone"),
        url("/old"),
        url("/new"),
        url("/old#part")
    );
    assert_eq!(run.stdout, expected);
    assert_eq!(run.stderr, "");
    assert_eq!(run.code, 1);
}

#[test]
fn markdown_groups_links_and_escapes_all_texts() {
    let (server, urls) = server();
    let run = run_links(&urls, &["--format", "markdown", "--today", "2027-01-31"]);
    let url = |path: &str| server.url(path);
    let expected = format!(
        "**3 links asked: 1 gone, 1 moved and 1 fine.** (2027-01-31)\n\n\
         ### Gone (1)\n\n- <{}> `answers 404 (no such page)`: `acme/gate` `sources[1].url`\n\n\
         Look for the new address, or for a copy in a web archive; a source that is lost stays, with a note.\n\n\
         ### Moved (1)\n\n- <{}> moved to <{}>: `acme/gate` `sources[2].url`\n\n\
         Take over the new address, after a look at what is there.\n",
        url("/gone"),
        url("/old"),
        url("/new")
    );
    assert_eq!(run.stdout, expected);
}

#[test]
fn markdown_fits_an_issue() {
    let server = Server::start();
    let urls: Vec<String> =
        (0..600).map(|n| format!("{}/{n}/{}", server.url(""), "x".repeat(200))).collect();
    // The first response closes the host, so the test sends a single request.
    server.reply(urls[0].strip_prefix(&server.url("")).unwrap(), &[Reply::Status(429)]);
    let run = run_links(&urls, &["--format", "markdown", "--retries", "0"]);
    assert!(run.stdout.chars().count() < 62_000, "{}", run.stdout.len());
    assert!(run.stdout.contains("links do not fit here"), "{}", run.stdout);
    assert!(run.stdout.contains("### Could not be asked (599)"), "{}", run.stdout);
}

#[test]
fn warns_of_skipped_records() {
    let server = Server::start();
    let broken = dataset(&[server.url("/a")]).replace("\"Gate\"", "7");
    let run = run_with_input(&["links", "-"], &broken);
    assert!(
        run.stderr.contains("1 record of the standard input left out (acme/gate)"),
        "{}",
        run.stderr
    );
    assert_eq!(run.stdout, "0 links asked\n");
    assert_eq!(server.request_lines(), [""; 0]);
}

#[test]
fn rejects_a_missing_file_and_a_file_that_is_no_dataset() {
    for (input, args, message) in [
        ("{", &["links", "-"], "the standard input is not a dataset: the file is not JSON"),
        ("", &["links", "no-such-file.json"], "no-such-file.json cannot be read"),
    ] {
        let run = run_with_input(args, input);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(message), "{}", run.stderr);
    }
}
