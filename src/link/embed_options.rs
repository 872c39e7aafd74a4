//! Display options of a frame in another page, which are parameters of its address.

/// Color theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// The theme of the reader's system.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All themes, the default first.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Returns the value in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// An optional part of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EmbedPart {
    /// Search field.
    Search,
    /// Button that opens the filters.
    Facets,
    /// Sentence about the results.
    Sentence,
    /// Confidence and number of sources in each row.
    Sources,
}

impl EmbedPart {
    /// All parts, in the order of their keys in addresses.
    pub const ALL: [Self; 4] = [Self::Search, Self::Facets, Self::Sentence, Self::Sources];

    /// Returns the key in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Facets => "facets",
            Self::Sentence => "sentence",
            Self::Sources => "sources",
        }
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Value of `show` without any part.
const NO_PART: &str = "none";

/// Set of optional parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EmbedParts(u8);

impl Default for EmbedParts {
    /// Returns the sentence and the button of the filters.
    fn default() -> Self {
        Self(EmbedPart::Facets.bit() | EmbedPart::Sentence.bit())
    }
}

impl EmbedParts {
    /// Returns whether the set contains a part.
    pub fn contains(self, part: EmbedPart) -> bool {
        self.0 & part.bit() != 0
    }

    /// Adds a part, or removes it if the set contains it.
    #[must_use]
    pub fn toggled(self, part: EmbedPart) -> Self {
        Self(self.0 ^ part.bit())
    }

    /// Parses the output of [`keys`](Self::keys), in any order. Returns `None` for other text.
    pub fn parse(text: &str) -> Option<Self> {
        if text == NO_PART {
            return Some(Self(0));
        }
        text.split(',').try_fold(Self(0), |parts, key| {
            let part = EmbedPart::ALL.into_iter().find(|part| part.key() == key)?;
            Some(Self(parts.0 | part.bit()))
        })
    }

    /// Returns the keys of the parts, separated by commas, or `none` for the empty set.
    pub fn keys(self) -> String {
        let parts = EmbedPart::ALL.into_iter().filter(|part| self.contains(*part));
        let keys = parts.map(EmbedPart::key).collect::<Vec<_>>().join(",");
        if keys.is_empty() { NO_PART.to_owned() } else { keys }
    }
}

/// Display options of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EmbedOptions {
    /// Color theme.
    pub theme: Theme,
    /// Parts that are shown.
    pub parts: EmbedParts,
    /// Maximum number of rows, from 1 to [`EmbedOptions::ROWS_MAX`].
    pub n_rows: u32,
}

impl Default for EmbedOptions {
    fn default() -> Self {
        Self { theme: Theme::default(), parts: EmbedParts::default(), n_rows: 6 }
    }
}

impl EmbedOptions {
    /// Maximum of [`n_rows`](Self::n_rows): about two screens of a phone. The full page has all rows.
    pub const ROWS_MAX: u32 = 24;

    /// Returns the parameters for an address, without defaults.
    pub fn params(self) -> Vec<(&'static str, String)> {
        let default = Self::default();
        let mut params = Vec::new();
        if self.theme != default.theme {
            params.push(("theme", self.theme.key().to_owned()));
        }
        if self.parts != default.parts {
            params.push(("show", self.parts.keys()));
        }
        if self.n_rows != default.n_rows {
            params.push(("max", self.n_rows.to_string()));
        }
        params
    }

    /// Applies a parameter of an address. Returns whether the parameter is a valid option; otherwise
    /// nothing changes.
    pub fn set_param(&mut self, key: &str, value: &str) -> bool {
        match key {
            "theme" => set(&mut self.theme, Theme::ALL.into_iter().find(|it| it.key() == value)),
            "show" => set(&mut self.parts, EmbedParts::parse(value)),
            "max" => {
                // `parse` would accept "+3" and "03".
                let is_plain = value.starts_with(|c| matches!(c, '1'..='9'));
                let n_rows = value.parse().ok().filter(|n| (1..=Self::ROWS_MAX).contains(n));
                set(&mut self.n_rows, n_rows.filter(|_| is_plain))
            }
            _ => false,
        }
    }
}

fn set<T>(option: &mut T, value: Option<T>) -> bool {
    let is_valid = value.is_some();
    if let Some(value) = value {
        *option = value;
    }
    is_valid
}
