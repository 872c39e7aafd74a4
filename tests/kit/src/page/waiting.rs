//! Waiting for a condition in the page.

use super::{Page, literal};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Evaluates the condition every few milliseconds in the page itself. A `null` means that time is up.
const WAIT: &str = include_str!("wait.js");

/// Most characters of the page in the report of a failed test.
const MOST_CHARS_REPORTED: usize = 2_000;

impl Page {
    /// Waits until an expression of JavaScript is true, also across a navigation. While it throws, it is not.
    ///
    /// # Panics
    ///
    /// If it does not become true in 20 s. The message says what was waited for, what the page shows instead and what is
    /// in the console.
    #[track_caller]
    pub fn wait_until(&self, description: &str, condition: &str) {
        self.wait_for(description, &format!("({condition}) ? true : null"));
    }

    /// Waits until an expression of JavaScript is neither null nor undefined, and returns it.
    #[track_caller]
    pub fn wait_for(&self, description: &str, expression: &str) -> Value {
        let deadline = Instant::now() + self.timeout.get();
        let script = WAIT.replace("/* expression */", expression);
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let outcome = self.driver.try_execute_async(&script, &[json!(millis(left))]);
            match outcome {
                Ok(outcome) if !outcome["value"].is_null() => return outcome["value"].clone(),
                Ok(outcome) => panic!("{}", self.report(description, &outcome)),
                Err(refusal) if refusal.is_due_to_navigation() && !left.is_zero() => {}
                Err(refusal) => panic!("{refusal}, while waiting for {description}"),
            }
        }
    }

    /// Sets the timeout of all later waits, which is 20 s at first.
    pub fn set_timeout(&self, timeout: Duration) {
        self.timeout.set(timeout);
    }

    fn report(&self, description: &str, outcome: &Value) -> String {
        let mut report =
            format!("waited {} ms in vain for {description}", self.timeout.get().as_millis());
        if let Some(problem) = outcome["problem"].as_str() {
            let _ = write!(report, "\nthe condition failed with: {problem}");
        }
        let text: String = self.text().chars().take(MOST_CHARS_REPORTED).collect();
        let _ = write!(
            report,
            "\nat {}\nthe page shows: {}\nthe console has:",
            self.driver.url(),
            literal(&text)
        );
        for entry in self.console() {
            let _ = write!(report, "\n  {entry}");
        }
        report
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
