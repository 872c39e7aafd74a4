//! A browser context for one test, driven over `WebDriver`.

mod base64;
mod browser;
mod context;
mod devtools;
mod element;
mod emulation;
mod key;
mod log;
mod options;
mod session;

pub use element::Element;
pub use emulation::Network;
pub use key::Key;
pub use log::LogEntry;
pub use options::{Engine, Options, PageLoad, Window};

use browser::Browser;
use context::Context;
use serde_json::{Value, json};
use session::{Refusal, Session, accepted};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

/// A fresh browser context with one tab, which closes when this value is dropped.
///
/// Chromium processes are shared: a later test may get the same process, but never the cookies, storage, caches,
/// permissions or emulation of an earlier one. Firefox starts a process for each value.
///
/// A command that the browser refuses ends the test with the browser's reason. Scripts and elements belong to the
/// frame that was entered last, at first the page itself.
pub struct Driver {
    session: Session,
    // Ends after the session.
    instance: Instance,
    engine: Engine,
    window: Window,
}

/// The browser behind a driver.
enum Instance {
    /// A context in a Chromium that later tests use too.
    Shared(Box<RefCell<Context>>),
    /// A Firefox for this driver alone.
    Own(Browser),
}

impl Driver {
    /// Opens a context with an empty page.
    #[track_caller]
    pub fn start(options: &Options) -> Driver {
        let Options { engine, window, .. } = *options;
        let (session, instance) = match engine {
            Engine::Chromium => {
                let context = Context::open();
                (context.open_session(options), Instance::Shared(Box::new(RefCell::new(context))))
            }
            Engine::Firefox => {
                let browser = Browser::launch(engine);
                let capabilities = options.capabilities(&browser.profile());
                (Session::open(browser.port(), &capabilities), Instance::Own(browser))
            }
        };
        let driver = Driver { session, instance, engine, window };
        driver.prepare_tab();
        driver
    }

    /// Goes to an address; how long it waits there is said by [`PageLoad`].
    #[track_caller]
    pub fn navigate(&self, url: &str) {
        self.post("url", &json!({ "url": url }));
    }

    /// The address of the page, also within a frame.
    #[track_caller]
    pub fn url(&self) -> String {
        text_of(self.get("url"))
    }

    /// The title of the page.
    #[track_caller]
    pub fn title(&self) -> String {
        text_of(self.get("title"))
    }

    /// Goes one step back in the history.
    #[track_caller]
    pub fn back(&self) {
        self.post("back", &json!({}));
    }

    /// Goes one step forward in the history.
    #[track_caller]
    pub fn forward(&self) {
        self.post("forward", &json!({}));
    }

    /// Loads the page again.
    #[track_caller]
    pub fn refresh(&self) {
        self.post("refresh", &json!({}));
    }

    /// The first element of the frame that matches now.
    #[track_caller]
    pub fn find(&self, css: &str) -> Element<'_> {
        let found = self.post("element", &json!({ "using": "css selector", "value": css }));
        self.element(&found)
    }

    /// All elements of the frame that match now, in document order; empty when there is none.
    #[track_caller]
    pub fn find_all(&self, css: &str) -> Vec<Element<'_>> {
        let found = self.post("elements", &json!({ "using": "css selector", "value": css }));
        found.as_array().into_iter().flatten().map(|reference| self.element(reference)).collect()
    }

    /// Runs the body of a function in the frame and returns what it returns. Elements go in by [`Element::reference`].
    #[track_caller]
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Value {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs the body of a function in the frame and returns what it hands to its last argument, a callback.
    #[track_caller]
    pub fn execute_async(&self, script: &str, arguments: &[Value]) -> Value {
        accepted(self.try_execute_async(script, arguments))
    }

    /// Like [`Driver::execute_async`], for a script that a navigation may interrupt.
    pub(super) fn try_execute_async(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<Value, Refusal> {
        self.session.post("execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// Presses and releases a key, with the keys in `held` held down meanwhile. It goes to whatever has the focus.
    #[track_caller]
    pub fn press(&self, held: &[Key], key: Key) {
        self.post("actions", &key::strokes(held, &[key]));
    }

    /// Types a text key by key into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let keys: Vec<Key> = text.chars().map(Key::Char).collect();
        self.post("actions", &key::strokes(&[], &keys));
    }

    /// Enters a frame; scripts and elements belong to it from now on.
    #[track_caller]
    pub fn enter_frame(&self, css: &str) {
        let frame = self.find(css).reference();
        self.post("frame", &json!({ "id": frame }));
    }

    /// Enters the frame in the open shadow root of the first element that matches.
    #[track_caller]
    pub fn enter_frame_in_shadow_root(&self, css: &str) {
        let script =
            "return document.querySelector(arguments[0]).shadowRoot.querySelector('iframe')";
        let frame = self.execute(script, &[json!(css)]);
        self.post("frame", &json!({ "id": frame }));
    }

    /// Returns from all frames to the page.
    #[track_caller]
    pub fn leave_frames(&self) {
        self.post("frame", &json!({ "id": null }));
    }

    /// The tab that commands go to.
    #[track_caller]
    pub fn tab(&self) -> String {
        self.session.tab()
    }

    /// All tabs of the test, in no certain order.
    #[track_caller]
    pub fn tabs(&self) -> Vec<String> {
        let handles = self.get("window/handles");
        let handles = handles.as_array().into_iter().flatten();
        let tabs = handles.map(|handle| text_of(handle.clone()));
        match &self.instance {
            Instance::Shared(context) => tabs.filter(|tab| context.borrow().has_tab(tab)).collect(),
            Instance::Own(_) => tabs.collect(),
        }
    }

    /// Turns to one of [`Driver::tabs`] and gives it the size and the focus that the first one has from the start.
    #[track_caller]
    pub fn switch_to_tab(&self, handle: &str) {
        self.session.switch_to_tab(handle);
        self.prepare_tab();
    }

    /// Width and height of the browser's window in CSS pixels. The page has what [`Window`] says.
    #[track_caller]
    pub fn window_size(&self) -> (u64, u64) {
        let rect = self.get("window/rect");
        (rect["width"].as_u64().unwrap_or_default(), rect["height"].as_u64().unwrap_or_default())
    }

    /// Writes a picture of what the window shows, as PNG.
    #[track_caller]
    pub fn screenshot(&self, path: &Path) {
        let png = base64::decode(&text_of(self.get("screenshot")));
        fs::write(path, png)
            .unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
    }

    /// Returns the engine of the browser.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The console since the last call of this, oldest first; also that of frames. Empty in Firefox, which hands none
    /// over.
    #[track_caller]
    pub fn console(&self) -> Vec<LogEntry> {
        if self.engine == Engine::Firefox {
            return Vec::new();
        }
        log::console(&self.post("se/log", &json!({ "type": "browser" })))
    }

    /// The addresses that were asked for since the last call of this, oldest first; also by frames, and also those that
    /// could not be reached. Empty in Firefox, which hands none over.
    #[track_caller]
    pub fn requested_urls(&self) -> Vec<String> {
        if self.engine == Engine::Firefox {
            return Vec::new();
        }
        log::requested_urls(&self.post("se/log", &json!({ "type": "performance" })))
    }

    /// Runs a command of the Chrome `DevTools` protocol on the page, which only Chromium knows.
    #[track_caller]
    pub fn devtools(&self, command: &str, params: &Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "{command}");
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }

    /// Returns the folder of the browser's profile, which is deleted when the browser ends.
    pub fn profile(&self) -> PathBuf {
        match &self.instance {
            Instance::Shared(context) => context.borrow().profile(),
            Instance::Own(browser) => browser.profile(),
        }
    }

    /// Runs a command of the `DevTools` protocol on the browser, for the context of this driver.
    #[track_caller]
    pub(super) fn devtools_of_browser(&self, command: &str, params: &Value) -> Value {
        match &self.instance {
            Instance::Shared(context) => context.borrow_mut().send(command, params),
            Instance::Own(_) => panic!("{command} is a command of Chromium"),
        }
    }

    /// Gives the current tab its size and the focus. A tab without the focus shows none and may not use the clipboard.
    #[track_caller]
    fn prepare_tab(&self) {
        if self.engine == Engine::Chromium {
            self.devtools("Emulation.setFocusEmulationEnabled", &json!({ "enabled": true }));
        }
        match self.window {
            Window::Desktop { width, height } => self.resize(width, height),
            Window::Phone { width, height } => self.emulate_phone(width, height),
        }
    }

    #[track_caller]
    pub(super) fn element(&self, reference: &Value) -> Element<'_> {
        Element::new(self, reference)
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        accepted(self.session.get(path))
    }

    #[track_caller]
    fn post(&self, path: &str, body: &Value) -> Value {
        accepted(self.session.post(path, body))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A failed test may have left a browser that no longer answers. It is killed instead.
        if self.engine == Engine::Chromium && !thread::panicking() {
            self.session.end();
        }
    }
}

fn text_of(value: Value) -> String {
    match value {
        Value::String(text) => text,
        _ => String::new(),
    }
}
