//! A `WebDriver` session: commands as HTTP requests.

use serde_json::{Value, json};
use std::fmt;
use std::time::Duration;
use ureq::{Agent, Body, http::Response};

/// An open session.
pub(super) struct Session {
    agent: Agent,
    url: String,
    debugger_address: String,
}

/// A command that the browser refused.
#[derive(Debug)]
pub(crate) struct Refusal {
    command: String,
    kind: String,
    message: String,
}

/// Panics if the browser refused. `unwrap_or_else` with a closure would lose the line of the test.
#[track_caller]
pub(super) fn accepted(outcome: Result<Value, Refusal>) -> Value {
    match outcome {
        Ok(value) => value,
        Err(refusal) => panic!("{refusal}"),
    }
}

impl Session {
    /// Opens a session with the driver on this port of 127.0.0.1.
    #[track_caller]
    pub(super) fn open(port: u16, capabilities: &Value) -> Session {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // The machine's proxy is for the rest of the world.
            .proxy(None)
            // Longer than any time-out of the browser itself, which says more about what went wrong.
            .timeout_global(Some(Duration::from_secs(90)));
        let mut session = Session {
            agent: config.build().into(),
            url: format!("http://127.0.0.1:{port}/session"),
            debugger_address: String::new(),
        };
        let opened = accepted(session.post("", capabilities));
        let id = opened["sessionId"].as_str().expect("a session has an id");
        session.url = format!("{}/{id}", session.url);
        let address = &opened["capabilities"]["goog:chromeOptions"]["debuggerAddress"];
        address.as_str().unwrap_or_default().clone_into(&mut session.debugger_address);
        session
    }

    /// Returns host and port where Chromium's `DevTools` server listens; empty for Firefox.
    pub(super) fn debugger_address(&self) -> &str {
        &self.debugger_address
    }

    /// Returns the handle of the tab that commands go to.
    #[track_caller]
    pub(super) fn tab(&self) -> String {
        accepted(self.get("window")).as_str().unwrap_or_default().to_owned()
    }

    /// Sends all further commands to another tab.
    #[track_caller]
    pub(super) fn switch_to_tab(&self, handle: &str) {
        accepted(self.post("window", &json!({ "handle": handle })));
    }

    /// Ends the session. A browser that the session is only attached to keeps running.
    pub(super) fn end(&self) {
        // Nothing depends on the answer: the browser is reused only if it still obeys.
        let _ = self.agent.delete(&self.url).call();
    }

    pub(super) fn get(&self, command: &str) -> Result<Value, Refusal> {
        outcome(command, self.agent.get(self.command_url(command)).call())
    }

    pub(super) fn post(&self, command: &str, body: &Value) -> Result<Value, Refusal> {
        let request =
            self.agent.post(self.command_url(command)).header("Content-Type", "application/json");
        outcome(command, request.send(body.to_string()))
    }

    fn command_url(&self, command: &str) -> String {
        if command.is_empty() { self.url.clone() } else { format!("{}/{command}", self.url) }
    }
}

fn outcome(command: &str, answer: Result<Response<Body>, ureq::Error>) -> Result<Value, Refusal> {
    let unreachable = |error: ureq::Error| Refusal::new(command, "no answer", &error.to_string());
    let mut answer = answer.map_err(unreachable)?;
    let body = answer.body_mut().with_config().limit(LONGEST_ANSWER);
    let answer = body.read_to_string().map_err(unreachable)?;
    let mut answer: Value = serde_json::from_str(&answer)
        .map_err(|error| Refusal::new(command, "no JSON", &error.to_string()))?;
    let value = answer["value"].take();
    let Some(kind) = value["error"].as_str() else {
        return Ok(value);
    };
    let message = value["message"].as_str().unwrap_or_default();
    Err(Refusal::new(command, kind, message))
}

/// In bytes. The log of a long test is larger than what is read by default; no answer is as large as this.
const LONGEST_ANSWER: u64 = 1 << 30;

impl Refusal {
    fn new(command: &str, kind: &str, message: &str) -> Refusal {
        Refusal { command: command.to_owned(), kind: kind.to_owned(), message: message.to_owned() }
    }

    /// Returns whether the document was unloaded while the command ran. Chromedriver reports an immediate time-out for that,
    /// and Firefox an error of the script.
    pub(crate) fn is_due_to_navigation(&self) -> bool {
        self.kind == "script timeout"
            || ["aborted by navigation", "Document was unloaded"]
                .iter()
                .any(|words| self.message.contains(words))
    }

    /// Returns whether the element was replaced after it was found, or is covered by another one.
    pub(crate) fn is_due_to_change(&self) -> bool {
        self.kind == "stale element reference" || self.kind == "element click intercepted"
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What follows the first line is the browser's own backtrace.
        let message = self.message.lines().next().unwrap_or_default();
        write!(f, "the browser refused {:?}: {}: {message}", self.command, self.kind)
    }
}
