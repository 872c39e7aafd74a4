//! The same text in two places: one of them says nothing.

use std::{
    collections::hash_map::Entry,
    fmt,
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
};

use rustscape::{
    dataset::json::{Position, Value},
    search::fold,
};

use super::{
    course::{Course, list_of, position_of, text_of},
    place::Place,
    rule::Rule,
};

/// A shorter text may well be a part of another one.
const PART_BYTES_MIN: usize = 40;

/// Where a text is: a field of the project, or of an object in one of its lists.
#[derive(Clone, Copy)]
enum ProseField {
    OfTheOrganization,
    Summary,
    OfAnObject(&'static str, usize, &'static str),
    OfTheClaim(&'static str),
}

impl fmt::Display for ProseField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OfTheOrganization => f.write_str("the organization's summary"),
            Self::Summary => f.write_str("summary"),
            Self::OfAnObject(list, idx, key) => write!(f, "{list}[{idx}].{key}"),
            Self::OfTheClaim(key) => write!(f, "claim.{key}"),
        }
    }
}

/// A text of a project.
struct Prose {
    field: ProseField,
    at: Position,
    /// Its words, folded, with single spaces between them.
    words: String,
    kind: ProseKind,
}

#[derive(Clone, Copy, PartialEq)]
enum ProseKind {
    /// What the curators say of it.
    Own,
    /// What a source is called, or what it supports. Sources may well be alike.
    OfASource,
    /// What is said of the organization.
    Outer,
}

impl Course<'_> {
    /// Checks that no text of a project repeats another one of it, of its organization, or of any
    /// record before.
    pub(super) fn check_prose(
        &mut self,
        project: &Value<'_>,
        organization: &Value<'_>,
        place: &Place<'_>,
    ) {
        if !self.findings.look_for(Rule::CopiedText) {
            return;
        }
        self.check_supports(project, place);
        let texts = prose_of(project, organization);
        for (idx, text) in texts.iter().enumerate() {
            for other in &texts[..idx] {
                if is_copy(text, other) {
                    let (at, line) = (text.at, other.at.line);
                    let reason =
                        format_args!("carries the same text as {} (line {line})", other.field);
                    self.findings.add(
                        Rule::CopiedText,
                        at,
                        &place.key(&text.field.to_string()),
                        reason,
                    );
                }
            }
        }
        for text in texts.iter().filter(|text| text.kind == ProseKind::Own) {
            self.check_against_others(text, place);
        }
    }

    /// Checks that the summary of an organization repeats no text of any record before.
    pub(super) fn check_summary(&mut self, organization: &Value<'_>, place: &Place<'_>) {
        if self.findings.look_for(Rule::CopiedText) {
            let summary = prose(organization, "summary", ProseField::Summary, ProseKind::Own);
            if let Some(summary) = summary {
                self.check_against_others(&summary, place);
            }
        }
    }

    fn check_against_others(&mut self, text: &Prose, place: &Place<'_>) {
        // The same hash in each run, and small: a large file has millions of sentences.
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(&text.words);
        match self.prose.entry(hash) {
            Entry::Vacant(entry) => drop(entry.insert(text.at)),
            Entry::Occupied(entry) => {
                let line = entry.get().line;
                let reason = format_args!("carries the same text as line {line}");
                self.findings.add(
                    Rule::CopiedText,
                    text.at,
                    &place.key(&text.field.to_string()),
                    reason,
                );
            }
        }
    }

    fn check_supports(&mut self, project: &Value<'_>, place: &Place<'_>) {
        let list = place.key("sources");
        for (idx, source) in list_of(project, "sources").iter().enumerate() {
            if let (Some(title), Some(supports)) =
                (text_of(source, "title"), text_of(source, "supports"))
                && words_of(title) == words_of(supports)
            {
                let place = list.index(idx);
                let at = position_of(source, "supports");
                let reason = format_args!("repeats the title");
                self.findings.add(Rule::CopiedText, at, &place.key("supports"), reason);
            }
        }
    }
}

fn prose_of(project: &Value<'_>, organization: &Value<'_>) -> Vec<Prose> {
    let mut texts = Vec::new();
    texts.extend(prose(organization, "summary", ProseField::OfTheOrganization, ProseKind::Outer));
    texts.extend(prose(project, "summary", ProseField::Summary, ProseKind::Own));
    for (list, keys, kind) in [
        ("outcomes", &["statement"][..], ProseKind::Own),
        ("notes", &["statement"], ProseKind::Own),
        ("sources", &["title", "supports"], ProseKind::OfASource),
    ] {
        for (idx, value) in list_of(project, list).iter().enumerate() {
            for key in keys {
                texts.extend(prose(value, key, ProseField::OfAnObject(list, idx, key), kind));
            }
        }
    }
    if let Some(claim) = project.get("claim") {
        for key in ["text", "note"] {
            texts.extend(prose(claim, key, ProseField::OfTheClaim(key), ProseKind::Own));
        }
    }
    texts
}

fn prose(value: &Value<'_>, key: &str, field: ProseField, kind: ProseKind) -> Option<Prose> {
    let words = words_of(text_of(value, key)?);
    let at = position_of(value, key);
    (!words.is_empty()).then_some(Prose { field, at, words, kind })
}

fn is_copy(text: &Prose, other: &Prose) -> bool {
    if text.kind == ProseKind::OfASource && other.kind == ProseKind::OfASource {
        return false;
    }
    let (longer, shorter) = if text.words.len() < other.words.len() {
        (&other.words, &text.words)
    } else {
        (&text.words, &other.words)
    };
    longer == shorter || (PART_BYTES_MIN <= shorter.len() && longer.contains(shorter.as_str()))
}

/// The words of a text, folded, with single spaces between them.
fn words_of(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut push = |c: char| {
        if c.is_alphanumeric() {
            words.push(c);
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    };
    if text.is_ascii() {
        text.bytes().for_each(|byte| push(char::from(byte.to_ascii_lowercase())));
    } else {
        fold(text).chars().for_each(push);
    }
    if words.ends_with(' ') {
        words.pop();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn texts_are_compared_by_their_words() {
        assert_eq!(words_of("“A b”, C–d."), "a b c d");
        assert_eq!(words_of("a, b (C-D)"), "a b c d");
        assert_eq!(words_of(" … "), "");
    }
}
