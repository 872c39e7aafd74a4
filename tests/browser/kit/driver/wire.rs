//! `WebDriver`'s commands as HTTP requests.

use serde_json::Value;
use std::fmt;
use std::time::Duration;
use ureq::{Agent, Body, http::Response};

/// A session of one browser.
pub(super) struct Wire {
    agent: Agent,
    session: String,
}

/// A command that was not carried out, and why.
#[derive(Debug)]
pub(crate) struct Refusal {
    command: String,
    kind: String,
    message: String,
}

/// Ends the test if the browser refused. A closure would hide from the report which line of the test it was, so this is
/// no `unwrap_or_else`.
#[track_caller]
pub(super) fn accepted(outcome: Result<Value, Refusal>) -> Value {
    match outcome {
        Ok(value) => value,
        Err(refusal) => panic!("{refusal}"),
    }
}

impl Wire {
    /// Asks for a browser.
    #[track_caller]
    pub(super) fn open_session(port: u16, capabilities: &Value) -> Wire {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // The machine's proxy is for the rest of the world.
            .proxy(None)
            // Longer than any time-out of the browser itself, which says more about what went wrong.
            .timeout_global(Some(Duration::from_secs(90)));
        let mut wire = Wire {
            agent: config.build().into(),
            session: format!("http://127.0.0.1:{port}/session"),
        };
        let opened = accepted(wire.post("", capabilities));
        let id = opened["sessionId"].as_str().expect("a session has an id");
        wire.session = format!("{}/{id}", wire.session);
        wire
    }

    pub(super) fn get(&self, command: &str) -> Result<Value, Refusal> {
        outcome(command, self.agent.get(self.url(command)).call())
    }

    pub(super) fn post(&self, command: &str, body: &Value) -> Result<Value, Refusal> {
        let request = self.agent.post(self.url(command)).header("Content-Type", "application/json");
        outcome(command, request.send(body.to_string()))
    }

    fn url(&self, command: &str) -> String {
        if command.is_empty() {
            self.session.clone()
        } else {
            format!("{}/{command}", self.session)
        }
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

    /// Whether the document went away while the command ran. Chromedriver calls that a time-out, though it comes at once,
    /// and Firefox an error of the script.
    pub(crate) fn is_due_to_navigation(&self) -> bool {
        self.kind == "script timeout"
            || ["aborted by navigation", "Document was unloaded"]
                .iter()
                .any(|words| self.message.contains(words))
    }

    /// Whether an element was drawn anew after it was found, or something moved before it.
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
