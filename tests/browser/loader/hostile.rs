//! Pages that stand in the way: names that comments can take, and quotes that cannot be turned.

use super::{Blog, frame, is_readable};
use rustscape_test_kit::server::{Server, Site};
use serde_json::json;

/// Puts an image of every name that a document has into the page, as a comment with `<img name=…>` does, and tells the
/// loader another address. They are gone once the loader has run, because the browser's driver asks documents, too.
const TAKE_NAMES: &str = "<script>
    const taken = [];
    for (const name in document) {
        taken.push(Object.assign(document.createElement('img'), { name, alt: '' }));
    }
    taken.find(({ name }) => name === 'currentScript').setAttribute('src', `${elsewhere}x.png`);
    document.body.append(...taken);
    window.isTaken = document.currentScript.localName === 'img' && document.createElement.localName === 'img';
</script>";

#[test]
fn names_in_the_page_cannot_mislead_the_loader() {
    let blog = Blog::open();
    let other = Server::start(Site::dist().at_base("/maps/"));
    other.page("embed/page/", super::SLICE);
    other.page("x.png", "");
    blog.page.allow_origin(&other.origin());
    let site = blog.atlas.url("");
    let quotes = [
        blog.quote("id=own", "replaces/cpp/"),
        format!(
            "<blockquote class=rustscape id=foreign><p><a href='{0}page/'>Maps</a></p></blockquote>",
            other.url("")
        ),
        // What earlier loaders looked for on the window.
        format!("<p id='rustscape {site}'></p><p id='{site}'></p>"),
    ];
    let script = format!(
        "<script async src='{site}embed.js' onload='for (const image of taken) image.remove()'></script>"
    );
    let names = format!("<script>const elsewhere = '{}'</script>{TAKE_NAMES}", other.url(""));
    blog.post_with_headers(&[], &[quotes.concat(), names, script].concat());
    assert_eq!(blog.page.value_of("isTaken"), true);
    blog.wait_until_shown("#own");
    assert_eq!(blog.src("#own"), "replaces/cpp/?theme=light");
    assert_eq!(blog.page.value_of("document.querySelector('#foreign').shadowRoot"), json!(null));
    blog.page.value_of("document.documentElement.className = 'dark'");
    blog.wait_for_theme("#own", "dark");
    blog.page.assert_no_errors();
}

/// Elements that fail in the hands of others: a closed shadow root, a form whose fields are named like what is asked of
/// it, and an element with members of its own.
const TRAPS: &str = "
    const close = (quote) => quote.attachShadow({ mode: 'closed' }).append(document.createElement('slot'));
    customElements.define('my-trap', class extends HTMLElement {
        get shadowRoot() { throw new Error('a trap'); }
        querySelectorAll() { throw new Error('a trap'); }
    });
    customElements.define('my-self', class extends HTMLElement {
        get shadowRoot() { return this; }
    });";

#[test]
fn an_invalid_quote_does_not_stop_others() {
    let blog = Blog::open();
    let form = "<form><input name=querySelectorAll><input name=closest><input name=shadowRoot><input name=getRootNode></form>";
    let odd = [
        blog.quote("class='rustscape closed'", "replaces/c/").replacen("class=rustscape ", "", 1),
        blog.quote("data-height=high data-max=many data-show='&' data-theme", ""),
        "<blockquote class=rustscape><p><a href='http://['>Nowhere</a></p></blockquote>".to_owned(),
        format!("{form}<my-trap></my-trap><my-self></my-self>"),
    ]
    .concat();
    let body = format!(
        "{odd}{}<script>{TRAPS} document.querySelectorAll('.closed').forEach(close);</script>{}",
        blog.quote("id=fine", "replaces/cpp/"),
        blog.script()
    );
    blog.post_with_headers(&[], &body);
    blog.wait_until_shown("#fine");
    assert_eq!(blog.page.value_of(&is_readable(".closed")), true);
    // The same where they come together later.
    let put = "const [odd, fine] = arguments;
        const template = document.createElement('template');
        template.innerHTML = odd + fine;
        template.content.querySelectorAll('.closed').forEach(close);
        document.body.append(template.content);";
    let late = blog.quote("id=late", "replaces/c/");
    blog.page.driver.execute(put, &[json!(odd), json!(late)]);
    blog.wait_until_shown("#late");
    blog.page.value_of("document.documentElement.className = 'dark'");
    for css in ["#fine", "#late"] {
        blog.wait_for_theme(css, "dark");
    }
    blog.page.assert_no_errors();
}

#[test]
fn an_embed_that_fails_later_does_not_stop_others() {
    let blog = Blog::open();
    let quotes = [blog.quote("id=one", "replaces/cpp/"), blog.quote("id=two", "replaces/c/")];
    let break_page = "<script>
        const { createElement } = document;
        let nFrames = 0;
        Document.prototype.createElement = function (name) {
            if (name === 'iframe' && nFrames++ === 0) throw new Error('no frame');
            return createElement.call(this, name);
        };
    </script>";
    blog.post(&[break_page, &quotes.concat()].concat());
    blog.wait_until_shown("#two");
    assert_eq!(blog.page.value_of(&is_readable("#one")), true);
    blog.page.value_of("document.documentElement.className = 'dark'");
    blog.wait_for_theme("#two", "dark");
    blog.say("#two", "{ type: 'rustscape:height', height: 444 }");
    blog.wait_for_height("#two", 444);
    blog.page.assert_no_errors();
}

#[test]
fn replaces_quotes_if_the_element_name_is_taken() {
    let blog = Blog::open();
    let defined =
        "<script>customElements.define('rustscape-embed', class extends HTMLElement {})</script>";
    let element = "<rustscape-embed id=theirs view=replaces/c/></rustscape-embed>";
    blog.post(&[defined, element, &blog.quote("id=own", "replaces/cpp/")].concat());
    blog.wait_until_shown("#own");
    assert_eq!(blog.page.value_of(&format!("{} ?? null", frame("#theirs"))), json!(null));
    // A registry that refuses is told of, and stops nothing.
    let refusing =
        "<script>customElements.define = () => { throw new Error('no elements here'); }</script>";
    blog.post(&[refusing, &blog.quote("id=next", "replaces/cpp/")].concat());
    blog.wait_until_shown("#next");
}
