//! The report for programs.

use serde_json::{Map, Value, json};

use super::Report;
use crate::links::{
    exceptions::{Exception, Scope},
    link::Link,
    verdict::{Standing, Verdict},
};

/// Writes the report: one object. `rustscape links --help` has its form.
pub(super) fn write(report: &Report<'_>) -> String {
    let counts: Map<String, Value> = Standing::ALL
        .into_iter()
        .map(|standing| (standing.key().to_owned(), report.count(standing).into()))
        .collect();
    let links: Vec<Value> = report
        .links
        .iter()
        .zip(report.verdicts)
        .map(|(link, verdict)| entry(link, verdict))
        .collect();
    let expired: Vec<Value> = report.exceptions.expired(report.today).map(exception).collect();
    let unused: Vec<Value> = report.exceptions.unused(report.today).map(exception).collect();
    let object = json!({
        "date": report.today.to_string(),
        "counts": counts,
        "n_excepted": report.n_excepted,
        "links": links,
        "expired_exceptions": expired,
        "unused_exceptions": unused,
    });
    format!("{object:#}\n")
}

fn entry(link: &Link, verdict: &Verdict) -> Value {
    let places = link.places.iter().map(|place| {
        json!({
            "file": &*place.file,
            "record": place.record,
            "field": place.field,
            "written": place.written,
        })
    });
    json!({
        "url": link.address,
        "verdict": verdict.standing.key(),
        "is_broken": verdict.standing.is_broken(),
        "status": verdict.status,
        "detail": verdict.in_words(),
        "moved_to": verdict.moved_to,
        "places": places.collect::<Vec<_>>(),
    })
}

fn exception(exception: &Exception) -> Value {
    let kind = match exception.scope {
        Scope::Url(_) => "url",
        Scope::Prefix(_) => "prefix",
    };
    json!({
        kind: exception.scope.text(),
        "reason": exception.reason,
        "until": exception.until.map(|day| day.to_string()),
        "line": exception.line,
    })
}
