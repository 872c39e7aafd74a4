//! Every page and state as axe-core judges it, and whether it fits: wide and light, narrow and dark.

use crate::list::serve_app;
use crate::published::{DATASET, dataset};
use rustscape_test_kit::driver::{Options, PageLoad};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Fault, Server};

#[test]
fn lists_and_dialogs_are_accessible() {
    let server = serve_few();
    let page = Page::open(&server, "");
    page.find("#cards article.card");
    check(&page, "the whole list");
    visit(&page, &server, "industry/cloud/?q=zzzzqqq", "main .empty");
    check(&page, "an empty list");
    let refined = "industry/cloud/?replaces=-cpp&since=2018..&q=proxy&domain=blokchain&x=1";
    visit(&page, &server, refined, ".notice");
    check(&page, "a refined list with notices");
    page.find("#share").click();
    page.find("#share-dialog[open] #share-link");
    check(&page, "the dialog that shares");
    page.find("#share-close").click();
    // The page is narrow by now.
    page.find("#refine").click();
    page.find("#refine-sheet[open]");
    check_as_it_is(&page, "the sheet with the facets");
    visit(&page, &server, "embed/replaces/nginx/?theme=auto", ".frame-foot");
    check(&page, "a frame");
    page.assert_no_errors();
}

#[test]
fn records_and_error_pages_are_accessible() {
    let server = serve_few();
    let options = Options { page_load: PageLoad::Started, ..Options::default() };
    let page = Page::open_with(options, &server, "org/cloudflare/");
    page.find("#record-heading");
    check(&page, "an organization");
    visit(&page, &server, "org/cloudflare/pingora/", "#record .check");
    check(&page, "a project");
    visit(&page, &server, "org/clodflare/", "#record .ways");
    check(&page, "a page of nothing");
    visit(&page, &server, "claims/imprecise/", "#record .claims");
    check(&page, "the claims");
    visit(&page, &server, "changes/", "#record .events");
    check(&page, "the changes");
    page.assert_no_errors();
    server.fault(DATASET, Fault::StallAfter(10_000));
    visit(&page, &server, "?q=a", "main[aria-busy] progress");
    check(&page, "the page that loads");
    server.fault(DATASET, Fault::Status(404));
    visit(&page, &server, "?q=b", "#retry");
    check(&page, "the page of a failure");
}

/// A server of two organizations: axe-core takes seconds for hundreds, and finds in them what it finds in these.
#[track_caller]
fn serve_few() -> Server {
    let mut dataset = dataset();
    let orgs = dataset["organizations"].as_array_mut().expect("organizations");
    let few = ["cloudflare", "discord"];
    orgs.retain(|org| few.iter().any(|id| org["id"] == *id));
    assert_eq!(orgs.len(), few.len());
    let bytes = dataset.to_string().into_bytes();
    let server = serve_app();
    server.fault(DATASET, Fault::Body { content_type: "application/json", bytes });
    server
}

/// Goes to an address and waits for what tells that it is there.
#[track_caller]
fn visit(page: &Page, server: &Server, address: &str, css: &str) {
    page.visit(server, address);
    page.find(css);
}

#[track_caller]
fn check(page: &Page, state: &str) {
    page.driver.resize(1440, 900);
    page.driver.emulate_media(&[("prefers-color-scheme", "light"), STILL]);
    check_as_it_is(page, &format!("{state}, wide and light"));
    page.driver.resize(320, 640);
    page.driver.emulate_media(&[("prefers-color-scheme", "dark"), STILL]);
    check_as_it_is(page, &format!("{state}, narrow and dark"));
}

/// A color on its way to another one would be judged as it is in between.
const STILL: (&str, &str) = ("prefers-reduced-motion", "reduce");

#[track_caller]
fn check_as_it_is(page: &Page, state: &str) {
    let violations = page.axe();
    assert!(violations.is_empty(), "{state}: {violations:#?}");
    page.assert_no_horizontal_overflow();
}
