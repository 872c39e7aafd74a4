//! How a frame in another page looks: what its address says beside the view.

/// The colors of a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme, the default first.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// What links call it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A part of a frame that whoever embeds it can leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EmbedPart {
    /// The field to search in the view.
    Search,
    /// The button that opens the facets.
    Facets,
    /// The sentence that says what is shown.
    Sentence,
    /// How far each row is to be trusted, and how many sources it has.
    Sources,
}

impl EmbedPart {
    /// Every part, in the order in which addresses name them.
    pub const ALL: [Self; 4] = [Self::Search, Self::Facets, Self::Sentence, Self::Sources];

    /// What addresses call it.
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

/// What `show` says where no part is shown.
const NO_PART: &str = "none";

/// A set of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EmbedParts(u8);

impl Default for EmbedParts {
    /// The sentence and the button of the facets.
    fn default() -> Self {
        Self(EmbedPart::Facets.bit() | EmbedPart::Sentence.bit())
    }
}

impl EmbedParts {
    /// Whether a part is shown.
    pub fn contains(self, part: EmbedPart) -> bool {
        self.0 & part.bit() != 0
    }

    /// The same with a part where it was left out, and without it where it was shown.
    #[must_use]
    pub fn toggled(self, part: EmbedPart) -> Self {
        Self(self.0 ^ part.bit())
    }

    /// Reads what [`keys`](Self::keys) writes, in any order. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if text == NO_PART {
            return Some(Self(0));
        }
        text.split(',').try_fold(Self(0), |parts, key| {
            let part = EmbedPart::ALL.into_iter().find(|part| part.key() == key)?;
            Some(Self(parts.0 | part.bit()))
        })
    }

    /// The keys of the parts, with a comma between them; `none` for no part.
    pub fn keys(self) -> String {
        let parts = EmbedPart::ALL.into_iter().filter(|part| self.contains(*part));
        let keys = parts.map(EmbedPart::key).collect::<Vec<_>>().join(",");
        if keys.is_empty() { NO_PART.to_owned() } else { keys }
    }
}

/// How a frame looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EmbedOptions {
    /// Its colors.
    pub theme: Theme,
    /// What is shown beside its rows.
    pub parts: EmbedParts,
    /// How many rows it has at most, from 1 to [`EmbedOptions::ROWS_MAX`].
    pub n_rows: u32,
}

impl Default for EmbedOptions {
    fn default() -> Self {
        Self { theme: Theme::default(), parts: EmbedParts::default(), n_rows: 6 }
    }
}

impl EmbedOptions {
    /// The most rows of a frame: about two screens of a phone. Who wants more follows its link.
    pub const ROWS_MAX: u32 = 24;

    /// The keys and values that an address has to name, in their order; defaults are left out.
    pub fn params(self) -> Vec<(&'static str, String)> {
        let usual = Self::default();
        let mut values = Vec::new();
        if self.theme != usual.theme {
            values.push(("theme", self.theme.key().to_owned()));
        }
        if self.parts != usual.parts {
            values.push(("show", self.parts.keys()));
        }
        if self.n_rows != usual.n_rows {
            values.push(("max", self.n_rows.to_string()));
        }
        values
    }

    /// Takes over what a key and its value say. Whether they say something about the look; nothing
    /// changes if they do not.
    pub fn set_param(&mut self, key: &str, value: &str) -> bool {
        match key {
            "theme" => set(&mut self.theme, Theme::ALL.into_iter().find(|it| it.key() == value)),
            "show" => set(&mut self.parts, EmbedParts::parse(value)),
            "max" => {
                // `parse` also takes "+3" and "03".
                let is_plain = value.starts_with(|c| matches!(c, '1'..='9'));
                let n_rows = value.parse().ok().filter(|n| (1..=Self::ROWS_MAX).contains(n));
                set(&mut self.n_rows, n_rows.filter(|_| is_plain))
            }
            _ => false,
        }
    }
}

fn set<T>(place: &mut T, value: Option<T>) -> bool {
    let is_known = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    is_known
}
