use maud::{Markup, html};

/// A name and what is known under it; `None` is unknown, and is shown as unknown.
pub(super) struct Fact {
    name: &'static str,
    known: Option<Markup>,
    cites: Markup,
}

impl Fact {
    /// A fact with something known.
    pub(super) fn known(name: &'static str, known: Markup) -> Self {
        Self::maybe(name, Some(known))
    }

    /// A fact that may be unknown.
    pub(super) fn maybe(name: &'static str, known: Option<Markup>) -> Self {
        Self { name, known, cites: Markup::default() }
    }

    /// A fact of several values; none of them is unknown.
    pub(super) fn list(name: &'static str, values: &[Markup]) -> Self {
        let list = html! {
            @for (at, value) in values.iter().enumerate() {
                @if 0 < at { ", " }
                (value)
            }
        };
        Self::maybe(name, (!values.is_empty()).then_some(list))
    }

    /// The same, with the numbers of the sources that say so.
    pub(super) fn cited(self, cites: Markup) -> Self {
        Self { cites, ..self }
    }
}

/// Joins texts, each of which keeps its own direction.
pub(super) fn isolated(texts: &[String]) -> Markup {
    html! {
        @for (at, text) in texts.iter().enumerate() {
            @if 0 < at { ", " }
            bdi { (text) }
        }
    }
}

/// The facts that are shown.
pub(super) fn shown<const N: usize>(facts: [(bool, Fact); N]) -> Vec<Fact> {
    facts.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, fact)| fact).collect()
}

/// What is known of a record, beside its page; `rest` follows below.
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
