use std::fmt;

use crate::search::Polarity;

/// What changes of the row of a facet's value while the row stays: written as one line, so that a
/// row on the page can be changed instead of being made anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowState<'r> {
    /// The id of the row.
    pub id: &'r str,
    /// How the value is chosen.
    pub choice: Option<Polarity>,
    /// How many projects choosing it gives.
    pub count: u32,
}

impl<'r> RowState<'r> {
    /// Reads what [`Display`](fmt::Display) writes. `None` for anything else.
    pub fn parse(line: &'r str) -> Option<Self> {
        let mut parts = line.split(' ');
        let choice = match parts.next()? {
            "+" => Some(Polarity::Include),
            "-" => Some(Polarity::Exclude),
            _ => None,
        };
        Some(Self { choice, count: parts.next()?.parse().ok()?, id: parts.next()? })
    }

    /// The classes of the row.
    pub fn class(&self) -> &'static str {
        match self.choice {
            Some(Polarity::Include) => "value on",
            Some(Polarity::Exclude) => "value out",
            None if self.count == 0 => "value none",
            None => "value",
        }
    }
}

impl fmt::Display for RowState<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let choice = match self.choice {
            Some(Polarity::Include) => "+",
            Some(Polarity::Exclude) => "-",
            None => "0",
        };
        write!(f, "{choice} {} {}", self.count, self.id)
    }
}
