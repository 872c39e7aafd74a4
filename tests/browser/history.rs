//! Links and the steps between them.

use crate::list::{
    activate, change, click, everything, n_entries, open, parts, serve, wait_for_address,
};
use rustscape_test_kit::page::Page;

#[test]
fn each_action_is_one_history_entry() {
    let server = serve();
    let page = open(&server, "");
    let n_before = n_entries(&page);
    click(&page, "#side-kind-rewrite");
    let rewrites = page.sentence();
    scroll(&page, 900);
    activate(&page, "#cards .tag.swap");
    page.wait_until("the top of the list", "scrollY === 0");
    let narrowed = page.sentence();
    page.press('/');
    change(&page, || page.type_text("server"));
    wait_until_settled(&page, "q=server");
    let searched = page.sentence();
    click(&page, "#clear");
    assert_eq!(n_entries(&page), n_before + 4, "a facet, a tag, a word, and all cleared");

    page.driver.back();
    page.wait_for_sentence(&searched);
    assert_eq!(page.find("#search").property("value"), "server");
    page.driver.back();
    page.wait_for_sentence(&narrowed);
    assert_eq!(page.find("#search").property("value"), "");
    page.driver.back();
    page.wait_for_sentence(&rewrites);
    page.wait_until("the old place in the list", "scrollY === 900");
    assert_eq!(page.find("#side-kind-rewrite").property("checked"), true);
    page.driver.back();
    page.wait_for_sentence(&everything());
    assert_eq!(page.find("#side-kind-rewrite").property("checked"), false);
    assert_eq!(page.find("#search").property("value"), "");
    page.driver.forward();
    page.wait_for_sentence(&rewrites);
    page.wait_until("the old place in the list", "scrollY === 900");
    page.driver.forward();
    page.driver.forward();
    page.wait_for_sentence(&searched);
    assert_eq!(page.find("#search").property("value"), "server");
    page.wait_until(
        "the title",
        &format!("document.title === {:?}", format!("{searched} · Rustscape")),
    );
    page.assert_no_errors();
}

/// Scrolls the page once it is long enough.
#[track_caller]
fn scroll(page: &Page, y_px: u32) {
    page.wait_until(
        &format!("the page scrolled to {y_px}"),
        &format!("(scrollTo(0, {y_px}), scrollY === {y_px})"),
    );
}

#[track_caller]
fn wait_until_settled(page: &Page, part: &str) {
    page.wait_until(
        &format!("{part} in the address"),
        &format!("location.search.includes({part:?})"),
    );
}

#[test]
fn back_from_a_record_restores_the_list_position() {
    let server = serve();
    let page = open(&server, "country/us/");
    let sentence = page.sentence();
    scroll(&page, 2_500);
    let in_window = "[...document.querySelectorAll('#cards h3 a')].find((link) => 200 < link.getBoundingClientRect().top)";
    let name = page.value_of(&format!("{in_window}.textContent"));
    page.value_of(&format!("{in_window}.click()"));
    page.wait_until(
        "the record",
        &format!("document.querySelector('#record-heading').innerText.startsWith({name})"),
    );
    page.wait_until("its title", &format!("document.title.startsWith({name})"));
    page.wait_until("the top of the record", "scrollY === 0");
    assert!(!page.find("#cards").is_displayed());
    page.driver.back();
    page.wait_until("the old place in the list", "scrollY === 2500");
    assert!(page.find("#cards").is_displayed());
    assert_eq!(page.sentence(), sentence);
    page.driver.forward();
    page.find("#record-heading");
    page.click_text(".crumbs a", "Back to the list");
    wait_for_address(&page, &server, "country/us/");
    page.find("#cards");
    scroll(&page, 700);
    page.driver.refresh();
    page.wait_for_sentence(&sentence);
    page.wait_until("the place before the reload", "scrollY === 700");
    page.assert_no_errors();
}

#[test]
fn a_link_shows_its_view_and_becomes_canonical() {
    let server = serve();
    let page = open(&server, "");
    let n_before = n_entries(&page);
    page.visit(&server, "?industry=cloud&q=proxy&kind=rewrite,new&sort=projects");
    wait_for_address(&page, &server, "industry/cloud/?q=proxy&kind=new,rewrite&sort=projects");
    assert_eq!(n_entries(&page), n_before + 1);
    assert_eq!(parts(&page), ["Cloud and hosting", "New project", "Rewrite", "“proxy”"]);
    assert_eq!(page.find("#search").property("value"), "proxy");
    assert_eq!(page.find("#side-kind-new").property("checked"), true);
    assert_eq!(page.find("#sort").property("value"), "projects");
    let sentence = page.sentence();
    page.driver.refresh();
    page.wait_for_sentence(&sentence);
    wait_for_address(&page, &server, "industry/cloud/?q=proxy&kind=new,rewrite&sort=projects");
    page.driver.back();
    page.wait_for_sentence(&everything());
    page.assert_no_errors();
}

#[test]
fn unusable_parts_of_a_link_become_notices() {
    let server = serve();
    let page = open(&server, "?kind=new&domain=blokchain&colour=red");
    page.find(".notice");
    assert_eq!(parts(&page), ["New project"]);
    assert_eq!(page.driver.find_all(".notice").len(), 2);
    page.wait_until("both told", "['blokchain', 'colour'].every((word) => [...document.querySelectorAll('.notice')].some((one) => one.innerText.includes(word)))");
    page.find("#dismiss-1").click();
    page.wait_until("one notice", "document.querySelectorAll('.notice').length === 1");
    assert_eq!(parts(&page), ["New project"], "the rest stays");
    change(&page, || page.click_text(".notice button", "Use “Blockchain”"));
    assert_eq!(parts(&page), ["Blockchain", "New project"]);
    wait_for_address(&page, &server, "domain/blockchain/?kind=new");
    assert_eq!(page.driver.find_all(".notice").len(), 0);
    page.assert_no_errors();
}

/// The name of the first organization below the bar, and how far below it is.
const FIRST_IN_WINDOW: &str = "(() => {
    const rows = [...document.querySelectorAll('#cards h3 > a')];
    const row = rows.find((row) => row.checkVisibility() && 65 <= row.getBoundingClientRect().top);
    return [row.getAttribute('href'), Math.round(row.getBoundingClientRect().top)].join(' ');
})()";

#[test]
fn back_restores_the_row_after_a_reload_or_another_site() {
    let server = serve();
    let page = open(&server, "");
    page.wait_until("all cards", "document.querySelectorAll('#cards .card').length > 250");
    page.value_of("document.querySelectorAll('#cards .card')[150].scrollIntoView()");
    page.wait_until("the place", "5000 < scrollY");
    let card = "document.querySelectorAll('#cards .card')[150]";
    page.wait_until(
        "its cards laid out",
        &format!("{card}.contains(document.elementFromPoint(innerWidth / 2, 120))"),
    );
    let before = page.value_of(FIRST_IN_WINDOW);
    let is_back = format!("{FIRST_IN_WINDOW} === {before}");
    let open_record = || {
        page.value_of(&format!("{card}.querySelector('h2 a').click()"));
        page.wait_until("the record", "document.querySelector('#record .facts') && scrollY === 0");
    };
    let come_back = || {
        page.driver.back();
        page.wait_until("the same row", &is_back);
    };
    open_record();
    page.driver.refresh();
    page.wait_until("a page that follows", "'ready' in document.documentElement.dataset");
    come_back();
    // The list itself is reloaded.
    page.driver.refresh();
    page.wait_until("the same row after a reload", &is_back);
    // Another page of the tab, after which nothing of this one is left in memory.
    open_record();
    page.driver.navigate("about:blank");
    page.driver.back();
    page.wait_until("the record again", "document.querySelector('#record .facts')");
    page.wait_until("a page that follows", "'ready' in document.documentElement.dataset");
    come_back();
    page.assert_no_errors();
}

#[test]
fn saves_the_scroll_position_within_browser_limits() {
    let server = serve();
    let page = open(&server, "country/us/");
    page.value_of("(() => { const write = history.replaceState; window.nWrites = 0; history.replaceState = function (...args) { nWrites += 1; return write.apply(this, args); }; })()");
    scroll(&page, 2_000);
    page.wait_until("its place", "history.state.split(' ')[1] === '2000'");
    page.driver.execute_async(
        "const [done] = arguments; let n = 0; nWrites = 0; window.began = performance.now();
        const go = () => { scrollTo(0, 1000 + (n += 1)); n < 60 ? requestAnimationFrame(go) : done(); }; go();",
        &[],
    );
    page.wait_until("the last place", "history.state.split(' ')[1] === String(scrollY)");
    let is_rare = "0 < nWrites && nWrites <= 1 + (performance.now() - began) / 300";
    assert_eq!(page.value_of(is_rare), true, "browsers allow a write each 300 ms");
    page.assert_no_errors();
}
