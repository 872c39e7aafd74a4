//! Output of generators with the templates of the atlas.

use crate::atlas::Atlas;
use crate::blog::{Blog, Generator};

const GENERATORS: [Generator; 2] = [Generator::Jekyll, Generator::Hugo];

/// HTML of a view in a post: the quote, then the script.
#[track_caller]
fn check(parameters: &str, quote: &str) {
    let atlas = Atlas::shared();
    for generator in GENERATORS.into_iter().filter(|generator| generator.place().is_available()) {
        let post = generator.embed(parameters);
        let blog = Blog::generate(generator, atlas, &atlas.site(), &[("view", post)]);
        let html = blog.html("view");
        let at = html.find("<blockquote").expect("a quote");
        let (found, rest) = html[at..].split_once('\n').expect("a line");
        // Each escapes in its own way.
        let found = found.replace("&#34;", "&quot;").replace("&#43;", "+");
        assert_eq!(found, quote.replace("SITE/", &atlas.site()), "{generator:?}");
        let script = rest.lines().next().unwrap_or_default().replace("async=\"\"", "async");
        assert_eq!(script, format!("<script async src=\"{}embed.js\"></script>", atlas.site()));
    }
}

#[test]
fn a_snippet_without_parameters_shows_the_home_page() {
    check(
        "",
        "<blockquote class=\"rustscape\"><p><a href=\"SITE/\">Rustscape</a></p></blockquote>",
    );
}

#[test]
fn parameters_become_attributes_of_the_quote() {
    check(
        "view=\"replaces/cpp/?industry=cloud&since=2018..\" text=\"C++ & more\" theme=\"dark\" show=\"search,sentence\" max=4 height=\"387\"",
        "<blockquote class=\"rustscape\" data-theme=\"dark\" data-show=\"search,sentence\" data-max=\"4\" data-height=\"387\" style=\"min-height:387px\"><p><a href=\"SITE/replaces/cpp/?industry=cloud&amp;since=2018..\">C++ &amp; more</a></p></blockquote>",
    );
}

#[test]
fn parameter_values_are_escaped() {
    check(
        "text=\"<script>alert(1)</script>\" theme=\"'><b>\"",
        "<blockquote class=\"rustscape\" data-theme=\"&#39;&gt;&lt;b&gt;\"><p><a href=\"SITE/\">&lt;script&gt;alert(1)&lt;/script&gt;</a></p></blockquote>",
    );
}
