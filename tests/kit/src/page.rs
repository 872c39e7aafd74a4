//! A page in a browser. Every question about it waits for the answer.

mod axe;
mod browser_log;
mod focus;
mod layout;
mod waiting;

pub use axe::Violation;

use crate::driver::{Driver, Element, Key, Options, PageLoad};
use crate::server::Server;
use browser_log::BrowserLog;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::thread;
use std::time::{Duration, Instant};

/// A page in a fresh browser context.
pub struct Page {
    /// The browser, for commands that the page does not cover.
    pub driver: Driver,
    log: RefCell<BrowserLog>,
    timeout: Cell<Duration>,
    waits_for_app: bool,
}

/// Time that a condition has to become true. Only a failing test waits that long, and the machine may be busy.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A published page can be read before the app follows it.
const IS_READY: &str = "!document.querySelector('meta[name=\"rustscape:list\"]') || 'ready' in document.documentElement.dataset || !!document.querySelector('#retry, #trouble button')";

impl Page {
    /// Opens a path of the server, see [`Server`], in a new context with a desktop window.
    #[track_caller]
    pub fn open(server: &Server, path: &str) -> Page {
        Page::open_with(Options::default(), server, path)
    }

    /// Opens a path of the server in a new context with these options.
    #[track_caller]
    pub fn open_with(options: Options, server: &Server, path: &str) -> Page {
        let page = Page::start(options);
        page.visit(server, path);
        page
    }

    /// Opens any address in a new context with these options.
    #[track_caller]
    pub fn open_at(options: Options, url: &str) -> Page {
        let page = Page::start(options);
        page.driver.navigate(url);
        page
    }

    #[track_caller]
    fn start(options: Options) -> Page {
        let driver = Driver::start(&options);
        let waits_for_app = matches!(options.page_load, PageLoad::Complete);
        Page { driver, log: RefCell::default(), timeout: Cell::new(TIMEOUT), waits_for_app }
    }

    /// Opens another path in the same tab and allows requests to the server's origin.
    #[track_caller]
    pub fn visit(&self, server: &Server, path: &str) {
        self.allow_origin(&server.origin());
        self.driver.navigate(&server.url(path));
        if self.waits_for_app {
            self.wait_until("a page that follows, if it is one of the site", IS_READY);
        }
    }

    /// Returns the text of the first `h1`, once it has one.
    #[track_caller]
    pub fn sentence(&self) -> String {
        let found = self.wait_for("a heading with a text", &format!("{} || null", text_of("h1")));
        found.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the first `h1` has this text.
    #[track_caller]
    pub fn wait_for_sentence(&self, sentence: &str) {
        let description = format!("the sentence {sentence:?}");
        self.wait_until(&description, &format!("{} === {}", text_of("h1"), literal(sentence)));
    }

    /// Waits until the first element that matches has this text, with spaces run together.
    #[track_caller]
    pub fn wait_for_text(&self, css: &str, text: &str) {
        let description = format!("{css} with the text {text:?}");
        self.wait_until(&description, &format!("{} === {}", text_of(css), literal(text)));
    }

    /// The first element that matches, once there is one.
    #[track_caller]
    pub fn find(&self, css: &str) -> Element<'_> {
        let found = self.wait_for(
            &format!("{css} in the page"),
            &format!("document.querySelector({})", literal(css)),
        );
        self.driver.element(&found)
    }

    /// Presses and releases a key, wherever the focus is: `page.press(Key::Escape)`, `page.press('/')`.
    #[track_caller]
    pub fn press(&self, key: impl Into<Key>) {
        self.driver.press(&[], key.into());
    }

    /// Presses and releases a key while others are held down.
    #[track_caller]
    pub fn press_with(&self, held: &[Key], key: impl Into<Key>) {
        self.driver.press(held, key.into());
    }

    /// Types a text key by key, wherever the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.driver.type_text(text);
    }

    /// Clicks the first element that matches, and tries again if it moves or is replaced meanwhile.
    #[track_caller]
    pub fn click(&self, css: &str) {
        let description = format!("{css} to click");
        self.click_found(&description, &format!("document.querySelector({})", literal(css)));
    }

    /// Clicks the first visible element that matches and whose text or `aria-label` is the text; without one, the first
    /// that contains it.
    #[track_caller]
    pub fn click_text(&self, css: &str, text: &str) {
        let description = format!("{css} with the text {text:?} to click");
        let condition = format!("({FIND_BY_TEXT})({}, {})", literal(css), literal(text));
        self.click_found(&description, &condition);
    }

    #[track_caller]
    fn click_found(&self, description: &str, condition: &str) {
        for _ in 0..MOST_CLICKS {
            let found = self.wait_for(description, condition);
            match self.driver.element(&found).try_click() {
                Ok(()) => return,
                Err(refusal) if refusal.is_due_to_change() => {}
                Err(refusal) => panic!("{refusal}"),
            }
        }
        self.driver.element(&self.wait_for(description, condition)).click();
    }

    /// Switches to the other one of two tabs, once it is open.
    #[track_caller]
    pub fn switch_to_new_tab(&self) {
        let tab = self.driver.tab();
        let deadline = Instant::now() + self.timeout.get();
        let new_tab = loop {
            if let Some(new_tab) = self.driver.tabs().into_iter().find(|other| *other != tab) {
                break new_tab;
            }
            assert!(Instant::now() < deadline, "no new tab was opened");
            thread::sleep(POLL);
        };
        self.driver.switch_to_tab(&new_tab);
    }

    /// The text of the page or of the frame that was entered, without what is hidden.
    #[track_caller]
    pub fn text(&self) -> String {
        string_of(self.driver.execute("return document.body ? document.body.innerText : ''", &[]))
    }

    /// Evaluates an expression in the page.
    #[track_caller]
    pub fn value_of(&self, expression: &str) -> Value {
        self.driver.execute(&format!("return ({expression});"), &[])
    }

    #[track_caller]
    fn inspect(&self, script: &str) -> Value {
        self.driver.execute_async(script, &[])
    }
}

/// Asking the browser for its tabs takes about a millisecond; asking less often leaves it time to open one.
const POLL: Duration = Duration::from_millis(10);

/// An element that moves or is replaced settles within a few attempts, or never.
const MOST_CLICKS: usize = 5;

const FIND_BY_TEXT: &str = include_str!("page/find_by_text.js");

/// A text as an expression of JavaScript.
fn literal(text: &str) -> String {
    Value::from(text).to_string()
}

/// The expression for the text of the first element that matches, empty without one.
fn text_of(css: &str) -> String {
    format!(
        "(document.querySelector({})?.innerText ?? '').replace(/\\s+/g, ' ').trim()",
        literal(css)
    )
}

fn string_of(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
