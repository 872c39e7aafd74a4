use std::fmt;

use crate::search::Facet;

/// What an element asks for when it is used: written in its `data-do`, read by the page.
///
/// Elements do not carry code, so a strict Content-Security-Policy holds and a page can be text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Open an address below the atlas.
    Go(String),
    /// Choose a value, or take the same choice back; written as in the search field: `-domain:cdn`.
    Toggle(String),
    /// Ask for one year, or take that back.
    Year(u16),
    /// Ask for years from the one that stands in the element on.
    From,
    /// Ask for years up to the one that stands in the element.
    To,
    /// Ask for the order that is chosen in the element.
    Sort,
    /// Look among the values of a facet for what stands in the element.
    Find(Facet),
    /// Show all values of a facet, or only the first again.
    More(Facet),
    /// Show the values of a facet that have no results as well, or hide them again.
    Empty(Facet),
    /// Take a notice away, by its position.
    Dismiss(usize),
    /// Go on to the next theme.
    Theme,
    /// Open the facets in a sheet.
    Refine,
    /// Open the dialog that shares the view.
    Share,
    /// Close what is open above the page.
    Close,
    /// Load the dataset once more.
    Retry,
    /// Open the file that is chosen in the element.
    Open,
    /// Take away what is said of a file that could not be opened.
    Forget,
}

impl Action {
    /// Reads what [`Display`](fmt::Display) writes. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (verb, object) = text.split_once(' ').unwrap_or((text, ""));
        Some(match verb {
            "go" => Self::Go(object.to_owned()),
            "toggle" => Self::Toggle(object.to_owned()),
            "year" => Self::Year(object.parse().ok()?),
            "from" => Self::From,
            "to" => Self::To,
            "sort" => Self::Sort,
            "find" => Self::Find(Facet::from_key(object)?),
            "more" => Self::More(Facet::from_key(object)?),
            "empty" => Self::Empty(Facet::from_key(object)?),
            "dismiss" => Self::Dismiss(object.parse().ok()?),
            "theme" => Self::Theme,
            "refine" => Self::Refine,
            "share" => Self::Share,
            "close" => Self::Close,
            "retry" => Self::Retry,
            "open" => Self::Open,
            "forget" => Self::Forget,
            _ => return None,
        })
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Go(address) => write!(f, "go {address}"),
            Self::Toggle(qualifier) => write!(f, "toggle {qualifier}"),
            Self::Year(year) => write!(f, "year {year}"),
            Self::From => f.write_str("from"),
            Self::To => f.write_str("to"),
            Self::Sort => f.write_str("sort"),
            Self::Find(facet) => write!(f, "find {}", facet.key()),
            Self::More(facet) => write!(f, "more {}", facet.key()),
            Self::Empty(facet) => write!(f, "empty {}", facet.key()),
            Self::Dismiss(idx) => write!(f, "dismiss {idx}"),
            Self::Theme => f.write_str("theme"),
            Self::Refine => f.write_str("refine"),
            Self::Share => f.write_str("share"),
            Self::Close => f.write_str("close"),
            Self::Retry => f.write_str("retry"),
            Self::Open => f.write_str("open"),
            Self::Forget => f.write_str("forget"),
        }
    }
}
