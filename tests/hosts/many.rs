//! Many views in one post.

use crate::atlas::Atlas;
use crate::blog::{Blog, Generator};
use crate::embed::Embed;
use rustscape_test_kit::driver::{Engine, Options};
use rustscape_test_kit::page::Page;

const N_VIEWS: usize = 10;

/// Maximum size of ten views together, in bytes on the wire, including headers.
const MAX_BYTES: u64 = 400_000;

#[track_caller]
fn check(engine: Engine) {
    let generator = Generator::Hugo;
    if !generator.place().is_available() || !crate::has(engine) {
        return;
    }
    let atlas = Atlas::shared();
    let counted = atlas.counted();
    let views = atlas.views();
    assert!(N_VIEWS <= views.len(), "{views:?}");
    let embeds = views[..N_VIEWS].iter().map(|view| generator.embed(&format!("view=\"{view}\"")));
    let post = embeds.collect::<Vec<_>>().join("\n\nAnd:\n\n");
    let blog = Blog::generate(generator, atlas, &counted.site(), &[("many", post)]);
    let page = Page::open_with(Options::of(engine), &blog.server, &blog.path("many"));
    page.allow_origin(&counted.origin());
    let n_entries = page.value_of("history.length");
    for number in 0..N_VIEWS {
        let embed = Embed::of_quote(&page, number);
        embed.scroll_to();
        embed.wait_until_it_fits();
    }
    let n_bytes = counted.n_bytes();
    assert!(n_bytes <= MAX_BYTES, "{n_bytes} bytes");
    assert_eq!(page.value_of("history.length"), n_entries, "frames make no entries");
    page.assert_no_errors();
}

#[test]
fn ten_views_in_one_post_with_chromium() {
    check(Engine::Chromium);
}

#[test]
fn ten_views_in_one_post_with_firefox() {
    check(Engine::Firefox);
}
