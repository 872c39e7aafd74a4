//! Parser of the search box: words and qualifiers.

use super::{Catalog, Facet, Polarity, Query, Refinement, SortBy, ValueIdx, YearRange};

/// State of the input while the search runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputState {
    /// The reader is typing, so the last qualifier may be incomplete.
    Typing,
    /// The input is complete.
    Complete,
}

/// A qualifier with a value that the dataset does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownQualifier {
    /// Facet of the qualifier.
    pub facet: Facet,
    /// Value as typed, without quotes; empty if there is none.
    pub value: String,
    /// Polarity of the qualifier.
    pub polarity: Polarity,
    /// Similar value, if there is one.
    pub suggestion: Option<ValueIdx>,
}

/// Words and qualifiers of an input.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedInput {
    /// Words that are not qualifiers, separated by single spaces.
    pub text: String,
    /// Values that the qualifiers name, in the order of the input.
    pub refinements: Vec<Refinement>,
    /// Last range of years in the input.
    pub years: Option<YearRange>,
    /// Last order in the input.
    pub sort: Option<SortBy>,
    /// Last qualifier as typed, if it may be incomplete. It has no effect yet.
    pub pending: Option<String>,
    /// Qualifiers whose value is unknown.
    pub unknown: Vec<UnknownQualifier>,
}

impl ParsedInput {
    /// Returns whether the input has a qualifier that changes a query.
    pub fn refines(&self) -> bool {
        !self.refinements.is_empty() || self.years.is_some() || self.sort.is_some()
    }

    /// Returns a query with the qualifiers of the input added. The text is left as it was.
    pub fn refine(&self, mut query: Query) -> Query {
        for refinement in &self.refinements {
            query = query.with(*refinement);
        }
        if let Some(years) = self.years {
            query = query.with_years(years);
        }
        match self.sort {
            Some(sort) => query.with_sort(sort),
            None => query,
        }
    }
}

/// Returns the qualifier for a value, as [`parse_input`] reads it: `domain:proxy` or
/// `-domain:proxy`.
pub fn qualifier(facet: Facet, id: &str, polarity: Polarity) -> String {
    let sign = if polarity == Polarity::Exclude { "-" } else { "" };
    [sign, facet.key(), ":", id].concat()
}

/// Parses an input of the search box.
///
/// Qualifiers are `facet:value`, `-facet:value`, `facet:"two words"`, `facet:one,two`,
/// `since:2018..2022` and `sort:order`; values are ids or labels. Anything else is text, including
/// words with a colon that name no facet (`https://…`) or no order.
///
/// While the reader is typing, a qualifier at the very end is held back as
/// [`pending`](ParsedInput::pending), because `replaces:c` may become `replaces:cpp`. The last word
/// is not held back, because words match as prefixes.
///
/// ```
/// use rustscape::search::{BuiltInLabels, Catalog, InputState, parse_input};
///
/// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sample.json");
/// # let (dataset, _) = rustscape::dataset::read(&std::fs::read(path).unwrap()).unwrap();
/// # let labels = BuiltInLabels { unknown: |_| "Unknown", open_source: "Open", closed_source: "Closed" };
/// let catalog = Catalog::new(&dataset, &labels);
/// let input = parse_input("bikes replaces:vans since:2018..", InputState::Complete, &catalog);
/// assert_eq!(input.text, "bikes");
/// assert_eq!(input.refinements.len(), 1);
/// assert_eq!(input.years.unwrap().from, Some(2018));
///
/// let typing = parse_input("bikes replaces:va", InputState::Typing, &catalog);
/// assert_eq!(typing.pending.as_deref(), Some("replaces:va"));
/// ```
pub fn parse_input(input: &str, at: InputState, catalog: &Catalog) -> ParsedInput {
    let mut parsed = ParsedInput::default();
    let mut rest = input.trim_start_matches(is_space);
    while !rest.is_empty() {
        let qualifier = Qualifier::at_start_of(rest);
        let end = qualifier.as_ref().map_or_else(|| word_end(rest), |qualifier| qualifier.end);
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        match qualifier {
            Some(_) if after.is_empty() && at == InputState::Typing => {
                parsed.pending = Some(word.to_owned());
            }
            Some(qualifier) => parsed.add_qualifier(&qualifier, word, catalog),
            None => parsed.add_word(word),
        }
        rest = after.trim_start_matches(is_space);
    }
    parsed
}

impl ParsedInput {
    fn add_word(&mut self, word: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(word);
    }

    fn add_qualifier(&mut self, qualifier: &Qualifier<'_>, word: &str, catalog: &Catalog) {
        let values = qualifier.values();
        let QualifierKey::Facet(facet) = qualifier.key else {
            match values.first().and_then(|value| SortBy::from_key(value)) {
                Some(sort) if values.len() == 1 => self.sort = Some(sort),
                _ => self.add_word(word),
            }
            return;
        };
        if values.is_empty() {
            self.add_unknown(facet, qualifier.polarity, String::new(), catalog);
        }
        for value in values {
            self.add_value(facet, qualifier.polarity, value, catalog);
        }
    }

    fn add_value(&mut self, facet: Facet, polarity: Polarity, value: String, catalog: &Catalog) {
        if facet == Facet::Since
            && polarity == Polarity::Include
            && let Some(years) = YearRange::parse(&value)
        {
            self.years = Some(years);
            return;
        }
        match catalog
            .resolve(facet, &value)
            .filter(|value| can_be_refined_by(facet, *value, catalog))
        {
            Some(value) => self.refinements.push(Refinement { facet, value, polarity }),
            None => self.add_unknown(facet, polarity, value, catalog),
        }
    }

    fn add_unknown(&mut self, facet: Facet, polarity: Polarity, value: String, catalog: &Catalog) {
        let suggestion = catalog.suggest(facet, &value);
        let suggestion = suggestion.filter(|value| can_be_refined_by(facet, *value, catalog));
        self.unknown.push(UnknownQualifier { facet, value, polarity, suggestion });
    }
}

/// Returns whether a query can be refined by a value. Years are filtered by range, so only the
/// unknown value of `since` can.
fn can_be_refined_by(facet: Facet, value: ValueIdx, catalog: &Catalog) -> bool {
    facet != Facet::Since || catalog.unknown(facet) == Some(value)
}

/// Key of a qualifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum QualifierKey {
    Facet(Facet),
    Sort,
}

#[derive(Clone, Copy, Debug)]
struct Qualifier<'t> {
    key: QualifierKey,
    polarity: Polarity,
    /// Values as typed, with commas and quotes.
    list: &'t str,
    /// End of the qualifier in the text that it starts.
    end: usize,
}

impl<'t> Qualifier<'t> {
    fn at_start_of(text: &'t str) -> Option<Self> {
        let (polarity, body) = match text.strip_prefix('-') {
            Some(body) => (Polarity::Exclude, body),
            None => (Polarity::Include, text),
        };
        let (name, after) = body.split_once(':')?;
        let is_sort = polarity == Polarity::Include && name.eq_ignore_ascii_case("sort");
        let key = match Facet::from_key(name) {
            Some(facet) => QualifierKey::Facet(facet),
            None if is_sort => QualifierKey::Sort,
            None => return None,
        };
        let list = after.get(..list_end(after))?;
        Some(Self { key, polarity, list, end: text.len() - after.len() + list.len() })
    }

    /// Returns the values without quotes, leaving out empty ones.
    fn values(&self) -> Vec<String> {
        let mut values = vec![String::new()];
        let mut is_quoted = false;
        for c in self.list.chars() {
            match c {
                _ if is_quote(c) => is_quoted = !is_quoted,
                ',' if !is_quoted => values.push(String::new()),
                _ => values.last_mut().into_iter().for_each(|value| value.push(c)),
            }
        }
        values
            .iter()
            .map(|value| value.trim())
            .filter(|v| !v.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// Returns the end of a list of values: the first space outside quotes. An unclosed quote extends
/// to the end of the text.
fn list_end(text: &str) -> usize {
    let mut is_quoted = false;
    let end = text.find(|c| {
        is_quoted ^= is_quote(c);
        is_space(c) && !is_quoted
    });
    end.unwrap_or(text.len())
}

/// Returns whether a character is a quote. Phones replace straight quotes by curly ones.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

/// Returns whether a character separates words, as in [`Query::with_text`].
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

fn word_end(text: &str) -> usize {
    text.find(is_space).unwrap_or(text.len())
}
