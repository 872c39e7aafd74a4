//! Rules for addresses (URLs).

use rustscape::dataset::{Url, json::Position};

use super::{field_path::FieldPath, finding::Findings, rule::Rule};

/// Checks an address that the reader accepts. Ignores others, which the reader reports.
pub(super) fn check_address(
    findings: &mut Findings<'_>,
    (at, text): (Position, &str),
    path: &FieldPath<'_>,
) {
    let Some((scheme, rest)) = text.split_once("://") else { return };
    let oddity = oddity(rest);
    let is_insecure = !scheme.eq_ignore_ascii_case("https");
    if (oddity.is_none() && !is_insecure) || Url::parse(text).is_err() {
        return;
    }
    if is_insecure {
        findings.add(Rule::InsecureAddress, at, path, format_args!("is an http address"));
    }
    if let Some(oddity) = oddity {
        findings.add(Rule::OddAddress, at, path, format_args!("“{text}” {oddity}"));
    }
}

/// Returns why an address may not work on the open web, from the part after its scheme.
fn oddity(rest: &str) -> Option<&'static str> {
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if !rest.is_ascii() {
        return Some("has a character that must be escaped, which not every program does");
    }
    let is_named = host.split('.').count() >= 2 && host.split('.').all(|part| !part.is_empty());
    (!is_named && !host.starts_with('[')).then_some("has a host without a domain")
}
