//! Quotes that come early, late, twice and in the shadow of others.

use super::{Blog, frame};
use rustscape_test_kit::server::{Fault, Server, Site};
use serde_json::json;

/// The addresses of all frames of quotes below an element, in their order, as an expression. A quote without a frame
/// has an empty one.
fn sources(within: &str) -> String {
    format!(
        "[...{within}.querySelectorAll('.rustscape')].map((quote) =>
        [...quote.shadowRoot?.querySelectorAll('iframe') ?? []].map(({{ src }}) => src).join())"
    )
}

#[test]
fn each_quote_is_replaced_once_by_its_own_site() {
    let blog = Blog::open();
    let other = Server::start(Site::dist().at_base("/maps/"));
    other.page("embed/", super::SLICE);
    blog.page.allow_origin(&other.origin());
    let count = "<script>
        window.nWatchers = 0;
        const { observe } = MutationObserver.prototype;
        MutationObserver.prototype.observe = function (node, options) {
            if (node === document) nWatchers++;
            return observe.call(this, node, options);
        };
    </script>";
    let included = [
        blog.script(),
        blog.script(),
        format!("<script async src='{}'></script>", blog.atlas.url("embed.js?v=2#now")),
        format!("<script async src='{}'></script>", other.url("embed.js")),
    ];
    let foreign = format!(
        "<blockquote class=rustscape id=foreign><p><a href='{}'>Maps</a></p></blockquote>",
        other.url("")
    );
    let quote = blog.quote("id=own", "replaces/cpp/");
    blog.post_with_headers(&[], &[count, &quote, &foreign, &included.concat()].concat());
    blog.wait_until_shown("#own");
    blog.wait_until_shown("#foreign");
    blog.page.value_of("void document.body.append(document.querySelector('#own').cloneNode(true))");
    blog.wait_until_shown("#foreign ~ #own");
    let (own, foreign) =
        (blog.atlas.url("embed/replaces/cpp/?theme=light"), other.url("embed/?theme=light"));
    assert_eq!(blog.page.value_of(&sources("document")), json!([own, foreign, own]));
    blog.page.wait_until("a whole page", "document.readyState === 'complete'");
    assert_eq!(blog.page.value_of("nWatchers"), 2, "one for each site");
    blog.page.assert_no_errors();
}

#[test]
fn replaces_quotes_that_are_added_or_moved_later() {
    let blog = Blog::open();
    blog.post("<main></main><aside></aside>");
    let put = "document.querySelector('main').innerHTML = arguments[0]";
    blog.page.driver.execute(put, &[json!(blog.quote("id=late", "replaces/cpp/"))]);
    blog.wait_until_shown("#late");
    // It can be taken out, put elsewhere and still be followed.
    blog.page.value_of("void (window.taken = document.querySelector('#late')).remove()");
    blog.page.value_of("void setTimeout(() => document.querySelector('aside').append(taken))");
    blog.page.wait_until("the quote", "document.querySelector('aside > #late')");
    blog.wait_until_shown("#late");
    blog.say("#late", "{ type: 'rustscape:height', height: 333 }");
    blog.wait_for_height("#late", 333);
    // A quote whose link comes later.
    let build = "const quote = document.createElement('blockquote');
        Object.assign(quote, { className: 'rustscape', id: 'built' });
        document.body.append(quote);
        setTimeout(() => quote.append(document.createElement('p')));
        setTimeout(() => { quote.firstChild.innerHTML = `<a href='${arguments[0]}'>C</a>` }, 10);";
    blog.page.driver.execute(build, &[json!(blog.atlas.url("replaces/c/"))]);
    blog.wait_until_shown("#built");
    // A whole page that comes bit by bit, and a body that is replaced by another.
    blog.host.fault("/post", Fault::Slow { chunk_bytes: 50, pause_millis: 4 });
    let filling = "<p>More to read</p>".repeat(40);
    let element =
        "<rustscape-embed id=element view=replaces/c/><p>Who replaced C</p></rustscape-embed>";
    let quote = blog.quote("id=slow", "");
    blog.post_with_headers(&[], &[&blog.script(), &filling, &quote, element, &filling].concat());
    blog.wait_until_shown("#slow");
    blog.wait_until_shown("#element");
    let title = blog.page.value_of(&format!("{}.title", frame("#element")));
    assert_eq!(title, "Who replaced C");
    let replace = "const body = document.createElement('body');
        body.innerHTML = arguments[0];
        document.body.replaceWith(body);
        body.className = 'dark';";
    blog.page.driver.execute(replace, &[json!(blog.quote("id=next", "replaces/c/"))]);
    blog.wait_until_shown("#next");
    blog.page.value_of("void (document.body.className = 'light')");
    blog.wait_for_theme("#next", "light");
    blog.page.assert_no_errors();
}

#[test]
fn finds_quotes_in_an_open_shadow_root() {
    let blog = Blog::open();
    let early = format!(
        "<div id=early><template shadowrootmode=open><div>{}</div></template></div>",
        blog.quote("", "")
    );
    blog.post(&[&early, "<main></main>"].concat());
    let shadow = |css: &str| format!("document.querySelector('{css}').shadowRoot");
    let wait = |css: &str| {
        let found = format!("{}[0] !== ''", sources(&shadow(css)));
        blog.page.wait_until(&format!("a frame in the shadow of {css}"), &found);
    };
    wait("#early");
    // An element that makes its shadow before it is put in, and one that fills it afterwards.
    let define = "const quote = arguments[0];
        customElements.define('before-it', class extends HTMLElement {
            constructor() { super().attachShadow({ mode: 'open' }).innerHTML = quote; }
        });
        customElements.define('after-it', class extends HTMLElement {
            connectedCallback() {
                const root = this.attachShadow({ mode: 'open' });
                setTimeout(() => { root.innerHTML = `<before-it></before-it>${quote}`; });
            }
        });
        document.querySelector('main').innerHTML = '<p><before-it></before-it></p><p><after-it></after-it></p>';";
    let quote = json!(blog.quote("", "replaces/c/"));
    blog.page.driver.execute(define, std::slice::from_ref(&quote));
    wait("before-it");
    wait("after-it");
    let nested = format!("{}.querySelector('before-it').shadowRoot", shadow("after-it"));
    blog.page.wait_until("one in one", &format!("{}[0] !== ''", sources(&nested)));
    // A shadow of an element that is there already comes unseen; its owner tells of it.
    let attach = "const root = document.querySelector('main').attachShadow({ mode: 'open' });
        root.innerHTML = arguments[0];
        root.dispatchEvent(new Event('rustscape:scan', { composed: true }));";
    blog.page.driver.execute(attach, &[quote]);
    wait("main");
    blog.page.value_of("document.dispatchEvent(new Event('rustscape:scan'))");
    blog.page.value_of("dispatchEvent(new Event('rustscape:scan'))");
    blog.page.assert_no_errors();
}

#[test]
fn an_element_works_in_a_closed_shadow_root() {
    let blog = Blog::open();
    blog.post("<div id=closed></div>");
    blog.page.wait_until("the element", "customElements.get('rustscape-embed')");
    blog.page.value_of(
        "void addEventListener('rustscape:ready', ({ target, detail }) => { window.ready = [target.id, detail.height] })",
    );
    blog.page.value_of(
        "void (document.querySelector('#closed').attachShadow({ mode: 'closed' }).innerHTML = '<rustscape-embed></rustscape-embed>')",
    );
    blog.page.wait_until("its frame", "String(window.ready) === 'closed,300'");
    blog.page.assert_no_errors();
}
