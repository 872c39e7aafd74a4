//! The keyboard alone.

use crate::list::{
    change, count, everything, focused_id, n_projects, open, parts, serve, wait_for_focus,
};
use rustscape_test_kit::driver::Key;
use rustscape_test_kit::page::Page;

#[test]
fn focus_is_always_visible_and_never_trapped() {
    /// Goes a number of steps, and expects another element in sight after each.
    #[track_caller]
    fn walk(page: &Page, held: &[Key], n_steps: usize) {
        page.value_of("window.nFocused = 0");
        for step in 1..=n_steps {
            page.press_with(held, Key::Tab);
            if let Err(problem) = page.visible_focus() {
                panic!("step {step}: {problem}");
            }
        }
        assert_eq!(page.value_of("window.nFocused"), n_steps);
    }
    let server = serve();
    let page = open(&server, "kind/rewrite/");
    page.value_of("addEventListener('focusin', () => { window.nFocused += 1; })");
    walk(&page, &[], 40);
    page.value_of("document.querySelector('#sort').focus()");
    walk(&page, &[], 25);
    // Upwards, the bar on top could cover what comes into the window.
    walk(&page, &[Key::Shift], 25);
    page.assert_no_errors();
}

#[test]
fn everything_works_by_keyboard() {
    let server = serve();
    let page = open(&server, "kind/rewrite/");
    page.value_of("document.querySelector('#side-replaces-cpp').focus()");
    let promised = count(&page, "side-replaces-cpp");
    change(&page, || page.press(' '));
    assert_eq!(n_projects(&page), promised);
    wait_for_focus(&page, "side-replaces-cpp");
    page.press(Key::Tab);
    change(&page, || page.press(Key::Enter));
    wait_for_focus(&page, "side-not-replaces-cpp");
    page.visible_focus().unwrap();

    // A part that is gone hands the focus to the sentence that it stood in.
    page.value_of("document.querySelector('#heading .part').focus()");
    change(&page, || page.press(Key::Enter));
    wait_for_focus(&page, "heading");
    page.press(Key::Tab);
    page.visible_focus().unwrap();
    change(&page, || page.press(Key::Enter));
    page.wait_for_sentence(&everything());
    wait_for_focus(&page, "heading");

    // The fields of the years: a value is taken on the way out, which leads on.
    page.value_of("document.querySelector('#side-from').focus()");
    page.type_text("2020");
    change(&page, || page.press(Key::Tab));
    assert_eq!(parts(&page), ["since 2020"]);
    wait_for_focus(&page, "side-to");
    page.type_text("2021");
    change(&page, || page.press(Key::Enter));
    wait_for_focus(&page, "side-to");
    assert_eq!(parts(&page), ["starting between 2020 and 2021"]);
    page.assert_no_errors();
}

#[test]
fn slash_focuses_the_search_and_escape_leaves_it() {
    let compose = |key: &str| {
        format!(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: {key:?}, isComposing: true, bubbles: true, cancelable: true }}))"
        )
    };
    let server = serve();
    let page = open(&server, "kind/rewrite/");
    let sentence = page.sentence();
    assert_eq!(page.value_of(&compose("/")), true, "nobody took it");
    assert_eq!(focused_id(&page), "");
    page.press('/');
    wait_for_focus(&page, "search");
    change(&page, || page.type_text("http/2"));
    assert_eq!(page.find("#search").property("value"), "http/2");
    assert_eq!(page.value_of(&compose("Escape")), false, "the browser would empty the field");
    assert_eq!(page.find("#search").property("value"), "http/2");
    page.press(Key::Escape);
    page.wait_for_sentence(&sentence);
    assert_eq!(
        (page.find("#search").property("value"), focused_id(&page)),
        ("".into(), "search".to_owned())
    );
    page.press(Key::Escape);
    wait_for_focus(&page, "heading");
    page.press_with(&[Key::Control], '/');
    assert_eq!(focused_id(&page), "heading");

    page.value_of("document.querySelector('#share').focus()");
    page.press(Key::Enter);
    page.find("#share-dialog[open] #share-link");
    page.press('/');
    page.wait_until("the focus in the dialog", "document.activeElement.closest('#share-dialog')");
    page.visible_focus().unwrap();
    page.press(Key::Escape);
    page.wait_until("no dialog", "!document.querySelector('dialog[open]')");
    wait_for_focus(&page, "share");
    page.assert_no_errors();
}
