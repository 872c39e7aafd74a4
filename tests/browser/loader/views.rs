//! Quotes and elements that become frames, and the views they show.

use super::{Blog, frame};
use serde_json::{Value, json};

#[test]
fn a_quote_becomes_a_frame_of_its_linked_page() {
    let blog = Blog::open();
    let table = [
        ("", "", "?theme=light"),
        ("", "replaces/cpp/", "replaces/cpp/?theme=light"),
        ("", "replaces/cpp/?industry=cloud,web", "replaces/cpp/?industry=cloud,web&theme=light"),
        ("data-theme=dark", "replaces/cpp/", "replaces/cpp/?theme=dark"),
        ("data-theme=auto data-max=3", "replaces/cpp/", "replaces/cpp/?max=3"),
        (
            "data-show=search,facets data-max=12",
            "replaces/c/?industry=cloud",
            "replaces/c/?industry=cloud&theme=light&show=search,facets&max=12",
        ),
        ("", "org/acme/#projects", "org/acme/?theme=light"),
        ("", "embed/replaces/c/", "replaces/c/?theme=light"),
        ("", "replaces/c/?theme=dark", "replaces/c/?theme=dark"),
        ("", "org/../replaces/c/", "replaces/c/?theme=light"),
    ];
    let quotes = table.iter().enumerate().map(|(n, (attributes, view, _))| {
        blog.quote(&format!("id=quote-{n} data-height=300 {attributes}"), view)
    });
    blog.post(&quotes.collect::<String>());
    for (n, (attributes, view, expected)) in table.iter().enumerate() {
        assert_eq!(blog.src(&format!("#quote-{n}")), *expected, "{view} {attributes}");
    }
    blog.wait_until_shown("#quote-0");
    let names = "['title', 'loading', 'sandbox', 'height']";
    let values = format!("{names}.map((name) => {}.getAttribute(name))", frame("#quote-0"));
    let sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
    assert_eq!(blog.page.value_of(&values), json!(["Who replaced C++", "lazy", sandbox, "300"]));
    blog.page.assert_no_errors();
}

#[test]
fn a_quote_without_a_link_to_the_site_stays() {
    let blog = Blog::open();
    let (origin, atlas) = (blog.atlas.origin(), blog.atlas.url(""));
    let links = [
        format!("{origin}/"),
        format!("{origin}/atlas"),
        format!("{origin}/atlas-of-others/"),
        format!("{atlas}../elsewhere/"),
        format!("{atlas}%2e%2e/elsewhere/"),
        atlas.replace("//", "//somebody@"),
        atlas.replace("http:", "ftp:"),
        format!("https://other.test/?{atlas}"),
        format!("javascript:void '{atlas}'"),
        "data:text/html,<p>".to_owned(),
        "http://".to_owned(),
        "replaces/cpp/".to_owned(),
        "//other.test/atlas/".to_owned(),
    ];
    let quote = |link: &String| {
        format!("<blockquote class=rustscape><p><a href=\"{link}\">Elsewhere</a></p></blockquote>")
    };
    let others = format!(
        "<blockquote class=rustscape><p>Nothing</p></blockquote>
        <blockquote class=rustscape><svg><a href='replaces/cpp/'></a></svg></blockquote>
        <blockquote><p><a href='{atlas}'>Not marked</a></p></blockquote>
        <p class=rustscape><a href='{atlas}'>No quote</a></p>
        <blockquote class=rustscape><template shadowrootmode=open><slot></slot></template>
        <p><a href='{atlas}'>Somebody else's</a></p></blockquote>"
    );
    let last = blog.quote("id=last", "");
    blog.post(&[links.iter().map(quote).collect(), others, last].concat());
    blog.wait_until_shown("#last");
    let turned = "[...document.querySelectorAll('*')]
        .filter((it) => it.shadowRoot?.querySelector('iframe')).map((it) => it.id)";
    assert_eq!(blog.page.value_of(turned), json!(["last"]));
    blog.page.assert_no_errors();
}

#[test]
fn the_link_text_becomes_the_title() {
    #[track_caller]
    fn check(blog: &Blog, words: &str, title: &str) {
        let (link, home) = (blog.atlas.url("replaces/cpp/"), blog.atlas.url(""));
        blog.post(&format!(
            "<blockquote class=rustscape><p><a href='https://other.test/'>Somebody</a> says:
            <a href='{link}'>{words}</a>, <a href='{home}'>more</a></p></blockquote>"
        ));
        assert_eq!(blog.src(".rustscape"), "replaces/cpp/?theme=light");
        assert_eq!(blog.page.value_of(&format!("{}.title", frame(".rustscape"))), title);
    }
    let blog = Blog::open();
    check(&blog, "16 projects", "16 projects");
    check(&blog, "\n  16   projects,\n<b>all</b> of Rust ", "16 projects, all of Rust");
    check(&blog, "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;", "\"><script>alert(1)</script>");
    check(&blog, "<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "Rustscape");
    blog.page.assert_no_errors();
}

#[test]
fn an_element_shows_only_views_of_the_site() {
    #[track_caller]
    fn check(blog: &Blog, view: &str, expected: Option<&str>) {
        let put = "const element = document.createElement('rustscape-embed');
            element.setAttribute('view', arguments[0]);
            document.querySelector('#here').replaceChildren(element);
            return element.shadowRoot?.querySelector('iframe').src ?? null;";
        let src = blog.page.driver.execute(put, &[json!(view)]);
        let expected = expected.map(|rest| blog.atlas.url("embed/") + rest);
        assert_eq!(src, Value::from(expected), "{view}");
    }
    let blog = Blog::open();
    blog.post("<div id=here></div><rustscape-embed id=first></rustscape-embed>");
    assert_eq!(blog.src("#first"), "?theme=light");
    check(&blog, "", Some("?theme=light"));
    check(&blog, "replaces/cpp/", Some("replaces/cpp/?theme=light"));
    check(&blog, "replaces/cpp/?industry=cloud", Some("replaces/cpp/?industry=cloud&theme=light"));
    check(&blog, "embed/replaces/cpp/", Some("replaces/cpp/?theme=light"));
    check(&blog, "/atlas/org/acme/", Some("org/acme/?theme=light"));
    check(&blog, &blog.atlas.url("org/acme/"), Some("org/acme/?theme=light"));
    check(&blog, "https://evil.test/", None);
    check(&blog, "//evil.test/atlas/", None);
    check(&blog, "\\\\evil.test\\", None);
    check(&blog, "../../x", None);
    check(&blog, "..", None);
    check(&blog, "javascript:alert(1)", None);
    check(&blog, "http://", None);
    blog.page.assert_no_errors();
}

#[test]
fn an_element_follows_its_attributes() {
    let blog = Blog::open();
    let element = "rustscape-embed";
    blog.post(&format!(
        "<{element} view=replaces/cpp/ show=none height=320 title='In &lt;C++>'><p>C++</p></{element}>"
    ));
    assert_eq!(blog.src(element), "replaces/cpp/?theme=light&show=none");
    blog.wait_for_height(element, 300);
    assert_eq!(blog.page.value_of(&format!("{}.title", frame(element))), "In <C++>");
    let change = |script: &str| {
        blog.page.driver.execute(&format!("document.querySelector('{element}').{script}"), &[])
    };
    let n_before = blog.page.value_of("history.length");
    blog.run_within(element, "document.title = 'The same'");
    change("setAttribute('theme', 'dark')");
    blog.page.driver.enter_frame_in_shadow_root(element);
    blog.page.wait_until("the theme", "document.documentElement.dataset.theme === 'dark'");
    assert_eq!(blog.page.value_of("document.title"), "The same");
    blog.page.driver.leave_frames();
    // Anything else is another frame, for which nothing of the first one's room is kept.
    change("setAttribute('view', 'replaces/c/?h=120')");
    change("setAttribute('max', 9)");
    change("removeAttribute('show')");
    blog.wait_for_height(element, 120);
    assert_eq!(blog.src(element), "replaces/c/?h=120&theme=dark&max=9");
    let height = blog.page.value_of(&format!("document.querySelector('{element}').offsetHeight"));
    assert_eq!(height, 120);
    change("setAttribute('view', '//evil.test/')");
    blog.page.value_of("new Promise(requestAnimationFrame)");
    assert_eq!(blog.src(element), "replaces/c/?h=120&theme=dark&max=9");
    assert_eq!(blog.page.value_of("history.length"), n_before);
    blog.page.assert_no_errors();
}
