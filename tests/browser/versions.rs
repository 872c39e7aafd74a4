//! Links to the data of a day.

use crate::list::{change, n_projects, open, serve, serve_app, texts, wait_for_address};
use crate::published::{dataset, list, text};
use rustscape_test_kit::driver::{Options, PageLoad};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Fault, Server, Site};
use serde_json::{Value, json};

/// The day of a version that these tests add to the site.
const DAY: &str = "2026-11-01";

/// Path of the file of the version.
const FILE: &str = "data/versions/0123456789abcdef.json";

/// Name of the first organization on that day.
const OLD_NAME: &str = "What it was called then";

/// The first organization of today that has projects.
fn first_organization() -> Value {
    let dataset = dataset();
    let organizations = list(&dataset, "organizations").iter();
    let mut with_projects = organizations.filter(|org| !list(org, "projects").is_empty());
    with_projects.next().expect("an organization").clone()
}

/// A site that also has a version of an earlier day: without the last organizations, and with
/// another name for the first.
fn with_version(server: Server) -> Server {
    let mut old = dataset();
    let first = text(&first_organization()["id"]).to_owned();
    old["updated"] = json!(DAY);
    old["contribute"] = json!({"issues": "https://acme.example/issues/new"});
    let organizations = old["organizations"].as_array_mut().expect("organizations");
    organizations.truncate(organizations.len() / 2);
    let first = organizations.iter_mut().find(|org| org["id"] == *first).expect("the first");
    first["name"] = json!(OLD_NAME);
    server.fault(FILE, body(&old));
    let since = "<!doctype html><html lang=en><title>Since</title><h1>What changed</h1>";
    server.page(&format!("data/since/{DAY}/"), since);
    with_list(&server);
    server
}

/// Lets a site list that version.
fn with_list(server: &Server) {
    let versions = json!([
        {"day": dataset()["updated"], "file": "data/rustscape.json", "changes": null},
        {"day": DAY, "file": FILE, "changes": format!("data/since/{DAY}/")},
    ]);
    server.fault("data/versions.json", body(&versions));
}

fn body(value: &Value) -> Fault {
    let bytes = value.to_string().into_bytes();
    Fault::Body { content_type: "application/json", bytes }
}

#[track_caller]
fn wait_for_version(page: &Page) {
    wait_for_part(page, ".elsewhere", &format!("Data of {DAY}"));
}

/// Waits until the first element that matches has a text with these words.
#[track_caller]
fn wait_for_part(page: &Page, css: &str, part: &str) {
    let (css, literal) = (Value::from(css), Value::from(part));
    page.wait_until(
        &format!("{css} with {part:?}"),
        &format!("document.querySelector({css})?.innerText.includes({literal})"),
    );
}

#[test]
fn a_pinned_link_keeps_its_day_in_every_link() {
    let server = with_version(serve());
    let page = open(&server, "");
    let n_today = n_projects(&page);
    page.visit(&server, "?data=2026-11-20");
    wait_for_version(&page);
    page.find("#heading");
    assert!(n_projects(&page) < n_today, "{}", page.sentence());
    // The version has one address, whichever of its days was asked for.
    wait_for_address(&page, &server, &format!("?data={DAY}"));
    page.wait_until("its title", &format!("document.title.endsWith('(data of {DAY})')"));
    let org = first_organization();
    let id = text(&org["id"]);
    page.find(&format!("#cards h2 a[href*='/org/{id}/']")).click();
    wait_for_address(&page, &server, &format!("org/{id}/?data={DAY}"));
    page.wait_for_text("#record-heading", OLD_NAME);
    page.find("#share").click();
    let link = page.find("#share-link").property("value");
    assert_eq!(link, Value::from(server.url(&format!("org/{id}/?data={DAY}"))));
    page.find("#share-close").click();
    let unmarked = "[...document.querySelectorAll('a[href^=\"./\"]:not([target], [download])')].filter((link) => !link.href.includes('data=')).length";
    assert_eq!(page.value_of(unmarked), 0, "every link keeps the day");
    // The same of today is a step away.
    page.click_text(".elsewhere a", "Show current data");
    wait_for_address(&page, &server, &format!("org/{id}/"));
    page.wait_for_text("#record-heading", text(&org["name"]));
    assert!(texts(&page, ".elsewhere").is_empty());
    // What is wrong is corrected in the data of today, not in what it was.
    let project = text(&list(&org, "projects")[0]["id"]).to_owned();
    page.visit(&server, &format!("org/{id}/{project}/?data={DAY}"));
    wait_for_version(&page);
    page.find("#record-heading");
    assert!(texts(&page, "#correct").is_empty());
    page.assert_no_errors();
}

#[test]
fn a_version_links_to_its_changes_and_can_be_filtered() {
    let server = with_version(serve());
    let page = open(&server, &format!("?data={DAY}"));
    wait_for_version(&page);
    change(&page, || page.find(".side .value:not(.none) input").click());
    page.wait_until(
        "a refined address",
        &format!("location.search.includes('data={DAY}') && location.pathname !== '/atlas/'"),
    );
    let today = page.find(".elsewhere .btn").property("href");
    let here = page.driver.url();
    let view = here.replace(&format!("?data={DAY}"), "");
    assert_eq!(today, Value::from(view), "the same view of today");
    page.assert_no_horizontal_overflow();
    page.click_text(".elsewhere a", "see changes");
    page.wait_for_text("h1", "What changed");
    page.driver.back();
    wait_for_version(&page);
    page.assert_no_errors();
}

#[test]
fn reports_a_day_before_the_first_version() {
    let server = with_version(serve());
    let page = open(&server, "?data=2020-01-01");
    let told = "The link asks for the data of 2020-01-01, which this site does not keep. You see the current data";
    wait_for_part(&page, ".elsewhere", told);
    wait_for_address(&page, &server, "");
    page.find(".elsewhere button").click();
    page.wait_until("it gone", "!document.querySelector('.elsewhere')");
    let org = first_organization();
    let id = text(&org["id"]);
    page.visit(&server, &format!("org/{id}/?data=2020-01-01"));
    wait_for_part(&page, ".elsewhere", told);
    page.visit(&server, &format!("org/{id}/?data=2099-01-01"));
    page.wait_until("the page followed", "'ready' in document.documentElement.dataset");
    assert!(texts(&page, ".elsewhere").is_empty());
    wait_for_address(&page, &server, &format!("org/{id}/"));
    page.assert_no_errors();
}

#[test]
fn a_site_without_versions_says_so() {
    // Its host answers with the first page where no file is.
    let server = serve_app();
    let page = open(&server, "?data=2026-11-01");
    wait_for_part(&page, ".elsewhere", "the data of 2026-11-01, which this site does not keep");
    let published = serve();
    published.fault("data/versions.json", Fault::Status(404));
    page.visit(&published, "?data=2026-11-01");
    wait_for_part(&page, ".elsewhere", "the data of 2026-11-01, which this site does not keep");
}

#[test]
fn a_page_says_that_its_version_is_not_loaded_yet() {
    let server = with_version(serve());
    // A navigation that waits for the app would wait until the held file is given up.
    let options = Options { page_load: PageLoad::Started, ..Options::default() };
    let page = Page::open_with(options, &server, "org/cloudflare/");
    page.find("#record-heading");
    server.fault("data/versions.json", Fault::Held);
    page.visit(&server, &format!("replaces/cpp/?data={DAY}"));
    page.wait_until("its day", &format!("document.documentElement.dataset.coming === '{DAY}'"));
    let label = page.value_of("getComputedStyle(document.documentElement, '::before').content");
    assert!(label.as_str().is_some_and(|label| label.contains("Data of ")), "{label}");
    server.fault("data/versions.json", Fault::Status(503));
    // Today's data is not left in its place.
    page.wait_for_text("[role=alert] h1", "The dataset did not load");
    assert!(texts(&page, "#cards").is_empty());
    page.clear_log();
    with_list(&server);
    page.find("#retry").click();
    wait_for_version(&page);
    let label = page.value_of("getComputedStyle(document.documentElement, '::before').content");
    assert_eq!(label, "none");
    page.assert_no_errors();
}

#[test]
fn a_frame_shows_the_day_of_its_data() {
    let (atlas, host) = (with_version(serve()), Server::start(Site::empty()));
    let frame = atlas.url(&format!("embed/?data={DAY}"));
    host.page("/post", &format!(
        "<!doctype html><html lang=en><title>A post</title><h1>A post</h1>
        <iframe title='Everything' sandbox='allow-scripts' width=240 height=480 src='{frame}'></iframe>"
    ));
    let page = Page::open(&host, "/post");
    page.allow_origin(&atlas.origin());
    page.driver.enter_frame("iframe");
    wait_for_part(&page, ".frame-foot", &format!("Updated {DAY} · changes since · current"));
    let links = "[...document.querySelectorAll('.frame-foot a')].map((link) => link.href)";
    let expected = [format!("data/since/{DAY}/"), String::new(), format!("?data={DAY}")];
    assert_eq!(page.value_of(links), json!(expected.map(|address| atlas.url(&address))));
    assert!(texts(&page, ".elsewhere").is_empty());
    page.assert_no_horizontal_overflow();
    page.driver.leave_frames();
    page.assert_no_errors();
}
