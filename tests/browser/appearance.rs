//! Light and dark, and what a reader's system asks for.

use crate::list::{open, serve, serve_app};
use crate::published::DATASET;
use rustscape_test_kit::driver::{Key, Options, PageLoad};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::Fault;
use serde_json::json;

#[test]
fn remembers_a_chosen_theme() {
    #[track_caller]
    fn expect(page: &Page, name: &str, lightness: &str) {
        page.wait_until(
            &format!("{name}, and the page {lightness}"),
            &format!(
                "document.querySelector('#theme')?.ariaLabel === '{name}' && {LIGHTNESS} === '{lightness}'"
            ),
        );
    }
    let server = serve();
    let page = open(&server, "replaces/nginx/");
    let system = |scheme| page.driver.emulate_media(&[("prefers-color-scheme", scheme)]);
    system("dark");
    expect(&page, "Theme: system", "dark");
    system("light");
    expect(&page, "Theme: system", "light");
    page.find("#theme").click();
    system("dark");
    expect(&page, "Theme: light", "light");
    page.find("#theme").click();
    system("light");
    expect(&page, "Theme: dark", "dark");
    page.driver.refresh();
    expect(&page, "Theme: dark", "dark");
    page.find("#theme").click();
    expect(&page, "Theme: system", "light");
    page.driver.refresh();
    expect(&page, "Theme: system", "light");
    page.assert_no_errors();
}

#[test]
fn respects_reduced_motion_and_forced_colors() {
    const SLIDING: &str = "document.querySelector('progress').getAnimations().length";
    let server = serve_app();
    server.fault(DATASET, Fault::StallAfter(0));
    let options = Options { page_load: PageLoad::Started, ..Options::default() };
    let page = Page::open_with(options, &server, "replaces/nginx/");
    page.wait_until("a bar that moves", &format!("{SLIDING} === 1"));
    page.driver.emulate_media(&[("prefers-reduced-motion", "reduce")]);
    page.wait_until("a bar that stands still", &format!("{SLIDING} === 0"));
    server.clear_fault(DATASET);
    page.driver.emulate_media(&[("prefers-reduced-motion", "reduce"), ("forced-colors", "active")]);
    page.driver.refresh();
    page.find("#cards article.card");
    assert_eq!(page.value_of("document.getAnimations().length"), 0);
    for _ in 0..8 {
        page.press(Key::Tab);
        if let Err(problem) = page.visible_focus() {
            panic!("in forced colors {problem}");
        }
        // Shadows are not drawn there, so the outline has to have a color.
        let color = page.value_of("getComputedStyle(document.activeElement).outlineColor");
        assert!(!color.as_str().unwrap_or_default().ends_with(", 0)"), "{color}");
    }
    page.assert_no_errors();
}

#[test]
fn prints_content_with_addresses_and_without_controls() {
    let server = serve();
    let page = Page::open(&server, "org/cloudflare/pingora/");
    page.find("#record-heading");
    page.driver.emulate_media(&[("prefers-color-scheme", "dark")]);
    page.driver.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    page.value_of("dispatchEvent(new Event('beforeprint'))");
    page.wait_until("the address of the page", "getComputedStyle(document.documentElement, '::after').content.includes('/org/cloudflare/pingora/')");
    let controls = "[...document.querySelectorAll('button:not(.part), input, select, .side, .acts, .search, .pages')].filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 80))";
    assert_eq!(page.value_of(controls), json!([]));
    let addresses = "[...document.querySelectorAll('.sources a')].every((it) => getComputedStyle(it, '::after').content.includes('http'))";
    assert_eq!(page.value_of(addresses), true);
    assert_eq!(
        page.value_of("getComputedStyle(document.querySelector('.gains a'), '::after').content"),
        "none"
    );
    assert_eq!(page.value_of(LIGHTNESS), "light");
    assert!(page.find(".foot").text().contains("Data updated on "));
    page.visit(&server, "replaces/nginx/");
    page.find("#cards article.card");
    assert_eq!(page.value_of(controls), json!([]));
    page.assert_no_errors();
}

#[test]
fn confidence_marks_are_aligned() {
    let server = serve();
    let page = Page::open(&server, "about/");
    page.wait_until("the app", "'ready' in document.documentElement.dataset");
    let offsets = "[...document.querySelectorAll('#record .legend .dot svg')].map((mark) => Math.round(10 * (mark.getBoundingClientRect().top - mark.closest('li').getBoundingClientRect().top)))";
    let offsets = page.value_of(offsets);
    let offsets = offsets.as_array().expect("marks");
    assert!(offsets.len() == 3 && offsets.iter().all(|it| *it == offsets[0]), "{offsets:?}");
    page.assert_no_errors();
}

/// Returns the background of the page in one word.
const LIGHTNESS: &str = "(getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g)[0] < 128 ? 'dark' : 'light')";
