//! The atlas in a frame of somebody else's page.

use crate::kit::page::Page;
use crate::kit::server::{Server, Site};
use crate::list::{change, n_entries, n_projects, parts, serve, wait_for_focus};

#[test]
fn a_sandboxed_frame_shows_its_slice_and_leaves_the_page_around_it_alone() {
    let (atlas, host) = (serve(), Server::start(Site::empty()));
    host.page("/before", "<!doctype html><html lang=en><title>Before</title><h1>Before</h1>");
    host.page("/post", &post(&atlas.url("embed/replaces/cpp/?theme=dark")));
    let page = Page::open(&host, "/before");
    page.allow_origin(&atlas.origin());
    page.visit(&host, "/post");
    let n_before = n_entries(&page);
    page.driver.enter_frame("iframe");
    page.find("#heading .part");
    assert_eq!(parts(&page), ["C++"]);
    assert_eq!(
        page.value_of("[innerWidth, document.documentElement.dataset.stage].join()"),
        "240,frame"
    );
    page.find("#cards article.card");
    page.find(".frame-foot");
    assert_eq!(page.driver.find_all(".bar").len(), 0);
    page.no_sideways_overflow();
    assert_eq!(page.value_of(IS_DARK), true);
    let n_all = n_projects(&page);
    page.find("#refine").click();
    page.find("#refine-sheet[open] #tray-kind-rewrite");
    for _ in 0..3 {
        change(&page, || page.find("#tray-kind-rewrite").click());
        assert!(n_projects(&page) < n_all);
        change(&page, || page.find("#tray-kind-rewrite").click());
        assert_eq!(n_projects(&page), n_all);
    }
    change(&page, || page.find("#tray-kind-rewrite").click());
    page.find("#tray-show").click();
    wait_for_focus(&page, "refine");
    assert_eq!(parts(&page).len(), 2);
    // The last line of the frame lies over what is at its edge.
    page.value_of("document.querySelector('#cards h3 a').scrollIntoView()");
    page.find("#cards h3 a").click();
    page.find("#record-heading");
    page.no_sideways_overflow();
    page.driver.leave_frames();
    assert_eq!((n_entries(&page), page.driver.url()), (n_before, host.url("/post")));
    page.driver.back();
    page.wait_for_sentence("Before");
    page.assert_quiet();
}

/// Whether the page is dark, by the color behind everything.
const IS_DARK: &str = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).every((part) => part < 60)";

/// A page with a frame that may run scripts, and nothing else.
fn post(url: &str) -> String {
    format!(
        "<!doctype html><html lang=en><title>A post</title><h1>A post</h1>
        <iframe title='Who replaced C++' sandbox='allow-scripts' width=240 height=480 style='border:0' src='{url}'></iframe>"
    )
}
