//! Light and dark, and what a reader's system asks for.

use crate::kit::driver::{Key, Options, PageLoad};
use crate::kit::page::Page;
use crate::kit::server::Fault;
use crate::list::{open, serve, serve_app};
use crate::published::DATASET;

#[test]
fn the_theme_is_the_systems_until_it_is_chosen_and_the_choice_is_remembered() {
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
    let system = |scheme| page.driver.prefer(&[("prefers-color-scheme", scheme)]);
    system("dark");
    expect(&page, "Theme: like the system", "dark");
    system("light");
    expect(&page, "Theme: like the system", "light");
    page.find("#theme").click();
    system("dark");
    expect(&page, "Theme: light", "light");
    page.find("#theme").click();
    system("light");
    expect(&page, "Theme: dark", "dark");
    page.driver.refresh();
    expect(&page, "Theme: dark", "dark");
    page.find("#theme").click();
    expect(&page, "Theme: like the system", "light");
    page.driver.refresh();
    expect(&page, "Theme: like the system", "light");
    page.assert_quiet();
}

#[test]
fn less_motion_and_forced_colors_are_respected() {
    const SLIDING: &str = "document.querySelector('progress').getAnimations().length";
    let server = serve_app();
    server.fault(DATASET, Fault::StallAfter(0));
    let options = Options { page_load: PageLoad::Started, ..Options::default() };
    let page = Page::open_with(options, &server, "replaces/nginx/");
    page.wait_until("a bar that moves", &format!("{SLIDING} === 1"));
    page.driver.prefer(&[("prefers-reduced-motion", "reduce")]);
    page.wait_until("a bar that stands still", &format!("{SLIDING} === 0"));
    server.lift(DATASET);
    page.driver.prefer(&[("prefers-reduced-motion", "reduce"), ("forced-colors", "active")]);
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
    page.assert_quiet();
}

/// What is behind everything, in one word.
const LIGHTNESS: &str = "(getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g)[0] < 128 ? 'dark' : 'light')";
