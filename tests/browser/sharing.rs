//! The dialog that passes a view on.

use crate::chunks::chunk;
use crate::list::{click, open, serve, serve_app, wait_for_focus};
use rustscape_test_kit::driver::{Key, Options};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::Fault;

/// The view that is passed on in most tests: narrower than any page.
const VIEW: &str = "replaces/cpp/?oss=yes";

/// Returns the HTTP status of the file that the dialog links to for a platform; 0 without a link.
const FILE_STATUS: &str = "const [done] = arguments; const link = document.querySelector('#share-dialog .hint a[download]');
    link ? fetch(link.href).then(({ status }) => done(status), () => done(-1)) : done(0);";

#[test]
fn shares_the_link_of_a_view() {
    let server = serve();
    let page = open(&server, VIEW);
    page.driver.allow_clipboard();
    open_dialog(&page);
    assert_eq!(field(&page, "share-link"), page.driver.url());
    assert_eq!(page.value_of("document.querySelector('.qr').viewBox.baseVal.width > 20"), true);
    copy(&page, "share-link", &page.driver.url());
    page.press(Key::Escape);
    page.wait_until("no dialog", "!document.querySelector('dialog[open]')");
    wait_for_focus(&page, "share");
    // What is shared is the view of the moment.
    click(&page, "#side-kind-rewrite");
    open_dialog(&page);
    assert_eq!(field(&page, "share-link"), page.driver.url());
    page.find("#share-pin-day").click();
    wait_for_field(&page, "share-link", r"&data=\d{4}-\d\d-\d\d$");
    page.find("#share-close").click();
    page.wait_until("no dialog", "!document.querySelector('dialog[open]')");
    page.assert_no_errors();
}

#[test]
fn uses_the_share_sheet_of_the_device() {
    let server = serve();
    let page = open(&server, VIEW);
    open_dialog(&page);
    assert!(page.driver.find_all("#share-send").is_empty(), "nothing to send with");
    page.find("#share-close").click();
    page.driver.execute(
        "navigator.share = async (link) => { window.sent = link; throw new Error('called off'); }",
        &[],
    );
    open_dialog(&page);
    page.find("#share-send").click();
    page.wait_until("the link", "window.sent?.url === location.href");
    assert_eq!(page.value_of("window.sent.title"), page.sentence());
    page.assert_no_errors();
}

#[test]
fn the_preview_and_snippet_follow_the_options() {
    let server = serve();
    let page = open(&server, VIEW);
    let sentence = page.sentence();
    page.driver.allow_clipboard();
    open_dialog(&page);
    page.click_text("#share-dialog label", "Embed");
    let link = format!("<a href=\"{}\">{sentence}</a>", server.url(VIEW));
    let snippet =
        page.find("#share-frame").property("value").as_str().unwrap_or_default().to_owned();
    for part in ["<blockquote class=\"rustscape\" data-height=", &link, "embed.js\"></script>"] {
        assert!(snippet.contains(part), "{part} in {snippet}");
    }
    assert!(!snippet.contains("data-theme") && !snippet.contains("data-max"), "{snippet}");
    page.find(&format!("#share-preview[src='{}']", server.url("embed/replaces/cpp/?oss=yes")));
    page.driver.enter_frame("#share-preview");
    page.find("h1, h2, .frame-foot");
    page.driver.leave_frames();
    wait_for_preview(&page, "oss=yes");
    page.click_text("#share-dialog label", "Dark");
    wait_for_preview(&page, "theme=dark");
    page.find("#share-part-sources").click();
    wait_for_preview(&page, "theme=dark&show=facets,sentence,sources");
    page.driver.execute(
        "const most = document.querySelector('#share-max'); most.value = '4'; most.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    wait_for_field(
        &page,
        "share-frame",
        "data-theme=\"dark\" data-show=\"facets,sentence,sources\" data-max=\"4\" data-height=\"\\d+\" ",
    );
    let look = "theme=dark&show=facets,sentence,sources&max=4";
    page.find(&format!("#share-preview[src$='embed/replaces/cpp/?oss=yes&{look}']"));
    for (host, expected) in [
        ("iframe", "^<iframe src=\"[^\"]*&amp;theme=dark&amp;show="),
        ("WordPress", "^http[^ ]*/replaces/cpp/\\?oss=yes$"),
        ("Hugo", "^{{< rustscape view=\"replaces/cpp/\\?oss=yes\" .*theme=\"dark\".* >}}$"),
        ("Jekyll", "^{% include rustscape.html view="),
        ("Markdown", "^\\[.*\\]\\(http.*/replaces/cpp/\\?oss=yes\\)$"),
        ("React", "^<rustscape-embed view="),
        ("Ghost", "^<blockquote class=\"rustscape\" data-theme=\"dark\""),
    ] {
        page.click_text("#share-dialog label", host);
        wait_for_field(&page, "share-frame", expected);
        wait_for_focus(&page, &format!("share-host-{host}"));
        // The file that a snippet needs is where the dialog says.
        let status = page.driver.execute_async(FILE_STATUS, &[]);
        assert_eq!(status, if ["Hugo", "Jekyll"].contains(&host) { 200 } else { 0 }, "{host}");
    }
    copy(&page, "share-frame", field(&page, "share-frame").as_str().unwrap_or_default());
    page.assert_no_errors();
}

#[test]
fn the_preview_has_the_real_size() {
    let server = serve();
    let page = open(&server, VIEW);
    open_dialog(&page);
    page.click_text("#share-dialog label", "Embed");
    page.find("#share-preview");
    page.click_text("#share-dialog label", "320 px");
    page.wait_until("the width", "document.querySelector('#share-preview').offsetWidth === 320");
    // Said by the page itself, it is no frame's height.
    page.driver.execute("postMessage({ type: 'rustscape:height', height: 1234 }, '*')", &[]);
    page.driver.enter_frame("#share-preview");
    let tell = "parent.postMessage({ type: 'rustscape:height', height: 611.2 }, '*')";
    page.driver.execute(tell, &[]);
    page.driver.leave_frames();
    page.wait_until("the height", "document.querySelector('#share-preview').offsetHeight === 612");
    wait_for_field(&page, "share-frame", "data-height=\"612\" style=\"min-height:612px\"");
    page.assert_no_errors();
}

#[test]
fn the_preview_is_replaced_only_for_another_address() {
    let server = serve();
    let page = open(&server, VIEW);
    page.driver.allow_clipboard();
    open_dialog(&page);
    page.click_text("#share-dialog label", "Embed");
    wait_for_preview(&page, "oss=yes");
    let n_entries = page.value_of("history.length");
    page.driver.execute("window.frame = document.querySelector('#share-preview')", &[]);
    let is_same = "document.querySelector('#share-preview') === window.frame";
    page.click_text("#share-dialog label", "Ghost");
    page.click_text("#share-dialog label", "640 px");
    page.find("#share-frame-copy").click();
    page.wait_for_text("#share-said", "Copied");
    assert_eq!(page.value_of(is_same), true);
    page.click_text("#share-dialog label", "Dark");
    page.find("#share-preview[src$='theme=dark']");
    // Another address of the same frame would be an entry of the history.
    assert_eq!(page.value_of(is_same), false);
    assert_eq!(page.value_of("history.length"), n_entries);
    page.wait_for_text("#share-said", "");
    page.assert_no_errors();
}

#[test]
fn selects_a_text_that_cannot_be_copied() {
    let server = serve();
    let page = open(&server, VIEW);
    page.driver.execute("Object.defineProperty(navigator, 'clipboard', { value: undefined })", &[]);
    open_dialog(&page);
    page.find("#share-link-copy").click();
    page.wait_for_text("#share-said", "Press Ctrl+C or ⌘C to copy");
    wait_for_focus(&page, "share-link");
    assert_eq!(page.value_of("getSelection().toString()"), page.driver.url());
    assert!(page.find("#share-dialog .code .hint").text().starts_with("Press Ctrl"));
    page.assert_no_errors();
}

#[test]
fn the_dialog_keeps_its_choices() {
    let server = serve();
    let page = open(&server, VIEW);
    open_dialog(&page);
    page.click_text("#share-dialog label", "Embed");
    page.click_text("#share-dialog label", "Ghost");
    wait_for_preview(&page, "oss=yes");
    page.find("#share-part-search").click();
    wait_for_preview(&page, "show=search,facets,sentence");
    page.find("#share-close").click();
    page.wait_until("nothing of it", "!document.querySelector('#share-preview, #share-frame')");
    page.find("#share").click();
    page.find("#share-dialog[open] #share-preview[src$='show=search,facets,sentence']");
    for id in ["share-tab-Embed", "share-host-Ghost", "share-part-search", "share-width-100\u{a0}%"]
    {
        assert_eq!(
            page.value_of(&format!("document.getElementById('{id}').checked")),
            true,
            "{id}"
        );
    }
    page.assert_no_errors();
}

#[test]
fn offers_citation_picture_and_data() {
    let server = serve();
    let page = open(&server, VIEW);
    let sentence = page.sentence();
    open_dialog(&page);
    page.click_text("#share-dialog label", "Cite");
    wait_for_field(
        &page,
        "share-citation",
        "^Rustscape, data of [-\\d]+: .* \\(accessed [-\\d]+\\)\\.$",
    );
    for (id, link) in [
        ("share-markdown", format!("[{}]({})", sentence.replace('*', "\\*"), server.url(VIEW))),
        ("share-html", format!("<a href=\"{}\">{sentence}</a>", server.url(VIEW))),
    ] {
        assert_eq!(field(&page, id), link);
    }
    page.click_text("#share-dialog label", "Image");
    page.wait_until(
        "the picture of the page",
        "(() => { const { complete, naturalWidth } = document.querySelector('.card-picture') ?? {}; return complete && naturalWidth === 1200; })()",
    );
    assert!(page.find("#share-dialog .notice").text().contains("not your filtered view"));
    page.click_text("#share-dialog label", "Data");
    page.find("#share-dialog a[download][href$='api/v1/facets/replaces/cpp.spreadsheet.csv']");
    page.find("#share-dialog a[download][href$='data/rustscape.json']");
    page.assert_no_errors();
}

#[test]
fn the_dialog_works_by_keyboard_and_returns_the_focus() {
    let server = serve();
    let page = open(&server, VIEW);
    page.driver.execute("document.querySelector('#share').focus()", &[]);
    page.press(Key::Enter);
    page.find("#share-dialog[open] #share-link");
    wait_for_focus(&page, "share-close");
    page.press(Key::Tab);
    wait_for_focus(&page, "share-tab-Link");
    page.press(Key::Right);
    wait_for_focus(&page, "share-tab-Embed");
    wait_for_preview(&page, "oss=yes");
    page.press(Key::Tab);
    wait_for_focus(&page, "share-host-HTML");
    page.press(Key::Right);
    wait_for_field(&page, "share-frame", "^<iframe");
    wait_for_focus(&page, "share-host-iframe");
    page.press(Key::Escape);
    page.wait_until("no dialog", "!document.querySelector('dialog[open]')");
    wait_for_focus(&page, "share");
    page.assert_no_errors();
}

#[test]
fn an_address_opens_the_dialog() {
    let server = serve();
    let page = open(&server, "replaces/cpp/#share");
    page.find("#share-dialog[open] #share-link");
    assert_eq!(page.driver.url(), server.url("replaces/cpp/"));
    page.assert_no_errors();
}

#[test]
fn every_tab_fits_a_phone_and_is_accessible() {
    let server = serve();
    for options in [Options::phone(), Options::default()] {
        // A view of few projects: axe-core looks at the whole page each time.
        let page = Page::open_with(options, &server, "replaces/nginx/?oss=yes");
        page.find("#share").click();
        page.find("#share-dialog[open] #share-link");
        for tab in ["Link", "Embed", "Cite", "Image", "Data"] {
            page.click_text("#share-dialog label", tab);
            wait_for_focus(&page, &format!("share-tab-{tab}"));
            page.assert_no_horizontal_overflow();
            assert_eq!(
                page.value_of("(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('#share-dialog'))"),
                0,
                "{tab}"
            );
            assert_eq!(page.axe(), [], "{tab}");
        }
    }
}

#[test]
fn offers_the_link_if_the_share_options_fail_to_load() {
    let server = serve_app();
    let page = open(&server, VIEW);
    let chunk = chunk("sharing");
    server.fault(&chunk, Fault::Status(404));
    page.find("#share").click();
    page.wait_for_text("#share-dialog p a", &page.driver.url());
    page.clear_log();
    page.find("#share-close").click();
    server.clear_fault(&chunk);
    open_dialog(&page);
}

#[track_caller]
fn open_dialog(page: &Page) {
    page.find("#share").click();
    page.find("#share-dialog[open] #share-link");
}

/// Waits until the app runs in the preview whose address ends so. An app that is removed while it loads logs that it
/// could not fetch the rest.
#[track_caller]
fn wait_for_preview(page: &Page, address_end: &str) {
    page.find(&format!("#share-preview[src$='{address_end}']"));
    page.driver.enter_frame("#share-preview");
    page.wait_until("the app of the frame", "'ready' in document.documentElement.dataset");
    page.driver.leave_frames();
}

#[track_caller]
fn copy(page: &Page, id: &str, expected: &str) {
    page.find(&format!("#{id}-copy")).click();
    page.wait_for_text("#share-said", "Copied");
    assert!(page.find(&format!("#{id}-copy")).text().starts_with("Copied"));
    wait_for_focus(page, &format!("{id}-copy"));
    let copied =
        page.driver.execute_async("navigator.clipboard.readText().then(arguments[0])", &[]);
    assert_eq!(copied, expected);
}

#[track_caller]
fn field(page: &Page, id: &str) -> serde_json::Value {
    page.find(&format!("#{id}")).property("value")
}

#[track_caller]
fn wait_for_field(page: &Page, id: &str, pattern: &str) {
    page.wait_until(
        &format!("{pattern} in #{id}"),
        &format!(
            "new RegExp({}).test(document.querySelector('#{id}')?.value)",
            serde_json::json!(pattern)
        ),
    );
}
