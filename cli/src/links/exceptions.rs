//! Links that are not asked, each for a reason.

use std::{fs, path::Path};

use jiff::civil::Date;
use serde::Serialize;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::link::{Link, without_fragment};
use crate::Failure;

/// The exceptions of a file, in their order.
#[derive(Debug, Default)]
pub(crate) struct Exceptions {
    entries: Vec<Exception>,
}

/// One entry of the file.
#[derive(Debug)]
pub(crate) struct Exception {
    /// Which links it is about.
    pub(crate) scope: Scope,
    /// Why they are not asked.
    pub(crate) reason: String,
    /// The last day on which it holds; `None` is for ever.
    pub(crate) until: Option<Date>,
    /// The line of the file in which it begins, from 1.
    pub(crate) line: usize,
    /// How many links were not asked because of it.
    pub(crate) n_links: usize,
}

/// Links that an exception is about: a key of the file with its value.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Scope {
    /// Exactly one address.
    Url(String),
    /// Every address that begins so.
    Prefix(String),
}

impl Scope {
    /// The address as the file has it.
    pub(crate) fn text(&self) -> &str {
        let (Self::Url(text) | Self::Prefix(text)) = self;
        text
    }

    fn covers(&self, address: &str) -> bool {
        match self {
            Self::Url(url) => without_fragment(url) == address,
            Self::Prefix(prefix) => address.starts_with(prefix.as_str()),
        }
    }
}

impl Exceptions {
    /// Reads an exceptions file.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or an entry is not of the form.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let text = fs::read_to_string(path).map_err(|error| Failure::reading(path, &error))?;
        let entries = read_entries(&text).map_err(|Objection { at, reason }| {
            let line = line_at(&text, at);
            Failure::new(format!("{}, line {line}: {reason}", path.display()))
                .with_remedy("`rustscape links --help` shows the form of an exceptions file")
        })?;
        Ok(Self { entries })
    }

    /// Whether a link is not to be asked on this day. Counts the links of each exception.
    pub(crate) fn cover(&mut self, link: &Link, today: Date) -> bool {
        let mut entries = self.entries.iter_mut();
        let found = entries.find(|entry| entry.holds(today) && entry.scope.covers(&link.address));
        let Some(entry) = found else { return false };
        entry.n_links += 1;
        true
    }

    /// Those that do not hold any more.
    pub(crate) fn expired(&self, today: Date) -> impl Iterator<Item = &Exception> {
        self.entries.iter().filter(move |entry| !entry.holds(today))
    }

    /// Those that hold, but for no link of the files.
    pub(crate) fn unused(&self, today: Date) -> impl Iterator<Item = &Exception> {
        self.entries.iter().filter(move |entry| entry.holds(today) && entry.n_links == 0)
    }
}

impl Exception {
    fn holds(&self, today: Date) -> bool {
        self.until.is_none_or(|until| today <= until)
    }
}

/// Why the file is not of the form, and where.
struct Objection {
    at: usize,
    reason: String,
}

impl Objection {
    fn new(at: usize, reason: impl Into<String>) -> Self {
        Self { at, reason: reason.into() }
    }
}

fn read_entries(text: &str) -> Result<Vec<Exception>, Objection> {
    let file = DeTable::parse(text).map_err(|error| {
        Objection::new(error.span().map_or(0, |span| span.start), error.message())
    })?;
    let mut entries = Vec::new();
    for (key, value) in file.get_ref() {
        let at = key.span().start;
        if key.get_ref() != "exception" {
            return Err(Objection::new(at, format!("“{}” is not known", key.get_ref())));
        }
        let values = value.get_ref().as_array();
        let values =
            values.ok_or_else(|| Objection::new(at, "write [[exception]], twice in brackets"))?;
        for value in values {
            entries.push(read_entry(value, text)?);
        }
    }
    Ok(entries)
}

fn read_entry(value: &Spanned<DeValue<'_>>, text: &str) -> Result<Exception, Objection> {
    let at = value.span().start;
    let fields = value.get_ref().as_table();
    let fields = fields.ok_or_else(|| Objection::new(at, "an exception is a table"))?;
    if let Some((key, _)) = fields.iter().find(|(key, _)| !is_key(key.get_ref())) {
        return Err(Objection::new(key.span().start, format!("“{}” is not known", key.get_ref())));
    }
    let scope = match (address(fields, "url")?, address(fields, "prefix")?) {
        (Some(url), None) => Scope::Url(url),
        (None, Some(prefix)) => Scope::Prefix(prefix),
        _ => return Err(Objection::new(at, "an exception has either a url or a prefix")),
    };
    let reason = fields.get("reason").and_then(|reason| reason.get_ref().as_str());
    let reason = reason.filter(|reason| !reason.trim().is_empty());
    let reason = reason.ok_or_else(|| Objection::new(at, "an exception needs a reason"))?;
    let until = fields.get("until").map(read_date).transpose()?;
    Ok(Exception { scope, reason: reason.to_owned(), until, line: line_at(text, at), n_links: 0 })
}

fn is_key(key: &str) -> bool {
    matches!(key, "url" | "prefix" | "reason" | "until")
}

fn address(fields: &DeTable<'_>, key: &str) -> Result<Option<String>, Objection> {
    let Some(value) = fields.get(key) else { return Ok(None) };
    let at = value.span().start;
    let text = value.get_ref().as_str().unwrap_or_default();
    if text.starts_with("https://") || text.starts_with("http://") {
        return Ok(Some(text.to_owned()));
    }
    Err(Objection::new(at, format!("a {key} starts with https:// or http://")))
}

/// A day, in quotes or not: both are natural to write.
fn read_date(value: &Spanned<DeValue<'_>>) -> Result<Date, Objection> {
    let text = match value.get_ref() {
        DeValue::Datetime(date) => date.to_string(),
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    text.parse()
        .map_err(|_| Objection::new(value.span().start, "until is a day, such as 2027-06-30"))
}

fn line_at(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
