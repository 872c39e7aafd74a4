//! Snippets for other pages, papers and chats.

use rustscape::link::{
    Embed, EmbedOptions, EmbedPart, Platform, SharedView, Theme, nearest_page, read, snippet,
};

use crate::atlas;

const SITE: &str = "https://atlas.example/atlas/";

#[test]
fn each_platform_has_its_own_snippet_without_default_options() {
    let check = |platform: Platform, expected: &str| {
        assert_eq!(of(platform, &view(), EmbedOptions::default()), expected);
    };
    let quote = "<blockquote class=\"rustscape\" data-height=\"478\" style=\"min-height:478px\"><p>\
        <a href=\"https://atlas.example/atlas/replaces/cpp/\">16 projects that replaced C++</a></p>\
        <p>Google, Mozilla and 9 more · Rustscape, data of 2026-11-25</p></blockquote>\n\
        <script async src=\"https://atlas.example/atlas/embed.js\"></script>";
    check(Platform::Html, quote);
    check(Platform::Ghost, quote);
    check(
        Platform::Frame,
        "<iframe src=\"https://atlas.example/atlas/embed/replaces/cpp/\" \
         title=\"16 projects that replaced C++\" loading=\"lazy\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
         referrerpolicy=\"strict-origin-when-cross-origin\" width=\"100%\" height=\"478\" \
         style=\"border:0\"></iframe>",
    );
    check(Platform::WordPress, "https://atlas.example/atlas/replaces/cpp/");
    check(
        Platform::Hugo,
        "{{< rustscape view=\"replaces/cpp/\" text=\"16 projects that replaced C++\" height=\"478\" >}}",
    );
    check(
        Platform::Jekyll,
        "{% include rustscape.html view=\"replaces/cpp/\" text=\"16 projects that replaced C++\" \
         height=\"478\" %}",
    );
    check(
        Platform::Markdown,
        "[![16 projects that replaced C++](https://atlas.example/atlas/replaces/cpp/card.png)]\
         (https://atlas.example/atlas/replaces/cpp/)",
    );
    check(
        Platform::React,
        "<rustscape-embed view=\"replaces/cpp/\" height=\"478\"></rustscape-embed>\n\
         <script async src=\"https://atlas.example/atlas/embed.js\"></script>",
    );
}

#[test]
fn snippets_contain_the_options_that_differ_from_the_defaults() {
    let mut options = EmbedOptions { theme: Theme::Dark, n_rows: 4, ..EmbedOptions::default() };
    options.parts = options.parts.toggled(EmbedPart::Sources);
    let view = SharedView { address: "replaces/cpp/?oss=yes&q=a".to_owned(), ..view() };
    let check = |platform: Platform, expected: &str| {
        let snippet = of(platform, &view, options);
        assert!(snippet.contains(expected), "{expected} in {snippet}");
    };
    let quoted = "data-theme=\"dark\" data-show=\"facets,sentence,sources\" data-max=\"4\" data-height=\"478\"";
    check(Platform::Html, quoted);
    let query = "theme=dark&amp;show=facets,sentence,sources&amp;max=4";
    check(Platform::Frame, &format!("{SITE}embed/replaces/cpp/?oss=yes&amp;q=a&amp;{query}\""));
    let parameters = "theme=\"dark\" show=\"facets,sentence,sources\" max=\"4\" height=\"478\"";
    for platform in [Platform::Hugo, Platform::Jekyll] {
        check(platform, " view=\"replaces/cpp/?oss=yes&q=a\" ");
        check(platform, parameters);
    }
    check(Platform::React, " view=\"replaces/cpp/?oss=yes&amp;q=a\" ");
    check(Platform::React, parameters);
}

#[test]
fn escapes_hostile_text_in_every_snippet() {
    let hostile = "“\"><script>alert(1)</script>” & 'x' `y` *z* [a](b) ![c] \\ {{< d >}} {% e %} %} $f_g^h~i#j|";
    let view = SharedView {
        sentence: hostile.to_owned(),
        page_sentence: hostile.to_owned(),
        org_names: "<b>, A & \"B\"".to_owned(),
        title: "<At\"las>".to_owned(),
        ..view()
    };
    let check = |platform: Platform, expected: &str| {
        let snippet = of(platform, &view, EmbedOptions::default());
        assert!(snippet.contains(expected), "{expected} in {snippet}");
    };
    let html = "“&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;” &amp; 'x' `y`";
    check(Platform::Html, html);
    check(Platform::Html, "<p>&lt;b&gt;, A &amp; &quot;B&quot; · &lt;At&quot;las&gt;, data of");
    check(Platform::Frame, &format!("title=\"{html}"));
    let template = "text=\"“”><script>alert(1)</script>” & 'x' `y` *z* [a](b) ![c] ∖ \
        ((< d >)) (% e %) %) $f_g^h~i#j|\" height";
    check(Platform::Hugo, template);
    check(Platform::Jekyll, template);
    check(
        Platform::Markdown,
        "[![“\"\\>\\<script\\>alert(1)\\</script\\>” \\& 'x' \\`y\\` \\*z\\* \\[a\\](b) !\\[c\\] \\\\ \
         {{\\< d \\>}} {% e %} %} $f\\_g^h\\~i#j\\|](https://atlas.example/atlas/replaces/cpp/card.png)]",
    );
    let bibtex = view.bibtex("2026-11-27");
    assert!(bibtex.contains("\\textbackslash{} \\{\\{< d >\\}\\} \\{\\% e \\%\\} \\%\\} \\$f\\_g\\textasciicircum{}h\\textasciitilde{}i\\#j|"), "{bibtex}");
}

#[test]
fn parentheses_do_not_end_the_url_of_a_markdown_link() {
    let view =
        SharedView { address: "?q=a)b(c*".to_owned(), page_sentence: String::new(), ..view() };
    let link = "[16 projects that replaced C++](https://atlas.example/atlas/?q=a%29b%28c*)";
    assert_eq!(view.markdown_link(), link);
    // An unpublished site has no pictures.
    assert_eq!(of(Platform::Markdown, &view, EmbedOptions::default()), link);
}

#[test]
fn a_narrowed_view_has_no_picture_of_the_wider_page() {
    let view = SharedView {
        address: "replaces/cpp/?oss=yes".to_owned(),
        sentence: "7 open projects that replaced C++".to_owned(),
        ..view()
    };
    let link =
        "[7 open projects that replaced C++](https://atlas.example/atlas/replaces/cpp/?oss=yes)";
    assert_eq!(of(Platform::Markdown, &view, EmbedOptions::default()), link);
    let page = view.page_view();
    assert_eq!(
        (page.url(), page.sentence.as_str()),
        (self::view().url(), "16 projects that replaced C++")
    );
}

#[test]
fn a_citation_names_the_view_the_data_the_url_and_the_day_of_access() {
    let view = view();
    assert_eq!(
        view.citation("2026-11-27"),
        "Rustscape, data of 2026-11-25: “16 projects that replaced C++”. \
         https://atlas.example/atlas/replaces/cpp/ (accessed 2026-11-27)."
    );
    assert_eq!(
        view.bibtex("2026-11-27"),
        "@online{rustscape2026-11-25,\n  title = {16 projects that replaced C++},\n  \
         organization = {Rustscape},\n  version = {2026-11-25},\n  \
         url = {https://atlas.example/atlas/replaces/cpp/},\n  urldate = {2026-11-27}\n}"
    );
}

#[test]
fn replaces_line_breaks_in_a_view() {
    let of = |names: &str| SharedView { org_names: names.to_owned(), ..view() };
    assert_eq!(of("A\nB").single_line(), of("A B"));
    assert_eq!(SharedView::default().single_line(), SharedView::default());
}

#[test]
fn pins_only_views_of_a_published_site() {
    let pinned = |view: SharedView| view.pinned().address;
    assert_eq!(pinned(view()), "replaces/cpp/?data=2026-11-25");
    assert_eq!(pinned(SharedView { page_sentence: String::new(), ..view() }), "replaces/cpp/");
    assert_eq!(pinned(SharedView { day: String::new(), ..view() }), "replaces/cpp/");
}

#[test]
fn finds_the_nearest_published_page_of_a_view() {
    let (dataset, index) = atlas::published();
    let catalog = index.catalog();
    let check = |view: &str, page: &str| {
        let nearest = nearest_page(&read(view, dataset, catalog).route, dataset, catalog);
        assert_eq!(nearest, read(page, dataset, catalog).route, "{view}");
    };
    check("", "");
    check("?q=proxy", "");
    check("replaces/cpp/", "replaces/cpp/");
    check("replaces/cpp/?oss=yes&sort=name", "replaces/cpp/");
    check("brief/?pick=cloudflare/pingora", "");
    check("country/zz/", "");
    check("org/cloudflare/", "org/cloudflare/");
    check("org/cloudflare/pingora/", "org/cloudflare/pingora/");
    check("claims/", "claims/");
    check("no/such/page/", "");
}

fn of(platform: Platform, view: &SharedView, options: EmbedOptions) -> String {
    snippet(platform, &Embed { view, options, height_px: 478 })
}

fn view() -> SharedView {
    SharedView {
        site: SITE.to_owned(),
        address: "replaces/cpp/".to_owned(),
        sentence: "16 projects that replaced C++".to_owned(),
        org_names: "Google, Mozilla and 9 more".to_owned(),
        title: "Rustscape".to_owned(),
        day: "2026-11-25".to_owned(),
        page: "replaces/cpp/".to_owned(),
        page_sentence: "16 projects that replaced C++".to_owned(),
        dataset_url: String::new(),
        file_name: String::new(),
    }
}
