//! The pages of an organization and of a project, and of addresses that stand for neither.

use crate::list::{open, serve, texts, wait_for_address, wait_for_focus};
use crate::published::{dataset, label, list, organization, project, text};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::Server;
use serde_json::Value;

#[test]
fn opens_a_record_from_the_list_and_returns() {
    let (server, dataset) = (serve(), dataset());
    let page = open(&server, "replaces/nginx/");
    let sentence = page.sentence();
    page.click_text("#cards h3 a", "Pingora");
    wait_for_record(&page, &server, "org/cloudflare/pingora/", "Pingora at Cloudflare");
    wait_for_title(&page, "Pingora at Cloudflare · Rustscape");
    assert!(!page.find("#heading").is_displayed(), "the list lies below the record");
    page.click_text(".crumbs a", "Cloudflare");
    wait_for_record(&page, &server, "org/cloudflare/", "Cloudflare");
    let names = list(organization(&dataset, "cloudflare"), "projects").iter();
    let names: Vec<_> = names.map(|project| text(&project["name"])).collect();
    assert_eq!(texts(&page, "#record .project h3 > a"), names);
    page.click_text("#record .project h3 a", "BoringTun");
    wait_for_record(&page, &server, "org/cloudflare/boringtun/", "BoringTun at Cloudflare");
    page.click_text(".crumbs a", "Back to the list");
    wait_for_address(&page, &server, "replaces/nginx/");
    page.wait_for_sentence(&sentence);
    assert!(page.find("#heading").is_displayed() && page.driver.find_all(RECORD).is_empty());
    page.driver.back();
    wait_for_record(&page, &server, "org/cloudflare/boringtun/", "BoringTun at Cloudflare");
    page.driver.forward();
    page.wait_until("the list again", "document.querySelector('#heading').checkVisibility()");
    page.find("#cards .card:has(a[href$='/pingora/']) .trust").click();
    page.wait_until("a record's page", "document.querySelector('#record-heading')");
    wait_for_focus(&page, "sources");
    page.assert_no_errors();
}

#[test]
fn a_project_shows_its_facts_and_sources() {
    let (server, dataset) = (serve(), dataset());
    let page = Page::open(&server, "org/cloudflare/pingora/");
    page.wait_for_text(RECORD, "Pingora at Cloudflare");
    assert!(page.layout_shift() < 0.02, "{} of the window moved", page.layout_shift());
    let pingora = project(&dataset, "cloudflare", "pingora");
    assert_eq!(texts(&page, "#record .lead"), [text(&pingora["summary"])]);
    assert_eq!(page.find(".gain b").text(), "−70 %");
    assert_shows(&page, ".gain", list(pingora, "outcomes"), |outcome| {
        let number = outcome["source"].as_u64().expect("a source") + 1;
        vec![format!("{}{number}", text(&outcome["statement"]))]
    });
    let claim = std::slice::from_ref(&pingora["claim"]);
    assert_shows(&page, ".check", claim, |claim| {
        let verdict = label(&dataset, "verdict", &claim["verdict"]);
        [text(&claim["text"]), verdict, text(&claim["note"])].map(str::to_owned).into()
    });
    assert_shows(&page, ".sources li", list(pingora, "sources"), |source| {
        let kind = label(&dataset, "source_kind", &source["kind"]);
        let date = source["date"].as_str().unwrap_or("undated");
        let how = how_seen(&source["checked"]["how"]);
        let facts = [text(&source["title"]), text(&source["publisher"]), kind, date, how];
        facts.map(str::to_owned).into()
    });
    page.click_text(".gain sup a", "Source 2");
    wait_for_focus(&page, "source-2");
    assert!(page.driver.url().ends_with("/org/cloudflare/pingora/#source-2"), "it can be shared");
    page.wait_until(
        "the source in the window",
        "((place) => 0 <= place.top && place.bottom <= innerHeight)(
            document.querySelector('#source-2').getBoundingClientRect())",
    );
    let replaced = list(pingora, "replaces").iter().map(|id| label(&dataset, "replaces", id));
    assert_eq!(fact(&page, "Replaced"), replaced.collect::<Vec<_>>().join(", "));
    assert_eq!(fact(&page, "In use since"), pingora["since"].to_string());
    let neighbor = page.find("#record .project h3 > a");
    let (name, href) = (neighbor.text(), neighbor.property("href"));
    neighbor.click();
    page.wait_until("the neighbor's address", &format!("location.href === {href}"));
    assert!(texts(&page, RECORD)[0].starts_with(&name));
    page.visit(&server, "org/cloudflare/pingora/#source-3");
    wait_for_focus(&page, "source-3");
    page.assert_no_errors();
}

#[test]
fn an_organization_shows_facts_and_unknown_values() {
    let (server, dataset) = (serve(), dataset());
    let page = Page::open(&server, "org/cloudflare/");
    page.wait_for_text(RECORD, "Cloudflare");
    assert!(page.layout_shift() < 0.02, "{} of the window moved", page.layout_shift());
    let cloudflare = organization(&dataset, "cloudflare");
    assert_eq!(texts(&page, "#record .lead"), [text(&cloudflare["summary"])]);
    assert_eq!(fact(&page, "Industry"), label(&dataset, "industry", &cloudflare["industry"]));
    assert_eq!(fact(&page, "Country"), "United States");
    assert_eq!(fact(&page, "Also known as"), "CF");
    assert_eq!(texts(&page, ".crumbs a"), ["All organizations"]);
    // A figure leads to the source that it rests on, on the page of its project.
    let source = page.find(".gain sup a");
    let (number, href) = (source.text(), source.property("href"));
    source.click();
    wait_for_focus(&page, &format!("source-{number}"));
    page.wait_until("its project and source", &format!("location.href === {href}"));
    let (org, project) = least_known(&dataset);
    page.visit(&server, &format!("org/{}/{}/", text(&org["id"]), text(&project["id"])));
    let heading = format!("{} at {}", text(&project["name"]), text(&org["name"]));
    page.wait_for_text(RECORD, &heading);
    assert_eq!(fact(&page, "In use since"), "Unknown");
    assert!(page.text().contains("No measured outcome found."), "{}", page.text());
    page.assert_no_errors();
}

#[test]
fn follows_redirects_and_reports_unknown_addresses() {
    let server = serve();
    let page = Page::open(&server, "org/facebook/");
    wait_for_record(&page, &server, "org/meta/", "Meta");
    page.visit(&server, "org/clodflare/");
    page.wait_for_text(RECORD, "Page not found");
    assert!(page.text().contains("org/clodflare"), "{}", page.text());
    wait_for_title(&page, "Page not found · Rustscape");
    let console = page.console();
    assert!(console.len() == 1 && console[0].message.contains("404"), "{console:?}");
    page.clear_log();
    page.click_text(".ways a", "Open Cloudflare");
    wait_for_record(&page, &server, "org/cloudflare/", "Cloudflare");
    page.driver.back();
    page.click_text(".ways a", "Show everything");
    page.wait_until("the list", "document.querySelector('#heading').checkVisibility()");
    wait_for_address(&page, &server, "");
    page.assert_no_errors();
}

/// The heading of a record's page.
const RECORD: &str = "#record-heading";

#[track_caller]
fn wait_for_record(page: &Page, server: &Server, address: &str, heading: &str) {
    wait_for_address(page, server, address);
    page.wait_for_text(RECORD, heading);
}

#[track_caller]
fn wait_for_title(page: &Page, title: &str) {
    page.wait_until(
        &format!("the title {title}"),
        &format!("document.title === {}", Value::from(title)),
    );
}

/// Asserts that there is one element for each record, with the texts that `expected` gives.
#[track_caller]
fn assert_shows(
    page: &Page,
    css: &str,
    records: &[Value],
    expected: impl Fn(&Value) -> Vec<String>,
) {
    let shown = texts(page, css);
    assert!(!shown.is_empty() && shown.len() == records.len(), "{css}: {shown:?}");
    for (shown, record) in shown.iter().zip(records) {
        for text in expected(record) {
            assert!(shown.contains(&text), "{text:?} in {shown:?}");
        }
    }
}

/// Returns the value of a fact.
#[track_caller]
fn fact(page: &Page, name: &str) -> String {
    let name = Value::from(name);
    let value = page.value_of(&format!(
        "[...document.querySelectorAll('#record .facts dt')]
            .find((term) => term.innerText === {name})?.nextElementSibling.innerText"
    ));
    text(&value).to_owned()
}

fn how_seen(how: &Value) -> &'static str {
    match text(how) {
        "original" => "original checked",
        "copy" => "copy checked",
        "listed" => "only the link checked",
        _ => "not checked",
    }
}

/// A project of which neither the first year nor any outcome is known.
#[track_caller]
fn least_known(dataset: &Value) -> (&Value, &Value) {
    let orgs = list(dataset, "organizations").iter();
    let mut projects =
        orgs.flat_map(|org| list(org, "projects").iter().map(move |project| (org, project)));
    let is_unknown =
        |project: &Value| project["since"].is_null() && list(project, "outcomes").is_empty();
    projects.find(|(_, project)| is_unknown(project)).expect("something is not known")
}
