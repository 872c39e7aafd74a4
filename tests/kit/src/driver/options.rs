//! Options of a browser context.

use std::{env, path::Path};

use serde_json::{Value, json};

use crate::prerequisite::Prerequisite;

/// Options of a browser context.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The browser.
    pub engine: Engine,
    /// The window and what kind of device it belongs to.
    pub window: Window,
    /// The event that a navigation waits for.
    pub page_load: PageLoad,
}

/// A browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, which can do all that a test may ask for.
    #[default]
    Chromium,
    /// Firefox, for what has to work in more than one browser: desktop windows only, and without the console, the list
    /// of requests and everything else that comes by the `DevTools` protocol.
    Firefox,
}

/// The viewport in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub enum Window {
    /// A window with a mouse.
    Desktop {
        /// Width of the page.
        width: u32,
        /// Height of the page.
        height: u32,
    },
    /// A touch screen that obeys `<meta name="viewport">`.
    Phone {
        /// Width of the page.
        width: u32,
        /// Height of the page.
        height: u32,
    },
}

/// The event that a navigation waits for.
#[derive(Clone, Copy, Debug, Default)]
pub enum PageLoad {
    /// Until the `load` event.
    #[default]
    Complete,
    /// None, for a page with a part that never arrives.
    Started,
}

impl Default for Window {
    fn default() -> Window {
        Window::Desktop { width: 1280, height: 800 }
    }
}

/// Each switches off something that takes time, asks somebody elsewhere or differs between machines.
const ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--no-proxy-server",
    "--lang=en-US",
    // The window has bars around the page, so each page is given its exact size later.
    "--window-size=1280,800",
    // The first two are pages of the address bar, which no test sees and every start would load. The next two would give
    // a frame of another site a process of its own, whose console and requests are not logged. The last one starts a
    // process for a page that most tests never open.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,IsolateOrigins,site-per-process,SpareRendererForSitePerProcess",
    "--disable-site-isolation-trials",
    // The reserved name is for second sites; any other name cannot be reached, with or without a network.
    "--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// Arguments that make tests faster but would change the results of a benchmark.
const TEST_ARGUMENTS: &[&str] = &[
    // Another process takes time to start and to exchange messages with.
    "--in-process-gpu",
    "--enable-features=NetworkServiceInProcess2",
    // A page lives for a second, so optimizing its code costs more than running the plain code.
    "--js-flags=--liftoff-only,--no-opt,--no-maglev",
];

/// Environment variable that is set for benchmarks.
const BENCHMARK: &str = "RUSTSCAPE_BENCHMARK";

impl Options {
    /// A phone as narrow as any in use, where everything has to fit.
    pub fn phone() -> Options {
        Options { window: Window::Phone { width: 320, height: 640 }, ..Options::default() }
    }

    /// A desktop window of a browser.
    pub fn of(engine: Engine) -> Options {
        Options { engine, ..Options::default() }
    }

    /// Returns the capabilities of a session that starts a browser.
    pub(super) fn capabilities(&self, profile: &Path) -> Value {
        let mut capabilities = self.common();
        match self.engine {
            Engine::Chromium => capabilities["goog:chromeOptions"] = chromium(profile),
            Engine::Firefox => capabilities["moz:firefoxOptions"] = firefox(),
        }
        json!({ "capabilities": { "alwaysMatch": capabilities } })
    }

    /// Returns the capabilities of a session that attaches to a running Chromium.
    pub(super) fn attached(&self, debugger_address: &str) -> Value {
        let mut capabilities = self.common();
        capabilities["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
        capabilities["goog:chromeOptions"] = json!({
            "debuggerAddress": debugger_address,
            "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
        });
        json!({ "capabilities": { "alwaysMatch": capabilities } })
    }

    fn common(&self) -> Value {
        json!({
            "pageLoadStrategy": self.page_load.strategy(),
            // Scripts that wait have shorter deadlines; without these a lost callback would hang the test.
            "timeouts": { "script": 60_000, "pageLoad": 60_000, "implicit": 0 },
        })
    }
}

fn chromium(profile: &Path) -> Value {
    let for_tests = if env::var_os(BENCHMARK).is_none() { TEST_ARGUMENTS } else { &[] };
    let arguments = [ARGUMENTS, for_tests].concat();
    let mut arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    json!({
        "binary": Prerequisite::Chromium.path(),
        "args": arguments,
        // Opens an empty tab instead of the new-tab page, which takes as long as the test's own.
        "prefs": { "session": { "restore_on_startup": 4, "startup_urls": ["about:blank"] } },
    })
}

/// Geckodriver itself switches off what would ask somebody elsewhere.
fn firefox() -> Value {
    json!({
        "binary": Prerequisite::Firefox.path(),
        "args": ["-headless"],
        "prefs": { "intl.accept_languages": "en-US" },
    })
}

impl PageLoad {
    fn strategy(self) -> &'static str {
        match self {
            PageLoad::Complete => "normal",
            PageLoad::Started => "none",
        }
    }
}
