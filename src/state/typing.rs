//! Methods of the explorer for the search field.

use leptos::prelude::*;

use super::{Act, Explorer, browser, ids::SEARCH_ID};
use crate::{
    link::{Notice, NoticeOrigin, Route},
    search::{InputState, Query, QueryPart, parse_input},
};

impl Explorer {
    /// Handles a keystroke in the search field. Words are searched for at once; a qualifier becomes a
    /// refinement when a space or another word follows it.
    pub fn type_text(self, input: &str) {
        let (query, rest) = self.parse_field(input, InputState::Typing);
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

    /// Handles the end of typing: parses the rest of the field, even an incomplete qualifier.
    pub fn finish_typing(self) {
        if !self.pending.with_value(|pending| pending.is_unfinished) {
            return;
        }
        let (query, rest) = self.parse_field(&browser::value(SEARCH_ID), InputState::Complete);
        if let Some(rest) = rest {
            browser::set_value(SEARCH_ID, &rest);
            self.ask(query);
        }
        self.flush_address();
        self.stop_typing();
    }

    /// Empties the search field. If it is empty already, moves the focus to the heading.
    pub fn clear_text(self) {
        if browser::value(SEARCH_ID).is_empty() {
            return browser::focus(self.heading_id());
        }
        browser::set_value(SEARCH_ID, "");
        self.ask(self.query.get_untracked().without(QueryPart::Text));
    }

    /// Returns the text for the search field: that of the query, or nothing on the page of a record.
    pub(super) fn text(self) -> String {
        match self.route.get_untracked() {
            Route::Explore(query) => query.text().to_owned(),
            _ => String::new(),
        }
    }

    /// Parses the text of the search field. The second value is the text that remains in the field,
    /// if a part of it became a refinement.
    fn parse_field(self, input: &str, state: InputState) -> (Query, Option<String>) {
        let atlas = self.atlas();
        let parsed = parse_input(input, state, atlas.catalog());
        let query = parsed.refine(self.query.get_untracked()).with_text(&parsed.text);
        let refines = parsed.refines();
        let notices = parsed.unknown.into_iter().map(|unknown| Notice::UnknownValue {
            origin: NoticeOrigin::Search,
            polarity: unknown.polarity,
            facet: unknown.facet,
            value: unknown.value,
            suggestion: unknown.suggestion,
        });
        self.set_notices(notices.collect());
        let rest = [Some(parsed.text), parsed.pending].into_iter().flatten();
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
