//! The list, its facets and its sentence.

use crate::list::{
    activate, change, click, count, everything, n_projects, open, parts, serve, serve_app, sizes,
    texts, wait_for_address,
};
use rustscape_test_kit::driver::Element;
use rustscape_test_kit::page::Page;
use serde_json::{Value, json};

#[test]
fn the_home_page_works_below_a_sub_path_without_layout_shift() {
    let server = serve();
    let page = Page::open(&server, "");
    page.wait_for_sentence(&everything());
    let (_, n_orgs) = sizes();
    page.wait_until(
        "a card for every organization",
        &format!("document.querySelectorAll('#cards article.card').length === {n_orgs}"),
    );
    assert_eq!(page.driver.title(), "Rustscape");
    assert!(page.layout_shift() < 0.02, "{} of the window moved", page.layout_shift());
    let last_text = Value::from(texts(&page, "#cards .what").pop());
    // The browser's own find, backwards from the end of the page.
    page.value_of(&format!("window.find({last_text}, true, true, true)"));
    page.wait_until(
        "the last card found and in the window",
        "((place) => 0 <= place.top && place.bottom <= innerHeight && 0 < place.height)(
            getSelection().getRangeAt(0).getBoundingClientRect())
         && document.querySelector('#more-cards .card:last-child').contains(getSelection().anchorNode)",
    );
    let requests = server.requests();
    assert!(requests.iter().all(|request| request.path().starts_with("/atlas/")), "{requests:?}");
    page.assert_no_errors();
}

#[test]
fn counts_match_the_results_of_a_click_in_every_facet() {
    /// Asks for a value, then for everything but it, where the next one goes on. Returns how many projects there are then.
    #[track_caller]
    fn check(page: &Page, n_before: u64, facet: &str, id: &str) -> u64 {
        let include = format!("side-{facet}-{id}");
        let n_promised = count(page, &include);
        assert!(0 < n_promised && n_promised < n_before, "{facet} {id} divides the list");
        assert_eq!(activate(page, &format!("#{include}")).0, n_promised, "{facet} {id}");
        let (n_others, parts) = activate(page, &format!("#side-not-{facet}-{id}"));
        assert_eq!(n_others, n_before - n_promised, "{parts:?}");
        assert_eq!(count(page, &include), n_promised, "the count of what is left out stays");
        n_others
    }
    let server = serve();
    let page = open(&server, "?kind=-new");
    let n_left = check(&page, n_projects(&page), "kind", "component");
    let n_left = check(&page, n_left, "since", "unknown");
    let n_left = check(&page, n_left, "replaces", "cpp");
    let n_left = check(&page, n_left, "domain", "networking");
    let n_left = check(&page, n_left, "industry", "cloud");
    let n_left = check(&page, n_left, "metric", "latency");
    let n_left = check(&page, n_left, "status", "unknown");
    let n_left = check(&page, n_left, "country", "nl");
    let n_left = check(&page, n_left, "oss", "no");
    let n_left = check(&page, n_left, "confidence", "reported");
    let n_left = check(&page, n_left, "org", "google");
    check(&page, n_left, "verdict", "unknown");
    assert_eq!(parts(&page).len(), 13);
    page.assert_no_errors();
}

#[test]
fn values_of_a_facet_are_or_and_facets_are_and() {
    let server = serve();
    let page = open(&server, "kind/rewrite/");
    let (n_cpp, n_c) = (count(&page, "side-replaces-cpp"), count(&page, "side-replaces-c"));
    click(&page, "#side-replaces-cpp");
    click(&page, "#side-replaces-c");
    let n_either = n_projects(&page);
    assert!(n_c.max(n_cpp) < n_either && n_either <= n_c + n_cpp, "{n_c} or {n_cpp}: {n_either}");
    let n_narrowed = count(&page, "side-status-production");
    click(&page, "#side-status-production");
    assert_eq!(n_projects(&page), n_narrowed);
    assert!(n_narrowed < n_either);
    assert_eq!(parts(&page), ["Rewrite", "In production", "C", "C++"]);
    change(&page, || page.find("#side-from").type_text("2018\u{E007}"));
    assert_eq!(parts(&page).last().unwrap(), "since 2018");
    assert_eq!(n_projects(&page), in_years(&page, 2018, 9999));
    change(&page, || page.find("#side-to").type_text("2021\u{E007}"));
    assert_eq!(n_projects(&page), in_years(&page, 2018, 2021));
    wait_for_address(
        &page,
        &server,
        "kind/rewrite/?status=production&replaces=c,cpp&since=2018..2021",
    );
    click(&page, "#side-clear-since");
    assert_eq!(n_projects(&page), n_narrowed);
    change(&page, || bar(&page, 2019).click());
    assert_eq!(parts(&page).last().unwrap(), "starting in 2019");
    assert_eq!(n_projects(&page), in_years(&page, 2019, 2019));
    change(&page, || bar(&page, 2019).click());
    assert_eq!(n_projects(&page), n_narrowed);
    page.assert_no_errors();
}

/// The bar of a year, among those that only a mouse reaches.
#[track_caller]
fn bar(page: &Page, year: u16) -> Element<'_> {
    let titles = texts(page, ".side svg.years title");
    let is_of_year = |title: &String| title.starts_with(&format!("{year}: "));
    let idx = titles.iter().position(is_of_year).expect("a bar of the year");
    page.find(&format!(".side svg.years g:nth-child({}) rect.hit", idx + 1))
}

/// Returns the number of projects that the histogram shows between two years.
#[track_caller]
fn in_years(page: &Page, from: u16, to: u16) -> u64 {
    let bars = texts(page, ".side svg.years title");
    let bars = bars.iter().filter_map(|bar| bar.split_once(": "));
    let within = bars.filter(|(year, _)| (from..=to).contains(&year.parse().expect("a year")));
    within.map(|(_, count)| count.parse::<u64>().expect("a count")).sum()
}

#[test]
fn expands_and_searches_a_long_facet() {
    let server = serve();
    let page = open(&server, "kind/rewrite/");
    let values = ".side [aria-label=Replaced] .value .label";
    let first_values = texts(&page, values);
    page.find("#side-more-replaces").click();
    page.find("#side-find-replaces");
    assert_eq!(
        page.find("#side-more-replaces").attribute("aria-expanded").as_deref(),
        Some("true")
    );
    let all_values = texts(&page, values);
    assert!(all_values.starts_with(&first_values) && first_values.len() == 7);
    page.find("#side-find-replaces").type_text("SCR");
    page.wait_until(
        "fewer values",
        "document.querySelectorAll('.side [aria-label=Replaced] .value').length < 7",
    );
    let found = texts(&page, values);
    assert!(found.contains(&"JavaScript".to_owned()), "{found:?}");
    assert!(found.iter().all(|label| label.to_lowercase().contains("scr")), "{found:?}");
    assert_eq!(page.value_of("document.activeElement.value"), "SCR");
    // What another facet shows is of no concern to this one.
    page.find("#side-more-domain").click();
    page.find("#side-find-domain");
    assert_eq!(texts(&page, values), found);
    assert_eq!(page.find("#side-find-replaces").property("value"), "SCR");
    click(&page, "#side-replaces-typescript");
    page.find("#side-more-replaces").click();
    let folded = [first_values.as_slice(), &["TypeScript".to_owned()]].concat();
    page.wait_until(
        "the first values and the chosen one",
        "document.querySelectorAll('.side [aria-label=Replaced] .value').length === 8",
    );
    assert_eq!(texts(&page, values), folded);
    let countries = ".side [aria-label=Country] .value .label";
    let in_place = texts(&page, countries);
    click(&page, "#side-industry-security");
    assert_eq!(texts(&page, countries), in_place);
    let gray = texts(&page, ".side .value.none .n");
    assert!(!gray.is_empty() && gray.iter().all(|count| count == "0"), "{gray:?}");
    page.assert_no_errors();
}

#[test]
fn clear_all_without_filters_changes_nothing() {
    let server = serve();
    let page = open(&server, "?sort=name");
    page.driver.resize(320, 800);
    page.find("#refine").click();
    page.find("#tray-clear").click();
    page.find("#tray-show").click();
    page.wait_until("no sheet", "!document.querySelector('dialog[open]')");
    wait_for_address(&page, &server, "?sort=name");
    page.assert_no_errors();
}

#[test]
fn removes_each_part_of_the_heading_and_all_of_them() {
    // A host of plain files has no page for two values in a path, so this is the app's to answer.
    let server = serve_app();
    let address = "replaces/c,cpp/?industry=cloud,security&country=-de&since=2015..&q=r&sort=name";
    let page = open(&server, address);
    let mut left = parts(&page);
    assert_eq!(left.len(), 7, "{left:?}");
    // From the middle, so that what stands around it has to stay in place.
    while !left.is_empty() {
        let part = left.remove(left.len() / 2);
        let (_, parts) = activate(&page, &format!("#heading [aria-label='Remove {part}']"));
        assert_eq!(parts, left);
    }
    assert_eq!(page.sentence(), everything());
    wait_for_address(&page, &server, "?sort=name");
    assert_eq!(page.driver.find_all("#clear").len(), 0);
    change(&page, || {
        page.value_of("history.go(-4)");
    });
    assert_eq!(parts(&page).len(), 4);
    click(&page, "#clear");
    page.wait_for_sentence(&everything());
    assert_eq!(page.find("#search").property("value"), "");
    page.assert_no_errors();
}

#[test]
fn links_of_a_card_refine_the_list() {
    /// Uses a link of a card that has all sorts of them. Each narrows the list, in which that card always stays.
    #[track_caller]
    fn check(page: &Page, css: &str) {
        let css = format!("#cards .card:has(.figure):has(.swap):has(a[data-refine^=since]) {css}");
        let parts_before = parts(page);
        let label = texts(page, &css).swap_remove(0).to_lowercase();
        let (_, parts) = activate(page, &css);
        let new: Vec<_> = parts.iter().filter(|part| !parts_before.contains(part)).collect();
        assert_eq!(new.len(), 1, "{parts:?} after {label}");
        let is_named =
            label.contains(&new[0].to_lowercase()) || new[0].to_lowercase().contains(&label);
        assert!(is_named || css.contains("metric") || css.contains("since"), "{new:?} for {label}");
    }
    let server = serve();
    let page = open(&server, "confidence/confirmed/?kind=-new");
    check(&page, ".tag.swap");
    check(&page, ".project:has(.swap) .tag:not(.swap)");
    check(&page, ".project:has(.swap) .figure[data-refine^=metric]");
    check(&page, ".who a[data-refine^=industry]");
    check(&page, ".who a[data-refine^=country]");
    check(&page, "small a[data-refine^=status]");
    check(&page, "small a[data-refine^=kind]");
    check(&page, "small a[data-refine^=since]");
    // Opened anew or in another tab, each leads to the page of its value.
    let astray = page.value_of(
        "[...document.querySelectorAll('#cards a[data-refine]')].map((link) => [link.getAttribute('href'), `./${link.dataset.refine.replace(':', '/')}/`])
            .filter(([href, own]) => href !== own)",
    );
    assert_eq!(astray, json!([]));
    page.assert_no_errors();
}

#[test]
fn suggestions_for_an_empty_list_give_the_promised_results() {
    let server = serve();
    let page = open(&server, "?org=cloudflare&country=de&oss=yes");
    page.find(".empty");
    assert_eq!(n_projects(&page), 0);
    assert_eq!(page.driver.find_all("#cards article").len(), 0);
    let sentence = page.sentence();
    let ways = texts(&page, ".empty .ways button");
    assert_eq!(ways.len(), 3, "two parts that stand in the way, and all: {ways:?}");
    for way in &ways[..2] {
        let label = way.trim_end_matches(|c: char| c.is_ascii_digit());
        let n_promised = &way[label.len()..];
        change(&page, || page.click_text(".empty .ways button", label));
        assert_eq!(n_projects(&page).to_string(), n_promised, "{way}");
        assert_eq!(page.driver.find_all(".empty").len(), 0);
        page.driver.back();
        page.wait_for_sentence(&sentence);
    }
    change(&page, || page.click_text(".empty .ways button", "Clear all"));
    assert_eq!(page.sentence(), everything());
    page.assert_no_errors();
}
