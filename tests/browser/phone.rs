//! A phone as narrow as any in use.

use crate::list::{change, click, count, n_projects, parts, serve, wait_for_focus};
use rustscape_test_kit::driver::{Key, Options};
use rustscape_test_kit::page::Page;

#[test]
fn filters_in_a_sheet_on_a_phone() {
    let server = serve();
    let page = Page::open_with(Options::phone(), &server, "oss/no/");
    page.find("#heading");
    page.assert_no_horizontal_overflow();
    assert_large_targets(&page, "body");
    assert!(!page.find(".side").is_displayed());
    page.find("#refine").click();
    page.find("#refine-sheet[open] #tray-more-replaces").click();
    page.find("#tray-find-replaces");
    page.assert_no_horizontal_overflow();
    assert_large_targets(&page, "#refine-sheet");
    let promised = count(&page, "tray-kind-rewrite");
    click(&page, "#tray-kind-rewrite");
    assert_eq!(n_projects(&page), promised);
    page.wait_for_text("#tray-show", &format!("Show {promised} projects"));
    change(&page, || page.find("#tray-from").type_text("2022\u{E007}"));
    click(&page, "#tray-not-country-us");
    let n_left = n_projects(&page);
    page.wait_for_text("#tray-show", &format!("Show {n_left} projects"));
    assert!(page.find("#refine-sheet[open] #tray-kind-rewrite").is_displayed());
    page.find("#tray-show").click();
    page.wait_until("the sheet closed", "!document.querySelector('dialog[open]')");
    wait_for_focus(&page, "refine");
    page.wait_for_text("#refine", "Filters · 4");
    assert_eq!(parts(&page).len(), 4);
    page.assert_no_horizontal_overflow();
    page.find("#refine").click();
    change(&page, || page.find("#refine-sheet[open] #tray-clear").click());
    page.find("#refine-sheet[open]");
    page.press(Key::Escape);
    page.wait_until("the sheet closed", "!document.querySelector('dialog[open]')");
    wait_for_focus(&page, "refine");
    page.assert_no_errors();
}

/// Expects that whatever chooses or acts is 44 px high and wide. A label counts for its field; the parts of the sentence
/// are as high as its lines.
#[track_caller]
fn assert_large_targets(page: &Page, within: &str) {
    let small = page.value_of(&format!(
        "[...document.querySelectorAll('{within} :is(button:not(.part), input, select)')]
            .map((element) => element.closest('label') ?? element)
            .filter((element) => element.checkVisibility({{ visibilityProperty: true }}))
            .filter((element) => {{ const {{ width, height }} = element.getBoundingClientRect(); return Math.min(width, height) < 44; }})
            .map((element) => `${{element.outerHTML.slice(0, 90)}} is ${{element.getBoundingClientRect().width}} × ${{element.getBoundingClientRect().height}}`)"
    ));
    let small: Vec<_> =
        small.as_array().into_iter().flatten().filter_map(|line| line.as_str()).collect();
    assert!(small.is_empty(), "too small to touch:\n  {}", small.join("\n  "));
}
