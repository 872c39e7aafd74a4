//! How servers are asked.

use std::time::Duration;

use super::{ask, dataset, entries, server::Act, server::Server};
use crate::program::{run_in, run_with_input};

fn urls(server: &Server, paths: &[&str]) -> Vec<String> {
    paths.iter().map(|path| server.url(path)).collect()
}

#[test]
fn an_address_is_asked_once_however_often_it_is_written() {
    let server = Server::start();
    let urls = urls(&server, &["/a", "/b#part", "/a", "/b", "/b#other", "/c?x=1", "/c?x=2"]);
    let run = ask(&urls, &["--format", "json"]);
    assert_eq!(server.asked(), ["HEAD /a", "HEAD /b", "HEAD /c?x=1", "HEAD /c?x=2"]);
    let entries = entries(&run);
    assert_eq!(entries.len(), 4);
    assert_eq!(entries[1]["places"].as_array().unwrap().len(), 3);
    assert_eq!(entries[1]["places"][0]["record"], "acme/gate");
    assert_eq!(entries[1]["places"][0]["field"], "sources[1].url");
    assert_eq!(entries[1]["places"][0]["written"], server.url("/b#part"));
}

#[test]
fn a_page_that_others_redirect_to_is_asked_once() {
    let server = Server::start();
    for path in ["/old", "/older"] {
        server.tell(path, &[Act::Header(301, "Location", "/new".to_owned())]);
    }
    ask(&urls(&server, &["/old", "/older", "/new"]), &[]);
    assert_eq!(server.asked(), ["HEAD /old", "HEAD /new", "HEAD /older"]);
}

#[test]
fn a_host_is_asked_for_one_page_at_a_time_with_a_pause_between() {
    let (first, second) = (Server::start(), Server::start());
    // Redirects from elsewhere have to wait for their turn, too.
    for n in 0..6 {
        let there = Act::Header(302, "Location", first.url(&format!("/from/{n}")));
        second.tell(&format!("/{n}"), &[there]);
    }
    let paths = ["/0", "/1", "/2", "/3", "/4", "/5"];
    let urls = [urls(&first, &paths), urls(&second, &paths)].concat();
    let run = ask(&urls, &["--pause", "0.02", "--jobs", "4"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(first.asked().len(), 12);
    assert_eq!(second.asked().len(), 6);
    for server in [first, second] {
        assert_eq!(server.n_open_max(), 1);
        for pair in server.requests().windows(2) {
            let rest = pair[1].came_at - pair[0].answered_at.expect("an answer");
            assert!(rest >= Duration::from_millis(20), "{rest:?}");
        }
    }
}

#[test]
fn what_keeps_all_pages_of_a_host_from_being_reached_is_found_out_once() {
    let server = Server::start();
    server.tell("/a", &[Act::Status(429)]);
    let run = ask(&urls(&server, &["/a", "/b", "/c"]), &["--format", "json", "--retries", "0"]);
    assert_eq!(server.asked(), ["HEAD /a"]);
    let entries = entries(&run);
    assert_eq!(entries[0]["verdict"], "refused");
    assert_eq!(entries[1]["verdict"], "not-asked");
    assert_eq!(entries[2]["verdict"], "not-asked");
    assert_eq!(run.code, 0);
}

#[test]
fn head_is_not_tried_again_where_only_get_is_answered() {
    let server = Server::start();
    for path in ["/a", "/b"] {
        server.tell_both(path, Act::Status(405), Act::Status(200));
    }
    ask(&urls(&server, &["/a", "/b"]), &[]);
    assert_eq!(server.asked(), ["HEAD /a", "GET /a", "GET /b"]);
}

#[test]
fn servers_are_told_who_asks() {
    let server = Server::start();
    ask(&urls(&server, &["/a"]), &["--contact", "https://atlas.example/contact"]);
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
fn only_the_hosts_that_are_named_are_asked() {
    let server = Server::start();
    let urls = [server.url("/a"), "https://acme.invalid/".to_owned()];
    let run = ask(&urls, &["--format", "json", "--only-host", "127.0.0.1"]);
    assert_eq!(entries(&run).len(), 1);
    assert_eq!(server.asked(), ["HEAD /a"]);
}

#[test]
fn without_a_network_nothing_is_said_of_any_link() {
    let no_host = |n: usize| format!("http://{}.example/{n}", "a".repeat(64 + n));
    let run = ask(&(0..30).map(no_host).collect::<Vec<_>>(), &["--retries", "0"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert_eq!(run.stdout, "");
    assert!(run.stderr.contains("nothing can be said of any link"), "{}", run.stderr);
    assert!(run.stderr.contains("check the network"), "{}", run.stderr);
}

#[test]
fn a_proxy_that_is_not_there_is_no_verdict_on_links() {
    let input = dataset(&["http://127.0.0.1:9/a".to_owned(), "http://127.0.0.2:9/b".to_owned()]);
    // Nothing listens on port 1 of any machine.
    let proxy = [("HTTP_PROXY", "http://127.0.0.1:1"), ("NO_PROXY", "")];
    let run = run_in(&proxy, &["links", "-"], &input);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("HTTPS_PROXY, where there is a proxy"), "{}", run.stderr);
}
