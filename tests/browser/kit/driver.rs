//! A browser of its own for one test, driven over `WebDriver`.

mod element;
mod emulation;
mod key;
mod launch;
mod log;
mod options;
mod picture;
mod wire;

pub use element::Element;
pub use emulation::Network;
pub use key::Key;
pub use log::LogEntry;
pub use options::{Options, PageLoad, Window};

use launch::Processes;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use wire::{Refusal, Wire, accepted};

/// A browser that was started for this value, with an empty profile, and that ends with it.
///
/// A command that the browser refuses ends the test with the browser's reason. Scripts and elements belong to the
/// frame that was entered last, at first the page itself.
pub struct Driver {
    wire: Wire,
    // Dropped after the wire: the processes end, and their folder is deleted.
    processes: Processes,
    window: Window,
}

impl Driver {
    /// Starts a browser with an empty page.
    #[track_caller]
    pub fn start(options: &Options) -> Driver {
        let processes = Processes::launch();
        let wire =
            Wire::open_session(processes.port(), &options.capabilities(&processes.profile()));
        let driver = Driver { wire, processes, window: options.window };
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
        self.wire.post("execute/async", &json!({ "script": script, "args": arguments }))
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
    pub fn enter_frame_within(&self, css: &str) {
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
        text_of(self.get("window"))
    }

    /// All tabs, in no certain order.
    #[track_caller]
    pub fn tabs(&self) -> Vec<String> {
        let handles = self.get("window/handles");
        handles.as_array().into_iter().flatten().map(|handle| text_of(handle.clone())).collect()
    }

    /// Turns to one of [`Driver::tabs`] and gives it the size and the focus that the first one has from the start.
    #[track_caller]
    pub fn turn_to_tab(&self, handle: &str) {
        self.post("window", &json!({ "handle": handle }));
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
        let png = picture::from_base64(&text_of(self.get("screenshot")));
        fs::write(path, png)
            .unwrap_or_else(|error| panic!("{} cannot be written: {error}", path.display()));
    }

    /// The console since the last call of this, oldest first; also that of frames.
    #[track_caller]
    pub fn console(&self) -> Vec<LogEntry> {
        log::console(&self.post("se/log", &json!({ "type": "browser" })))
    }

    /// The addresses that were asked for since the last call of this, oldest first; also by frames, and also those that
    /// could not be reached.
    #[track_caller]
    pub fn requested_urls(&self) -> Vec<String> {
        log::requested_urls(&self.post("se/log", &json!({ "type": "performance" })))
    }

    /// Runs a command of the Chrome `DevTools` protocol on the page.
    #[track_caller]
    pub fn devtools(&self, command: &str, params: &Value) -> Value {
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": params }))
    }

    /// The folder of the browser's profile, in a folder that is deleted with this value.
    pub fn profile(&self) -> PathBuf {
        self.processes.profile()
    }

    /// A tab without the focus would show none, and would be refused the clipboard.
    #[track_caller]
    fn prepare_tab(&self) {
        self.devtools("Emulation.setFocusEmulationEnabled", &json!({ "enabled": true }));
        if let Window::Desktop { width, height } = self.window {
            self.resize(width, height);
        }
    }

    #[track_caller]
    pub(super) fn element(&self, reference: &Value) -> Element<'_> {
        Element::new(self, reference)
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        accepted(self.wire.get(path))
    }

    #[track_caller]
    fn post(&self, path: &str, body: &Value) -> Value {
        accepted(self.wire.post(path, body))
    }
}

fn text_of(value: Value) -> String {
    match value {
        Value::String(text) => text,
        _ => String::new(),
    }
}
