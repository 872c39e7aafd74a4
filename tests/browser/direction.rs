//! Datasets that are read from right to left, and words that are longer than a phone is wide.

use crate::list::{open, serve, serve_app};
use crate::published::{DATASET, dataset};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Fault, Server};
use serde_json::{Value, json};

/// A server of two organizations, changed.
#[track_caller]
fn serve_few(change: impl FnOnce(&mut Value)) -> Server {
    let mut dataset = dataset();
    let orgs = dataset["organizations"].as_array_mut().expect("organizations");
    orgs.retain(|org| ["cloudflare", "discord"].iter().any(|id| org["id"] == *id));
    change(&mut dataset);
    let bytes = dataset.to_string().into_bytes();
    let server = serve_app();
    server.fault(DATASET, Fault::Body { content_type: "application/json", bytes });
    server
}

/// Returns whether the element of a selector is in the right half of the window.
fn is_at_right(page: &Page, css: &str) -> bool {
    let expression = format!(
        "(() => {{ const {{ left, right }} = document.querySelector('{css}').getBoundingClientRect(); return innerWidth - right < left; }})()"
    );
    page.value_of(&expression) == true
}

#[test]
fn right_to_left_datasets_start_at_the_right_on_every_page() {
    let server = serve_few(|dataset| {
        dataset["language"] = json!("he");
        dataset["title"] = json!("אטלס");
        dataset["organizations"][0]["name"] = json!("חברה (ישראל) 5 Ltd.");
    });
    let page = open(&server, "");
    let root = "[document.documentElement.lang, document.documentElement.dir].join()";
    assert_eq!(page.value_of(root), "he,rtl");
    page.driver.resize(1440, 900);
    for css in [".brand", ".side .value input", ".mono", ".search > svg", ".who h2 a"] {
        assert!(is_at_right(&page, css), "{css}");
    }
    for css in ["#share", ".result", ".search kbd"] {
        assert!(!is_at_right(&page, css), "{css}");
    }
    // Latin words and figures are not turned around.
    let direction = "getComputedStyle(document.querySelector('.figure b')).direction";
    assert_eq!(page.value_of(direction), "ltr");
    for address in ["", "org/cloudflare/", "org/cloudflare/pingora/", "claims/", "embed/"] {
        page.visit(&server, address);
        page.wait_until("the page", "'ready' in document.documentElement.dataset");
        for (width, scheme) in [(1440, "light"), (320, "dark")] {
            page.driver.resize(width, 800);
            page.driver.emulate_media(&[
                ("prefers-color-scheme", scheme),
                ("prefers-reduced-motion", "reduce"),
            ]);
            page.assert_no_horizontal_overflow();
            let violations = page.axe();
            assert!(violations.is_empty(), "{address} at {width}: {violations:#?}");
        }
    }
    page.assert_no_errors();
}

#[test]
fn left_to_right_datasets_set_no_direction() {
    let server = serve();
    let page = open(&server, "replaces/nginx/");
    page.wait_until("the app", "'ready' in document.documentElement.dataset");
    let root =
        "[document.documentElement.lang, document.documentElement.hasAttribute('dir')].join()";
    assert_eq!(page.value_of(root), "en,false");
    page.assert_no_errors();
}

/// Gives every text that is shown, but ids and addresses, a word of this length.
fn lengthen(value: &mut Value, word: &str) {
    const SHOWN: [&str; 13] = [
        "title",
        "label",
        "name",
        "summary",
        "statement",
        "baseline",
        "publisher",
        "supports",
        "text",
        "note",
        "quantity",
        "hint",
        "license",
    ];
    match value {
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| match value {
            Value::String(text) if SHOWN.contains(&key.as_str()) => *text = format!("{text}{word}"),
            Value::Array(_) | Value::Object(_) => lengthen(value, word),
            _ => {}
        }),
        Value::Array(values) => values.iter_mut().for_each(|value| lengthen(value, word)),
        _ => {}
    }
}

#[test]
fn a_word_of_ninety_letters_widens_no_page() {
    let server = serve_few(|dataset| {
        let word = "W".repeat(90);
        for key in ["organizations", "events", "post", "links", "vocabulary"] {
            lengthen(&mut dataset[key], &word);
        }
        dataset["title"] = json!(word);
        // What is no record may change as it likes.
        dataset["vocabulary"]["unit"].take();
    });
    let page = open(&server, "");
    page.driver.resize(320, 800);
    let pages = [
        "",
        "replaces/nginx/?domain=proxy&status=-production",
        "org/cloudflare/",
        "org/cloudflare/pingora/",
        "claims/",
        "changes/",
        "org/",
        "about/",
        "embed/",
        "embed/replaces/nginx/?show=search,facets,sentence,sources",
        "embed/org/cloudflare/pingora/",
        "?domain=prox&x=1",
    ];
    for address in pages {
        page.visit(&server, address);
        page.wait_until("the page", "'ready' in document.documentElement.dataset");
        page.assert_no_horizontal_overflow();
        // A frame cuts off what is too wide: so nothing may be, also there.
        let wide = "[...document.querySelectorAll('main *')].filter((it) => it.checkVisibility() && !it.closest('.unseen, svg, .row, .sentence[style]') && innerWidth + 1 < it.getBoundingClientRect().right).map((it) => it.outerHTML.slice(0, 80))";
        assert_eq!(page.value_of(wide), json!([]), "{address}");
    }
    page.visit(&server, "replaces/nginx/");
    page.find("#refine").click();
    page.find("#refine-sheet[open] .value");
    page.assert_no_horizontal_overflow();
    page.driver.refresh();
    page.find("#share").click();
    page.find("#share-dialog[open] #share-link");
    page.assert_no_horizontal_overflow();
    page.assert_no_errors();
}
