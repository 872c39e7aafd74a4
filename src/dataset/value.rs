//! Strings whose format was checked when they were read.

use std::{fmt, ops::RangeInclusive};

/// Years that a record may name. Any other year is reported as an error.
pub const YEARS: RangeInclusive<u16> = 1900..=2999;

/// An absolute `https` or `http` URL. Other schemes are rejected, so it is safe in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url(String);

impl Url {
    /// Parses a URL.
    ///
    /// ```
    /// use rustscape::dataset::Url;
    ///
    /// assert_eq!(Url::parse("https://www.example.org/a").unwrap().host(), "example.org");
    /// assert!(Url::parse("javascript:alert(1)").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the reason as the end of a sentence: another scheme, no host, a user name, or a
    /// character that must be escaped.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let rest = ["https://", "http://"]
            .iter()
            .find_map(|scheme| strip_prefix_ignore_case(text, scheme))
            .ok_or("is not an https or http address")?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if host.is_empty() || host.starts_with(':') {
            return Err("is an address without a host");
        }
        if host.contains('@') {
            return Err("is an address with a user name in it");
        }
        let must_be_escaped =
            |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
        if text.contains(must_be_escaped) {
            return Err("is an address with a character that must be escaped");
        }
        Ok(Self(text.to_owned()))
    }

    /// Returns the URL as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the host without `www.`, as a short name for a link.
    pub fn host(&self) -> &str {
        // Element 1 is the empty text between the two slashes after the scheme.
        let host = self.0.split(['/', '?', '#']).nth(2).unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn strip_prefix_ignore_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// A date to the year, month or day: `2022`, `2022-09` or `2022-09-14`.
///
/// Dates compare as text: dates of the same precision in time order, and a less precise date before
/// the dates that it contains.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(String);

impl Date {
    /// Parses a date in one of the three formats.
    ///
    /// Months run from 1 to 12, and days from 1 to 31 in every month.
    ///
    /// ```
    /// use rustscape::dataset::Date;
    ///
    /// assert_eq!(Date::parse("2022-09").unwrap().as_str(), "2022-09");
    /// assert!(Date::parse("2022-09-14") > Date::parse("2022-09-02"));
    /// assert_eq!(Date::parse("14.09.2022"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next().is_some_and(|part| is_number(part, 4, 1..=9999));
        let month = parts.next().is_none_or(|part| is_number(part, 2, 1..=12));
        let day = parts.next().is_none_or(|part| is_number(part, 2, 1..=31));
        (year && month && day && parts.next().is_none()).then(|| Self(text.to_owned()))
    }

    /// Returns the date as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the date one year earlier, with the same precision. Years stop at 0.
    #[must_use]
    pub fn a_year_earlier(&self) -> Self {
        let (year, rest) = self.0.split_at_checked(4).unwrap_or((&self.0, ""));
        let year = year.parse::<u16>().unwrap_or_default().saturating_sub(1);
        Self(format!("{year:04}{rest}"))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_number(text: &str, n_digits: usize, range: RangeInclusive<u16>) -> bool {
    text.len() == n_digits
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse().is_ok_and(|number| range.contains(&number))
}
