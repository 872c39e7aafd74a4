//! A view in a post of a blog, by the file that the atlas offers for it.

use crate::atlas::Atlas;
use crate::blog::{Blog, Generator};
use crate::embed::Embed;
use rustscape_test_kit::driver::{Engine, Options};
use rustscape_test_kit::page::Page;
use std::sync::LazyLock;

/// The view that is shown.
const VIEW: &str = "replaces/cpp/";

/// Height of the view with four rows, as the share dialog shows it.
static HEIGHT: LazyLock<u64> = LazyLock::new(|| {
    let page = Page::open_at(Options::default(), &Atlas::shared().url("embed/replaces/cpp/?max=4"));
    let height = page.wait_for("a height", "document.getElementById('app')?.offsetHeight");
    height.as_u64().expect("whole pixels")
});

#[track_caller]
fn check(generator: Generator, engine: Engine) {
    if !generator.place().is_available() || !crate::has(engine) {
        return;
    }
    let atlas = Atlas::shared();
    let blog = Blog::generate(generator, atlas, &atlas.site(), &[("view", post(generator))]);
    let page = Page::open_with(Options::of(engine), &blog.server, &blog.path("view"));
    page.allow_origin(&atlas.origin());
    let n_entries = page.value_of("history.length");
    let embed = Embed::of_quote(&page, 0);
    embed.wait_until_it_fits();
    assert_eq!(page.value_of("places.length"), 1, "what follows the view stays where it was");
    if engine == Engine::Chromium {
        assert!(page.layout_shift().abs() < f64::EPSILON, "{}", page.layout_shift());
    }
    embed.within(|page| {
        let n_rows =
            "[...document.querySelectorAll('.row')].filter((row) => row.checkVisibility()).length";
        assert_eq!(page.value_of(n_rows), 4);
    });
    for (is_dark, what) in [(true, "dark"), (false, "light")] {
        page.value_of(&generator.set_dark(is_dark));
        embed.wait_until_dark_is(is_dark);
        // Of another scheme than what is in it, a frame would have a ground of the browser's own in its corners.
        let scheme = format!("getComputedStyle({}).colorScheme", embed.frame());
        assert_eq!(page.value_of(&scheme), what);
        embed.scroll_to();
        embed.keep_picture(generator.name(), what);
    }
    let place = page.value_of("scrollY");
    embed.narrow_down();
    embed.wait_until_it_fits();
    embed.keep_picture(generator.name(), "narrower");
    assert_eq!(page.value_of("scrollY"), place, "the page is where its reader left it");
    for width in [500, 1000] {
        page.driver.resize(width, 700);
        embed.wait_until_it_fits();
        page.assert_no_horizontal_overflow();
    }
    assert_eq!(page.value_of("history.length"), n_entries, "a frame makes no entries");
    assert_eq!(page.driver.url(), blog.server.url(&blog.path("view")));
    page.assert_no_errors();
}

fn post(generator: Generator) -> String {
    let parameters = format!("view=\"{VIEW}\" max=4 height={}", *HEIGHT);
    let embed = generator.embed(&parameters);
    format!("Who did so:\n\n{embed}\n\nThat is all.\n")
}

#[test]
fn a_view_in_jekyll_with_chromium() {
    check(Generator::Jekyll, Engine::Chromium);
}

#[test]
fn a_view_in_jekyll_with_firefox() {
    check(Generator::Jekyll, Engine::Firefox);
}

#[test]
fn a_view_in_hugo_with_chromium() {
    check(Generator::Hugo, Engine::Chromium);
}

#[test]
fn a_view_in_hugo_with_firefox() {
    check(Generator::Hugo, Engine::Firefox);
}
