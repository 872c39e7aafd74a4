//! Rules for sources and for the confidence that they support.

use std::collections::HashMap;

use rustscape::dataset::json::Value;

use super::{
    context::CheckContext,
    date::is_after,
    field_path::FieldPath,
    rule::Rule,
    value::{list_of, position_of, text_of},
};
use crate::url_normalization::normalize_url;

/// Kinds of sources that can confirm a project.
const STRONG: [&str; 4] = ["first-party", "repository", "paper", "talk"];

/// Methods of checking a source that include reading it.
const READ: [&str; 2] = ["original", "copy"];

/// Kind of source whose page may be listed several times, for different entries.
const LIST: &str = "third-party-list";

impl CheckContext<'_> {
    /// Checks the sources of a project one by one, and against each other.
    pub(super) fn check_sources(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        let list = path.key("sources");
        let mut seen = HashMap::new();
        for (idx, source) in list_of(project, "sources").iter().enumerate() {
            let path = list.index(idx);
            let Some(url) = text_of(source, "url") else {
                self.report_without_address(source, &path);
                continue;
            };
            let title = text_of(source, "title").unwrap_or_default();
            // One page of a third-party list can be several sources, one for each entry.
            let entry = if text_of(source, "kind") == Some(LIST) { Some(title) } else { None };
            let address = normalize_url(url);
            let first = *seen.entry((address, entry)).or_insert(source.at);
            if first != source.at {
                let reason = format_args!("“{url}” is a source already (line {})", first.line);
                let at = position_of(source, "url");
                self.findings.add(Rule::SourceTwice, at, &path.key("url"), reason);
            }
            self.check_publisher(source, &path);
            self.check_checked(source, &path);
        }
    }

    fn report_without_address(&mut self, source: &Value<'_>, path: &FieldPath<'_>) {
        if source.as_object().is_some() {
            let at = position_of(source, "url");
            let reason = format_args!("is missing");
            self.findings.add(Rule::SourceWithoutAddress, at, &path.key("url"), reason);
        }
    }

    fn check_publisher(&mut self, source: &Value<'_>, path: &FieldPath<'_>) {
        let Some(publisher) = text_of(source, "publisher") else { return };
        let is_remark = |word: &str| matches!(word, "copy" | "note" | "quotation" | "excerpt");
        let has_sign = publisher.contains(['(', ')', '/']);
        if has_sign || publisher.split(|c: char| !c.is_alphanumeric()).any(is_remark) {
            let reason = format_args!("“{publisher}” is more than a name");
            let at = position_of(source, "publisher");
            self.findings.add(Rule::NotAPublisher, at, &path.key("publisher"), reason);
        }
    }

    fn check_checked(&mut self, source: &Value<'_>, path: &FieldPath<'_>) {
        let Some(checked) = source.get("checked") else { return };
        if let (Some(published), Some(day)) = (text_of(source, "date"), text_of(checked, "date"))
            && is_after(published, day)
        {
            let path = path.key("checked");
            let reason = format_args!("is {day}, before it was published ({published})");
            let at = position_of(checked, "date");
            self.findings.add(Rule::CheckedBeforePublished, at, &path.key("date"), reason);
        }
    }

    /// Checks that a confirmed project has a strong source that somebody has read.
    pub(super) fn check_support(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        if text_of(project, "confidence") != Some("confirmed") {
            return;
        }
        let is_strong = |source: &&Value<'_>| {
            text_of(source, "kind").is_some_and(|kind| STRONG.contains(&kind))
        };
        let is_read = |source: &Value<'_>| {
            let how = source.get("checked").and_then(|checked| text_of(checked, "how"));
            how.is_some_and(|how| READ.contains(&how))
        };
        let mut strong = list_of(project, "sources").iter().filter(is_strong).peekable();
        let at = position_of(project, "confidence");
        let path = path.key("confidence");
        if strong.peek().is_none() {
            let reason = format_args!("is confirmed, but no source is {}", STRONG.join(", "));
            self.findings.add(Rule::ConfirmedOnHearsay, at, &path, reason);
        } else if !strong.any(is_read) {
            let reason =
                format_args!("is confirmed, but nobody has read a source that can confirm it");
            self.findings.add(Rule::ConfirmedUnseen, at, &path, reason);
        }
    }
}
