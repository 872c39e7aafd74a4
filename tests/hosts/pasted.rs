//! The address of a view, pasted into a post of WordPress, by an author who may not write any HTML.

use crate::atlas::Atlas;
use crate::embed::Embed;
use crate::wordpress::WordPress;
use rustscape_test_kit::driver::{Engine, Options};
use rustscape_test_kit::page::Page;
use rustscape_test_kit::prerequisite::Prerequisite;
use std::thread;
use std::time::{Duration, Instant};

/// The frame that WordPress makes.
const FRAME: &str = "iframe.wp-embedded-content";

/// Marker of the end of the post.
const END: &str = "[...document.querySelectorAll('p')].find((p) => p.textContent === 'That is all.').getBoundingClientRect().top + scrollY";

/// The most that the page may shift while it loads, see [`assert_it_stands_still`].
const MAX_SHIFT: f64 = 0.25;

#[track_caller]
fn check(engine: Engine) {
    let host = [Prerequisite::WordPress, Prerequisite::Php, Prerequisite::MariaDb];
    if !host.into_iter().all(Prerequisite::is_available) || !crate::has(engine) {
        return;
    }
    let (atlas, blog) = (Atlas::shared(), WordPress::shared());
    let post = blog.publish("A post", &blocks(&atlas.url("replaces/cpp/")));
    let page = Page::open_at(Options::of(engine), &post);
    for origin in [atlas.origin(), blog.origin()] {
        page.allow_origin(&origin);
    }
    let n_entries = page.value_of("history.length");
    let embed = Embed::of_frame(&page, FRAME);
    assert_it_is_of_wordpress(&page, atlas);
    embed.scroll_to();
    embed.wait_until_it_fits();
    assert_it_stands_still(&page, &embed);
    for width in [500, 1000] {
        page.driver.resize(width, 700);
        embed.wait_until_it_fits();
        page.assert_no_horizontal_overflow();
    }
    assert_eq!(page.value_of("history.length"), n_entries, "a frame makes no entries");
    page.assert_no_errors();
    // WordPress opens what a frame links to, if that is of the site that the frame is of.
    embed.scroll_to();
    embed.within(|page| page.find(".frame-foot a").click());
    wait_for_address(&page, &atlas.site());
    page.wait_until("the narrower view", "document.querySelectorAll('h1 .part').length === 2");
}

/// Waits until the page is one of another site. Its address is asked for from outside: Firefox may run a script in a page
/// that is there only until the other one is.
#[track_caller]
fn wait_for_address(page: &Page, site: &str) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !page.driver.url().starts_with(site) {
        assert!(Instant::now() < deadline, "the page is {}", page.driver.url());
        thread::sleep(Duration::from_millis(10));
    }
}

/// The author gave an address and nothing else: the frame is what WordPress made of what it found there, with no right
/// but to run scripts.
#[track_caller]
fn assert_it_is_of_wordpress(page: &Page, atlas: &Atlas) {
    let frame = page.find(FRAME);
    let attribute = |name| frame.attribute(name).unwrap_or_default();
    assert_eq!(attribute("sandbox"), "allow-scripts");
    let (address, secret) = (attribute("src"), attribute("data-secret"));
    let expected = format!("{}#?secret={secret}", atlas.url("embed/replaces/cpp/"));
    assert!(!secret.is_empty() && address == expected, "{address}");
}

/// The one thing that moves the page is WordPress itself. It shows a quote with a link at first, and the frame in its
/// place once that has told its height, which is more; by how much the page shifts then depends on where the post begins.
/// Without a quote in the answer of the atlas it would not, but then there would be neither heights nor links.
/// After that the page stands still. A view that its reader has narrowed down is higher by the way back to the author's
/// view, and by nothing else.
#[track_caller]
fn assert_it_stands_still(page: &Page, embed: &Embed) {
    if page.driver.engine() == Engine::Chromium {
        let shift = page.layout_shift();
        assert!(shift <= MAX_SHIFT, "{shift}");
        // A light blog is light whatever the system of its reader, and nothing tells the frame of a dark one.
        for theme in ["dark", "light"] {
            page.driver.emulate_media(&[("prefers-color-scheme", theme)]);
            embed.wait_until_dark_is(false);
            embed.keep_picture("wordpress", theme);
        }
    }
    let (end, place) = (end_of(page), page.value_of("scrollY"));
    embed.narrow_down();
    embed.wait_until_it_fits();
    embed.keep_picture("wordpress", "narrower");
    let way_back = embed.within(|page| page.value_of(WAY_BACK_PX)).as_f64().unwrap_or_default();
    let moved = end_of(page) - end;
    assert!(0.0 < way_back && (moved - way_back).abs() < 1.0, "moved by {moved}, for {way_back}");
    assert_eq!(page.value_of("scrollY"), place);
}

/// The height of the way back to the author's view.
const WAY_BACK_PX: &str =
    "document.querySelector('#way-back button').getBoundingClientRect().height";

#[track_caller]
fn end_of(page: &Page) -> f64 {
    page.value_of(END).as_f64().expect("a distance")
}

/// Returns the block that the editor makes of a pasted address, between two paragraphs.
fn blocks(address: &str) -> String {
    format!(
        "<!-- wp:paragraph --><p>Who did so:</p><!-- /wp:paragraph -->
<!-- wp:embed {{\"url\":\"{address}\",\"type\":\"rich\"}} -->
<figure class=\"wp-block-embed is-type-rich\"><div class=\"wp-block-embed__wrapper\">
{address}
</div></figure>
<!-- /wp:embed -->
<!-- wp:paragraph --><p>That is all.</p><!-- /wp:paragraph -->"
    )
}

#[test]
fn a_pasted_address_in_wordpress_with_chromium() {
    check(Engine::Chromium);
}

#[test]
fn a_pasted_address_in_wordpress_with_firefox() {
    check(Engine::Firefox);
}
