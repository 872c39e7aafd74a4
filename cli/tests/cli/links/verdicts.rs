//! What is said of a link, and after which requests.

use super::{ask, entries, secure, server::Act, server::Server};

/// Asks for `/page` of a server: the verdict, a part of the reason, and the requests it took.
#[track_caller]
fn check(server: &Server, verdict: &str, detail: &str, asked: &[&str]) {
    check_url(&server.url("/page"), verdict, detail, &[]);
    assert_eq!(server.asked(), asked);
}

#[track_caller]
fn check_url(url: &str, verdict: &str, detail: &str, args: &[&str]) {
    let args: Vec<&str> = ["--format", "json"].iter().chain(args).copied().collect();
    let run = ask(&[url.to_owned()], &args);
    let entry = entries(&run).remove(0);
    assert_eq!(entry["verdict"], verdict, "{entry}");
    let said = entry["detail"].as_str().unwrap();
    assert!(said.contains(detail), "{said}");
    assert_eq!(run.code, i32::from(entry["is_broken"] == true), "{run:?}");
}

fn server(acts: &[Act]) -> Server {
    let server = Server::start();
    server.tell("/page", acts);
    server
}

fn to(status: u16, location: &str) -> Act {
    Act::Header(status, "Location", location.to_owned())
}

#[test]
fn a_good_answer_to_head_is_enough() {
    check(&server(&[Act::Status(200)]), "fine", "", &["HEAD /page"]);
    check(&server(&[Act::Status(204)]), "fine", "", &["HEAD /page"]);
}

#[test]
fn a_bad_answer_to_head_is_only_believed_after_get() {
    let asked = ["HEAD /page", "GET /page"];
    check(&server(&[Act::Status(404)]), "gone", "answers 404 (no such page)", &asked);
    check(&server(&[Act::Status(410)]), "gone", "answers 410 (gone for good)", &asked);
    check(&server(&[Act::Status(403)]), "refused", "answers 403", &asked);
    check(&server(&[Act::Status(401)]), "refused", "wants a login", &asked);
    check(&server(&[Act::Status(999)]), "refused", "answers 999", &asked);
    check(&server(&[Act::Status(400)]), "failing", "answers 400", &asked);
    check(&server(&[Act::Babble]), "failing", "", &asked);
    for head in [405, 501, 403, 404, 500].map(Act::Status).into_iter().chain([Act::Reset]) {
        let server = Server::start();
        server.tell_both("/page", head, Act::Status(200));
        check(&server, "fine", "", &asked);
    }
}

#[test]
fn what_may_pass_is_asked_again() {
    let failed_twice = Server::start();
    failed_twice.tell_method("HEAD", "/page", &[Act::Status(500)]);
    failed_twice.tell_method("GET", "/page", &[Act::Status(502), Act::Status(200)]);
    check(&failed_twice, "fine", "", &["HEAD /page", "GET /page", "GET /page"]);

    let asked = ["HEAD /page", "GET /page", "GET /page", "GET /page"];
    check(&server(&[Act::Status(500)]), "failing", "answers 500 (the server failed)", &asked);
    check(&server(&[Act::Reset]), "unreachable", "breaks the connection off", &asked);
}

#[test]
fn a_server_that_had_enough_is_asked_again_when_it_says_so() {
    let wait = |text: &str| Act::Header(429, "Retry-After", text.to_owned());
    let twice = ["HEAD /page", "HEAD /page"];
    check(&server(&[wait("0"), Act::Status(200)]), "fine", "", &twice);
    let past = wait("Wed, 21 Oct 2015 07:28:00 GMT");
    check(&server(&[past, Act::Status(200)]), "fine", "", &twice);
    let busy = Act::Header(503, "Retry-After", "0".to_owned());
    check(&server(&[busy, Act::Status(200)]), "fine", "", &twice);

    let once = ["HEAD /page"];
    check(&server(&[wait("86400")]), "not-asked", "86400 s", &once);
    check(&server(&[wait("Tue, 31 Dec 2999 23:59:59 GMT")]), "not-asked", "--max-wait", &once);

    let thrice = ["HEAD /page", "HEAD /page", "HEAD /page"];
    check(&server(&[Act::Status(429)]), "refused", "too many requests", &thrice);
}

#[test]
fn a_permanent_redirect_is_a_move_and_a_temporary_one_is_not() {
    for status in [301, 308] {
        let moved = server(&[to(status, "/new#part")]);
        let new = moved.url("/new");
        check(&moved, "moved", &format!("moved to {new}"), &["HEAD /page", "HEAD /new"]);
    }
    for status in [302, 303, 307] {
        check(&server(&[to(status, "/login")]), "fine", "", &["HEAD /page", "HEAD /login"]);
    }
    let front = server(&[to(301, "/")]);
    check(&front, "moved", "the front page: the page itself", &["HEAD /page", "HEAD /"]);
}

#[test]
fn a_page_moved_as_far_as_permanent_redirects_lead() {
    let server = server(&[to(301, "/new")]);
    server.tell("/new", &[to(302, "/new/today")]);
    let run = ask(&[server.url("/page")], &["--format", "json"]);
    let entry = entries(&run).remove(0);
    assert_eq!(entry["moved_to"], server.url("/new"));
    assert_eq!(run.code, 0);
}

#[test]
fn a_redirect_is_as_good_as_where_it_leads() {
    let gone = server(&[to(301, "/new")]);
    gone.tell("/new", &[Act::Status(404)]);
    let detail = format!("redirects to {}, which answers 404", gone.url("/new"));
    check(&gone, "gone", &detail, &["HEAD /page", "HEAD /new", "GET /new"]);

    let asked = ["HEAD /page", "HEAD /other"];
    let circle = server(&[to(301, "/other")]);
    circle.tell("/other", &[to(301, "/page")]);
    check(&circle, "failing", "redirects in a circle", &asked);

    let once = ["HEAD /page"];
    check(&server(&[to(302, "/page")]), "failing", "redirects in a circle", &once);
    check(&server(&[Act::Status(301)]), "failing", "without saying where to", &once);
    check(&server(&[to(301, "mailto:a@b.example")]), "failing", "no address of a page", &once);
}

#[test]
fn redirects_without_an_end_are_left() {
    let server = server(&[to(302, "/0")]);
    for n in 0..20 {
        server.tell(&format!("/{n}"), &[to(302, &format!("/{}", n + 1))]);
    }
    check_url(&server.url("/page"), "failing", "redirects too often", &[]);
    assert_eq!(server.asked().len(), 11);
}

#[test]
fn a_server_that_does_not_answer_in_time_is_left() {
    let hangs = server(&[Act::Hang]);
    let args = ["--timeout", "0.2", "--retries", "1"];
    check_url(&hangs.url("/page"), "unreachable", "takes too long to answer", &args);
    assert_eq!(hangs.asked(), ["HEAD /page", "GET /page", "GET /page"]);

    let hangs_at_head = Server::start();
    hangs_at_head.tell_both("/page", Act::Hang, Act::Status(200));
    check_url(&hangs_at_head.url("/page"), "fine", "", &["--timeout", "1"]);
}

#[test]
fn a_page_without_an_end_is_not_read() {
    let server = Server::start();
    server.tell_both("/page", Act::Status(405), Act::Endless);
    check(&server, "fine", "", &["HEAD /page", "GET /page"]);
}

#[test]
fn a_certificate_is_told_apart_from_a_host_that_is_not_there() {
    let address = secure::start_self_signed();
    check_url(&format!("https://{address}/"), "certificate", "nobody vouches for", &[]);
    // Nothing listens on port 1 of any machine.
    check_url("http://127.0.0.1:1/", "unreachable", "refuses connections", &[]);
}

#[test]
fn a_host_without_an_address_is_told_apart_from_one_that_refuses() {
    let server = Server::start();
    // A label of a name has 63 characters at most, so nobody has to be asked for this one.
    let no_host = format!("http://{}.example/", "a".repeat(64));
    let run = ask(&[server.url("/page"), no_host], &["--format", "json"]);
    let entries = entries(&run);
    assert_eq!(entries[0]["verdict"], "fine");
    assert_eq!(entries[1]["verdict"], "unreachable");
    assert_eq!(entries[1]["detail"], "has a host that no name server knows");
    assert_eq!(run.code, 1);
}
