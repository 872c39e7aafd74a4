//! The list of the atlas, as a test speaks of it.

use crate::published::dataset;
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Server, Site};
use serde_json::Value;

/// A server of the published site below a sub-path.
#[track_caller]
pub fn serve() -> Server {
    Server::start(Site::published())
}

/// A server of the app alone, which makes every page by itself.
#[track_caller]
pub fn serve_app() -> Server {
    Server::start(Site::dist())
}

/// Opens an address below the atlas in a new browser, and waits until its list is there.
#[track_caller]
pub fn open(server: &Server, address: &str) -> Page {
    let page = Page::open(server, address);
    page.find("#heading");
    page
}

/// The sentence of the list without any refinement, from the dataset that the pages show.
#[track_caller]
pub fn everything() -> String {
    let (n_projects, n_orgs) = sizes();
    format!("{n_projects} projects at {n_orgs} organizations")
}

/// Returns the numbers of projects and of organizations with projects in the dataset.
#[track_caller]
pub fn sizes() -> (usize, usize) {
    let n_projects: Vec<usize> = dataset()["organizations"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|org| org["projects"].as_array().map_or(0, Vec::len))
        .filter(|n_projects| 0 < *n_projects)
        .collect();
    (n_projects.iter().sum(), n_projects.len())
}

/// Returns the number of projects in the sentence.
#[track_caller]
pub fn n_projects(page: &Page) -> u64 {
    let sentence = page.sentence();
    let count = sentence.split(' ').next().unwrap_or_default();
    if count == "No" { 0 } else { count.replace(',', "").parse().expect("a count") }
}

/// The number beside the checkbox of this id.
#[track_caller]
pub fn count(page: &Page, id: &str) -> u64 {
    texts(page, &format!(".value:has(#{id}) .n"))[0].parse().expect("a count")
}

/// Clicks the first element that matches, and waits until the sentence is another one.
#[track_caller]
pub fn click(page: &Page, css: &str) {
    change(page, || page.find(css).click());
}

/// Clicks the first element that matches without a mouse, and returns how many projects there are then, and the labels
/// of the parts of the sentence. For tables: it is several times faster than [`click`], but does not notice what covers
/// an element.
#[track_caller]
pub fn activate(page: &Page, css: &str) -> (u64, Vec<String>) {
    let seen = page.driver.execute_async(ACTIVATE, &[css.into()]);
    (seen[0].as_u64().expect("a number"), strings(&seen[1]))
}

const ACTIVATE: &str = include_str!("list/activate.js");

/// Does something, and waits until the sentence is another one.
#[track_caller]
pub fn change(page: &Page, act: impl FnOnce()) {
    let before = Value::from(page.sentence());
    act();
    page.wait_until(
        &format!("another sentence than {before}"),
        &format!(
            "document.querySelector('h1').innerText.replace(/\\s+/g, ' ').trim() !== {before}"
        ),
    );
}

/// The labels of the parts of the sentence, in its order.
#[track_caller]
pub fn parts(page: &Page) -> Vec<String> {
    texts(page, "#heading .part")
}

/// The texts of all elements that match, as they are written.
#[track_caller]
pub fn texts(page: &Page, css: &str) -> Vec<String> {
    let css = Value::from(css);
    strings(&page.value_of(&format!(
        "[...document.querySelectorAll({css})].map((element) => element.textContent.trim())"
    )))
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Waits until the address below the atlas is this one.
#[track_caller]
pub fn wait_for_address(page: &Page, server: &Server, address: &str) {
    let url = Value::from(server.url(address));
    page.wait_until(&format!("the address {url}"), &format!("location.href === {url}"));
}

/// Returns the number of entries in the history of the tab.
#[track_caller]
pub fn n_entries(page: &Page) -> u64 {
    page.value_of("history.length").as_u64().expect("a number")
}

/// The id of the element that has the focus; empty for one without an id.
#[track_caller]
pub fn focused_id(page: &Page) -> String {
    page.value_of("document.activeElement?.id").as_str().unwrap_or_default().to_owned()
}

/// Waits until the element of this id has the focus.
#[track_caller]
pub fn wait_for_focus(page: &Page, id: &str) {
    let id = Value::from(id);
    page.wait_until(&format!("the focus at {id}"), &format!("document.activeElement?.id === {id}"));
}
