//! The address of a view, pasted into a post of `WordPress`, by an author who may not write any HTML.

use crate::atlas::Atlas;
use crate::embed::Embed;
use crate::kit::driver::{Engine, Options};
use crate::kit::page::Page;
use crate::kit::places::Place;
use crate::wordpress::WordPress;
use std::fs;

/// The frame that `WordPress` makes.
const FRAME: &str = "iframe.wp-embedded-content";

#[track_caller]
fn check(engine: Engine) {
    if !is_here(engine) {
        return;
    }
    let (atlas, blog) = (Atlas::shared(), WordPress::shared());
    let address = atlas.url("replaces/cpp/");
    let post = blog.publish("A post", &blocks(&address));
    let page = Page::open_at(Options::of(engine), &post);
    let n_entries = page.value_of("history.length");
    let embed = Embed::of_frame(&page, FRAME);
    assert_eq!(page.find(FRAME).attribute("sandbox").as_deref(), Some("allow-scripts"));
    embed.scroll_to();
    embed.wait_until_it_fits();
    embed.keep_picture("wordpress", "light");
    embed.narrow_down();
    embed.wait_until_it_fits();
    embed.keep_picture("wordpress", "narrower");
    for width in [500, 1000] {
        page.driver.resize(width, 700);
        embed.wait_until_it_fits();
        page.no_sideways_overflow();
    }
    assert_eq!(page.value_of("history.length"), n_entries, "a frame makes no entries");
    println!("{}", page.layout_shift());
}

fn is_here(engine: Engine) -> bool {
    let host = [Place::WordPress, Place::Php, Place::MariaDb];
    let browser = [Place::Firefox, Place::Geckodriver];
    host.into_iter().all(Place::is_known)
        && (engine == Engine::Chromium || browser.into_iter().all(Place::is_known))
}

/// What the editor makes of a pasted address, between two paragraphs.
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
