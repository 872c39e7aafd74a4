//! Rules for the top-level fields of a file.

use rustscape::dataset::{
    SCHEMA_MAJOR,
    json::{Object, Value},
};

use super::{
    context::CheckContext,
    field_path::FILE_RECORD,
    rule::Rule,
    value::{list_of, position_of, text_of},
};
use crate::schema;

/// Minor schema version that this program supports.
const SCHEMA_MINOR: u32 = 0;

impl CheckContext<'_> {
    /// Checks everything except the organizations.
    pub(super) fn check_header(&mut self, file: &Value<'_>, members: &Object<'_>) {
        self.check_fields(schema::file_schema(), members, file.at, &FILE_RECORD);
        self.check_version(file);
        self.check_language(file);
        self.check_post(file);
        self.check_vocabulary(file);
        self.check_redirects(file);
        self.check_events(file);
        self.check_order(file);
    }

    fn check_version(&mut self, file: &Value<'_>) {
        let Some(version) = text_of(file, "schema_version") else { return };
        let minor = version.strip_prefix(SCHEMA_MAJOR).and_then(|rest| rest.strip_prefix('.'));
        if minor.and_then(|minor| minor.parse().ok()) != Some(SCHEMA_MINOR) {
            let path = FILE_RECORD.key("schema_version");
            let known =
                format_args!("is {version}; this program knows {SCHEMA_MAJOR}.{SCHEMA_MINOR}");
            let at = position_of(file, "schema_version");
            self.findings.add(Rule::NewerVersion, at, &path, known);
        }
    }

    fn check_language(&mut self, file: &Value<'_>) {
        let Some(language) = text_of(file, "language") else { return };
        if !is_language_tag(language) {
            let reason = format_args!("“{language}” is not a language");
            let at = position_of(file, "language");
            self.findings.add(Rule::NotALanguage, at, &FILE_RECORD.key("language"), reason);
        }
    }

    fn check_post(&mut self, file: &Value<'_>) {
        let n_claims = self.index.n_claims;
        let has_post = file.get("post").is_some_and(|post| !post.is_null());
        if n_claims > 0 && !has_post {
            let reason = format_args!("is missing, although there are {n_claims} claims");
            self.findings.add(Rule::ClaimWithoutPost, file.at, &FILE_RECORD.key("post"), reason);
        }
    }

    /// Checks that organizations are sorted by id, and events by date with the newest first.
    fn check_order(&mut self, file: &Value<'_>) {
        self.check_sorted(file, "organizations", "id", "sorted by id");
        self.check_sorted(file, "events", "date", "sorted from the newest to the oldest");
    }

    fn check_sorted(&mut self, file: &Value<'_>, list: &str, key: &str, order: &str) {
        let mut before: Option<&str> = None;
        for (idx, value) in list_of(file, list).iter().enumerate() {
            let Some(text) = text_of(value, key) else { continue };
            let is_wrong = before.is_some_and(|before| match key {
                "date" => before < text,
                _ => text < before,
            });
            if is_wrong {
                let path = FILE_RECORD.key(list);
                let reason = format_args!("are not {order}: “{text}” is out of place");
                let at = position_of(value, key);
                return self.findings.add(Rule::Unsorted, at, &path.index(idx), reason);
            }
            before = Some(text);
        }
    }
}

/// Returns whether a text has the form of a BCP 47 language tag. The subtags may be unknown.
pub(crate) fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_main = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    is_main
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::is_language_tag;

    #[test]
    fn recognizes_the_form_of_language_tags() {
        for tag in ["en", "pt-BR", "zh-Hant-TW", "gsw", "en-x-plain"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for text in ["e", "english", "en_US", "en-", "1n", "e n"] {
            assert!(!is_language_tag(text), "{text}");
        }
    }
}
