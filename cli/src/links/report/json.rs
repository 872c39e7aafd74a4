//! The report for programs.

use jiff::civil::Date;
use serde::Serialize;

use super::Report;
use crate::{
    json::{as_object, to_pretty_json},
    links::{
        exceptions::{Exception, Scope},
        link::{Link, Place},
        verdict::{Standing, Verdict},
    },
};

/// The report. `rustscape links --help` has its form.
#[derive(Debug, Serialize)]
struct Document<'r> {
    date: Date,
    #[serde(serialize_with = "as_object")]
    counts: Vec<(Standing, usize)>,
    n_excepted: usize,
    links: Vec<Entry<'r>>,
    expired_exceptions: Vec<ExceptionEntry<'r>>,
    unused_exceptions: Vec<ExceptionEntry<'r>>,
}

#[derive(Debug, Serialize)]
struct Entry<'r> {
    url: &'r str,
    verdict: Standing,
    is_broken: bool,
    status: Option<u16>,
    detail: String,
    moved_to: Option<&'r str>,
    places: Vec<PlaceEntry<'r>>,
}

#[derive(Debug, Serialize)]
struct PlaceEntry<'r> {
    file: &'r str,
    record: &'r str,
    field: &'r str,
    written: &'r str,
}

#[derive(Debug, Serialize)]
struct ExceptionEntry<'r> {
    #[serde(flatten)]
    scope: &'r Scope,
    reason: &'r str,
    until: Option<Date>,
    line: usize,
}

/// Writes the report: one object.
pub(super) fn write(report: &Report<'_>) -> String {
    let counts = Standing::ALL.map(|standing| (standing, report.count(standing)));
    let links = report.links.iter().zip(report.verdicts);
    to_pretty_json(&Document {
        date: report.today,
        counts: counts.into(),
        n_excepted: report.n_excepted,
        links: links.map(|(link, verdict)| entry(link, verdict)).collect(),
        expired_exceptions: report.exceptions.expired(report.today).map(exception).collect(),
        unused_exceptions: report.exceptions.unused(report.today).map(exception).collect(),
    })
}

fn entry<'r>(link: &'r Link, verdict: &'r Verdict) -> Entry<'r> {
    Entry {
        url: &link.address,
        verdict: verdict.standing,
        is_broken: verdict.standing.is_broken(),
        status: verdict.status,
        detail: verdict.in_words(),
        moved_to: verdict.moved_to.as_deref(),
        places: link.places.iter().map(place).collect(),
    }
}

fn place(Place { file, record, field, written }: &Place) -> PlaceEntry<'_> {
    PlaceEntry { file, record, field, written }
}

fn exception(exception: &Exception) -> ExceptionEntry<'_> {
    let Exception { scope, reason, until, line, .. } = exception;
    ExceptionEntry { scope, reason, until: *until, line: *line }
}
