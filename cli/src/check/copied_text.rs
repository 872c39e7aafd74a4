//! Rule against the same text in two fields.

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
    context::CheckContext,
    field_path::FieldPath,
    rule::Rule,
    value::{list_of, position_of, text_of},
};

/// Fewest bytes of a text that counts as copied if another text contains it. Shorter texts are
/// often part of another one.
const PART_BYTES_MIN: usize = 40;

/// The field of a text, relative to its project.
#[derive(Clone, Copy)]
enum TextField {
    OrganizationSummary,
    Summary,
    ListElement(&'static str, usize, &'static str),
    Claim(&'static str),
}

impl fmt::Display for TextField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OrganizationSummary => f.write_str("the organization's summary"),
            Self::Summary => f.write_str("summary"),
            Self::ListElement(list, idx, key) => write!(f, "{list}[{idx}].{key}"),
            Self::Claim(key) => write!(f, "claim.{key}"),
        }
    }
}

/// A text of a project.
struct ProjectText {
    field: TextField,
    at: Position,
    /// Folded words, separated by single spaces.
    words: String,
    role: TextRole,
}

/// The subject of a text.
#[derive(Clone, Copy, PartialEq)]
enum TextRole {
    /// A text that curators write about the project.
    Project,
    /// The title of a source or what it supports. Sources may have the same texts.
    Source,
    /// The summary of the organization.
    Organization,
}

impl CheckContext<'_> {
    /// Checks that no text of a project repeats another text of the project, of its organization or
    /// of an earlier record.
    pub(super) fn check_copied_text(
        &mut self,
        project: &Value<'_>,
        organization: &Value<'_>,
        path: &FieldPath<'_>,
    ) {
        if !self.findings.is_enabled(Rule::CopiedText) {
            return;
        }
        self.check_supports(project, path);
        let texts = texts_of(project, organization);
        for (idx, text) in texts.iter().enumerate() {
            for other in &texts[..idx] {
                if is_copy(text, other) {
                    let (at, line) = (text.at, other.at.line);
                    let reason =
                        format_args!("carries the same text as {} (line {line})", other.field);
                    self.findings.add(
                        Rule::CopiedText,
                        at,
                        &path.key(&text.field.to_string()),
                        reason,
                    );
                }
            }
        }
        for text in texts.iter().filter(|text| text.role == TextRole::Project) {
            self.check_against_earlier(text, path);
        }
    }

    /// Checks that the summary of an organization repeats no text of an earlier record.
    pub(super) fn check_summary(&mut self, organization: &Value<'_>, path: &FieldPath<'_>) {
        if self.findings.is_enabled(Rule::CopiedText) {
            let summary = text_in(organization, "summary", TextField::Summary, TextRole::Project);
            if let Some(summary) = summary {
                self.check_against_earlier(&summary, path);
            }
        }
    }

    fn check_against_earlier(&mut self, text: &ProjectText, path: &FieldPath<'_>) {
        // A large file has millions of texts, so only their hashes are kept. This hasher gives the
        // same results in every run.
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(&text.words);
        match self.texts.entry(hash) {
            Entry::Vacant(entry) => drop(entry.insert(text.at)),
            Entry::Occupied(entry) => {
                let line = entry.get().line;
                let reason = format_args!("carries the same text as line {line}");
                self.findings.add(
                    Rule::CopiedText,
                    text.at,
                    &path.key(&text.field.to_string()),
                    reason,
                );
            }
        }
    }

    fn check_supports(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        let list = path.key("sources");
        for (idx, source) in list_of(project, "sources").iter().enumerate() {
            if let (Some(title), Some(supports)) =
                (text_of(source, "title"), text_of(source, "supports"))
                && words_of(title) == words_of(supports)
            {
                let path = list.index(idx);
                let at = position_of(source, "supports");
                let reason = format_args!("repeats the title");
                self.findings.add(Rule::CopiedText, at, &path.key("supports"), reason);
            }
        }
    }
}

fn texts_of(project: &Value<'_>, organization: &Value<'_>) -> Vec<ProjectText> {
    let mut texts = Vec::new();
    texts.extend(text_in(
        organization,
        "summary",
        TextField::OrganizationSummary,
        TextRole::Organization,
    ));
    texts.extend(text_in(project, "summary", TextField::Summary, TextRole::Project));
    for (list, keys, role) in [
        ("outcomes", &["statement"][..], TextRole::Project),
        ("notes", &["statement"], TextRole::Project),
        ("sources", &["title", "supports"], TextRole::Source),
    ] {
        for (idx, value) in list_of(project, list).iter().enumerate() {
            for key in keys {
                texts.extend(text_in(value, key, TextField::ListElement(list, idx, key), role));
            }
        }
    }
    if let Some(claim) = project.get("claim") {
        for key in ["text", "note"] {
            texts.extend(text_in(claim, key, TextField::Claim(key), TextRole::Project));
        }
    }
    texts
}

fn text_in(value: &Value<'_>, key: &str, field: TextField, role: TextRole) -> Option<ProjectText> {
    let words = words_of(text_of(value, key)?);
    let at = position_of(value, key);
    (!words.is_empty()).then_some(ProjectText { field, at, words, role })
}

fn is_copy(text: &ProjectText, other: &ProjectText) -> bool {
    if text.role == TextRole::Source && other.role == TextRole::Source {
        return false;
    }
    let (longer, shorter) = if text.words.len() < other.words.len() {
        (&other.words, &text.words)
    } else {
        (&text.words, &other.words)
    };
    longer == shorter || (shorter.len() >= PART_BYTES_MIN && longer.contains(shorter.as_str()))
}

/// Returns the folded words of a text, separated by single spaces.
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
    fn compares_texts_by_their_words() {
        assert_eq!(words_of("“A b”, C–d."), "a b c d");
        assert_eq!(words_of("a, b (C-D)"), "a b c d");
        assert_eq!(words_of(" … "), "");
    }
}
