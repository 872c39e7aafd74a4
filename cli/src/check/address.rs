use rustscape::dataset::{Url, json::Position};

use super::{finding::Findings, place::Place, rule::Rule};

/// Checks an address that the reader takes.
pub(super) fn check_address(
    findings: &mut Findings<'_>,
    (at, text): (Position, &str),
    place: &Place<'_>,
) {
    let Some((scheme, rest)) = text.split_once("://") else { return };
    let oddity = oddity(rest);
    let is_insecure = !scheme.eq_ignore_ascii_case("https");
    if (oddity.is_none() && !is_insecure) || Url::parse(text).is_err() {
        return;
    }
    if is_insecure {
        findings.add(Rule::InsecureAddress, at, place, format_args!("is an http address"));
    }
    if let Some(oddity) = oddity {
        findings.add(Rule::OddAddress, at, place, format_args!("“{text}” {oddity}"));
    }
}

/// What is odd about what follows the scheme of an address.
fn oddity(rest: &str) -> Option<&'static str> {
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if !rest.is_ascii() {
        return Some("has a character that must be escaped, which not every program does");
    }
    let is_named = host.split('.').count() >= 2 && host.split('.').all(|part| !part.is_empty());
    (!is_named && !host.starts_with('[')).then_some("has a host without a domain")
}
