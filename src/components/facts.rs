use leptos::prelude::*;

/// A name and what is known under it; `None` is unknown, and is shown as unknown.
pub struct Fact {
    /// What it is.
    pub name: &'static str,
    /// What is known.
    pub known: Option<AnyView>,
}

impl Fact {
    /// A fact with something known.
    pub fn known(name: &'static str, view: impl IntoView + 'static) -> Self {
        Self { name, known: Some(view.into_any()) }
    }

    /// A fact that may be unknown.
    pub fn maybe(name: &'static str, known: Option<AnyView>) -> Self {
        Self { name, known }
    }

    /// A fact of several values; none of them is unknown.
    pub fn list(name: &'static str, values: Vec<AnyView>) -> Self {
        let mut joined = Vec::new();
        for value in values {
            if !joined.is_empty() {
                joined.push(", ".into_any());
            }
            joined.push(value);
        }
        Self { name, known: (!joined.is_empty()).then(|| joined.into_any()) }
    }
}

/// What is known of a record, beside its page.
#[component]
pub fn Facts(
    /// The facts, in order.
    facts: Vec<Fact>,
) -> impl IntoView {
    let rows: Vec<_> = facts
        .into_iter()
        .map(|fact| {
            let unknown = || view! { <span class="quiet">"Unknown"</span> }.into_any();
            let known = fact.known.unwrap_or_else(unknown);
            view! {
                <div>
                    <dt>{fact.name}</dt>
                    <dd>{known}</dd>
                </div>
            }
        })
        .collect();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}
