//! Pages as others make them: with styles, policies and networks of their own.

use super::{Blog, is_readable, is_shown};
use crate::list::n_entries;
use rustscape_test_kit::driver::{Options, PageLoad};
use rustscape_test_kit::server::Fault;
use serde_json::{Value, json};

const QUOTE: &str = ".rustscape";

/// The snippet that people paste: it keeps as much room free as the stub needs.
fn snippet(blog: &Blog) -> String {
    blog.quote("data-height=300 style='min-height: 300px'", "replaces/cpp/")
}

/// Gaps around a frame in its column: at both sides, and between the frame and the next element; and
/// what is in the middle of the frame, and how opaque.
const LOOK_AT_FRAME: &str = "
    const quote = document.querySelector('.rustscape');
    const box = (element) => element.getBoundingClientRect();
    const frame = box(quote.shadowRoot.querySelector('iframe'));
    const column = box(document.querySelector('main'));
    const { className } = document.elementFromPoint(frame.left + frame.width / 2, frame.top + frame.height / 2);
    const gaps = [frame.left - column.left, column.right - frame.right].map(Math.round);
    return [...gaps, box(quote.nextElementSibling).top >= frame.bottom, className, getComputedStyle(quote).opacity];";

/// Shows a page to the reader before the loader comes, and returns where what follows the quote is.
#[track_caller]
fn show_without_loader(blog: &Blog, style: &str, quote: &str) -> Value {
    blog.atlas.fault("embed.js", Fault::Held);
    let heading = format!("A page with a style of {} bytes", style.len());
    let rest = "<p>More</p>".repeat(30);
    let html = format!(
        "<!doctype html><html lang=en><title>A post</title><style>{style}</style>{}
        <main><h1>{heading}</h1>{quote}<p id=after>After</p>{rest}</main>",
        blog.script()
    );
    blog.host.page("/still", &html);
    blog.page.driver.navigate(&blog.host.url("/still"));
    blog.page.wait_for_sentence(&heading);
    let is_painted = "performance.getEntriesByName('first-contentful-paint').length";
    blog.page.wait_until("a painted page", is_painted);
    blog.page.value_of(TOP_OF_REST)
}

const TOP_OF_REST: &str = "document.querySelector('#after').getBoundingClientRect().top";

const STYLES: [&str; 7] = [
    "",
    "* { margin: 0; padding: 0; box-sizing: border-box }",
    "blockquote { margin: 2em 0; padding: 20px; border: 3px solid; background: #eee }",
    "blockquote { margin: 0; padding: 0 1em; border-left: 4px solid } p { margin: 40px 0 }",
    "blockquote { display: flex; margin: 1em auto; max-width: 30em; font-size: 2em }",
    "blockquote::before { content: '“'; font-size: 90px; display: block }",
    "main { display: grid; grid-template-columns: 1fr 30em 1fr } main > * { grid-column: 2 }",
];

#[test]
fn reserved_height_prevents_layout_shift() {
    let blog = Blog::open_with(Options { page_load: PageLoad::Started, ..Options::default() });
    for style in STYLES {
        let before = show_without_loader(&blog, style, &snippet(&blog));
        blog.atlas.clear_fault("embed.js");
        blog.wait_for_height(QUOTE, 300);
        let after = blog.page.value_of(TOP_OF_REST);
        assert_eq!((before, blog.page.layout_shift()), (after, 0.0), "{style}");
    }
}

#[test]
fn no_layout_shift_before_a_height_or_for_a_lower_frame() {
    let blog = Blog::open_with(Options { page_load: PageLoad::Started, ..Options::default() });
    for style in STYLES {
        blog.atlas.fault("embed/replaces/cpp/", Fault::Held);
        let before = show_without_loader(&blog, style, &blog.quote("", "replaces/cpp/?h=20"));
        blog.atlas.clear_fault("embed.js");
        blog.wait_for_frame(QUOTE);
        assert_eq!(blog.page.value_of(TOP_OF_REST), before, "{style}");
        blog.atlas.clear_fault("embed/replaces/cpp/");
        blog.wait_for_height(QUOTE, 20);
        let after = blog.page.value_of(TOP_OF_REST);
        assert_eq!((before, blog.page.layout_shift()), (after, 0.0), "{style}");
    }
}

#[test]
fn a_frame_fills_its_column_despite_page_styles() {
    #[track_caller]
    fn check(blog: &Blog, style: &str, body: &str) {
        blog.post(&format!("<style>main {{ margin: 0 auto; width: 300px }} {style}</style>{body}"));
        blog.wait_for_height(QUOTE, 300);
        let seen = blog.page.driver.execute(LOOK_AT_FRAME, &[]);
        assert_eq!(seen, json!([0, 0, true, "rustscape", "1"]), "{style}");
        blog.page.assert_no_horizontal_overflow();
    }
    let blog = Blog::open();
    let post = format!("<main><p>Before</p>{}<p>After</p></main>", blog.quote("", "replaces/cpp/"));
    check(&blog, "", &post);
    check(
        &blog,
        "iframe { height: 100px !important; max-width: 200px; border: 5px solid; display: none !important }
        blockquote * { display: none }
        blockquote { opacity: .5 !important; padding: 30px; border: 7px solid !important; margin: 0 3em !important;
            background: red !important; box-shadow: 0 0 9px !important }
        blockquote { margin-bottom: 0 !important } blockquote + p { margin: 0 }
        blockquote::before { content: '“' !important; position: absolute; font-size: 99px; z-index: 9 }",
        &post,
    );
    check(&blog, "main { width: 240px; font: italic 30px/2 serif; text-align: center }", &post);
    check(&blog, "", &format!("<div dir=rtl>{post}</div>"));
    check(&blog, "main { display: flex; flex-direction: column; direction: rtl }", &post);
    let element = "<main><p>Before</p><rustscape-embed class=rustscape view=replaces/cpp/></rustscape-embed><p>After</p></main>";
    check(&blog, "iframe, main * { height: 100px; max-height: 100px !important }", element);
    blog.page.assert_no_errors();
}

#[test]
fn works_under_a_strict_content_security_policy() {
    let blog = Blog::open();
    let site = blog.atlas.url("");
    let policy = format!(
        "default-src 'none'; script-src {site}embed.js; frame-src {site}embed/; style-src 'none'; require-trusted-types-for 'script'"
    );
    let headers = [("Content-Security-Policy", policy.as_str())];
    // The style of the snippet would be refused.
    let quote = blog.quote("data-height=400", "replaces/cpp/");
    let element = "<rustscape-embed view=replaces/c/></rustscape-embed>";
    blog.post_with_headers(&headers, &[&quote, element, &blog.script()].concat());
    blog.wait_for_height(QUOTE, 300);
    blog.wait_for_height("rustscape-embed", 300);
    let reserved = blog.page.value_of(&format!("document.querySelector('{QUOTE}').offsetHeight"));
    assert_eq!(reserved, 400);
    blog.page.assert_no_errors();
}

#[test]
fn a_quote_stays_readable_if_its_frame_fails() {
    #[track_caller]
    fn check(blog: &Blog, trouble: &str, headers: &[(&str, &str)], end: &str) {
        let quotes = [snippet(blog), blog.quote("id=other", "replaces/c/")].concat();
        let body = format!("<h1>{trouble}</h1>{NOTE_REFUSALS}{quotes}{}", blog.script());
        blog.post_with_headers(headers, &body);
        blog.page.wait_for_sentence(trouble);
        blog.page.wait_until(end, end);
        assert_eq!(blog.page.value_of(&is_readable(QUOTE)), true, "{trouble}");
        blog.page.assert_no_horizontal_overflow();
    }
    let blog = Blog::open_with(Options { page_load: PageLoad::Started, ..Options::default() });
    let other_is_shown = is_shown("#other");
    for fault in [Fault::Status(503), Fault::Reset, Fault::StallAfter(30), Fault::Held] {
        blog.atlas.fault("embed/replaces/cpp/", fault.clone());
        check(&blog, &format!("{fault:?}"), &[], &other_is_shown);
    }
    blog.atlas.clear_fault("embed/replaces/cpp/");
    let policy = |value| [("Content-Security-Policy", value)];
    check(&blog, "No frames", &policy("frame-src 'none'"), "window.nRefused === 2");
    let loaded = "document.readyState === 'complete'";
    check(&blog, "No scripts", &policy("script-src 'none'"), loaded);
    blog.atlas.fault("embed.js", Fault::Status(503));
    check(&blog, "No loader", &[], loaded);
}

/// Keeps what waits as long as the loader waits for a report until `runTimers` is called.
const HOLD_TIMERS: &str = "<script>
    const held = [];
    const wait = window.setTimeout;
    window.setTimeout = (act, millis, ...rest) =>
        millis === 10000 ? held.push(() => act(...rest)) : wait(act, millis, ...rest);
    window.runTimers = () => held.splice(0).forEach((act) => act());
</script>";

/// The height of the element of an id.
fn height_of(blog: &Blog, id: &str) -> Value {
    blog.page.value_of(&format!("document.getElementById('{id}').offsetHeight"))
}

#[test]
fn releases_the_space_of_a_silent_frame() {
    let blog = Blog::open();
    blog.atlas.page("embed/org/acme/", "<!doctype html><html lang=en><title>Silent</title>");
    let quote = blog.quote("id=silent data-height=300 style='min-height: 300px'", "org/acme/");
    let other = blog.quote("id=other data-height=400", "replaces/cpp/");
    let element = "<rustscape-embed id=element view=org/acme/ height=500></rustscape-embed>";
    blog.post(&[HOLD_TIMERS, &quote, &other, element].concat());
    blog.page.wait_until("three loaded frames", "held.length === 3");
    blog.wait_until_shown("#other");
    let heights = || ["silent", "other", "element"].map(|id| height_of(&blog, id));
    assert_eq!(heights(), [json!(300), json!(400), json!(500)]);
    // The element asks for another frame, which is still loading when the time of the first is over.
    blog.atlas.fault("embed/org/acme/", Fault::Held);
    blog.page.value_of("document.querySelector('#element').setAttribute('max', 9)");
    blog.page.value_of("void runTimers()");
    let [quote, other, element] = heights();
    assert!(quote.as_u64() < Some(150), "{quote}");
    assert_eq!((other, element), (json!(400), json!(500)));
    assert_eq!(blog.page.value_of(&is_readable("#silent")), true);
    // What changes in the quote does not take the room again.
    blog.page.value_of("document.querySelector('#silent').append('More')");
    blog.page.value_of("new Promise(requestAnimationFrame)");
    assert!(height_of(&blog, "silent").as_u64() < Some(150));
    // A frame that was only slow is still shown.
    blog.say("#silent", "{ type: 'rustscape:height', height: 333 }");
    blog.wait_for_height("#silent", 333);
    blog.page.assert_no_errors();
}

/// Counts what the page's policy refuses.
const NOTE_REFUSALS: &str = "<script>
    addEventListener('securitypolicyviolation', () => { window.nRefused = (window.nRefused ?? 0) + 1; });
</script>";

#[test]
fn a_quote_is_readable_offline() {
    let blog = Blog::open();
    blog.post("<main></main>");
    blog.page.wait_until("the loader", "customElements.get('rustscape-embed')");
    // Not by the emulation of the browser, which does not reach frames of other sites in all of its
    // versions.
    let frame = "embed/replaces/cpp/";
    blog.atlas.fault(frame, Fault::Reset);
    let put = "document.querySelector('main').innerHTML = arguments[0]";
    blog.page.driver.execute(put, &[json!(snippet(&blog))]);
    while blog.atlas.n_requests(frame) == 0 {
        blog.page.find("main");
    }
    assert_eq!(blog.page.value_of(&is_readable(QUOTE)), true);
    blog.page.clear_log();
}

#[test]
fn ten_frames_work_without_changing_the_history() {
    let blog = Blog::open();
    let quotes =
        (1..=10).map(|n| blog.quote(&format!("id=quote-{n}"), &format!("replaces/cpp/?h={n}00")));
    let quotes = quotes.collect::<String>();
    let n_before = n_entries(&blog.page) + 1;
    blog.post(&format!("<main><h1>A post</h1>{quotes}</main>"));
    for n in 1..=10 {
        let css = format!("#quote-{n}");
        blog.page.value_of(&format!("document.querySelector('{css}').scrollIntoView()"));
        blog.wait_for_height(&css, n * 100);
    }
    blog.page.value_of("document.documentElement.dataset.theme = 'dark'");
    for n in [1, 10] {
        blog.wait_for_theme(&format!("#quote-{n}"), "dark");
    }
    assert_eq!(n_entries(&blog.page), n_before);
    assert_eq!(blog.page.axe(), []);
    blog.page.driver.emulate_print();
    blog.wait_until_shown("#quote-10");
    blog.page.driver.back();
    blog.page.wait_for_sentence("A blog");
    blog.page.assert_no_errors();
}
