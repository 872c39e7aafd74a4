//! Checks of the assertions on a page: they find planted faults, and nothing in a good page.

use rustscape_test_kit::driver::{Options, Window};
use rustscape_test_kit::page::{Page, Violation};
use rustscape_test_kit::server::{Server, Site};
use std::panic::{self, AssertUnwindSafe};

fn page_with(server: &Server, head: &str, body: &str) -> Page {
    server.page("/", &html(head, body));
    Page::open(server, "/")
}

fn html(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><title>A page</title>{head}</head><body><main><h1>A page</h1>{body}</main>"
    )
}

#[track_caller]
fn complaint(judge: impl FnOnce()) -> String {
    let panic = panic::catch_unwind(AssertUnwindSafe(judge)).expect_err("it should complain");
    panic.downcast_ref::<String>().unwrap().clone()
}

#[test]
fn axe_finds_only_a_planted_violation() {
    let server = Server::start(
        Site::empty().header("Content-Security-Policy", "default-src 'none'; img-src data:"),
    );
    let page = page_with(&server, "", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>");
    let violations: Vec<Violation> = page.axe();
    assert_eq!(
        violations.iter().map(|violation| violation.id.as_str()).collect::<Vec<_>>(),
        ["image-alt"]
    );
    assert_eq!(
        violations[0].nodes,
        ["img: <img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">"]
    );
    page.driver.execute("document.querySelector('img').alt = ''", &[]);
    assert_eq!(page.axe(), []);
    page.assert_no_errors();
}

#[test]
fn assert_no_errors_finds_messages_and_foreign_requests() {
    #[track_caller]
    fn check(page: &Page, script: &str, part: &str) {
        page.assert_no_errors();
        page.driver.execute_async(
            &format!("const done = arguments[0]; {script}; setTimeout(done, 20)"),
            &[],
        );
        let message = complaint(|| page.assert_no_errors());
        assert!(message.contains(part), "{part} in {message}");
        page.clear_log();
    }
    let other = Server::start(Site::empty());
    other.page("/words", "Words");
    let server = Server::start(Site::empty());
    let policy = "<meta http-equiv='Content-Security-Policy' content=\"img-src 'self'\">";
    let page = page_with(&server, policy, "");
    check(&page, "console.error('Oh no')", "Oh no");
    check(&page, "console.warn('Hm')", "Hm");
    check(&page, "setTimeout(() => { throw new Error('Thrown') })", "Thrown");
    check(&page, "Promise.reject(new Error('Rejected'))", "Rejected");
    check(&page, "fetch('/missing')", "404");
    check(&page, "new Image().src = 'https://example.com/x.png'", "Content Security Policy");
    check(
        &page,
        &format!("fetch('{}')", other.url("/words")),
        &format!("asked for {}", other.url("/words")),
    );
    check(&page, "fetch('https://example.com/').catch(() => {})", "asked for https://example.com/");
    page.allow_origin(&other.origin());
    page.driver
        .execute_async("fetch(arguments[0]).then(arguments[1])", &[other.url("/words").into()]);
    page.assert_no_errors();
    assert_eq!(page.requested_urls(), [other.url("/words")]);
}

#[test]
fn assertions_include_cross_site_frames() {
    let host = Server::start(Site::empty());
    let embedded = Server::start(Site::empty());
    embedded.page("/frame", "<!doctype html><h1>Embedded</h1><img src='/missing.png'><script>console.error('From inside')</script>");
    let page = page_with(
        &host,
        "",
        &format!("<iframe src='{}'></iframe>", embedded.url_on("atlas.test", "/frame")),
    );
    page.driver.enter_frame("iframe");
    page.wait_for_sentence("Embedded");
    let message = complaint(|| page.assert_no_errors());
    for part in ["From inside", "404", "asked for http://atlas.test", "/missing.png"] {
        assert!(message.contains(part), "{part} in {message}");
    }
    assert!(embedded.requests()[0].host.starts_with("atlas.test:"));
}

#[test]
fn names_overflowing_elements() {
    let server = Server::start(Site::empty());
    let wide =
        "<div style='overflow:auto'><p style='width:4000px'>Wide</p></div><p class=wide>Box</p>";
    server.page("/", &html("", wide));
    let window = Window::Desktop { width: 400, height: 300 };
    let page = Page::open_with(Options { window, ..Options::default() }, &server, "/");
    page.assert_no_horizontal_overflow();
    page.driver.execute("document.querySelector('.wide').style.width = '500px'", &[]);
    let message = complaint(|| page.assert_no_horizontal_overflow());
    assert!(
        message
            .ends_with("it is 508 px wide in a window of 400 px\n  <p.wide> ends at 508 of 400 px"),
        "{message}"
    );
}

#[test]
fn measures_layout_shift() {
    let server = Server::start(Site::empty());
    let page = page_with(&server, "", "<p>Below</p>");
    assert!(page.layout_shift().abs() < f64::EPSILON);
    page.driver.execute("document.querySelector('h1').style.marginTop = '300px'", &[]);
    assert!(0.0 < page.layout_shift());
}

#[test]
fn explains_an_invisible_focus() {
    #[track_caller]
    fn check(page: &Page, script: &str, expected: Result<&str, &str>) {
        page.driver.execute(script, &[]);
        let found = page.visible_focus();
        assert_eq!(found.as_deref().map_err(String::as_str), expected, "{script}");
    }
    let server = Server::start(Site::empty());
    let style = "<style>
        .bare { outline: none }
        .faint { outline: 2px solid transparent; box-shadow: 0 0 1px }
        @media (min-width: 10px) { .ring:focus-visible { outline: 2px solid transparent; box-shadow: 0 0 1px } }
        .shadow:focus-visible { outline: none; box-shadow: 0 0 1px }
    </style>";
    let page = page_with(&server, style, "<button id=go>Go on</button>");
    let seen = Ok("<button#go> Go on");
    let unseen = Err("<button#go> Go on has the focus but no outline to see");
    check(&page, "", Err("nothing has the focus"));
    check(&page, "document.querySelector('#go').focus({ focusVisible: true })", seen);
    check(&page, "document.activeElement.className = 'bare'", unseen);
    check(&page, "document.activeElement.className = 'shadow'", unseen);
    check(&page, "document.activeElement.className = 'faint'", unseen);
    check(&page, "document.activeElement.className = 'ring'", seen);
    page.driver.emulate_media(&[("forced-colors", "active")]);
    check(&page, "document.activeElement.className = 'faint'", seen);
    check(&page, "document.activeElement.className = 'shadow'", unseen);
    check(&page, "document.activeElement.className = 'ring'", seen);
    let hidden = Err("<button#go> Go on has the focus but is outside the window or covered");
    check(&page, "document.activeElement.style = 'position: fixed; left: -500px'", hidden);
    let cover = "document.activeElement.style = ''; document.querySelector('main').insertAdjacentHTML('beforeend',
        '<div style=\"position: fixed; inset: 0; background: white\"></div>')";
    check(&page, cover, hidden);
}
