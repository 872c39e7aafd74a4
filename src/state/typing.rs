//! The search field: words are searched for as they are typed.

use leptos::prelude::*;

use super::{Act, Explorer, browser, ids::SEARCH_ID};
use crate::{
    link::{Notice, NoticeOrigin, Route},
    search::{InputState, Query, QueryPart, parse_input},
};

impl Explorer {
    /// Follows the text in the search field: words are searched for at once, a qualifier becomes a
    /// refinement as soon as something follows it.
    pub fn type_text(self, input: &str) {
        let (query, rest) = self.understand(input, InputState::Typing);
        let begins = rest.is_some() || !self.pending.with_value(|pending| pending.is_typing);
        if let Some(rest) = rest {
            browser::set_value(SEARCH_ID, &rest);
        }
        self.pending.update_value(|pending| pending.is_unfinished = true);
        if self.route.with_untracked(|route| *route != Route::Explore(query.clone())) {
            self.pending.update_value(|pending| pending.is_typing = true);
            self.act(Act::Type { query, begins });
        }
    }

    /// Ends typing: the rest of the field is understood as it stands.
    pub fn finish_typing(self) {
        if !self.pending.with_value(|pending| pending.is_unfinished) {
            return;
        }
        let (query, rest) = self.understand(&browser::value(SEARCH_ID), InputState::Complete);
        if let Some(rest) = rest {
            browser::set_value(SEARCH_ID, &rest);
            self.ask(query);
        }
        self.flush_address();
        self.stop_typing();
    }

    /// Empties the search field; an empty one loses the focus.
    pub fn clear_text(self) {
        if browser::value(SEARCH_ID).is_empty() {
            return browser::focus(self.heading_id());
        }
        browser::set_value(SEARCH_ID, "");
        self.ask(self.query.get_untracked().without(QueryPart::Text));
    }

    /// Returns the text that the search field is to hold: the words of the list, nothing on a
    /// record's page.
    pub(super) fn text(self) -> String {
        match self.route.get_untracked() {
            Route::Explore(query) => query.text().to_owned(),
            _ => String::new(),
        }
    }

    /// Reads the search field. The second value is the text that stays in it, where that has changed.
    fn understand(self, input: &str, typing: InputState) -> (Query, Option<String>) {
        let atlas = self.atlas();
        let typed = parse_input(input, typing, atlas.catalog());
        let query = typed.refine(self.query.get_untracked()).with_text(&typed.text);
        let refines = typed.refines();
        let notices = typed.unknown.into_iter().map(|unknown| Notice::UnknownValue {
            asked: NoticeOrigin::Search,
            polarity: unknown.polarity,
            facet: unknown.facet,
            value: unknown.value,
            suggestion: unknown.suggestion,
        });
        self.set_notices(notices.collect());
        let rest = [Some(typed.text), typed.pending].into_iter().flatten();
        let rest = rest.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        (query, refines.then_some(rest))
    }

    pub(super) fn stop_typing(self) {
        self.pending.update_value(|pending| {
            pending.write = None;
            pending.is_typing = false;
            pending.is_unfinished = false;
        });
    }
}
