//! The script that turns quotes of other pages into frames. What stands in the frames are stubs, which say what a slice
//! of the atlas says.

mod arrivals;
mod heights;
mod hostile;
mod hosts;
mod themes;
mod views;

use rustscape_test_kit::driver::Options;
use rustscape_test_kit::page::Page;
use rustscape_test_kit::server::{Server, Site};
use serde_json::Value;

/// An atlas whose frames are stubs, somebody else's blog, and a reader of it.
struct Blog {
    atlas: Server,
    host: Server,
    page: Page,
}

const SLICE: &str = include_str!("loader/slice.html");

/// The views that the stubs are for.
const VIEWS: [&str; 4] = ["", "org/acme/", "replaces/c/", "replaces/cpp/"];

impl Blog {
    /// Opens the blog before anything is posted.
    #[track_caller]
    fn open() -> Blog {
        Blog::open_with(Options::default())
    }

    /// The same in a browser of another kind.
    #[track_caller]
    fn open_with(options: Options) -> Blog {
        let (atlas, host) = (atlas(), Server::start(Site::empty()));
        host.page("/", "<!doctype html><html lang=en><title>A blog</title><h1>A blog</h1>");
        let page = Page::open_with(options, &host, "/");
        page.allow_origin(&atlas.origin());
        Blog { atlas, host, page }
    }

    /// Visits a page with this body and the loader.
    #[track_caller]
    fn post(&self, body: &str) {
        self.post_with_headers(&[], &[body, &self.script()].concat());
    }

    /// Visits a page with this body and nothing else.
    #[track_caller]
    fn post_with_headers(&self, headers: &[(&str, &str)], body: &str) {
        let html = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><title>A post</title><body>{body}"
        );
        self.host.page_with_headers("/post", headers, &html);
        self.page.visit(&self.host, "/post");
    }

    /// The tag that includes the loader.
    fn script(&self) -> String {
        format!("<script async src='{}'></script>", self.atlas.url("embed.js"))
    }

    /// A quote of a view, with more attributes.
    fn quote(&self, attributes: &str, view: &str) -> String {
        let link = self.atlas.url(view);
        format!(
            "<blockquote class=rustscape {attributes}><p><a href='{link}'>Who replaced C++</a></p><p>Acme and others</p></blockquote>"
        )
    }

    /// The address of a frame, once there is one, without the start that all have in common.
    #[track_caller]
    fn src(&self, css: &str) -> String {
        self.wait_for_frame(css);
        let src = self.page.value_of(&format!("{}.src", frame(css)));
        let src = src.as_str().expect("an address");
        src.strip_prefix(&self.atlas.url("embed/")).expect("a frame of the atlas").to_owned()
    }

    /// Waits until there is a frame, which may not be shown.
    #[track_caller]
    fn wait_for_frame(&self, css: &str) {
        self.page.wait_until(&format!("a frame in {css}"), &frame(css));
    }

    /// Waits until a frame is shown in place of its quote.
    #[track_caller]
    fn wait_until_shown(&self, css: &str) {
        self.page.wait_until(&format!("{css} to be shown as a frame"), &is_shown(css));
    }

    /// Waits until a frame has this height, in CSS pixels.
    #[track_caller]
    fn wait_for_height(&self, css: &str, height: u32) {
        let condition = format!("{} && {}.offsetHeight === {height}", is_shown(css), frame(css));
        self.page.wait_until(&format!("a height of {height} px of {css}"), &condition);
    }

    /// Waits until a frame was told a theme.
    #[track_caller]
    fn wait_for_theme(&self, css: &str, theme: &str) {
        self.page.driver.enter_frame_in_shadow_root(css);
        let told = format!("document.documentElement.dataset.theme === '{theme}'");
        self.page.wait_until(&format!("the theme {theme} in {css}"), &told);
        self.page.driver.leave_frames();
    }

    /// Runs a script within a frame.
    #[track_caller]
    fn run_within(&self, css: &str, script: &str) -> Value {
        self.page.driver.enter_frame_in_shadow_root(css);
        let value = self.page.driver.execute(script, &[]);
        self.page.driver.leave_frames();
        value
    }

    /// Lets a frame say something to the page around it, and waits until the page has heard that.
    #[track_caller]
    fn say(&self, css: &str, message: &str) {
        self.page.value_of(
            "void addEventListener('message', ({ data }) => { window.isOver ||= data === 'over' })",
        );
        self.run_within(
            css,
            &format!("parent.postMessage({message}, '*'); parent.postMessage('over', '*')"),
        );
        self.page.wait_until("the end of what is said", "window.isOver");
        self.page.value_of("window.isOver = false");
    }
}

#[test]
fn the_loader_stays_within_its_size_limit() {
    let server = Server::start(Site::dist().brotli_quality(11));
    let agent: ureq::Agent = ureq::Agent::config_builder().proxy(None).build().into();
    let asked = agent.get(server.url("embed.js")).header("Accept-Encoding", "br");
    let n_bytes = asked.call().unwrap().body_mut().read_to_vec().unwrap().len();
    assert!(n_bytes <= 2_000, "{n_bytes} bytes");
}

/// A server of the app with stubs for frames.
fn atlas() -> Server {
    let atlas = Server::start(Site::dist());
    for view in VIEWS {
        atlas.page(&format!("embed/{view}"), SLICE);
    }
    atlas
}

/// The frame of the first element that matches, as an expression.
fn frame(css: &str) -> String {
    format!("document.querySelector({}).shadowRoot?.querySelector('iframe')", Value::from(css))
}

/// Expression: `true` if a frame is shown and its quote is not.
fn is_shown(css: &str) -> String {
    let quote = format!("document.querySelector({})", Value::from(css));
    format!(
        "{0} && getComputedStyle({0}).visibility === 'visible' &&
        ![...{quote}.querySelectorAll('p')].some((text) => text.checkVisibility({{ visibilityProperty: true }}))",
        frame(css)
    )
}

/// Expression: `true` if a quote is readable and no frame covers it.
fn is_readable(css: &str) -> String {
    let quote = format!("document.querySelector({})", Value::from(css));
    format!(
        "[...{quote}.querySelectorAll('p')].every((text) => text.checkVisibility({{ visibilityProperty: true }})) &&
        getComputedStyle({} ?? document.createElement('p')).visibility !== 'visible'",
        frame(css)
    )
}
