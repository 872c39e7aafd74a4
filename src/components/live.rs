use leptos::prelude::*;

use crate::markup::Markup;

/// A place in the page whose markup follows the state: it is made anew when a signal that `markup`
/// reads has changed. The element around it, of class `class`, stays.
///
/// The closure is boxed, so that all such places share one piece of code.
pub fn live(class: &'static str, markup: impl Fn() -> Markup + Send + 'static) -> AnyView {
    let html: Box<dyn Fn() -> String + Send> = Box::new(move || markup().into_string());
    view! { <div class=class inner_html=html></div> }.into_any()
}
