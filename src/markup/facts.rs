//! Facts beside a record.

use maud::{Markup, html};

/// A named fact with its value. `None` is shown as "Unknown".
pub(super) struct Fact {
    name: &'static str,
    known: Option<Markup>,
    cites: Markup,
}

impl Fact {
    /// Creates a fact with a known value.
    pub(super) fn known(name: &'static str, known: Markup) -> Self {
        Self::maybe(name, Some(known))
    }

    /// Creates a fact that may be unknown.
    pub(super) fn maybe(name: &'static str, known: Option<Markup>) -> Self {
        Self { name, known, cites: Markup::default() }
    }

    /// Creates a fact with several values. An empty list is unknown.
    pub(super) fn list(name: &'static str, values: &[Markup]) -> Self {
        let list = html! {
            @for (at, value) in values.iter().enumerate() {
                @if at > 0 { ", " }
                (value)
            }
        };
        Self::maybe(name, (!values.is_empty()).then_some(list))
    }

    /// Adds the numbers of the sources of the fact.
    pub(super) fn cited(self, cites: Markup) -> Self {
        Self { cites, ..self }
    }
}

/// Joins texts and isolates their text directions.
pub(super) fn isolated(texts: &[String]) -> Markup {
    html! {
        @for (at, text) in texts.iter().enumerate() {
            @if at > 0 { ", " }
            bdi { (text) }
        }
    }
}

/// Returns the facts whose condition is `true`.
pub(super) fn shown<const N: usize>(facts: [(bool, Fact); N]) -> Vec<Fact> {
    facts.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, fact)| fact).collect()
}

/// Renders the facts of a record in a sidebar; `rest` follows below them.
pub(super) fn facts(facts: &[Fact], rest: &Markup) -> Markup {
    html! {
        aside aria-label="Facts" {
            dl.facts {
                @for fact in facts {
                    div {
                        dt lang="en" { (fact.name) }
                        dd {
                            @match &fact.known {
                                Some(known) => { (known) (fact.cites) },
                                None => span.quiet { "Unknown" },
                            }
                        }
                    }
                }
            }
            (rest)
        }
    }
}
