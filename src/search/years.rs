//! Ranges of years and their text form.

use std::fmt;

/// A range of years that includes both ends. An end of `None` is open.
///
/// Links and the search box use the same text form: `2018..2022`, `2018..`, `..2022`, `2018` for a
/// single year and `..` for all years. [`YearRange::parse`] reads what [`Display`](fmt::Display)
/// writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearRange {
    /// First year.
    pub from: Option<u16>,
    /// Last year; never before the first.
    pub to: Option<u16>,
}

impl YearRange {
    /// Creates a range from its ends, in any order.
    pub fn new(from: Option<u16>, to: Option<u16>) -> Self {
        match (from, to) {
            (Some(a), Some(b)) => Self { from: Some(a.min(b)), to: Some(a.max(b)) },
            _ => Self { from, to },
        }
    }

    /// Parses a range in one of its text forms. The ends can be in any order.
    ///
    /// Returns `None` for anything else. A year must have four digits, so a half-typed year is not
    /// read as a year of antiquity.
    ///
    /// ```
    /// use rustscape::search::YearRange;
    ///
    /// let range = YearRange::parse("2022..2018").unwrap();
    /// assert_eq!(range.to_string(), "2018..2022");
    /// assert!(range.contains(2020));
    /// assert_eq!(YearRange::parse("..").unwrap(), YearRange::default());
    /// assert_eq!(YearRange::parse("201"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = split_at_dots(text) else {
            let year = parse_year(text)?;
            return Some(Self { from: Some(year), to: Some(year) });
        };
        let is_written = |end: &str| end.is_empty() || parse_year(end).is_some();
        let range = Self::new(parse_year(from), parse_year(to));
        (is_written(from) && is_written(to)).then_some(range)
    }

    /// Returns `true` if both ends are open. Projects of an unknown year match too.
    pub fn is_all(self) -> bool {
        self == Self::default()
    }

    /// Returns whether the range includes a year.
    pub fn contains(self, year: u16) -> bool {
        self.from.is_none_or(|from| year >= from) && self.to.is_none_or(|to| year <= to)
    }
}

impl fmt::Display for YearRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(from) = self.from {
            write!(f, "{from:04}")?;
            if self.to == self.from {
                return Ok(());
            }
        }
        f.write_str("..")?;
        self.to.map_or(Ok(()), |to| write!(f, "{to:04}"))
    }
}

/// Splits a text at its first dot, which must be two dots.
fn split_at_dots(text: &str) -> Option<(&str, &str)> {
    let (before, rest) = text.split_once('.')?;
    Some((before, rest.strip_prefix('.')?))
}

fn parse_year(text: &str) -> Option<u16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { text.parse().ok() } else { None }
}
