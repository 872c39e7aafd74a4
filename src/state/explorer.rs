//! The state of the page and the verbs that change it.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::Arc,
};

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{Atlas, browser, history::History, mounting::Mounting};
use crate::{
    link::{self, Link, Notice, Route},
    markup::{Site, card},
    search::{Query, SearchResults},
    wording::{Piece, plain, sentence, title},
};

/// The id of the heading, where the focus goes when what had it is gone.
pub(crate) const HEADING_ID: &str = "heading";

/// The id of the element that holds the cards.
pub(crate) const CARDS_ID: &str = "cards";

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
    pub(super) atlas: StoredValue<Arc<Atlas>>,
    pub(super) base: StoredValue<String>,
    pub(super) stage: Stage,
    pub(super) history: History,
    pub(super) mounting: Mounting,
    pub(super) route: RwSignal<Route>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) draft: RwSignal<String>,
    pub(super) last_list: StoredValue<Query>,
    pub(super) announced: RwSignal<String>,
    pub(super) is_typing: StoredValue<bool>,
    pub(super) write_timer: StoredValue<Option<Timeout>, LocalStorage>,
    pub(super) announce_timer: StoredValue<Option<Timeout>, LocalStorage>,
    pub(super) query: Memo<Query>,
    pub(super) results: Memo<Arc<SearchResults>>,
    pub(super) sentence: Memo<Vec<Piece>>,
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
        explorer.begin();
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
    pub fn draft(self) -> String {
        self.draft.get()
    }

    /// What a screen reader is told once the view rests.
    pub fn announced(self) -> String {
        self.announced.get()
    }

    /// The cards that are to be there in the frame that answers the reader, as HTML. The others
    /// are added in later frames.
    pub fn first_cards(self) -> String {
        let n_cards = self.results.with(|results| results.groups.len());
        let n_first = self.mounting.first(self.query.with(list_id), n_cards);
        self.cards(0, n_first)
    }

    /// The cards of a range of the list, as HTML.
    pub(super) fn cards(self, start: usize, end: usize) -> String {
        self.results.with_untracked(|results| {
            self.with_site(|site| {
                let groups = results.groups.iter().skip(start).take(end - start);
                groups.map(|group| card(site, group, &results.highlighter).into_string()).collect()
            })
        })
    }

    /// The list that the reader comes from: where "back to the list" leads.
    pub fn last_list(self) -> Query {
        self.last_list.get_value()
    }

    /// The path of a route, as links on this page write it.
    pub fn href(self, route: &Route) -> String {
        self.with_site(|site| site.href(route))
    }

    /// Gives what markup needs to `make`.
    pub fn with_site<T>(self, make: impl FnOnce(Site<'_>) -> T) -> T {
        self.atlas.with_value(|atlas| {
            self.base.with_value(|base| {
                make(Site { dataset: &atlas.dataset, catalog: atlas.catalog(), base })
            })
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

    pub(super) fn url_of_route(self) -> String {
        self.href(&self.route.get_untracked())
    }

    /// What a screen reader is told of the current view.
    pub(super) fn announcement(self) -> String {
        match self.route.get() {
            Route::Explore(_) => plain(&self.sentence.get()),
            _ => self.title(),
        }
    }
}

/// What a route lists; everything, where it is no list.
pub(super) fn list_of(route: &Route) -> Query {
    match route {
        Route::Explore(query) => query.clone(),
        _ => Query::default(),
    }
}

/// Tells lists apart, by what they answer.
pub(super) fn list_id(query: &Query) -> u64 {
    let mut hasher = DefaultHasher::new();
    query.hash(&mut hasher);
    hasher.finish()
}
