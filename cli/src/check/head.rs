//! What a file says before its records.

use rustscape::dataset::{
    SCHEMA_MAJOR,
    json::{Object, Value},
};

use super::{
    course::{Course, list_of, position_of, text_of},
    place::Place,
    rule::Rule,
};
use crate::schema;

/// The minor version of the form that this program knows.
const SCHEMA_MINOR: u32 = 0;

/// The record of what is said of the file as a whole.
pub(super) const FILE_PLACE: Place<'static> = Place::Record("file");

impl Course<'_> {
    /// Checks everything that comes before the organizations.
    pub(super) fn check_head(&mut self, file: &Value<'_>, members: &Object<'_>) {
        self.check_form(schema::file(), members, file.at, &FILE_PLACE);
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
            let place = FILE_PLACE.key("schema_version");
            let known =
                format_args!("is {version}; this program knows {SCHEMA_MAJOR}.{SCHEMA_MINOR}");
            let at = position_of(file, "schema_version");
            self.findings.add(Rule::NewerVersion, at, &place, known);
        }
    }

    fn check_language(&mut self, file: &Value<'_>) {
        let Some(language) = text_of(file, "language") else { return };
        if !is_language(language) {
            let reason = format_args!("“{language}” is not a language");
            let at = position_of(file, "language");
            self.findings.add(Rule::NotALanguage, at, &FILE_PLACE.key("language"), reason);
        }
    }

    fn check_post(&mut self, file: &Value<'_>) {
        let n_claims = self.census.n_claims;
        let has_post = file.get("post").is_some_and(|post| !post.is_null());
        if 0 < n_claims && !has_post {
            let reason = format_args!("is missing, although there are {n_claims} claims");
            self.findings.add(Rule::ClaimWithoutPost, file.at, &FILE_PLACE.key("post"), reason);
        }
    }

    /// Organizations are sorted by id and events by date, the newest first.
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
                let place = FILE_PLACE.key(list);
                let reason = format_args!("are not {order}: “{text}” is out of place");
                let at = position_of(value, key);
                return self.findings.add(Rule::Unsorted, at, &place.index(idx), reason);
            }
            before = Some(text);
        }
    }
}

/// Whether a text has the form of a BCP 47 tag.
pub(crate) fn is_language(text: &str) -> bool {
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
    use super::is_language;

    #[test]
    fn languages_have_the_form_of_a_tag() {
        for tag in ["en", "pt-BR", "zh-Hant-TW", "gsw", "en-x-plain"] {
            assert!(is_language(tag), "{tag}");
        }
        for text in ["e", "english", "en_US", "en-", "1n", "e n"] {
            assert!(!is_language(text), "{text}");
        }
    }
}
