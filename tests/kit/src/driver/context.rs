//! Browser contexts in Chromium processes that tests share.
//!
//! A context is what a private window is to a reader: it has its own cookies, storage, caches, service workers and
//! permissions. Each test gets a new one. A browser serves one test at a time, so there are as many browsers as tests
//! run at once.

use super::browser::Browser;
use super::devtools::DevTools;
use super::options::{Engine, Options};
use super::session::Session;
use serde_json::{Value, json};
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// A running Chromium that can be used by one test after the other.
struct SharedBrowser {
    browser: Browser,
    devtools: DevTools,
    address: String,
    /// The tab without which the browser would end between two tests.
    idle_tab: String,
}

/// The browsers that no test uses at the moment. They end with the process of the tests.
static IDLE: Mutex<Vec<SharedBrowser>> = Mutex::new(Vec::new());

/// A new browser context with one empty tab. Dropping it closes all tabs of the context and deletes its data.
pub(super) struct Context {
    /// `None` only while this value is dropped.
    browser: Option<SharedBrowser>,
    id: Value,
    tab: String,
}

impl Context {
    /// Opens a context in an idle browser, or in a new one if none is idle.
    #[track_caller]
    pub(super) fn open() -> Context {
        loop {
            let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let is_new = idle.is_none();
            let mut browser = idle.unwrap_or_else(SharedBrowser::launch);
            match browser.open_context() {
                Ok((id, tab)) => return Context { browser: Some(browser), id, tab },
                // A browser that crashed or hangs ends here, and the next one is tried.
                Err(error) => assert!(!is_new, "a new browser opens no context: {error}"),
            }
        }
    }

    /// Starts a `WebDriver` session that commands the tab of this context.
    #[track_caller]
    pub(super) fn open_session(&self, options: &Options) -> Session {
        let browser = self.browser();
        let capabilities = options.attached(&browser.address);
        let session = Session::open(browser.browser.port(), &capabilities);
        session.switch_to_tab(&self.tab);
        session
    }

    /// Returns whether a tab belongs to this context.
    pub(super) fn has_tab(&self, tab: &str) -> bool {
        self.browser().idle_tab != tab
    }

    /// Runs a command of the browser as a whole, with the id of this context.
    #[track_caller]
    pub(super) fn send(&mut self, method: &str, params: &Value) -> Value {
        let mut params = params.clone();
        params["browserContextId"] = self.id.clone();
        let outcome = self.browser.as_mut().map(|browser| browser.devtools.send(method, &params));
        match outcome {
            Some(Ok(result)) => result,
            Some(Err(error)) => panic!("the browser refused {method}: {error}"),
            None => Value::Null,
        }
    }

    /// The folder of the browser's profile.
    pub(super) fn profile(&self) -> PathBuf {
        self.browser().browser.profile()
    }

    fn browser(&self) -> &SharedBrowser {
        self.browser.as_ref().expect("the browser is taken only when this value is dropped")
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        let Some(mut browser) = self.browser.take() else { return };
        // A failed test may have left its browser in any state, so the next test gets a new one.
        if thread::panicking() {
            return;
        }
        let disposal = json!({ "browserContextId": self.id });
        if browser.devtools.send("Target.disposeBrowserContext", &disposal).is_ok() {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
        }
    }
}

impl SharedBrowser {
    #[track_caller]
    fn launch() -> SharedBrowser {
        let browser = Browser::launch(Engine::Chromium);
        let capabilities = Options::default().capabilities(&browser.profile());
        let launcher = Session::open(browser.port(), &capabilities);
        let address = launcher.debugger_address().to_owned();
        let idle_tab = launcher.tab();
        // That session is never ended, because the browser would end with it.
        let devtools = DevTools::connect_to_browser(&address).unwrap_or_else(|error| {
            panic!("the browser at {address} accepts no connection: {error}")
        });
        SharedBrowser { browser, devtools, address, idle_tab }
    }

    fn open_context(&mut self) -> io::Result<(Value, String)> {
        let context = self.devtools.send("Target.createBrowserContext", &json!({}))?;
        let id = context["browserContextId"].clone();
        let target = json!({ "url": "about:blank", "browserContextId": id });
        let target = self.devtools.send("Target.createTarget", &target)?;
        let tab = target["targetId"].as_str().unwrap_or_default().to_owned();
        Ok((id, tab))
    }
}
