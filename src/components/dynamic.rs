//! Dynamic children and attributes with boxed closures.
//!
//! Leptos compiles the code that builds and updates a dynamic part once for each type of closure.
//! Boxed closures share that code (`docs/decisions.md` has the sizes).

use leptos::prelude::*;

/// A child that is rendered again when a signal read by `view` changes.
pub(crate) fn child<V: IntoAny>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(move || view().into_any());
    view.into_any()
}

/// A text or an attribute value that updates when a signal read by `text` changes.
pub(crate) fn text(text: impl Fn() -> String + Send + 'static) -> Box<dyn Fn() -> String + Send> {
    Box::new(text)
}
