//! The state of the page and the verbs that change it.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::Arc,
};

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{
    Atlas, browser,
    history::{Entry, History},
    mounting::Mounting,
};
use crate::{
    link::{self, Link, Notice, Route},
    markup::Site,
    search::{
        Facet, Group, Part, Query, Refinement, SearchResults, SortBy, Typed, Typing, YearRange,
        read_typed,
    },
    wording::{Piece, plain, sentence, title},
};

/// How long typing has to rest before the address follows, in milliseconds. Browsers refuse more
/// than about a hundred changes of the address in half a minute.
const WRITE_DELAY_MILLIS: u32 = 250;

/// How long a view has to rest before it is announced, in milliseconds: longer than the pause
/// between two keystrokes, so that a screen reader speaks once.
const ANNOUNCE_DELAY_MILLIS: u32 = 700;

/// The id of the heading, where the focus goes when what had it is gone.
pub(crate) const HEADING_ID: &str = "heading";

/// Where the components are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A page of its own.
    Page,
    /// A frame in another page: without the bar, and without touching the history.
    Frame,
    /// Rendered to text, without a browser.
    Text,
}

/// The route, what follows from it, and the verbs that change it. Cheap to copy; provided as
/// context to every component.
#[derive(Clone, Copy)]
pub struct Explorer {
    atlas: StoredValue<Arc<Atlas>>,
    base: StoredValue<String>,
    stage: Stage,
    history: History,
    mounting: Mounting,
    route: RwSignal<Route>,
    notices: RwSignal<Vec<Notice>>,
    draft: RwSignal<String>,
    last_list: StoredValue<Query>,
    announced: RwSignal<String>,
    is_typing: StoredValue<bool>,
    write_timer: StoredValue<Option<Timeout>, LocalStorage>,
    announce_timer: StoredValue<Option<Timeout>, LocalStorage>,
    query: Memo<Query>,
    results: Memo<Arc<SearchResults>>,
    sentence: Memo<Vec<Piece>>,
}

impl Explorer {
    /// The state of this page of a browser, as its address says; the address is made canonical.
    pub fn of_page(atlas: Arc<Atlas>) -> Self {
        let base = browser::base_path();
        let link = link::read(&browser::address_below(&base), &atlas.dataset, atlas.catalog());
        let is_frame = link.is_embed || browser::is_framed();
        let (stage, history) = match is_frame {
            true => (Stage::Frame, History::frozen()),
            false => (Stage::Page, History::take_over()),
        };
        let explorer = Self::new(atlas, base, link, stage, history, Mounting::gradual());
        explorer.history.write(&explorer.url_of_route(), Entry::Replace);
        let hash = browser::window().and_then(|window| window.location().hash().ok());
        explorer.after_opening(hash.unwrap_or_default().trim_start_matches('#').to_owned());
        explorer
    }

    /// The state of an address, for rendering it to text below a base path.
    pub fn of_address(atlas: Arc<Atlas>, base: &str, address: &str) -> Self {
        let link = link::read(address, &atlas.dataset, atlas.catalog());
        let stage = Stage::Text;
        Self::new(atlas, base.to_owned(), link, stage, History::frozen(), Mounting::whole())
    }

    fn new(
        atlas: Arc<Atlas>,
        base: String,
        link: Link,
        stage: Stage,
        history: History,
        mounting: Mounting,
    ) -> Self {
        let route = RwSignal::new(link.route);
        let atlas = StoredValue::new(atlas);
        let query = Memo::new(move |_| route.with(list_of));
        let results = Memo::new(move |_| {
            Arc::new(query.with(|query| atlas.with_value(|atlas| atlas.index.search(query))))
        });
        let sentence = Memo::new(move |_| {
            let results = results.get();
            query.with(|query| atlas.with_value(|atlas| sentence(query, &results, atlas.catalog())))
        });
        let text = query.with_untracked(|query| query.text().to_owned());
        Self {
            atlas,
            base: StoredValue::new(base),
            stage,
            history,
            mounting,
            route,
            notices: RwSignal::new(link.notices),
            draft: RwSignal::new(text),
            last_list: StoredValue::new(route.with_untracked(list_of)),
            announced: RwSignal::new(String::new()),
            is_typing: StoredValue::new(false),
            write_timer: StoredValue::new_local(None),
            announce_timer: StoredValue::new_local(None),
            query,
            results,
            sentence,
        }
    }

    /// The explorer that a page has provided.
    #[track_caller]
    pub fn expect() -> Self {
        expect_context()
    }

    /// The dataset and its index.
    pub fn atlas(self) -> Arc<Atlas> {
        self.atlas.get_value()
    }

    /// Where the components are shown.
    pub fn stage(self) -> Stage {
        self.stage
    }

    /// What the address stands for.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// What is asked; everything, on a page that is no list.
    pub fn query(self) -> Memo<Query> {
        self.query
    }

    /// What the query gives.
    pub fn results(self) -> Memo<Arc<SearchResults>> {
        self.results
    }

    /// What the query shows, in words.
    pub fn sentence(self) -> Memo<Vec<Piece>> {
        self.sentence
    }

    /// What the opened link asked for and did not get.
    pub fn notices(self) -> RwSignal<Vec<Notice>> {
        self.notices
    }

    /// What stands in the search field.
    pub fn draft(self) -> Signal<String> {
        self.draft.into()
    }

    /// What a screen reader is told once the view rests.
    pub fn announced(self) -> Signal<String> {
        self.announced.into()
    }

    /// The groups whose cards are to be there in this frame.
    pub fn mounted_groups(self) -> Vec<Group> {
        let results = self.results.get();
        let n_mounted = self.mounting.n_mounted(self.query.with(list_id));
        results.groups.iter().take(n_mounted).cloned().collect()
    }

    /// The list that the reader comes from: where "back to the list" leads.
    pub fn last_list(self) -> Query {
        self.last_list.get_value()
    }

    /// The path of a route, as links on this page write it.
    pub fn href(self, route: &Route) -> String {
        let atlas = self.atlas();
        let address = link::address(route, &atlas.dataset, atlas.catalog());
        self.base.with_value(|base| format!("{base}{address}"))
    }

    /// The path of a file that is deployed with the page.
    pub fn file_href(self, file: &str) -> String {
        self.base.with_value(|base| format!("{base}{file}"))
    }

    /// Gives what markup needs to `make`.
    pub fn with_site<T>(self, make: impl FnOnce(Site<'_>) -> T) -> T {
        self.atlas.with_value(|atlas| {
            self.base.with_value(|base| make(Site { dataset: &atlas.dataset, base }))
        })
    }

    /// What is shared, in words: the title of a frame.
    pub fn share_title(self) -> String {
        untrack(|| self.announcement())
    }

    /// The absolute address of the current view.
    pub fn share_url(self) -> String {
        format!("{}{}", browser::origin(), self.url_of_route())
    }

    /// The absolute address of the current view in the form for frames.
    pub fn embed_url(self) -> String {
        let atlas = self.atlas();
        let route = self.route.get_untracked();
        let address = link::address(&route, &atlas.dataset, atlas.catalog());
        let base = self.base.get_value();
        format!("{}{base}{}{address}", browser::origin(), link::EMBED)
    }

    /// The title of the current view.
    pub fn title(self) -> String {
        let atlas = self.atlas();
        title(&self.route.get(), &atlas.dataset, &self.sentence.get())
    }

    fn url_of_route(self) -> String {
        self.href(&self.route.get_untracked())
    }
}

/// The verbs: what a reader does.
impl Explorer {
    /// Chooses a value of a facet, or takes the same choice back.
    pub fn toggle(self, refinement: Refinement) {
        self.ask(self.query.get_untracked().toggled(refinement));
    }

    /// Takes a part of the query away.
    pub fn remove(self, part: Part) {
        self.ask(self.query.get_untracked().without(part));
    }

    /// Takes every choice in a facet away.
    pub fn clear_facet(self, facet: Facet) {
        self.ask(self.query.get_untracked().without_facet(facet));
    }

    /// Takes everything away but the order.
    pub fn clear_all(self) {
        let sort = self.query.get_untracked().sort();
        self.ask(Query::default().with_sort(sort));
    }

    /// Asks for a range of years.
    pub fn set_years(self, years: YearRange) {
        self.ask(self.query.get_untracked().with_years(years));
    }

    /// Asks for another order.
    pub fn set_sort(self, sort: SortBy) {
        self.ask(self.query.get_untracked().with_sort(sort));
    }

    /// Searches for other words.
    pub fn search_for(self, text: &str) {
        self.ask(self.query.get_untracked().with_text(text));
    }

    /// Follows what is typed: words are searched for at once, a qualifier becomes a refinement as
    /// soon as something follows it.
    pub fn type_text(self, input: &str) {
        self.draft.set(input.to_owned());
        let (query, rest) = self.understand(input, Typing::Going);
        let has_refined = rest.is_some();
        if let Some(rest) = rest {
            self.draft.set(rest);
        }
        let is_same = query == self.query.get_untracked();
        if is_same && matches!(self.route.get_untracked(), Route::Explore(_)) {
            return;
        }
        let is_first = !self.is_typing.get_value() || has_refined;
        self.is_typing.set_value(true);
        self.show(Route::Explore(query));
        if is_first {
            self.history.write(&self.url_of_route(), Entry::Push);
        } else {
            self.write_later();
        }
    }

    /// The reader is done typing: what is left in the field is understood as it stands.
    pub fn finish_typing(self) {
        let input = self.draft.get_untracked();
        let (query, rest) = self.understand(&input, Typing::Rested);
        if let Some(rest) = rest {
            self.draft.set(rest);
            self.ask(query);
        }
        self.flush_address();
        self.is_typing.set_value(false);
    }

    /// Empties the search field; an empty one loses the focus.
    pub fn clear_text(self) {
        if self.draft.get_untracked().is_empty() {
            return self.focus_heading();
        }
        self.draft.set(String::new());
        self.ask(self.query.get_untracked().without(Part::Text));
    }

    /// Refines by a value that is written as in the search field (`domain:proxy`). Says whether
    /// there is such a value.
    pub fn refine_by(self, qualifier: &str) -> bool {
        let typed = read_typed(qualifier, Typing::Rested, self.atlas().catalog());
        let is_taken = has_refined(&typed);
        if is_taken {
            self.ask(refined(self.query.get_untracked(), &typed));
        }
        is_taken
    }

    /// Opens an address of the atlas. Says whether it is one.
    pub fn open_url(self, url: &str) -> bool {
        let start = self.base.with_value(|base| format!("{}{base}", browser::origin()));
        let Some(address) = url.strip_prefix(start.as_str()) else { return false };
        let (address, hash) = address.split_once('#').unwrap_or((address, ""));
        let atlas = self.atlas();
        let link = link::read(address, &atlas.dataset, atlas.catalog());
        if link.is_embed || is_file(address) {
            return false;
        }
        if link.route != self.route.get_untracked() {
            self.finish_address(link.route);
        } else if hash.is_empty() {
            browser::scroll_to(0);
        }
        self.notices.set(link.notices);
        self.after_opening(hash.to_owned());
        true
    }

    /// Shows what another entry of the history stands for, and where that was scrolled to.
    pub(super) fn follow_history(self, state: &JsValue) {
        let y_px = self.history.follow(state);
        self.stop_typing();
        let address = self.base.with_value(|base| browser::address_below(base));
        let atlas = self.atlas();
        let link = link::read(&address, &atlas.dataset, atlas.catalog());
        self.show(link.route);
        self.notices.set(link.notices);
        self.draft.set(self.query.get_untracked().text().to_owned());
        self.mounting.finish(self.query.with_untracked(list_id));
        request_animation_frame(move || browser::scroll_to(y_px));
    }

    /// The page is left or reloaded.
    pub(super) fn leave_page(self) {
        self.flush_address();
        self.history.keep_scroll();
    }

    /// Shows the answer to a query, as one step of the history.
    fn ask(self, query: Query) {
        let route = Route::Explore(query);
        if route == self.route.get_untracked() {
            return;
        }
        self.finish_address(route);
        browser::scroll_to(0);
    }

    /// Shows a route as one step of the history.
    fn finish_address(self, route: Route) {
        self.flush_address();
        self.stop_typing();
        self.notices.set(Vec::new());
        let url = self.href(&route);
        self.history.write(&url, Entry::Push);
        self.show(route);
        self.draft.set(self.query.get_untracked().text().to_owned());
        self.keep_focus();
    }

    fn show(self, route: Route) {
        if let Route::Explore(query) = &route {
            self.last_list.set_value(query.clone());
        }
        self.route.set(route);
        self.after_change();
    }

    fn after_change(self) {
        browser::set_title(&untrack(|| self.title()));
        self.mounting.grow(move || {
            let n_groups = self.results.with_untracked(|results| results.groups.len());
            (self.query.with_untracked(list_id), n_groups)
        });
        let announce = move || self.announced.set(untrack(|| self.announcement()));
        let timer = Timeout::new(ANNOUNCE_DELAY_MILLIS, announce);
        self.announce_timer.set_value(Some(timer));
    }

    fn announcement(self) -> String {
        match self.route.get() {
            Route::Explore(_) => plain(&self.sentence.get()),
            _ => self.title(),
        }
    }

    /// After an address was opened: to what it names inside the page, to where it was scrolled, or
    /// to the top.
    fn after_opening(self, hash: String) {
        self.after_change();
        let y_px = self.history.scrolled_to();
        if y_px.is_some_and(|y_px| 0 < y_px) {
            self.mounting.finish(self.query.with_untracked(list_id));
        }
        request_animation_frame(move || match y_px {
            _ if !hash.is_empty() => browser::reveal(&hash),
            Some(y_px) => browser::scroll_to(y_px),
            None => browser::scroll_to(0),
        });
    }

    /// What has the focus may be gone with the change; then the heading takes it.
    fn keep_focus(self) {
        request_animation_frame(move || {
            if browser::focused().is_none() {
                self.focus_heading();
            }
        });
    }

    fn focus_heading(self) {
        if let Some(heading) = browser::element(HEADING_ID) {
            browser::focus(&heading);
        }
    }

    /// Reads the search field. The second value is what stays in it, where that has changed.
    fn understand(self, input: &str, typing: Typing) -> (Query, Option<String>) {
        let atlas = self.atlas();
        let typed = read_typed(input, typing, atlas.catalog());
        let query = refined(self.query.get_untracked(), &typed).with_text(&typed.text);
        let has_refined = has_refined(&typed);
        let notices = typed.unknown.into_iter().map(|unknown| Notice::UnknownValue {
            facet: unknown.facet,
            value: unknown.value,
            suggestion: unknown.suggestion,
        });
        self.notices.set(notices.collect());
        let rest = [Some(typed.text), typed.pending].into_iter().flatten();
        let rest = rest.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        (query, has_refined.then_some(rest))
    }

    fn write_later(self) {
        let write = move || self.history.write(&self.url_of_route(), Entry::Replace);
        self.write_timer.set_value(Some(Timeout::new(WRITE_DELAY_MILLIS, write)));
    }

    /// Writes what typing has left to be written.
    fn flush_address(self) {
        let is_due = self.write_timer.with_value(Option::is_some);
        if is_due {
            self.write_timer.set_value(None);
            self.history.write(&self.url_of_route(), Entry::Replace);
        }
    }

    fn stop_typing(self) {
        self.write_timer.set_value(None);
        self.is_typing.set_value(false);
    }
}

/// What a route lists; everything, where it is no list.
fn list_of(route: &Route) -> Query {
    match route {
        Route::Explore(query) => query.clone(),
        _ => Query::default(),
    }
}

fn has_refined(typed: &Typed) -> bool {
    !typed.refinements.is_empty() || typed.years.is_some() || typed.sort.is_some()
}

/// A query with the qualifiers that were typed.
fn refined(mut query: Query, typed: &Typed) -> Query {
    for refinement in &typed.refinements {
        query = query.with(*refinement);
    }
    if let Some(years) = typed.years {
        query = query.with_years(years);
    }
    match typed.sort {
        Some(sort) => query.with_sort(sort),
        None => query,
    }
}

/// Tells lists apart, by what they answer.
fn list_id(query: &Query) -> u64 {
    let mut hasher = DefaultHasher::new();
    query.hash(&mut hasher);
    hasher.finish()
}

/// Whether an address is that of a file, which the server has to answer.
fn is_file(address: &str) -> bool {
    ["data/", "api/"].iter().any(|folder| address.starts_with(folder))
}
