use maud::{Markup, html};

/// A name and what is known under it; `None` is unknown, and is shown as unknown.
pub(super) struct Fact {
    name: &'static str,
    known: Option<Markup>,
}

impl Fact {
    /// A fact with something known.
    pub(super) fn known(name: &'static str, known: Markup) -> Self {
        Self { name, known: Some(known) }
    }

    /// A fact that may be unknown.
    pub(super) fn maybe(name: &'static str, known: Option<Markup>) -> Self {
        Self { name, known }
    }

    /// A fact of several values; none of them is unknown.
    pub(super) fn list(name: &'static str, values: &[Markup]) -> Self {
        let list = html! {
            @for (at, value) in values.iter().enumerate() {
                @if 0 < at { ", " }
                (value)
            }
        };
        Self { name, known: (!values.is_empty()).then_some(list) }
    }
}

/// What is known of a record, beside its page.
pub(super) fn facts(facts: &[Fact]) -> Markup {
    html! {
        aside aria-label="Facts" {
            dl.facts {
                @for fact in facts {
                    div {
                        dt { (fact.name) }
                        dd {
                            @match &fact.known {
                                Some(known) => (known),
                                None => span.quiet { "Unknown" },
                            }
                        }
                    }
                }
            }
        }
    }
}
