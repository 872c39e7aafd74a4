//! A view in a post of a blog.

use crate::atlas::Atlas;
use crate::blog::{Blog, Generator};
use crate::kit::driver::{Engine, Options};
use crate::kit::page::Page;

#[test]
fn tmp() {
    let atlas = Atlas::shared();
    for generator in [Generator::Jekyll, Generator::Hugo] {
        let post = format!(
            "Before\n\n{}\n\nAfter\n",
            generator.embed("view=\"replaces/cpp/\" max=4 height=400")
        );
        let blog = Blog::generate(generator, atlas, &atlas.site(), &[("view", post)]);
        for engine in [Engine::Chromium, Engine::Firefox] {
            let page = Page::open_with(Options::of(engine), &blog.server, &blog.path("view"));
            println!(
                "{} {:?} {}",
                page.driver.url(),
                page.value_of("[innerWidth, innerHeight, navigator.userAgent]"),
                page.text()
            );
            page.driver.resize(700, 600);
            println!("{:?}", page.value_of("[innerWidth, innerHeight]"));
            page.driver.screenshot(std::path::Path::new(&format!(
                "/tmp/hosts-{}-{engine:?}.png",
                generator.name()
            )));
        }
        println!("{}", blog.html("view"));
    }
}
