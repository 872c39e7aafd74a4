//! Report as JSON.

use jiff::civil::Date;
use serde::Serialize;

use super::links_report::LinksReport;
use crate::{
    json::{as_object, to_pretty_json},
    links::{
        exceptions::{Exception, ExceptionScope},
        link_result::{LinkResult, LinkStatus},
        link_target::{LinkLocation, LinkTarget},
    },
};

/// The report. `rustscape links --help` documents its format.
#[derive(Debug, Serialize)]
struct JsonReport<'r> {
    date: Date,
    #[serde(serialize_with = "as_object")]
    counts: Vec<(LinkStatus, usize)>,
    n_excepted: usize,
    links: Vec<LinkEntry<'r>>,
    expired_exceptions: Vec<ExceptionEntry<'r>>,
    unused_exceptions: Vec<ExceptionEntry<'r>>,
}

#[derive(Debug, Serialize)]
struct LinkEntry<'r> {
    url: &'r str,
    #[serde(rename = "verdict")]
    link_status: LinkStatus,
    is_broken: bool,
    #[serde(rename = "status")]
    http_status: Option<u16>,
    detail: String,
    moved_to: Option<&'r str>,
    #[serde(rename = "places")]
    locations: Vec<LocationEntry<'r>>,
}

#[derive(Debug, Serialize)]
struct LocationEntry<'r> {
    file: &'r str,
    record: &'r str,
    field: &'r str,
    written: &'r str,
}

#[derive(Debug, Serialize)]
struct ExceptionEntry<'r> {
    #[serde(flatten)]
    scope: &'r ExceptionScope,
    reason: &'r str,
    until: Option<Date>,
    line: usize,
}

/// Returns the report as one JSON object.
pub(super) fn write(report: &LinksReport<'_>) -> String {
    let counts = LinkStatus::ALL.map(|status| (status, report.count(status)));
    let links = report.links.iter().zip(report.results);
    to_pretty_json(&JsonReport {
        date: report.today,
        counts: counts.into(),
        n_excepted: report.n_excepted,
        links: links.map(|(link, result)| link_entry(link, result)).collect(),
        expired_exceptions: report.exceptions.expired(report.today).map(exception_entry).collect(),
        unused_exceptions: report.exceptions.unused(report.today).map(exception_entry).collect(),
    })
}

fn link_entry<'r>(link: &'r LinkTarget, result: &'r LinkResult) -> LinkEntry<'r> {
    LinkEntry {
        url: &link.url,
        link_status: result.status,
        is_broken: result.status.is_broken(),
        http_status: result.http_status,
        detail: result.description(),
        moved_to: result.moved_to.as_deref(),
        locations: link.locations.iter().map(location_entry).collect(),
    }
}

fn location_entry(location: &LinkLocation) -> LocationEntry<'_> {
    let LinkLocation { file, record, field, written } = location;
    LocationEntry { file, record, field, written }
}

fn exception_entry(exception: &Exception) -> ExceptionEntry<'_> {
    let Exception { scope, reason, until, line, .. } = exception;
    ExceptionEntry { scope, reason, until: *until, line: *line }
}
