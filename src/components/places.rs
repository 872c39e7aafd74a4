use std::mem;

use leptos::prelude::*;
use maud::{PreEscaped, html};

use crate::{
    markup::{Markup, RowState},
    state::{set_html, set_rows},
};

/// The places of a page whose markup follows the state.
///
/// A place is one memo of its HTML. While a page is made, it gives the markup of that moment, also
/// without a browser; in a browser, [`follow`](Self::follow) then writes what has changed. All
/// places share one piece of code: reactive views of the same pages were twice as large.
#[derive(Default)]
pub struct Places {
    places: Vec<Place>,
}

struct Place {
    id: String,
    text: Memo<String>,
    /// The text that the page was made with.
    before: String,
    /// Writes the text to the page, given what was written before.
    write: fn(id: &str, text: &str, before: &str),
}

type Make<T> = Box<dyn Fn() -> T + Send + Sync>;

impl Places {
    /// Adds a place with an id that no other place has, and gives it as it is now. Its markup is
    /// made anew when a signal that `markup` reads has changed.
    pub fn add(
        &mut self,
        id: impl Into<String>,
        markup: impl Fn() -> Markup + Send + Sync + 'static,
    ) -> Markup {
        self.add_html(id.into(), Box::new(move || markup().into_string()))
    }

    /// Adds a place of rows. `states` has a line of [`RowState`] for each: where that is another
    /// one, the row is changed; where there are other rows, `markup` makes them anew from it. Each
    /// time, `states` is given what it was before.
    pub fn add_rows(
        &mut self,
        id: String,
        states: impl Fn(&str) -> String + Send + Sync + 'static,
        markup: impl Fn(&str) -> Markup + Send + Sync + 'static,
    ) -> Markup {
        let text = Memo::new(move |before: Option<&String>| {
            states(before.map(String::as_str).unwrap_or_default())
        });
        let rows = memo(Box::new(move || text.with(|text| ids_of(text))));
        self.places.push(Place {
            id: String::new(),
            text,
            before: text.get_untracked(),
            write: |_, text, before| set_rows(text, before),
        });
        self.add_html(
            id,
            Box::new(move || {
                // Unlike tracking it, this also makes the memo, which then follows its signals.
                rows.with(|_| ());
                untrack(|| text.with(|states| markup(states))).into_string()
            }),
        )
    }

    fn add_html(&mut self, id: String, make: Make<String>) -> Markup {
        let text = memo(make);
        let before = text.get_untracked();
        let place = html! { div.live id=(id) { (PreEscaped(&before)) } };
        let write = |id: &str, text: &str, _: &str| {
            set_html(id, text);
        };
        self.places.push(Place { id, text, before, write });
        place
    }

    /// Follows the state from now on. Called in a browser, once the markup is in the page.
    pub fn follow(self) {
        for Place { id, text, before: mut first, write } in self.places {
            #[expect(clippy::disallowed_methods, reason = "the page is written to: an edge")]
            Effect::new(move |before: Option<String>| {
                let before = before.unwrap_or_else(|| mem::take(&mut first));
                let text = text.get();
                if text != before {
                    write(&id, &text, &before);
                }
                text
            });
        }
    }
}

/// Which rows there are, whatever their states.
fn ids_of(states: &str) -> String {
    let mut ids = String::new();
    for state in states.lines().filter_map(RowState::parse) {
        ids.push_str(state.id);
        ids.push(' ');
    }
    ids
}

/// One piece of code for all memos.
fn memo(make: Make<String>) -> Memo<String> {
    Memo::new(move |_| make())
}
