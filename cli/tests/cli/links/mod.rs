//! `rustscape links` with servers that misbehave.

mod exceptions;
mod reports;
mod requests;
mod results;
mod server;
mod tls_server;

use serde_json::{Value, json};

use crate::program::{Run, run_with_input};

/// Arguments without pauses and with a timeout that is long enough for a busy machine.
const QUICK: [&str; 6] = ["--pause", "0", "--backoff", "0.01", "--timeout", "20"];

/// Returns a dataset with one project that has these sources.
pub(crate) fn dataset(urls: &[String]) -> String {
    let sources: Vec<Value> =
        urls.iter().map(|url| json!({"url": url, "title": "A source"})).collect();
    json!({
        "schema_version": "1.0",
        "title": "An atlas",
        "vocabulary": {"confidence": [{"id": "confirmed", "label": "Confirmed"}]},
        "organizations": [{"id": "acme", "name": "Acme", "projects": [
            {"id": "gate", "name": "Gate", "confidence": "confirmed", "sources": sources}
        ]}]
    })
    .to_string()
}

/// Runs the command on a dataset of these sources.
#[track_caller]
pub(crate) fn run_links(urls: &[String], args: &[&str]) -> Run {
    let args: Vec<&str> = ["links", "-"].iter().chain(&QUICK).chain(args).copied().collect();
    run_with_input(&args, &dataset(urls))
}

/// Returns the links of the JSON report, in the order of the sources.
#[track_caller]
pub(crate) fn entries(run: &Run) -> Vec<Value> {
    let report: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{run:?}"));
    report["links"].as_array().expect("a list of links").clone()
}
