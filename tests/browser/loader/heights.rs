//! Heights that a frame reports, and their limits.

use super::{Blog, frame};
use serde_json::json;

const QUOTE: &str = ".rustscape";

#[test]
fn a_frame_gets_its_reported_height_within_limits() {
    #[track_caller]
    fn check(blog: &Blog, said: &str, expected: u32) {
        blog.say(QUOTE, &format!("{{ type: 'rustscape:height', height: {said} }}"));
        let height = blog.page.value_of(&format!("{}.offsetHeight", frame(QUOTE)));
        assert_eq!(height, expected, "{said}");
    }
    let blog = Blog::open();
    blog.post(&blog.quote("", "replaces/cpp/"));
    blog.wait_for_height(QUOTE, 300);
    check(&blog, "480", 480);
    check(&blog, "481", 480);
    check(&blog, "479", 480);
    check(&blog, "482", 482);
    check(&blog, "250", 250);
    check(&blog, "399.2", 400);
    check(&blog, "20000", 20000);
    check(&blog, "20001", 20000);
    for nonsense in ["NaN", "Infinity", "0", "-5", "null", "undefined", "'high'", "{}", "[1, 2]"] {
        check(&blog, nonsense, 20000);
    }
    check(&blog, "300", 300);
    for other in [
        "null",
        "7",
        "'rustscape:height'",
        "{ height: 500 }",
        "{ type: 'rustscape:heights', height: 500 }",
    ] {
        blog.say(QUOTE, other);
    }
    check(&blog, "301", 300);
    blog.page.assert_no_errors();
}

#[test]
fn ignores_messages_of_other_windows() {
    let blog = Blog::open();
    let lie = "{ type: 'rustscape:height', height: 900 }";
    blog.atlas.page("embed/org/acme/", "<!doctype html><html lang=en><title>Silent</title>");
    blog.host
        .page("/liar", &format!("<!doctype html><script>parent.postMessage({lie}, '*')</script>"));
    let bodies = [blog.quote("id=one", "replaces/cpp/"), blog.quote("id=silent", "org/acme/")];
    blog.post(&bodies.concat());
    blog.wait_for_height("#one", 300);
    // The page itself, a frame of somebody else, a frame without a window, and the right window with a wrong origin.
    blog.page.value_of(&format!("postMessage({lie}, '*')"));
    blog.page.driver.execute(
        "const liar = document.createElement('iframe');
        Object.assign(liar, { src: '/liar', id: 'liar' });
        document.body.append(liar);
        return new Promise((resolve) => liar.addEventListener('load', () => resolve()));",
        &[],
    );
    let pretend = |origin: &str, source: &str| {
        blog.page.driver.execute(
            &format!(
                "const source = {source};
            const data = {lie};
            dispatchEvent(new MessageEvent('message', {{ data, source, origin: arguments[0] }}))"
            ),
            &[json!(origin)],
        );
    };
    let own = format!("{}.contentWindow", frame("#one"));
    pretend("null", "null");
    pretend("https://evil.test", &own);
    pretend(&blog.host.origin(), &own);
    pretend("", &own);
    blog.say("#one", "'the end'");
    let heights = format!("[{}, {}].map((it) => it.offsetHeight)", frame("#one"), frame("#silent"));
    let seen = blog.page.value_of(&heights);
    assert_eq!(seen[0], 300);
    assert!(seen[1].as_u64() < Some(300), "{seen}");
    let is_shown = super::is_shown("#silent");
    assert_ne!(blog.page.value_of(&is_shown), true);
    // The same from where it should come.
    pretend(&blog.atlas.origin(), &own);
    blog.wait_for_height("#one", 900);
    blog.page.assert_no_errors();
}

#[test]
fn stops_a_frame_that_keeps_growing() {
    let blog = Blog::open();
    blog.post(&blog.quote("", "replaces/cpp/"));
    blog.wait_for_height(QUOTE, 300);
    let grow = |from: u32| {
        let steps = format!(
            "for (let n = 1; n <= 100; n++) parent.postMessage({{ type: 'rustscape:height', height: {from} + 10 * n }}, '*')"
        );
        blog.run_within(QUOTE, &steps);
        blog.say(QUOTE, "'the end'");
        blog.page.value_of(&format!("{}.offsetHeight", frame(QUOTE)))
    };
    assert_eq!(grow(300), 600);
    assert_eq!(grow(600), 600);
    blog.say(QUOTE, "{ type: 'rustscape:navigate', view: 'replaces/cpp/?industry=cloud' }");
    assert_eq!(grow(600), 900);
    blog.say(QUOTE, "{ type: 'rustscape:height', height: 400 }");
    assert_eq!(grow(400), 700);
    blog.page.assert_no_errors();
}

#[test]
fn dispatches_ready_and_navigate_events() {
    let blog = Blog::open();
    let listen = "<script>
        window.told = [];
        for (const type of ['rustscape:ready', 'rustscape:navigate']) {
            addEventListener(type, ({ target, detail, composed }) => told.push([type, target.id, detail, composed]));
        }
    </script>";
    blog.host.page("/post", "");
    blog.post(
        &[
            listen,
            &blog.quote("id=quote", "replaces/cpp/?h=400"),
            "<rustscape-embed id=element view=replaces/c/></rustscape-embed>",
        ]
        .concat(),
    );
    blog.page.wait_until("both", "told.length === 2");
    let sorted = "told.splice(0).sort((one, other) => one[1] < other[1] ? -1 : 1)";
    assert_eq!(
        blog.page.value_of(sorted),
        json!([
            ["rustscape:ready", "element", { "height": 300 }, true],
            ["rustscape:ready", "quote", { "height": 400 }, true],
        ])
    );
    let go =
        |view: &str| blog.say("#quote", &format!("{{ type: 'rustscape:navigate', view: {view} }}"));
    go("'replaces/cpp/?industry=cloud'");
    go("''");
    for elsewhere in
        ["'//evil.test/'", "'https://evil.test/'", "'../../x'", "'javascript:alert(1)'"]
    {
        go(elsewhere);
    }
    blog.say("#quote", "{ type: 'rustscape:height', height: 500 }");
    let narrowed = "replaces/cpp/?industry=cloud";
    assert_eq!(
        blog.page.value_of("told"),
        json!([
            ["rustscape:navigate", "quote", { "view": narrowed, "url": blog.atlas.url(narrowed) }, true],
            ["rustscape:navigate", "quote", { "view": "", "url": blog.atlas.url("") }, true],
        ])
    );
    blog.page.assert_no_errors();
}
