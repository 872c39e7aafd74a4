//! The way back to the view that the author of a frame chose.

use super::{HIDDEN_PX, IS_READY, RIGHTS, open_post, post, said, servers};
use crate::list::{change, wait_for_focus};
use serde_json::json;

/// The button that leads back to the author's view.
const WAY_BACK: &str = ".way-back";

/// The start of a sentence about more than the author chose.
const OUTSIDE: &str = "Outside the author’s view: ";

/// The heading that is shown: that of the list is hidden behind a record.
const SHOWN_HEADING: &str = "[...document.querySelectorAll('h1')].find((it) => it.checkVisibility()).innerText.replace(/\\s+/g, ' ').trim()";

#[test]
fn a_button_returns_to_the_authors_view() {
    let (atlas, host) = servers();
    let page = open_post(&atlas, &host, "embed/replaces/cpp/?show=search,facets,sentence", RIGHTS);
    page.driver.enter_frame("iframe");
    let own = page.sentence();
    let is_away = || !page.driver.find_all(WAY_BACK).is_empty();
    let go_back = || change(&page, || page.find(WAY_BACK).click());
    page.find("#refine").click();
    // Within the view.
    change(&page, || page.find("#refine-sheet[open] #tray-kind-rewrite").click());
    assert!(!page.sentence().starts_with(OUTSIDE), "{}", page.sentence());
    page.wait_for_text(WAY_BACK, &format!("Back to the author’s view: {own}"));
    change(&page, || page.find("#tray-clear").click());
    assert_eq!((page.sentence(), is_away()), (own.clone(), false));
    // Beside it, which a screen reader is told, too.
    let another = "[id^='tray-replaces-']:is(input):not(:checked, [type=search])";
    change(&page, || page.find(another).click());
    change(&page, || page.find("#tray-replaces-cpp").click());
    assert!(page.sentence().starts_with(OUTSIDE), "{}", page.sentence());
    let said_so = format!("document.querySelector('#status').textContent.startsWith('{OUTSIDE}')");
    page.wait_until("what a screen reader is told", &said_so);
    change(&page, || page.find("#tray-clear").click());
    assert_eq!((page.sentence(), is_away()), (own.clone(), false));
    page.find("#tray-show").click();
    // Everything, by the sentence.
    change(&page, || page.find("#heading .part").click());
    assert!(page.sentence().starts_with(OUTSIDE), "{}", page.sentence());
    page.wait_until("a frame of the new height", &format!("{HIDDEN_PX} === 0"));
    page.assert_no_horizontal_overflow();
    assert_eq!(page.axe(), []);
    go_back();
    wait_for_focus(&page, "heading");
    assert_eq!((page.sentence(), is_away()), (own.clone(), false));
    page.wait_until("the height of before", &format!("{HIDDEN_PX} === 0"));
    // Nothing at all, by words.
    page.find("#search").type_text("qqqqqqqq");
    page.wait_for_text(".empty h2", "No projects found");
    assert!(!page.sentence().starts_with(OUTSIDE), "{}", page.sentence());
    change(&page, || page.click_text(".empty button", "Clear all"));
    assert_eq!((page.sentence(), is_away()), (own, false));
    assert_eq!(page.find("#search").property("value"), "");
    page.driver.leave_frames();
    let views = said(&page, "rustscape:navigate");
    assert_eq!(views.last().map(|it| &it["view"]), Some(&json!("replaces/cpp/")));
    page.assert_no_errors();
}

#[test]
fn the_button_returns_to_the_view_in_the_address() {
    let (atlas, host) = servers();
    // A view that is narrower than the published page.
    let page = open_post(&atlas, &host, "embed/replaces/cpp/?kind=rewrite", RIGHTS);
    page.driver.enter_frame("iframe");
    page.wait_until("both parts", "document.querySelectorAll('#heading .part').length === 2");
    let own = page.sentence();
    assert!(page.driver.find_all(WAY_BACK).is_empty());
    change(&page, || page.find("#heading .part").click());
    page.wait_for_text(WAY_BACK, &format!("Back to the author’s view: {own}"));
    change(&page, || page.find(WAY_BACK).click());
    assert_eq!(page.sentence(), own);
    // An organization, a project, and a view without any result.
    for (address, refine, name) in [
        ("embed/org/cloudflare/", "#heading .part", None),
        ("embed/org/cloudflare/pingora/", "#record [data-refine]", Some("Pingora at Cloudflare")),
        ("embed/?q=qqqqqqqq", "#heading .part", Some("No projects matching “qqqqqqqq”")),
    ] {
        page.driver.leave_frames();
        page.value_of("said.length = 0");
        host.page("/post", &post(&atlas.url(address), RIGHTS));
        page.visit(&host, "/post");
        page.driver.enter_frame("iframe");
        if address.contains('?') {
            page.wait_until("the app", IS_READY);
        }
        let own = page.value_of(SHOWN_HEADING);
        page.find(refine).click();
        page.wait_for_text(
            WAY_BACK,
            &format!("Back to the author’s view: {}", name.or(own.as_str()).unwrap_or_default()),
        );
        assert!(page.sentence().starts_with(OUTSIDE), "{}", page.sentence());
        page.find(WAY_BACK).click();
        page.wait_until("no way back", &format!("!document.querySelector('{WAY_BACK}')"));
        assert_eq!(page.value_of(SHOWN_HEADING), own);
    }
    // Where the author's view is empty, clearing it gives everything.
    page.click_text(".empty button", "Clear all");
    page.wait_for_text(WAY_BACK, "Back to the author’s view: No projects matching “qqqqqqqq”");
    page.assert_no_errors();
}
