//! The list, its facets and its sentence.

use crate::kit::driver::Element;
use crate::kit::page::Page;
use crate::list::{
    activate, change, click, count, everything, n_projects, open, parts, serve, sizes, texts,
    wait_for_address,
};
use serde_json::Value;

#[test]
fn the_first_page_shows_everything_below_a_sub_path_and_stands_still() {
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
         && document.querySelector('#cards .card:last-child').contains(getSelection().anchorNode)",
    );
    let foreign: Vec<_> = server.requests();
    assert!(foreign.iter().all(|request| request.path().starts_with("/atlas/")), "{foreign:?}");
    page.assert_quiet();
}

#[test]
fn a_count_says_what_its_click_gives_in_every_facet() {
    /// Asks for a value, then for everything but it, where the next one goes on.
    #[track_caller]
    fn check(page: &Page, facet: &str, id: &str) {
        let n_before = n_projects(page);
        let (include, exclude) = (format!("side-{facet}-{id}"), format!("side-not-{facet}-{id}"));
        let n_promised = count(page, &include);
        assert!(0 < n_promised && n_promised < n_before, "{facet} {id} divides the list");
        assert_eq!(activate(page, &format!("#{include}")).0, n_promised, "{facet} {id}");
        let (n_others, parts) = activate(page, &format!("#{exclude}"));
        assert_eq!(n_others, n_before - n_promised, "{parts:?}");
        assert_eq!(count(page, &include), n_promised, "the count of what is left out stays");
    }
    let server = serve();
    let page = open(&server, "");
    check(&page, "kind", "new");
    check(&page, "since", "unknown");
    check(&page, "replaces", "cpp");
    check(&page, "domain", "networking");
    check(&page, "industry", "cloud");
    check(&page, "metric", "latency");
    check(&page, "status", "unknown");
    check(&page, "country", "nl");
    check(&page, "oss", "no");
    check(&page, "confidence", "reported");
    check(&page, "org", "google");
    check(&page, "verdict", "unknown");
    assert_eq!(parts(&page).len(), 12);
    page.assert_quiet();
}

#[test]
fn values_of_one_facet_add_up_and_facets_and_years_narrow_each_other() {
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
    page.assert_quiet();
}

/// The bar of a year, among those that only a mouse reaches.
#[track_caller]
fn bar(page: &Page, year: u16) -> Element<'_> {
    page.find(&format!(".side svg.years g[data-do='year {year}'] rect.hit"))
}

/// How many projects the histogram shows from a year to another.
#[track_caller]
fn in_years(page: &Page, from: u16, to: u16) -> u64 {
    let bars = texts(page, ".side svg.years title");
    let bars = bars.iter().filter_map(|bar| bar.split_once(": "));
    let within = bars.filter(|(year, _)| (from..=to).contains(&year.parse().expect("a year")));
    within.map(|(_, count)| count.parse::<u64>().expect("a count")).sum()
}

#[test]
fn a_long_facet_unfolds_is_searched_and_keeps_values_without_projects_in_place() {
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
    page.assert_quiet();
}

#[test]
fn each_part_of_the_sentence_and_all_of_them_can_be_removed() {
    let server = serve();
    let address = "replaces/c,cpp/?industry=cloud,security&country=-de&since=2015..&q=r&sort=name";
    let page = open(&server, address);
    page.find("#clear");
    let mut left = parts(&page);
    assert_eq!(left.len(), 7, "{left:?}");
    // From the middle, so that what stands around it has to stay in place.
    while !left.is_empty() {
        let part = left.remove(left.len() / 2);
        page.wait_for_text("#refine", &format!("Refine · {}", left.len() + 1));
        change(&page, || page.click_text("#heading .part", &format!("Remove {part}")));
        assert_eq!(parts(&page), left);
    }
    assert_eq!(page.sentence(), everything());
    wait_for_address(&page, &server, "?sort=name");
    assert_eq!(page.driver.find_all("#clear").len(), 0);
    page.visit(&server, address);
    page.find("#heading .part");
    click(&page, "#clear");
    page.wait_for_sentence(&everything());
    assert_eq!(page.find("#search").property("value"), "");
    page.assert_quiet();
}

#[test]
fn what_a_card_names_refines_the_list() {
    #[track_caller]
    fn check(page: &Page, css: &str) {
        let css = format!("#cards {css}");
        let (label, parts_before) = (texts(page, &css).swap_remove(0), parts(page));
        let (_, parts_after) = activate(page, &css);
        assert_eq!(parts_after.len(), parts_before.len() + 1, "{label}");
        let mut new = parts_after.iter().filter(|part| !parts_before.contains(part));
        let part = new.next().expect("a part more").to_lowercase();
        let word = label.split_whitespace().last().expect("a label").to_lowercase();
        assert!(part.contains(&word) || css.contains("metric"), "{part} for {label}");
        change(page, || page.driver.back());
        assert_eq!(parts(page), parts_before);
    }
    let server = serve();
    let page = open(&server, "kind/rewrite/?confidence=confirmed");
    check(&page, ".tag.swap");
    check(&page, ".tag:not(.swap)");
    check(&page, ".who a[data-refine^=industry]");
    check(&page, ".who a[data-refine^=country]");
    check(&page, "small a[data-refine^=status]");
    check(&page, "small a[data-refine^=since]");
    check(&page, ".figure[data-refine^=metric]");
    page.visit(&server, "country/de/");
    page.wait_for_text("#heading .part", "Germany");
    check(&page, "small a[data-refine^=kind]");
    let link = page.find("#cards .tag");
    let address = link.attribute("href").expect("an address of its own");
    page.driver.navigate(&(server.origin() + &address));
    page.wait_for_text("#heading .part", &link_label(&page, &address));
    page.assert_quiet();
}

/// The label of the value that an address stands for, from the facet's checkbox.
#[track_caller]
fn link_label(page: &Page, address: &str) -> String {
    let mut segments = address.trim_end_matches('/').rsplit('/');
    let (id, facet) = (segments.next().expect("an id"), segments.next().expect("a facet"));
    page.find(&format!(".value:has(#side-{facet}-{id}) .label")).text()
}

#[test]
fn where_nothing_is_found_each_way_out_gives_what_it_says() {
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
    page.assert_quiet();
}
