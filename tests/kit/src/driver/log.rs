//! Console messages and requests of a browser during a test.

use serde_json::Value;
use std::fmt;

/// One line of the console.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LogEntry {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// Source of the message: `javascript`, `network`, `security`, `console-api` and others.
    pub source: String,
    /// Position and text of the message.
    pub message: String,
}

impl LogEntry {
    /// Returns whether the message is an error or a warning. Violations of the content security policy are errors.
    pub fn is_complaint(&self) -> bool {
        self.level == "SEVERE" || self.level == "WARNING"
    }
}

impl fmt::Display for LogEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.level, self.source, self.message)
    }
}

/// The entries of a log of type `browser`.
pub(super) fn console(log: &Value) -> Vec<LogEntry> {
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    let entry = |entry: &Value| LogEntry {
        level: text(entry, "level"),
        source: text(entry, "source"),
        message: text(entry, "message"),
    };
    log.as_array().into_iter().flatten().map(entry).collect()
}

/// The addresses in a log of type `performance`, whose messages are events of the `DevTools` protocol as JSON.
pub(super) fn requested_urls(log: &Value) -> Vec<String> {
    let events = log.as_array().into_iter().flatten().filter_map(|entry| {
        let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let event = &event["message"];
        let is_request = event["method"] == "Network.requestWillBeSent";
        is_request.then(|| event["params"]["request"]["url"].as_str().map(str::to_owned))?
    });
    events.collect()
}
