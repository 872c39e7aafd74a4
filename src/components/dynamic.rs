//! Dynamic parts of views, all of one type.
//!
//! Leptos compiles the code that builds, follows and rebuilds a dynamic part once for each type of
//! closure. Boxed closures share it (`docs/decisions.md` has the bytes).

use leptos::prelude::*;

/// A child, made anew when a signal that `view` reads has changed.
pub(crate) fn child<V: IntoAny>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(move || view().into_any());
    view.into_any()
}

/// A text or the value of an attribute.
pub(crate) fn text(text: impl Fn() -> String + Send + 'static) -> Box<dyn Fn() -> String + Send> {
    Box::new(text)
}
