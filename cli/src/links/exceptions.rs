//! Exceptions file: links that are not checked.

use std::{fs, path::Path};

use jiff::civil::Date;
use serde::Serialize;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::link_target::{LinkTarget, without_fragment};
use crate::Failure;

/// The exceptions of a file, in its order.
#[derive(Debug, Default)]
pub(crate) struct Exceptions {
    entries: Vec<Exception>,
}

/// An entry of the file.
#[derive(Debug)]
pub(crate) struct Exception {
    /// URLs that are not checked.
    pub(crate) scope: ExceptionScope,
    /// Reason that the curator gave.
    pub(crate) reason: String,
    /// Last day of the exception; `None` if it never expires.
    pub(crate) until: Option<Date>,
    /// First line of the entry in the file, counted from 1.
    pub(crate) line: usize,
    /// Number of links that the exception excluded.
    pub(crate) n_links: usize,
}

/// URLs that an exception excludes. The variants are keys of the file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ExceptionScope {
    /// One URL.
    Url(String),
    /// All URLs that start with this prefix.
    Prefix(String),
}

impl ExceptionScope {
    /// Returns the URL or prefix as the file spells it.
    pub(crate) fn text(&self) -> &str {
        let (Self::Url(text) | Self::Prefix(text)) = self;
        text
    }

    fn covers(&self, url: &str) -> bool {
        match self {
            Self::Url(exact) => without_fragment(exact) == url,
            Self::Prefix(prefix) => url.starts_with(prefix.as_str()),
        }
    }
}

impl Exceptions {
    /// Reads an exceptions file.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read or does not have the format of `rustscape links --help`.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let text = fs::read_to_string(path).map_err(|error| Failure::reading(path, &error))?;
        let entries = read_entries(&text).map_err(|SyntaxError { at, reason }| {
            let line = line_at(&text, at);
            Failure::new(format!("{}, line {line}: {reason}", path.display()))
                .with_remedy("run `rustscape links --help` to see the format of the file")
        })?;
        Ok(Self { entries })
    }

    /// Returns `true` if an exception excludes the link on this day. Counts the link in the first
    /// such exception.
    pub(crate) fn exclude(&mut self, link: &LinkTarget, today: Date) -> bool {
        let mut entries = self.entries.iter_mut();
        let found = entries.find(|entry| entry.is_active(today) && entry.scope.covers(&link.url));
        let Some(entry) = found else { return false };
        entry.n_links += 1;
        true
    }

    /// Returns the exceptions that have expired.
    pub(crate) fn expired(&self, today: Date) -> impl Iterator<Item = &Exception> {
        self.entries.iter().filter(move |entry| !entry.is_active(today))
    }

    /// Returns the active exceptions that excluded no link.
    pub(crate) fn unused(&self, today: Date) -> impl Iterator<Item = &Exception> {
        self.entries.iter().filter(move |entry| entry.is_active(today) && entry.n_links == 0)
    }
}

impl Exception {
    fn is_active(&self, today: Date) -> bool {
        self.until.is_none_or(|until| until >= today)
    }
}

/// A violation of the file format, with its byte offset.
struct SyntaxError {
    at: usize,
    reason: String,
}

impl SyntaxError {
    fn new(at: usize, reason: impl Into<String>) -> Self {
        Self { at, reason: reason.into() }
    }
}

fn read_entries(text: &str) -> Result<Vec<Exception>, SyntaxError> {
    let file = DeTable::parse(text).map_err(|error| {
        SyntaxError::new(error.span().map_or(0, |span| span.start), error.message())
    })?;
    let mut entries = Vec::new();
    for (key, value) in file.get_ref() {
        let at = key.span().start;
        if key.get_ref() != "exception" {
            return Err(SyntaxError::new(at, format!("unknown key “{}”", key.get_ref())));
        }
        let values = value.get_ref().as_array();
        let values =
            values.ok_or_else(|| SyntaxError::new(at, "write [[exception]] with two brackets"))?;
        for value in values {
            entries.push(read_entry(value, text)?);
        }
    }
    Ok(entries)
}

fn read_entry(value: &Spanned<DeValue<'_>>, text: &str) -> Result<Exception, SyntaxError> {
    let at = value.span().start;
    let fields = value.get_ref().as_table();
    let fields = fields.ok_or_else(|| SyntaxError::new(at, "an exception must be a table"))?;
    if let Some((key, _)) = fields.iter().find(|(key, _)| !is_key(key.get_ref())) {
        return Err(SyntaxError::new(key.span().start, format!("unknown key “{}”", key.get_ref())));
    }
    let scope = match (read_url(fields, "url")?, read_url(fields, "prefix")?) {
        (Some(url), None) => ExceptionScope::Url(url),
        (None, Some(prefix)) => ExceptionScope::Prefix(prefix),
        _ => return Err(SyntaxError::new(at, "an exception needs either a url or a prefix")),
    };
    let reason = fields.get("reason").and_then(|reason| reason.get_ref().as_str());
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    let reason = reason.ok_or_else(|| SyntaxError::new(at, "an exception needs a reason"))?;
    let until = fields.get("until").map(read_date).transpose()?;
    Ok(Exception { scope, reason: reason.to_owned(), until, line: line_at(text, at), n_links: 0 })
}

fn is_key(key: &str) -> bool {
    matches!(key, "url" | "prefix" | "reason" | "until")
}

fn read_url(fields: &DeTable<'_>, key: &str) -> Result<Option<String>, SyntaxError> {
    let Some(value) = fields.get(key) else { return Ok(None) };
    let at = value.span().start;
    let text = value.get_ref().as_str().unwrap_or_default();
    if text.starts_with("https://") || text.starts_with("http://") {
        return Ok(Some(text.to_owned()));
    }
    Err(SyntaxError::new(at, format!("a {key} must start with https:// or http://")))
}

/// Reads a day, with or without quotes.
fn read_date(value: &Spanned<DeValue<'_>>) -> Result<Date, SyntaxError> {
    let text = match value.get_ref() {
        DeValue::Datetime(date) => date.to_string(),
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    text.parse().map_err(|_| {
        SyntaxError::new(value.span().start, "until must be a day, such as 2027-06-30")
    })
}

fn line_at(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
