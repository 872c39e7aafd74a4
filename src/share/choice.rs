use leptos::prelude::*;

use super::shared::Shared;
use crate::state::ShareChange;

/// A choice of one.
#[component]
pub(super) fn Choice<T>(
    /// The dialog that it is part of.
    shared: Shared,
    /// Class of the group, and part of the ids of its elements.
    key: &'static str,
    /// The question that it answers.
    legend: &'static str,
    /// The answers.
    options: &'static [T],
    /// The name of an answer.
    name: fn(T) -> &'static str,
    /// The answer that is given.
    chosen: T,
    /// The change that an answer makes.
    change: fn(T) -> ShareChange,
) -> impl IntoView
where
    T: Copy + PartialEq + 'static,
{
    let radio = |option: &T| radio(shared, key, name(*option), *option == chosen, change(*option));
    group(key, legend, options.iter().map(radio).collect())
}

/// Apart from [`Choice`], because that is compiled once for each type of answers.
fn group(key: &'static str, legend: &'static str, radios: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class=key>
            <legend>{legend}</legend>
            <div class="seg">{radios}</div>
        </fieldset>
    }
    .into_any()
}

fn radio(
    shared: Shared,
    key: &'static str,
    name: &'static str,
    is_chosen: bool,
    change: ShareChange,
) -> AnyView {
    view! {
        <label>
            <input type="radio" id=["share-", key, "-", name].concat() name=["share-", key].concat()
                checked=is_chosen on:change=move |_| shared.change(change)/>
            {name}
        </label>
    }
    .into_any()
}

/// A box that is ticked or not.
#[component]
pub(super) fn Tick(
    /// The dialog that it is part of.
    shared: Shared,
    /// The id.
    id: String,
    /// The label.
    label: String,
    /// Whether it is ticked at first.
    is_ticked: bool,
    /// The change that it makes.
    change: ShareChange,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" id=id checked=is_ticked on:change=move |_| shared.change(change)/>
            {label}
        </label>
    }
}
