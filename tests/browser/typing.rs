//! The search field.

use crate::list::{change, n_entries, open, parts, serve, texts, wait_for_address, wait_for_focus};
use rustscape_test_kit::driver::Key;
use rustscape_test_kit::page::Page;
use serde_json::json;

#[test]
fn finds_names_aliases_accents_and_typos() {
    /// Types over what stands in the field.
    #[track_caller]
    fn check(page: &Page, text: &str, first_card: &str, mark: Option<&str>) {
        page.value_of("document.querySelector('#search').select()");
        page.type_text(text);
        page.wait_until(
            &format!("{first_card:?} first for {text:?}"),
            &format!("[...document.querySelectorAll('#cards .card:first-child h2')].some((name) => name.textContent === {first_card:?})"),
        );
        assert_eq!(page.find("#search").property("value"), text);
        assert_eq!(parts(page), [format!("“{}”", text.trim())]);
        let marks = texts(page, "#first-cards .card:first-child mark");
        assert!(mark.is_none_or(|mark| marks.iter().any(|one| one == mark)), "{text}: {marks:?}");
    }
    let server = serve();
    let page = open(&server, "");
    page.press('/');
    wait_for_focus(&page, "search");
    check(&page, "pingora", "Cloudflare", Some("Pingora"));
    check(&page, "pingorra", "Cloudflare", Some("Pingora"));
    check(&page, "cloudflre", "Cloudflare", Some("Cloudflare"));
    check(&page, "aws", "Amazon", None);
    check(&page, "sozu", "Clever Cloud", Some("Sōzu"));
    check(&page, "Sōzu", "Clever Cloud", Some("Sōzu"));
    check(&page, "  PINGORA ", "Cloudflare", Some("Pingora"));
    wait_for_address(&page, &server, "?q=PINGORA");
    wait_for_focus(&page, "search");
    page.assert_no_errors();
}

#[test]
fn a_complete_qualifier_becomes_a_refinement() {
    let server = serve();
    let page = open(&server, "kind/new/?oss=no");
    let n_before = n_entries(&page);
    page.press('/');
    page.type_text("industry:cloud");
    assert_eq!(page.find("#search").property("value"), "industry:cloud");
    assert_eq!(parts(&page), ["New project", "closed source code"], "it may go on");
    change(&page, || page.type_text(" "));
    assert_eq!(page.find("#search").property("value"), "");
    assert_eq!(parts(&page), ["Cloud and hosting", "New project", "closed source code"]);
    change(&page, || page.type_text("engine"));
    wait_for_address(&page, &server, "industry/cloud/?q=engine&kind=new&oss=no");
    change(&page, || page.type_text(" -replaces:c++\u{E007}"));
    assert_eq!(page.find("#search").property("value"), "engine");
    wait_for_address(&page, &server, "industry/cloud/?q=engine&kind=new&replaces=-cpp&oss=no");
    assert!(n_entries(&page) <= n_before + 4, "an entry for each refinement and each search");
    change(&page, || page.press(Key::Escape));
    wait_for_address(&page, &server, "industry/cloud/?kind=new&replaces=-cpp&oss=no");
    // As pasting does, all in one event.
    page.driver.devtools("Input.insertText", &json!({ "text": "status:production" }));
    change(&page, || page.press(Key::Enter));
    assert_eq!(page.find("#search").property("value"), "");
    assert!(parts(&page).contains(&"In production".to_owned()));
    page.type_text("domain:blokchain ");
    page.wait_until(
        "a notice",
        "document.querySelector('.notice')?.innerText.includes('blokchain')",
    );
    change(&page, || page.click_text(".notice button", "Use “Blockchain”"));
    assert!(parts(&page).contains(&"Blockchain".to_owned()));
    page.assert_no_errors();
}

#[test]
fn a_chosen_order_stays_in_the_link() {
    let server = serve();
    let page = open(&server, "kind/rewrite/");
    // Cards of the list before may still be there, hidden.
    let names = |page: &Page| texts(page, "#cards .card:not([hidden] *) h2");
    assert!(!texts(&page, "#sort option").contains(&"best match".to_owned()));
    let by_projects = names(&page);
    page.find("#sort option[value=name]").click();
    wait_for_address(&page, &server, "kind/rewrite/?sort=name");
    page.wait_until(
        "other cards",
        &format!("document.querySelector('#cards h2').textContent !== {:?}", by_projects[0]),
    );
    let shown = names(&page);
    let mut sorted = shown.clone();
    sorted.sort_by_key(|name| name.to_lowercase());
    assert_eq!(shown, sorted);
    assert_eq!(page.find("#sort").property("value"), "name");
    page.press('/');
    page.type_text("server");
    page.wait_until(
        "best match on offer",
        "document.querySelector('#sort option[value=relevance]')",
    );
    assert_eq!(page.find("#sort").property("value"), "name");
    page.find("#sort option[value=relevance]").click();
    wait_for_address(&page, &server, "kind/rewrite/?q=server");
    page.driver.back();
    wait_for_address(&page, &server, "kind/rewrite/?q=server&sort=name");
    page.wait_until("the order of that entry", "document.querySelector('#sort').value === 'name'");
    page.assert_no_errors();
}

#[test]
fn keys_of_an_input_method_trigger_nothing_else() {
    let server = serve();
    let page = open(&server, "?q=proxy");
    page.find("#search").click();
    // Chromium with a composition under way; Safari, whose composition has ended before the key.
    for key in ["isComposing: true, keyCode: 27", "isComposing: false, keyCode: 229"] {
        let pressed = page.value_of(&format!(
            "document.querySelector('#search').dispatchEvent(new KeyboardEvent('keydown',
                {{ key: 'Escape', bubbles: true, cancelable: true, {key} }}))"
        ));
        assert_eq!(pressed, false, "{key}: the browser would empty the field");
        assert_eq!(page.find("#search").property("value"), "proxy", "{key}");
        page.value_of("document.activeElement.blur()");
        let slash = page.value_of(&format!(
            "document.body.dispatchEvent(new KeyboardEvent('keydown',
                {{ key: '/', bubbles: true, cancelable: true, {key} }}))"
        ));
        assert_eq!(slash, true, "{key}");
        page.find("#search").click();
    }
    page.press(Key::Escape);
    page.wait_until("an empty field", "document.querySelector('#search').value === ''");
    page.assert_no_errors();
}
