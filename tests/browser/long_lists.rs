//! Cards with many projects, and facets with many values.

use crate::list::{change, focused_id, open, serve, texts, wait_for_focus};
use rustscape_test_kit::driver::Key;
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Fault, Server};
use serde_json::{Value, json};

/// The path of the dataset of these tests, below the atlas.
const OTHER: &str = "data/other.json";

/// An organization with thirty projects, each in a domain of its own, the first ten new and the others rewrites; and
/// one with a single project.
fn dataset() -> Value {
    let domain = |at: usize| json!({"id": format!("d{at:02}"), "label": format!("Domain {at:02}")});
    let project = |at: usize| {
        let kind = if at < 10 { "new" } else { "rewrite" };
        json!({"id": format!("p{at:02}"), "name": format!("Project {at:02}"), "kind": kind,
               "domains": [format!("d{at:02}")], "confidence": "unverified"})
    };
    json!({
        "schema_version": "1.0", "title": "Long", "description": "",
        "vocabulary": {
            "domain": (0..30).map(domain).collect::<Vec<_>>(),
            "kind": [{"id": "new", "label": "New"}, {"id": "rewrite", "label": "Rewrite"}],
            "confidence": [{"id": "unverified", "label": "Unverified"}],
        },
        "organizations": [
            {"id": "acme", "name": "Acme", "projects": (0..30).map(project).collect::<Vec<_>>()},
            {"id": "bolt", "name": "Bolt", "projects": [project(30 - 1)]},
        ]
    })
}

fn open_long(server: &Server) -> Page {
    let bytes = dataset().to_string().into_bytes();
    server.fault(OTHER, Fault::Body { content_type: "application/json", bytes });
    let page = open(server, "?data=data/other.json");
    page.wait_for_sentence("31 projects at 2 organizations");
    page
}

/// Waits until the first card has so many rows.
#[track_caller]
fn wait_for_rows(page: &Page, n_rows: usize) {
    page.wait_until(
        &format!("{n_rows} rows"),
        &format!("document.querySelector('#cards .card').querySelectorAll('.project').length === {n_rows}"),
    );
}

#[test]
fn expands_a_card_with_many_projects() {
    let server = serve();
    let page = open_long(&server);
    wait_for_rows(&page, 6);
    let url = page.driver.url();
    page.value_of("document.querySelector('#rows-acme .further a').focus()");
    page.press(Key::Enter);
    wait_for_rows(&page, 30);
    assert_eq!(page.driver.url(), url, "it is the same view");
    assert_eq!(page.value_of("document.activeElement.textContent"), "Project 06");
    assert_eq!(texts(&page, "#cards .further"), Vec::<String>::new());
    // The page of a record lies over the list, and another list takes its place.
    page.find("#rows-acme [href*='/org/acme/p20/']").click();
    page.find("#record-heading");
    page.driver.back();
    wait_for_rows(&page, 30);
    change(&page, || page.find("#side-kind-new").click());
    page.wait_until("a shorter card", "document.querySelector('#rows-acme .further')");
    wait_for_rows(&page, 6);
    page.driver.back();
    wait_for_rows(&page, 30);
    page.assert_no_errors();
}

#[test]
fn a_search_shows_the_matching_rows_of_a_card() {
    let server = serve();
    let page = open_long(&server);
    change(&page, || page.find("#search").type_text("acme"));
    wait_for_rows(&page, 6);
    change(&page, || page.find("#search").type_text(" 27"));
    assert_eq!(texts(&page, "#cards .card h3 > a"), ["Project 27"]);
    page.assert_no_errors();
}

#[test]
fn collapses_values_without_results_without_moving_rows() {
    const ROWS: &str = ".side [aria-label=Domain] .value";
    #[track_caller]
    fn wait_for_values(page: &Page, n_values: usize) {
        page.wait_until(
            &format!("{n_values} values"),
            &format!("document.querySelectorAll('{ROWS}').length === {n_values}"),
        );
    }
    let server = serve();
    let page = open_long(&server);
    page.find("#side-more-domain").click();
    wait_for_values(&page, 30);
    // All rows are in view of the panel, so that a click does not scroll.
    page.value_of(
        "document.querySelector('#side-kind-rewrite').scrollIntoView({ block: 'center' })",
    );
    // Beside the panel, because a new list is shown from its top.
    let top = "document.querySelector('#side-kind-rewrite').getBoundingClientRect().top - document.querySelector('.side').getBoundingClientRect().top";
    let before = page.value_of(top);
    change(&page, || page.find("#side-kind-rewrite").click());
    page.wait_until("counts", &format!("document.querySelector('{ROWS}.none')"));
    assert_eq!(texts(&page, ROWS).len(), 30);
    assert_eq!(page.value_of(top), before);
    // The pointer leaves: what gives nothing folds, but for the first values, which keep their places.
    page.find("#heading").click();
    wait_for_values(&page, 26);
    page.find("#side-empty-domain").click();
    wait_for_values(&page, 30);
    wait_for_focus(&page, "side-empty-domain");
    assert_eq!(page.find("#side-empty-domain").attribute("aria-expanded").as_deref(), Some("true"));
    page.find("#side-empty-domain").click();
    wait_for_values(&page, 26);
    assert_eq!(focused_id(&page), "side-empty-domain");
    page.assert_no_errors();
}
