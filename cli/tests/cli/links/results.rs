//! Verdicts, and the requests that lead to them.

use super::{
    entries, run_links,
    server::{Reply, Server},
    tls_server,
};

/// Checks `/page` of a server. Asserts the verdict, a part of the detail, and the requests.
#[track_caller]
fn check(server: &Server, verdict: &str, detail: &str, asked: &[&str]) {
    check_url(&server.url("/page"), verdict, detail, &[]);
    assert_eq!(server.request_lines(), asked);
}

#[track_caller]
fn check_url(url: &str, verdict: &str, detail: &str, args: &[&str]) {
    let args: Vec<&str> = ["--format", "json"].iter().chain(args).copied().collect();
    let run = run_links(&[url.to_owned()], &args);
    let entry = entries(&run).remove(0);
    assert_eq!(entry["verdict"], verdict, "{entry}");
    let said = entry["detail"].as_str().unwrap();
    assert!(said.contains(detail), "{said}");
    assert_eq!(run.code, i32::from(entry["is_broken"] == true), "{run:?}");
}

fn server(replies: &[Reply]) -> Server {
    let server = Server::start();
    server.reply("/page", replies);
    server
}

fn to(status: u16, location: &str) -> Reply {
    Reply::Header(status, "Location", location.to_owned())
}

#[test]
fn accepts_a_good_answer_to_head() {
    check(&server(&[Reply::Status(200)]), "fine", "", &["HEAD /page"]);
    check(&server(&[Reply::Status(204)]), "fine", "", &["HEAD /page"]);
}

#[test]
fn confirms_a_bad_answer_to_head_with_get() {
    let asked = ["HEAD /page", "GET /page"];
    check(&server(&[Reply::Status(404)]), "gone", "answers 404 (no such page)", &asked);
    check(&server(&[Reply::Status(410)]), "gone", "answers 410 (gone for good)", &asked);
    check(&server(&[Reply::Status(403)]), "refused", "answers 403", &asked);
    check(&server(&[Reply::Status(401)]), "refused", "wants a login", &asked);
    check(&server(&[Reply::Status(999)]), "refused", "answers 999", &asked);
    check(&server(&[Reply::Status(400)]), "failing", "answers 400", &asked);
    check(&server(&[Reply::NotHttp]), "failing", "", &asked);
    for head in [405, 501, 403, 404, 500].map(Reply::Status).into_iter().chain([Reply::Reset]) {
        let server = Server::start();
        server.reply_to_head_and_get("/page", head, Reply::Status(200));
        check(&server, "fine", "", &asked);
    }
}

#[test]
fn retries_after_temporary_failures() {
    let failed_twice = Server::start();
    failed_twice.reply_to("HEAD", "/page", &[Reply::Status(500)]);
    failed_twice.reply_to("GET", "/page", &[Reply::Status(502), Reply::Status(200)]);
    check(&failed_twice, "fine", "", &["HEAD /page", "GET /page", "GET /page"]);

    let asked = ["HEAD /page", "GET /page", "GET /page", "GET /page"];
    check(&server(&[Reply::Status(500)]), "failing", "answers 500 (the server failed)", &asked);
    check(&server(&[Reply::Reset]), "unreachable", "breaks the connection off", &asked);
}

#[test]
fn respects_retry_after() {
    let wait = |text: &str| Reply::Header(429, "Retry-After", text.to_owned());
    let twice = ["HEAD /page", "HEAD /page"];
    check(&server(&[wait("0"), Reply::Status(200)]), "fine", "", &twice);
    let past = wait("Wed, 21 Oct 2015 07:28:00 GMT");
    check(&server(&[past, Reply::Status(200)]), "fine", "", &twice);
    let busy = Reply::Header(503, "Retry-After", "0".to_owned());
    check(&server(&[busy, Reply::Status(200)]), "fine", "", &twice);

    let once = ["HEAD /page"];
    check(&server(&[wait("86400")]), "not-asked", "86400 s", &once);
    check(&server(&[wait("Tue, 31 Dec 2999 23:59:59 GMT")]), "not-asked", "--max-wait", &once);

    let thrice = ["HEAD /page", "HEAD /page", "HEAD /page"];
    check(&server(&[Reply::Status(429)]), "refused", "too many requests", &thrice);
}

#[test]
fn reports_permanent_redirects_as_moved() {
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
fn reports_the_last_url_of_permanent_redirects() {
    let server = server(&[to(301, "/new")]);
    server.reply("/new", &[to(302, "/new/today")]);
    let run = run_links(&[server.url("/page")], &["--format", "json"]);
    let entry = entries(&run).remove(0);
    assert_eq!(entry["moved_to"], server.url("/new"));
    assert_eq!(run.code, 0);
}

#[test]
fn rates_a_redirect_by_its_target() {
    let gone = server(&[to(301, "/new")]);
    gone.reply("/new", &[Reply::Status(404)]);
    let detail = format!("redirects to {}, which answers 404", gone.url("/new"));
    check(&gone, "gone", &detail, &["HEAD /page", "HEAD /new", "GET /new"]);

    let asked = ["HEAD /page", "HEAD /other"];
    let circle = server(&[to(301, "/other")]);
    circle.reply("/other", &[to(301, "/page")]);
    check(&circle, "failing", "redirects in a circle", &asked);

    let once = ["HEAD /page"];
    check(&server(&[to(302, "/page")]), "failing", "redirects in a circle", &once);
    check(&server(&[Reply::Status(301)]), "failing", "without saying where to", &once);
    check(&server(&[to(301, "mailto:a@b.example")]), "failing", "no address of a page", &once);
}

#[test]
fn stops_after_too_many_redirects() {
    let server = server(&[to(302, "/0")]);
    for n in 0..20 {
        server.reply(&format!("/{n}"), &[to(302, &format!("/{}", n + 1))]);
    }
    check_url(&server.url("/page"), "failing", "redirects too often", &[]);
    assert_eq!(server.request_lines().len(), 11);
}

#[test]
fn reports_timeouts_as_unreachable() {
    let hangs = server(&[Reply::Hang]);
    let args = ["--timeout", "0.2", "--retries", "1"];
    check_url(&hangs.url("/page"), "unreachable", "takes too long to answer", &args);
    assert_eq!(hangs.request_lines(), ["HEAD /page", "GET /page", "GET /page"]);

    let hangs_at_head = Server::start();
    hangs_at_head.reply_to_head_and_get("/page", Reply::Hang, Reply::Status(200));
    check_url(&hangs_at_head.url("/page"), "fine", "", &["--timeout", "1"]);
}

#[test]
fn ignores_the_body_of_a_page() {
    let server = Server::start();
    server.reply_to_head_and_get("/page", Reply::Status(405), Reply::Endless);
    check(&server, "fine", "", &["HEAD /page", "GET /page"]);
}

#[test]
fn distinguishes_bad_certificates_from_refused_connections() {
    let address = tls_server::start_self_signed();
    check_url(&format!("https://{address}/"), "certificate", "nobody vouches for", &[]);
    // No service listens on port 1.
    check_url("http://127.0.0.1:1/", "unreachable", "refuses connections", &[]);
}

#[test]
fn reports_unknown_hosts_as_unreachable() {
    let server = Server::start();
    // DNS labels have at most 63 characters, so the resolver rejects this name without a lookup.
    let no_host = format!("http://{}.example/", "a".repeat(64));
    let run = run_links(&[server.url("/page"), no_host], &["--format", "json"]);
    let entries = entries(&run);
    assert_eq!(entries[0]["verdict"], "fine");
    assert_eq!(entries[1]["verdict"], "unreachable");
    assert_eq!(entries[1]["detail"], "has a host that no name server knows");
    assert_eq!(run.code, 1);
}
