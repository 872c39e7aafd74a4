//! Published pages: read before the app is there, and then followed as they stand.

use crate::list::{open, parts, serve, wait_for_address};
use crate::other_datasets::sample_path;
use rustscape_test_kit::driver::{Options, PageLoad};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::prerequisite::Prerequisite;
use rustscape_test_kit::server::{Fault, Server};
use serde_json::{Value, json};
use std::fs;
use std::thread;
use std::time::Duration;

/// Expression: `true` if the application has taken over the page.
const IS_READY: &str = "'ready' in document.documentElement.dataset";

/// Expression: `true` if the page has loaded completely and has its styles.
const IS_WHOLE: &str = "document.readyState !== 'loading' && document.styleSheets.length === 1 && document.fonts.status === 'loaded'";

/// Every piece of text that can be read, without the spaces around it, what is out of sight, and
/// the end of a long list: names first, then cards that are added in frames. Not `innerText`: that
/// leaves out what the browser has not drawn yet, because it is far below.
const READ: &str = "(() => {
  const texts = [];
  for (const part of document.querySelectorAll('.bar, .side, main, .foot')) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (!data.trim() || parentElement.closest('#more-cards')) continue;
      if (parentElement.checkVisibility()) texts.push(data.trim());
    }
  }
  return texts;
})()";

#[test]
fn take_over_does_not_change_the_page() {
    let server = serve();
    let page = open_early(&server, "");
    for address in [
        "",
        "org/cloudflare/",
        "org/cloudflare/pingora/",
        "replaces/cpp/",
        "claims/imprecise/",
        "changes/",
        "org/",
        "about/",
    ] {
        hold_app(&server);
        page.visit(&server, address);
        page.find("h1");
        page.wait_until("all of it", IS_WHOLE);
        let before = read(&page);
        let heading = page.find("main h1").reference();
        let_app_come(&server, &page);
        let after = read(&page);
        let n_same =
            before.iter().zip(&after).take_while(|(before, after)| before == after).count();
        assert_eq!(after[n_same..], before[n_same..], "{address}, from text {n_same} on");
        assert!(page.layout_shift() < 0.02, "{address}: {}", page.layout_shift());
        let is_same = page.driver.execute("return arguments[0].isConnected", &[heading]);
        assert_eq!(is_same, true, "{address} is still the same page, not one that looks like it");
    }
    page.assert_no_errors();
}

#[test]
fn take_over_keeps_focus_selection_and_typed_text() {
    let server = serve();
    let page = open_early(&server, "replaces/cpp/");
    page.find("#search").type_text("chro");
    page.value_of("getSelection().selectAllChildren(document.querySelector('#cards h2'))");
    let selected = page.value_of("String(getSelection())");
    page.find("#search").click();
    page.type_text("m");
    page.value_of("document.querySelector('#search').setSelectionRange(1, 3)");
    assert_ne!(selected, "");
    let_app_come(&server, &page);
    page.wait_until("what was typed", "document.querySelector('h1').innerText.includes('chrom')");
    assert_eq!(parts(&page).last().map(String::as_str), Some("“chrom”"));
    let field = "[document.activeElement.id, document.activeElement.value, document.activeElement.selectionStart, document.activeElement.selectionEnd].join()";
    assert_eq!(page.value_of(field), "search,chrom,1,3");
    hold_app(&server);
    page.visit(&server, "org/cloudflare/");
    page.find("main .crumbs a");
    page.value_of("document.querySelector('main .crumbs a').focus()");
    page.value_of("getSelection().selectAllChildren(document.querySelector('main h1'))");
    let_app_come(&server, &page);
    assert_eq!(page.value_of("String(getSelection())"), "Cloudflare");
    assert_eq!(page.value_of("document.activeElement.innerText"), "All organizations");
    for button in ["#share", "#sort", "#heading .part"] {
        hold_app(&server);
        page.visit(&server, "replaces/c/");
        page.find(button);
        page.value_of(&format!("document.querySelector('{button}').focus()"));
        let_app_come(&server, &page);
        assert_eq!(page.value_of(&format!("document.activeElement.matches('{button}')")), true);
    }
    page.assert_no_errors();
}

#[test]
fn opens_a_file_if_the_sites_data_fails_to_load() {
    let server = serve();
    server.fault(&asset("list.", ".json"), Fault::Status(404));
    server.fault("data/rustscape.json", Fault::Status(404));
    let page = Page::open(&server, "replaces/cpp/");
    page.wait_until("word of it", "document.querySelector('#trouble').innerText.includes('404')");
    page.clear_log();
    page.find("#open-dataset").type_text(&sample_path().display().to_string());
    page.wait_until("a page that follows", IS_READY);
    assert!(page.find(".elsewhere").text().contains("from your file sample.json"));
    page.assert_no_errors();
}

#[test]
fn replays_clicks_made_before_take_over() {
    let server = serve();
    let page = open_early(&server, "replaces/cpp/");
    page.find("#share").click();
    let_app_come(&server, &page);
    page.find("#share-dialog[open] #share-link");
    page.assert_no_errors();
}

#[test]
fn a_filtered_view_continues_from_the_nearest_page() {
    let server = serve();
    let page = open_early(&server, "replaces/cpp/?kind=rewrite");
    page.find("h1");
    assert_eq!(page.value_of("'coming' in document.documentElement.dataset"), true);
    let_app_come(&server, &page);
    wait_for_address(&page, &server, "kind/rewrite/?replaces=cpp");
    assert_eq!(parts(&page), ["Rewrite", "C++"]);
    page.assert_no_errors();
}

#[test]
fn a_page_stays_if_its_app_or_list_fails_to_load() {
    let server = serve();
    let list = asset("list.", ".json");
    server.fault(&list, Fault::Status(404));
    server.fault("data/rustscape.json", Fault::Status(404));
    let page = Page::open(&server, "org/cloudflare/");
    page.wait_until(
        "word of it",
        "document.querySelector('#trouble').innerText.includes('The server answered 404')",
    );
    assert!(page.text().contains("BoringTun"), "{}", page.text());
    page.clear_log();
    server.clear_fault(&list);
    page.find("#retry").click();
    page.wait_until("a page that follows", IS_READY);
    assert_eq!(page.find("#trouble").text(), "");
    let wasm = asset("app.", ".wasm");
    server.fault(&wasm, Fault::Status(500));
    page.visit(&server, "org/meta/");
    page.wait_until(
        "word of it",
        "document.querySelector('#trouble').innerText.includes('could not start')",
    );
    assert!(page.text().contains("Meta"), "{}", page.text());
    page.clear_log();
}

#[test]
fn fetches_a_record_page_once_and_reports_failures() {
    let server = serve();
    let page = open(&server, "org/?q=pingora");
    wait_for_address(&page, &server, "?q=pingora");
    page.click_text("#cards h3 a", "Pingora");
    page.wait_for_text("#record-heading", "Pingora at Cloudflare");
    page.find("#source-2");
    page.click_text(".crumbs a", "Back to the list");
    wait_for_address(&page, &server, "?q=pingora");
    page.click_text("#cards h3 a", "Pingora");
    page.find("#source-2");
    assert_eq!(server.n_requests("org/cloudflare/pingora/"), 1);
    assert_eq!(server.n_requests("data/rustscape.json"), 0, "nobody loads all details");
    page.assert_no_errors();
    server.fault("org/cloudflare/", Fault::Status(500));
    page.click_text(".crumbs a", "Cloudflare");
    page.wait_until("why", "document.querySelector('#pending [role=alert]')?.innerText.includes('The server answered 500')");
    page.clear_log();
    server.clear_fault("org/cloudflare/");
    page.click_text("#pending button", "Try again");
    page.wait_for_text("main h1:not(#heading)", "Cloudflare");
    page.find("#record .facts");
    page.assert_no_errors();
}

#[test]
fn pages_and_links_work_without_scripts() {
    let server = serve();
    let page = open_early(&server, "");
    page.driver.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    page.driver.navigate(&server.url(""));
    expect_place(&page, "location.pathname === '/atlas/'");
    assert!(!page.driver.find("#share").is_displayed(), "it could do nothing");
    assert!(page.driver.find(".unscripted a").is_displayed());
    page.driver.find(".side .value a").click();
    expect_place(&page, "location.pathname.startsWith('/atlas/replaces/')");
    page.driver.find("#cards h3 a").click();
    expect_place(&page, "location.pathname.startsWith('/atlas/org/')");
    let source = page.driver.find("#source-1").text();
    let methods = ["original checked", "copy checked", "only the link checked"];
    assert!(methods.iter().any(|method| source.contains(method)), "{source}");
    page.driver.find("#search").type_text("proxy\n");
    expect_place(&page, "location.search === '?q=proxy'");
    assert!(page.driver.find("main").text().contains("from A to Z"));
    page.assert_no_errors();
}

#[track_caller]
fn read(page: &Page) -> Vec<Value> {
    let texts = page.value_of(READ).as_array().cloned().unwrap_or_default();
    assert!(20 < texts.len(), "a page has more than {texts:?}");
    texts
}

/// Waits for a page from outside, as nothing in a page without script can wait.
#[track_caller]
fn expect_place(page: &Page, place: &str) {
    let is_there = format!("{place} && document.readyState === 'complete'");
    for _ in 0..1_000 {
        if page.value_of(&is_there) == true {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("{place}: {}", page.driver.url());
}

/// Keeps the app from arriving.
#[track_caller]
fn hold_app(server: &Server) {
    server.fault(&asset("app.", ".wasm"), Fault::Held);
}

/// Lets it arrive, which it has not until now, and waits until it follows the page.
#[track_caller]
fn let_app_come(server: &Server, page: &Page) {
    assert_eq!(page.value_of(IS_READY), false);
    server.clear_fault(&asset("app.", ".wasm"));
    page.wait_until("a page that follows", IS_READY);
}

/// A page whose app has not arrived yet.
#[track_caller]
fn open_early(server: &Server, address: &str) -> Page {
    hold_app(server);
    let options = Options { page_load: PageLoad::Started, ..Options::default() };
    Page::open_with(options, server, address)
}

/// The path of an asset, below the site.
#[track_caller]
pub fn asset(start: &str, end: &str) -> String {
    let names = fs::read_dir(Prerequisite::Site.path().join("assets")).expect("assets");
    let mut names = names.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let name = names.find(|name| name.starts_with(start) && name.ends_with(end));
    format!("assets/{}", name.expect("the asset"))
}

#[test]
fn a_selection_starts_from_a_published_page() {
    let server = serve();
    let page = open(&server, "brief/?pick=cloudflare/pingora,discord/read-states");
    page.wait_for_sentence("2 projects at 2 organizations in this selection");
    wait_for_address(&page, &server, "brief/?pick=cloudflare/pingora,discord/read-states");
    page.assert_no_errors();
}

#[test]
fn a_record_page_builds_its_list_on_demand() {
    let server = serve();
    let page = Page::open(&server, "org/cloudflare/");
    page.wait_until("a page that follows", IS_READY);
    assert!(page.driver.find_all(".page, .side, #cards").is_empty());
    page.click_text(".crumbs a", "All organizations");
    page.wait_until("the list", "document.querySelector('#heading')?.checkVisibility()");
    page.find(".side .value input");
    page.wait_until("all cards", "document.querySelectorAll('#cards .card').length > 250");
    page.value_of("document.querySelector('#cards h2 a[href$=\"org/cloudflare/\"]').click()");
    page.wait_until("the record", "document.querySelector('#record-heading')?.checkVisibility()");
    page.driver.back();
    page.wait_until("the list again", "document.querySelector('#heading').checkVisibility()");
    assert_eq!(page.driver.find_all("#heading").len(), 1);
    page.find(".side .value:not(.none) input").click();
    page.wait_until("a part", "document.querySelector('#heading .part')");
    page.visit(&server, "about/");
    page.wait_until("a page that follows", IS_READY);
    page.press('/');
    page.type_text("proxy");
    page.wait_until("a list", "document.querySelector('#heading .part')?.innerText === '“proxy”'");
    assert_eq!(page.value_of("document.activeElement.id"), "search");
    page.assert_no_errors();
}

#[test]
fn announces_a_page_only_when_it_changed() {
    let server = serve();
    let page = open_early(&server, "replaces/cpp/");
    page.find("h1");
    let_app_come(&server, &page);
    page.value_of(
        "(() => {
            window.told = [];
            const status = document.querySelector('#status');
            if (status.textContent) told.push(status.textContent);
            new MutationObserver(() => told.push(status.textContent))
                .observe(status, { childList: true, characterData: true, subtree: true });
        })()",
    );
    let wait = || {
        // Longer than the delay of an announcement, whose timer runs already.
        page.driver.execute_async("setTimeout(arguments[0], 900)", &[]);
        page.value_of("told")
    };
    assert_eq!(wait(), json!([]), "it is there to be read");
    page.find("#sort option[value=name]").click();
    wait_for_address(&page, &server, "replaces/cpp/?sort=name");
    assert_eq!(wait(), json!([]), "the same in another order");
    page.find("#side-kind-rewrite").click();
    page.wait_until("two parts", "document.querySelectorAll('#heading .part').length === 2");
    let sentence = page.sentence();
    assert_eq!(wait(), json!([sentence]));
    page.find("#cards h2 a").click();
    page.find("#record .facts");
    let told = wait();
    assert_eq!(told.as_array().map(Vec::len), Some(2), "{told}");
}
