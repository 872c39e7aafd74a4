use leptos::prelude::*;
use maud::{PreEscaped, html};

use crate::{markup::Markup, state::set_html};

/// The places of a page whose markup follows the state.
///
/// A place is one memo of its HTML. While a page is made, it gives the markup of that moment, also
/// without a browser; in a browser, [`follow`](Self::follow) then writes what has changed. All
/// places share one piece of code: reactive views of the same pages were twice as large.
#[derive(Default)]
pub struct Places {
    places: Vec<(String, Memo<String>)>,
}

impl Places {
    /// Adds a place with an id that no other place has, and gives it as it is now. Its markup is
    /// made anew when a signal that `markup` reads has changed.
    pub fn add(
        &mut self,
        id: impl Into<String>,
        markup: impl Fn() -> Markup + Send + Sync + 'static,
    ) -> Markup {
        self.add_boxed(id.into(), Box::new(move || markup().into_string()))
    }

    fn add_boxed(&mut self, id: String, make: Box<dyn Fn() -> String + Send + Sync>) -> Markup {
        let memo = Memo::new(move |_| make());
        let now = memo.get_untracked();
        let place = html! { div.live id=(id) { (PreEscaped(now)) } };
        self.places.push((id, memo));
        place
    }

    /// Follows the state from now on. Called in a browser, once the markup is in the page.
    pub fn follow(self) {
        for (id, memo) in self.places {
            #[expect(clippy::disallowed_methods, reason = "the page is written to: an edge")]
            Effect::new(move |is_there: Option<()>| {
                memo.with(|html| {
                    if is_there.is_some() {
                        set_html(&id, html);
                    }
                });
            });
        }
    }
}
