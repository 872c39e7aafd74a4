//! The colors of the page around a frame.

use super::Blog;
use serde_json::{Value, json};

const QUOTE: &str = ".rustscape";

#[test]
fn a_frame_starts_with_the_theme_of_the_page() {
    #[track_caller]
    fn check(blog: &Blog, style: &str, attributes: &str, theme: &str) {
        let quote = blog.quote("", "");
        let html = format!(
            "<!doctype html><html lang=en {attributes}<meta charset=utf-8><title>A post</title>
            <style>{style}</style><main>{quote}</main>{}",
            blog.script()
        );
        blog.host.page("/colors", &html);
        blog.page.visit(&blog.host, "/colors");
        assert_eq!(blog.src(QUOTE), format!("?theme={theme}"), "{style} {attributes}");
    }
    let blog = Blog::open();
    for attributes in [
        "data-theme=dark>",
        "data-bs-theme=dark>",
        "data-color-mode=dark>",
        "data-color-scheme=dark>",
        "data-mode='dark'>",
        "theme=Dark>",
        "class='no-js dark'>",
        "class=theme-dark>",
        "class=dark-mode>",
        "class=is-dark-theme>",
        "class=theme--dark>",
        "><body class='post darkmode'>",
        "><body data-theme=dark>",
        "data-color-mode=dark data-light-theme=light data-dark-theme=dark>",
    ] {
        check(&blog, "", attributes, "dark");
    }
    for attributes in [
        ">",
        "class=light>",
        "data-theme=light>",
        "class='highlight has-dark-header darker no-dark not-dark-mode'>",
        "data-color-mode=auto data-dark-theme=dark>",
        "data-theme=auto>",
        "data-darkness=dark>",
    ] {
        check(&blog, "", attributes, "light");
    }
    // What names nothing is seen: by the color of text around the quote.
    check(&blog, ":root { color-scheme: dark }", ">", "dark");
    check(&blog, ":root { color-scheme: light dark }", ">", "light");
    check(&blog, "body { background: #111; color: #ddd }", ">", "dark");
    check(&blog, "body { background: #111; color: #999 } .rustscape { color: #111 }", ">", "dark");
    check(&blog, "body { color: #777 } .rustscape { color: #fff; background: #000 }", ">", "light");
    check(&blog, "main { color: oklch(0.92 0.01 250) }", ">", "dark");
    check(&blog, "main { color: oklch(0.3 0.1 250) }", ">", "light");
    check(&blog, "main { color: lab(90 0 0) }", ">", "dark");
    check(&blog, "main { color: color(display-p3 0.1 0.1 0.1) }", ">", "light");
    check(&blog, "main { color: color-mix(in srgb, white 90%, black) }", ">", "dark");
    check(&blog, "body { color: #ddd }", "data-theme=light>", "light");
    let media = "@media (prefers-color-scheme: dark) { body { color: #ddd } }";
    check(&blog, media, ">", "light");
    blog.page.driver.emulate_media(&[("prefers-color-scheme", "dark")]);
    check(&blog, media, ">", "dark");
    check(&blog, ":root { color-scheme: light dark }", ">", "dark");
    check(&blog, "", ">", "light");
    blog.page.assert_no_errors();
}

#[test]
fn a_frame_follows_the_theme_of_the_page_unless_set() {
    let blog = Blog::open();
    let style = "<style>
        :root { color-scheme: light dark }
        .night main { color: #eee }
        .slow main { color: #eee; transition: color 60ms }
    </style>";
    let quotes = [
        blog.quote("id=follows", "replaces/cpp/"),
        blog.quote("id=named data-theme=dark", "replaces/cpp/"),
        blog.quote("id=system data-theme=auto", "replaces/cpp/"),
    ];
    blog.post(&format!("{style}<main>{}</main>", quotes.concat()));
    for id in ["#follows", "#named", "#system"] {
        blog.wait_until_shown(id);
    }
    let switch = |script: &str, theme: &str| {
        blog.page.driver.execute(script, &[]);
        blog.wait_for_theme("#follows", theme);
    };
    let n_before = blog.atlas.n_requests("embed/replaces/cpp/");
    switch("document.documentElement.dataset.theme = 'dark'", "dark");
    switch("document.documentElement.dataset.theme = 'light'", "light");
    switch(
        "delete document.documentElement.dataset.theme; document.body.classList.add('dark')",
        "dark",
    );
    switch("document.body.classList.replace('dark', 'light-mode')", "light");
    switch("document.body.className = 'night'", "dark");
    switch("document.body.className = ''", "light");
    switch("document.body.className = 'slow'", "dark");
    switch("document.body.className = ''", "light");
    blog.page.driver.emulate_media(&[("prefers-color-scheme", "dark")]);
    blog.wait_for_theme("#follows", "dark");
    blog.wait_for_theme("#named", "dark");
    blog.wait_for_theme("#system", "auto");
    assert_eq!(blog.atlas.n_requests("embed/replaces/cpp/"), n_before);
    blog.page.assert_no_errors();
}

#[test]
fn a_frame_follows_the_color_scheme_meta_tag() {
    let blog = Blog::open();
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=color-scheme content=dark>
        <title>A post</title><body>{}{}",
        blog.quote("", "replaces/cpp/"),
        blog.script()
    );
    blog.host.page("/head", &html);
    blog.page.visit(&blog.host, "/head");
    assert_eq!(blog.src(QUOTE), "replaces/cpp/?theme=dark");
    blog.wait_until_shown(QUOTE);
    let switch = |script: &str, theme: &str| {
        blog.page.driver.execute(script, &[]);
        blog.wait_for_theme(QUOTE, theme);
    };
    switch("document.querySelector('[name=color-scheme]').content = 'light'", "light");
    switch("document.querySelector('[name=color-scheme]').content = 'only dark'", "dark");
    switch("document.querySelector('[name=color-scheme]').remove()", "light");
    let put =
        "document.head.append(Object.assign(document.createElement(arguments[0]), arguments[1]))";
    let put = |name: &str, members: Value, theme: &str| {
        blog.page.driver.execute(put, &[json!(name), members]);
        blog.wait_for_theme(QUOTE, theme);
    };
    put("meta", json!({ "name": "color-scheme", "content": "dark" }), "dark");
    put("style", json!({ "textContent": ":root { color-scheme: light }" }), "light");
    switch("document.querySelector('style').textContent = ':root { color-scheme: dark }'", "dark");
    switch(
        "document.querySelector('style').media = 'print', document.querySelector('meta[content=dark]').remove()",
        "light",
    );
    // A style sheet that takes its time.
    put("link", json!({ "rel": "stylesheet", "href": "data:text/css,body{color:%23ddd}" }), "dark");
    blog.page.assert_no_errors();
}

#[test]
fn a_late_frame_gets_the_current_theme() {
    let blog = Blog::open();
    let far = "<div style='height: 9000px'></div>";
    blog.post(&[far, &blog.quote("", "replaces/cpp/")].concat());
    assert_eq!(blog.src(QUOTE), "replaces/cpp/?theme=light");
    blog.page.value_of("document.documentElement.dataset.theme = 'dark'");
    assert_eq!(blog.atlas.n_requests("embed/replaces/cpp/"), 0, "it is too far away to be loaded");
    blog.page.value_of("document.querySelector('.rustscape').scrollIntoView()");
    blog.wait_until_shown(QUOTE);
    blog.wait_for_theme(QUOTE, "dark");
    blog.page.assert_no_errors();
}
