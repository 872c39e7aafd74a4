//! Radio groups and checkboxes of the share dialog.

use leptos::prelude::*;

use super::context::ShareContext;
use crate::state::ShareChange;

/// Radio group.
#[component]
pub(super) fn Choice<T>(
    /// Context of the share dialog.
    context: ShareContext,
    /// Class of the group, and part of the ids of its elements.
    key: &'static str,
    /// Legend of the group.
    legend: &'static str,
    /// Options of the group.
    options: &'static [T],
    /// Returns the label of an option.
    name: fn(T) -> &'static str,
    /// The initially chosen option.
    chosen: T,
    /// Returns the change that an option makes.
    change: fn(T) -> ShareChange,
) -> impl IntoView
where
    T: Copy + PartialEq + 'static,
{
    let radio = |option: &T| radio(context, key, name(*option), *option == chosen, change(*option));
    group(key, legend, options.iter().map(radio).collect())
}

/// Renders a radio group. Separate from [`Choice`], which is compiled once for each type of options.
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
    context: ShareContext,
    key: &'static str,
    name: &'static str,
    is_chosen: bool,
    change: ShareChange,
) -> AnyView {
    view! {
        <label>
            <input type="radio" id=["share-", key, "-", name].concat() name=["share-", key].concat()
                checked=is_chosen on:change=move |_| context.change(change)/>
            {name}
        </label>
    }
    .into_any()
}

/// Checkbox with a label.
#[component]
pub(super) fn Tick(
    /// Context of the share dialog.
    context: ShareContext,
    /// Id of the checkbox.
    id: String,
    /// Label of the checkbox.
    label: String,
    /// Initial state of the checkbox.
    is_ticked: bool,
    /// Change that the checkbox makes.
    change: ShareChange,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" id=id checked=is_ticked on:change=move |_| context.change(change)/>
            {label}
        </label>
    }
}
