//! The dialog that shares a view.

use crate::kit::driver::Key;
use crate::list::{click, open, serve, wait_for_focus};

#[test]
fn a_view_is_shared_as_its_link_or_as_a_frame() {
    let server = serve();
    let page = open(&server, "replaces/cpp/?oss=yes");
    let sentence = page.sentence();
    page.driver.allow_clipboard();
    page.find("#share").click();
    page.find("#share-dialog[open]");
    assert_eq!(page.find("#share-link").property("value"), page.driver.url());
    page.click_text("#share-dialog button", "Dark");
    page.click_text("#share-dialog button", "800 px");
    page.wait_until(
        "the choices in the frame",
        "/theme=dark.*height=\"800\"/.test(document.querySelector('#share-frame').value)",
    );
    let frame = page.find("#share-frame").property("value");
    let src = server.url("embed/replaces/cpp/?oss=yes&amp;theme=dark");
    for part in [&format!("src=\"{src}\""), &format!("title=\"{sentence}\""), "loading=\"lazy\""] {
        assert!(frame.as_str().is_some_and(|frame| frame.contains(part)), "{part} in {frame}");
    }
    page.find("#share-link-copy").click();
    page.wait_for_text("#share-dialog .copy [role=status]", "Copied");
    wait_for_focus(&page, "share-link-copy");
    let copied =
        page.driver.execute_async("navigator.clipboard.readText().then(arguments[0])", &[]);
    assert_eq!(copied, page.driver.url());
    page.press(Key::Escape);
    page.wait_until("no dialog", "!document.querySelector('dialog[open]')");
    wait_for_focus(&page, "share");
    // What is shared is the view of the moment.
    click(&page, "#side-kind-rewrite");
    page.find("#share").click();
    page.find("#share-dialog[open]");
    assert_eq!(page.find("#share-link").property("value"), page.driver.url());
    page.find("#share-close").click();
    page.wait_until("no dialog", "!document.querySelector('dialog[open]')");
    page.assert_quiet();
}
