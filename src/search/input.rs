//! What the search box understands.

use super::{Catalog, Facet, Polarity, Query, Refinement, SortBy, ValueIdx, YearRange};

/// Whether a reader is still typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputState {
    /// The last word may be half typed.
    Typing,
    /// The input is complete.
    Complete,
}

/// A qualifier whose value the dataset does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownQualifier {
    /// The facet that was named.
    pub facet: Facet,
    /// The value as it was typed, without quotes; empty where there was none.
    pub value: String,
    /// Whether the value was asked for or left out.
    pub polarity: Polarity,
    /// The value that may have been meant.
    pub suggestion: Option<ValueIdx>,
}

/// What an input says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedInput {
    /// The words that are no qualifiers, with single spaces between them.
    pub text: String,
    /// The values that were named, in the order of the input.
    pub refinements: Vec<Refinement>,
    /// The last range of years that was named.
    pub years: Option<YearRange>,
    /// The last order that was named.
    pub sort: Option<SortBy>,
    /// The last qualifier as it stands, while it may be half typed: it is held back.
    pub pending: Option<String>,
    /// What names a facet, but no value of it.
    pub unknown: Vec<UnknownQualifier>,
}

impl ParsedInput {
    /// Returns whether a qualifier was typed that changes a query.
    pub fn refines(&self) -> bool {
        !self.refinements.is_empty() || self.years.is_some() || self.sort.is_some()
    }

    /// Adds the qualifiers that were typed to a query.
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

/// Writes a choice as [`parse_input`] reads it: `domain:proxy`, `-domain:proxy`.
pub fn qualifier(facet: Facet, id: &str, polarity: Polarity) -> String {
    let sign = if polarity == Polarity::Exclude { "-" } else { "" };
    [sign, facet.key(), ":", id].concat()
}

/// Reads an input: words, `facet:value`, `-facet:value`, `facet:"two words"`, `facet:one,two`,
/// `since:2018..2022` and `sort:order`. Values are ids or labels. Anything else is text, also
/// what has a colon but names no facet (`https://…`) or no order.
///
/// While the typing is going on, a qualifier at the very end is held back, since
/// `replaces:c` may become `replaces:cpp`; a word is not, since it is looked for as a prefix.
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

/// Years are chosen as a range; only the unknown one is a value that can be chosen.
fn can_be_refined_by(facet: Facet, value: ValueIdx, catalog: &Catalog) -> bool {
    facet != Facet::Since || catalog.unknown(facet) == Some(value)
}

/// What a qualifier is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum QualifierKey {
    Facet(Facet),
    Sort,
}

#[derive(Clone, Copy, Debug)]
struct Qualifier<'t> {
    key: QualifierKey,
    polarity: Polarity,
    /// The values as they were typed, with commas and quotes.
    list: &'t str,
    /// Where it ends in the text that it starts.
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

    /// The values without their quotes and without empty ones.
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

/// Where a list of values ends: at the first space outside of quotes. A quote that is not closed
/// goes on to the end.
fn list_end(text: &str) -> usize {
    let mut is_quoted = false;
    let end = text.find(|c| {
        is_quoted ^= is_quote(c);
        is_space(c) && !is_quoted
    });
    end.unwrap_or(text.len())
}

/// Telephones turn straight quotes into curly ones.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„')
}

/// What a query's text has single spaces for.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

fn word_end(text: &str) -> usize {
    text.find(is_space).unwrap_or(text.len())
}
