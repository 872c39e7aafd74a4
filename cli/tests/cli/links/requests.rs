//! Requests that the servers receive.

use std::time::Duration;

use super::{
    dataset, entries, run_links,
    server::{Reply, Server},
};
use crate::program::{run_in, run_with_input};

fn urls(server: &Server, paths: &[&str]) -> Vec<String> {
    paths.iter().map(|path| server.url(path)).collect()
}

#[test]
fn requests_a_url_once() {
    let server = Server::start();
    let urls = urls(&server, &["/a", "/b#part", "/a", "/b", "/b#other", "/c?x=1", "/c?x=2"]);
    let run = run_links(&urls, &["--format", "json"]);
    assert_eq!(server.request_lines(), ["HEAD /a", "HEAD /b", "HEAD /c?x=1", "HEAD /c?x=2"]);
    let entries = entries(&run);
    assert_eq!(entries.len(), 4);
    assert_eq!(entries[1]["places"].as_array().unwrap().len(), 3);
    assert_eq!(entries[1]["places"][0]["record"], "acme/gate");
    assert_eq!(entries[1]["places"][0]["field"], "sources[1].url");
    assert_eq!(entries[1]["places"][0]["written"], server.url("/b#part"));
}

#[test]
fn requests_the_target_of_several_redirects_once() {
    let server = Server::start();
    for path in ["/old", "/older"] {
        server.reply(path, &[Reply::Header(301, "Location", "/new".to_owned())]);
    }
    run_links(&urls(&server, &["/old", "/older", "/new"]), &[]);
    assert_eq!(server.request_lines(), ["HEAD /old", "HEAD /new", "HEAD /older"]);
}

#[test]
fn sends_one_request_at_a_time_to_a_host_with_pauses() {
    let (first, second) = (Server::start(), Server::start());
    // Redirects from another host have to wait, too.
    for n in 0..6 {
        let there = Reply::Header(302, "Location", first.url(&format!("/from/{n}")));
        second.reply(&format!("/{n}"), &[there]);
    }
    let paths = ["/0", "/1", "/2", "/3", "/4", "/5"];
    let urls = [urls(&first, &paths), urls(&second, &paths)].concat();
    let run = run_links(&urls, &["--pause", "0.02", "--jobs", "4"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(first.request_lines().len(), 12);
    assert_eq!(second.request_lines().len(), 6);
    for server in [first, second] {
        assert_eq!(server.n_open_max(), 1);
        for pair in server.requests().windows(2) {
            let rest = pair[1].received_at - pair[0].answered_at.expect("an answer");
            assert!(rest >= Duration::from_millis(20), "{rest:?}");
        }
    }
}

#[test]
fn stops_requesting_a_host_after_too_many_requests() {
    let server = Server::start();
    server.reply("/a", &[Reply::Status(429)]);
    let run =
        run_links(&urls(&server, &["/a", "/b", "/c"]), &["--format", "json", "--retries", "0"]);
    assert_eq!(server.request_lines(), ["HEAD /a"]);
    let entries = entries(&run);
    assert_eq!(entries[0]["verdict"], "refused");
    assert_eq!(entries[1]["verdict"], "not-asked");
    assert_eq!(entries[2]["verdict"], "not-asked");
    assert_eq!(run.code, 0);
}

#[test]
fn skips_head_on_hosts_that_answer_only_get() {
    let server = Server::start();
    for path in ["/a", "/b"] {
        server.reply_to_head_and_get(path, Reply::Status(405), Reply::Status(200));
    }
    run_links(&urls(&server, &["/a", "/b"]), &[]);
    assert_eq!(server.request_lines(), ["HEAD /a", "GET /a", "GET /b"]);
}

#[test]
fn sends_a_user_agent_with_contact() {
    let server = Server::start();
    run_links(&urls(&server, &["/a"]), &["--contact", "https://atlas.example/contact"]);
    let user_agent = &server.requests()[0].user_agent;
    assert!(user_agent.starts_with("rustscape/"), "{user_agent}");
    assert!(user_agent.ends_with("; +https://atlas.example/contact)"), "{user_agent}");

    let server = Server::start();
    let with_contact = dataset(&urls(&server, &["/a"])).replacen(
        '{',
        r#"{"contribute": {"mail": "atlas@acme.example"},"#,
        1,
    );
    run_with_input(&["links", "-"], &with_contact);
    let user_agent = &server.requests()[0].user_agent;
    assert!(user_agent.ends_with("; +atlas@acme.example)"), "{user_agent}");
}

#[test]
fn requests_only_the_given_hosts() {
    let server = Server::start();
    let urls = [server.url("/a"), "https://acme.invalid/".to_owned()];
    let run = run_links(&urls, &["--format", "json", "--only-host", "127.0.0.1"]);
    assert_eq!(entries(&run).len(), 1);
    assert_eq!(server.request_lines(), ["HEAD /a"]);
}

#[test]
fn fails_without_a_network() {
    let no_host = |n: usize| format!("http://{}.example/{n}", "a".repeat(64 + n));
    let run = run_links(&(0..30).map(no_host).collect::<Vec<_>>(), &["--retries", "0"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("no links were checked"), "{}", run.stderr);
    assert!(run.stderr.contains("check the network connection"), "{}", run.stderr);
}

#[test]
fn fails_without_the_proxy() {
    let input = dataset(&["http://127.0.0.1:9/a".to_owned(), "http://127.0.0.2:9/b".to_owned()]);
    // No service listens on port 1.
    let proxy = [("HTTP_PROXY", "http://127.0.0.1:1"), ("NO_PROXY", "")];
    let run = run_in(&proxy, &["links", "-"], &input);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("if you use a proxy, HTTPS_PROXY"), "{}", run.stderr);
}
