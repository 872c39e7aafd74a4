//! A range of years, and how it is written.

use std::fmt;

/// A range of years, both ends included; an end that is `None` is open.
///
/// Links and the search box write it alike: `2018..2022`, `2018..`, `..2022`, `2018` for a single
/// year and `..` for all. What [`Display`](fmt::Display) writes, [`YearRange::parse`] reads, for
/// years of four digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearRange {
    /// The first year.
    pub from: Option<u16>,
    /// The last year, never before the first.
    pub to: Option<u16>,
}

impl YearRange {
    /// A range whose ends are given in any order.
    pub fn new(from: Option<u16>, to: Option<u16>) -> Self {
        match (from, to) {
            (Some(a), Some(b)) => Self { from: Some(a.min(b)), to: Some(a.max(b)) },
            _ => Self { from, to },
        }
    }

    /// Reads a range in one of the written forms, with its ends in any order. `None` for anything
    /// else; a year has four digits, so that one that is half typed is not a year of antiquity.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = split_at_dots(text) else {
            let year = parse_year(text)?;
            return Some(Self { from: Some(year), to: Some(year) });
        };
        let is_written = |end: &str| end.is_empty() || parse_year(end).is_some();
        let range = Self::new(parse_year(from), parse_year(to));
        (is_written(from) && is_written(to)).then_some(range)
    }

    /// Both ends are open: every year and the unknown one are asked for.
    pub fn is_all(self) -> bool {
        self == Self::default()
    }

    /// Whether the range includes a year.
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

/// What is before and after two dots.
fn split_at_dots(text: &str) -> Option<(&str, &str)> {
    let (before, rest) = text.split_once('.')?;
    Some((before, rest.strip_prefix('.')?))
}

fn parse_year(text: &str) -> Option<u16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { text.parse().ok() } else { None }
}
