//! The state of the page and the verbs that change it.

use std::{
    hash::{Hash as _, Hasher as _},
    sync::Arc,
};

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use rustc_hash::FxHasher;

use super::{
    Atlas, Opened, Scene, browser,
    history::{History, ScrollPosition},
    loading::Requests,
    mounting::{Mounting, n_filling},
    published::{self, Published},
    theme,
};
use crate::{
    dataset::{Date, OrgIdx},
    link::{self, Link, Provenance, Route, Theme, at_org},
    markup::{Site, card, card_rows, card_rows_id, n_card_rows},
    search::{Facet, Group, Polarity, Query, Refinement, SearchResults},
    wording::{OUTSIDE_VIEW, Piece, foreign_title, plain, sentence, title},
};

/// The id of the heading of the list, where the focus goes when what had it is gone.
pub(crate) const HEADING_ID: &str = "heading";

/// The id of the heading of a record's page.
pub(crate) const RECORD_HEADING_ID: &str = "record-heading";

/// The id of the element that holds the first cards of a list.
pub(crate) const FIRST_CARDS_ID: &str = "first-cards";

/// The id of the element that holds the cards that are added in later frames.
pub(crate) const MORE_CARDS_ID: &str = "more-cards";

/// The id of the element that holds the page of a record.
pub(crate) const RECORD_ID: &str = "record";

/// The id of the element that says what went wrong.
pub(crate) const TROUBLE_ID: &str = "trouble";

/// The id of the element that says to screen readers what is shown.
pub(crate) const STATUS_ID: &str = "status";

/// The id of the search field, where `/` leads.
pub(crate) const SEARCH_ID: &str = "search";

/// Where the components are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A page of its own.
    Page,
    /// A frame in another page: without the bar, and without touching the history.
    Frame,
}

/// What the components are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A page that follows the state.
    Browser,
    /// A page that can be read without script: without what only a script makes useful.
    Text,
}

/// What pages are rendered to text for.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'s> {
    /// The path below which the atlas lives, with a slash at both ends.
    pub base: &'s str,
    /// Scheme, host and port, where they are known; otherwise empty.
    pub origin: &'s str,
    /// The day by which entries grow old; without one, none is.
    pub today: Option<&'s Date>,
}

/// How many rows of the list of everything a published page has: its bytes are for those who have
/// not yet said what they look for.
const HOME_ROWS: usize = 24;

/// How many rows of any other list it has: most are shorter. The others are named below.
const LIST_ROWS: usize = 60;

/// What never changes while a page is shown.
#[derive(Debug)]
struct Fixed {
    atlas: Arc<Atlas>,
    provenance: Provenance,
    base: String,
    /// Scheme, host and port, where they are known.
    origin: String,
    /// The day since which an entry has to be verified to count.
    a_year_ago: Option<Date>,
    stage: Stage,
    medium: Medium,
    /// Pages of records were published: they are fetched, not made.
    is_published: bool,
    /// The view of a frame's own address, which its author chose; `None` outside of frames.
    embedded: Option<Route>,
}

/// What is typed, and what waits for it to rest.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// Typing has begun an entry of the history, which further keystrokes change.
    pub(super) is_typing: bool,
    /// Something was typed that is not yet understood as it stands.
    pub(super) is_unfinished: bool,
    /// The last announcement to screen readers, or the sentence of the page as it was opened.
    pub(super) announced: String,
    /// The scroll position that a page on its way is to have.
    pub(super) restore: Option<ScrollPosition>,
    pub(super) write: Option<Timeout>,
    pub(super) scroll: Option<Timeout>,
    pub(super) title: Option<Timeout>,
    pub(super) announce: Option<Timeout>,
}

/// The route, what follows from it, and the verbs that change it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Explorer {
    fixed: StoredValue<Arc<Fixed>>,
    pub(super) history: History,
    pub(super) mounting: Mounting,
    pub(super) pending: StoredValue<Pending, LocalStorage>,
    pub(super) page_requests: Requests,
    /// The cards that show all of their rows, by list and organization.
    open_cards: StoredValue<Vec<(u64, OrgIdx)>>,
    pub(super) route: RwSignal<Route>,
    pub(super) scene: RwSignal<Scene>,
    pub(super) query: Memo<Query>,
    results: Memo<Arc<SearchResults>>,
}

impl Explorer {
    /// The state of this page of a browser, as its address says.
    pub fn of_page(opened: Opened) -> Self {
        let Opened { atlas, provenance } = opened;
        let base = browser::base_path();
        let link = link::read(&browser::address_below(&base), &atlas.dataset, atlas.catalog());
        let (stage, history) = stage_and_history(link.is_embed);
        let route = staged(link.route, stage, &atlas);
        let scene = Scene { look: link.look, ..Scene::new(theme::as_opened(), link.notices) };
        let published = published::of_page().filter(|_| provenance.is_own());
        let is_published = published.is_some();
        let today = match (published, &provenance) {
            // The day of the pages beside it, so that they agree.
            (Some(published), _) => published.today,
            // What was not old then is not told to be old now.
            (None, Provenance::Version(day)) => Some(day.clone()),
            (None, _) => browser::today(),
        };
        let fixed = Fixed {
            a_year_ago: today.map(|today| today.a_year_earlier()),
            origin: browser::origin(),
            medium: Medium::Browser,
            atlas,
            provenance,
            base,
            stage,
            is_published,
            embedded: embedded(stage, &route),
        };
        Self::new(fixed, route, scene, history, Mounting::gradual())
    }

    /// The state that a published page shows, if it is one of this dataset: the page can stay as it
    /// is, and be followed from then on.
    pub(super) fn of_published(opened: &Opened, published: Published) -> Option<Self> {
        let Opened { atlas, provenance } = opened;
        let base = browser::base_path();
        let link = link::read(&published.address?, &atlas.dataset, atlas.catalog());
        let (stage, history) = stage_and_history(link.is_embed);
        if (stage == Stage::Frame) != link.is_embed {
            return None;
        }
        let route = staged(link.route.clone(), stage, atlas);
        // The page may be of a wider view than its address asks for.
        let asked = link::read(&browser::address_below(&base), &atlas.dataset, atlas.catalog());
        let asked = staged(asked.route, stage, atlas);
        let mut scene = Scene::new(Theme::Auto, Vec::new());
        let mounting = match &link.route {
            Route::Explore(_) => Mounting::after_page(n_page_rows(&link.route)),
            // Its list is made when it is asked for.
            _ => Mounting::gradual(),
        };
        let address = link::address(&link.route, &atlas.dataset, atlas.catalog());
        scene.pages.push((address, browser::html_of(RECORD_ID)));
        let fixed = Fixed {
            atlas: atlas.clone(),
            provenance: provenance.clone(),
            base,
            origin: browser::origin(),
            a_year_ago: published.today.map(|today| today.a_year_earlier()),
            stage,
            medium: Medium::Browser,
            is_published: true,
            embedded: embedded(stage, &asked),
        };
        Some(Self::new(fixed, route, scene, history, mounting))
    }

    /// The state of a link, for rendering it to text.
    pub fn of_link(atlas: Arc<Atlas>, surroundings: Surroundings<'_>, link: Link) -> Self {
        let scene = Scene::new(Theme::Auto, link.notices);
        let stage = if link.is_embed { Stage::Frame } else { Stage::Page };
        let route = staged(link.route, stage, &atlas);
        let fixed = Fixed {
            atlas,
            provenance: Provenance::Own,
            base: surroundings.base.to_owned(),
            origin: surroundings.origin.to_owned(),
            a_year_ago: surroundings.today.map(Date::a_year_earlier),
            stage,
            medium: Medium::Text,
            is_published: false,
            embedded: embedded(stage, &route),
        };
        let mounting = Mounting::page(n_page_rows(&route));
        Self::new(fixed, route, scene, History::frozen(), mounting)
    }

    fn new(fixed: Fixed, route: Route, scene: Scene, history: History, mounting: Mounting) -> Self {
        let fixed = StoredValue::new(Arc::new(fixed));
        let route = RwSignal::new(route);
        // A record's page lies over the list, which stays as it was.
        let query = Memo::new(move |last: Option<&Query>| {
            route.with(|route| match route {
                Route::Explore(query) => query.clone(),
                _ => last.cloned().unwrap_or_default(),
            })
        });
        let results = Memo::new(move |_| {
            Arc::new(query.with(|query| fixed.with_value(|fixed| fixed.atlas.index.search(query))))
        });
        Self {
            fixed,
            history,
            mounting,
            pending: StoredValue::new_local(Pending::default()),
            page_requests: Requests::new(),
            open_cards: StoredValue::new(Vec::new()),
            route,
            scene: RwSignal::new(scene),
            query,
            results,
        }
    }

    /// The dataset and its index.
    pub fn atlas(self) -> Arc<Atlas> {
        self.fixed.with_value(|fixed| fixed.atlas.clone())
    }

    /// Where the components are shown.
    pub fn stage(self) -> Stage {
        self.fixed.with_value(|fixed| fixed.stage)
    }

    /// What the components are made for.
    pub fn medium(self) -> Medium {
        self.fixed.with_value(|fixed| fixed.medium)
    }

    /// Whether the pages of records were published: they are fetched, not made.
    pub fn is_published(self) -> bool {
        self.fixed.with_value(|fixed| fixed.is_published)
    }

    /// What the address stands for.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// Returns whether the address stands for a list.
    pub fn shows_list(self) -> bool {
        self.route.with(|route| matches!(route, Route::Explore(_)))
    }

    /// What is asked; on a record's page, what was asked before.
    pub fn query(self) -> Query {
        self.query.get()
    }

    /// What the query gives.
    pub fn results(self) -> Arc<SearchResults> {
        self.results.get()
    }

    /// Returns the sentence about the results. In a frame it says so where some of them are not
    /// in the author's view.
    pub fn sentence(self) -> Vec<Piece> {
        let mut pieces = sentence(&self.query.get(), &self.results.get(), self.atlas().catalog());
        if self.left_view().is_some_and(|embedded| self.has_others(&embedded)) {
            pieces.insert(0, Piece::Words(OUTSIDE_VIEW.to_owned()));
        }
        pieces
    }

    /// The view that the author of a frame chose, where its reader has gone on to another one.
    pub fn left_view(self) -> Option<Route> {
        let embedded = self.fixed.with_value(|fixed| fixed.embedded.clone())?;
        (self.route.get() != embedded).then_some(embedded)
    }

    /// Whether there are results that another view does not have.
    fn has_others(self, view: &Route) -> bool {
        let Route::Explore(query) = view else { return true };
        let theirs: Vec<_> = self.atlas().index.search(query).projects().collect();
        self.results.get().projects().any(|project| !theirs.contains(&project))
    }

    /// The query without the choices of the reader: in a frame the query of its author, anywhere
    /// else everything in the same order.
    pub fn cleared_query(self) -> Query {
        match self.fixed.with_value(|fixed| fixed.embedded.clone()) {
            Some(Route::Explore(query)) => query,
            _ => Query::default().with_sort(self.query.get().sort()),
        }
    }

    /// Gives what a reader has opened or chosen to `make`.
    pub fn with_scene<T>(self, make: impl FnOnce(&Scene) -> T) -> T {
        self.scene.with(make)
    }

    /// The cards that are to be there in the frame that answers the reader, as HTML. The others
    /// are added in later frames.
    pub fn first_cards(self) -> String {
        let list = list_id(&self.query.get());
        let results = self.results.get();
        let sizes = results.groups.iter().map(card_size);
        let n_first = self.mounting.first(list, sizes);
        // Two lists may begin alike; the number tells them apart, so that this text changes.
        format!("<!--{list}-->{}", self.cards(0, n_first))
    }

    /// Adds cards with about so many rows after the first `start` ones; says how many cards there
    /// are then.
    pub(super) fn add_cards(self, start: usize, n_rows: usize) -> usize {
        let results = self.results.get_untracked();
        let sizes = results.groups.iter().skip(start).map(card_size);
        let end = start + n_filling(sizes, n_rows);
        browser::append_html(MORE_CARDS_ID, &self.cards(start, end));
        end
    }

    /// The groups of the list after the rows that a page has without script.
    pub fn other_groups(self) -> Vec<Group> {
        let results = self.results.get_untracked();
        let sizes = results.groups.iter().map(card_size);
        let n_first = n_filling(sizes, n_page_rows(&self.route.get_untracked()));
        results.groups.iter().skip(n_first).cloned().collect()
    }

    /// The cards of a range of the list, as HTML.
    fn cards(self, start: usize, end: usize) -> String {
        let results = self.results.get_untracked();
        let list = self.query.with_untracked(list_id);
        let is_open = |org| self.open_cards.with_value(|cards| cards.contains(&(list, org)));
        self.with_site(|site| {
            let groups = results.groups.iter().skip(start).take(end - start);
            let card = |group: &Group| card(site, group, &results, is_open(group.org));
            groups.map(|group| card(group).into_string()).collect()
        })
    }

    /// Shows all projects of an organization in its card, also when the same list is made anew. The
    /// focus goes on to the first of the new rows.
    pub(super) fn show_all_rows(self, org_id: &str) {
        let results = self.results.get_untracked();
        let org = self.atlas().dataset.find_org(org_id);
        let Some(group) = results.groups.iter().find(|group| Some(group.org) == org) else {
            return;
        };
        let list = self.query.with_untracked(list_id);
        self.open_cards.update_value(|cards| cards.push((list, group.org)));
        let n_projects = group.projects.len();
        self.with_site(|site| {
            let id = card_rows_id(site.dataset.org(group.org));
            let rows = card_rows(site, group, &results, n_projects);
            browser::set_html(&id, &rows.into_string());
            browser::focus_link_of(&id, n_card_rows(n_projects));
        });
    }

    /// The id of the heading of what is shown.
    pub fn heading_id(self) -> &'static str {
        match self.route.get_untracked() {
            Route::Explore(_) => HEADING_ID,
            _ => RECORD_HEADING_ID,
        }
    }

    /// The route whose page shows most of what a frame shows.
    pub fn whole(self) -> Route {
        let route = self.route.get();
        let atlas = self.atlas();
        let org = match &route {
            Route::Explore(query) => only_org(query, &atlas),
            _ => None,
        };
        org.map_or(route, Route::Organization)
    }

    /// The path of a route, as links on this page write it.
    pub fn href(self, route: &Route) -> String {
        self.with_site(|site| site.href(route))
    }

    /// Gives what markup needs to `make`.
    pub fn with_site<T>(self, make: impl FnOnce(Site<'_>) -> T) -> T {
        self.fixed.with_value(|fixed| {
            let Fixed { atlas, provenance, base, origin, a_year_ago, .. } = &**fixed;
            let is_published = fixed.is_published || fixed.medium == Medium::Text;
            make(Site {
                dataset: &atlas.dataset,
                catalog: atlas.catalog(),
                base,
                origin,
                provenance,
                is_published,
                a_year_ago: a_year_ago.as_ref(),
            })
        })
    }

    /// Where the dataset is from.
    pub fn provenance(self) -> Provenance {
        self.fixed.with_value(|fixed| fixed.provenance.clone())
    }

    /// The title of the current view.
    pub fn title(self) -> String {
        let title = title(&self.route.get(), &self.atlas().dataset, &self.sentence());
        foreign_title(title, &self.provenance())
    }

    pub(super) fn url_of_route(self) -> String {
        self.href(&self.route.get_untracked())
    }

    /// The path below which the atlas lives, with a slash at both ends.
    pub(super) fn base(self) -> String {
        self.fixed.with_value(|fixed| fixed.base.clone())
    }

    /// The current view in words: what a screen reader is told, and the title of a frame.
    pub fn announcement(self) -> String {
        match self.route.get() {
            Route::Explore(_) => plain(&self.sentence()),
            _ => self.title(),
        }
    }
}

/// Where the page of an address is shown, and what may be done to the history there.
fn stage_and_history(is_embed: bool) -> (Stage, History) {
    if is_embed || browser::is_framed() {
        (Stage::Frame, History::frozen())
    } else {
        (Stage::Page, History::take_over())
    }
}

/// Returns the view that a frame was made for; `None` for a page.
fn embedded(stage: Stage, route: &Route) -> Option<Route> {
    (stage == Stage::Frame).then(|| route.clone())
}

/// The route as a stage shows it: in a frame, an organization is the list of its projects, and there
/// is no room for the names of everything.
pub(super) fn staged(route: Route, stage: Stage, atlas: &Atlas) -> Route {
    match route {
        Route::Organization(org) if stage == Stage::Frame => {
            Route::Explore(at_org(Query::default(), org, &atlas.dataset, atlas.catalog()))
        }
        Route::Directory if stage == Stage::Frame => Route::home(),
        route => route,
    }
}

/// The organization of which a query asks for all projects, and for nothing else.
fn only_org(query: &Query, atlas: &Atlas) -> Option<OrgIdx> {
    let [Refinement { facet: Facet::Org, value, polarity: Polarity::Include }] =
        query.refinements()
    else {
        return None;
    };
    let org = atlas.dataset.find_org(&atlas.catalog().value(Facet::Org, *value).id)?;
    let all = at_org(Query::default(), org, &atlas.dataset, atlas.catalog());
    (all == *query).then_some(org)
}

/// Returns the number of rows of the card of a group.
fn card_size(group: &Group) -> usize {
    n_card_rows(group.projects.len())
}

/// How many rows the page of a route has before a script adds the others.
fn n_page_rows(route: &Route) -> usize {
    match route {
        Route::Explore(query) if query.is_empty() => HOME_ROWS,
        _ => LIST_ROWS,
    }
}

/// Tells lists apart, by what they answer.
pub(super) fn list_id(query: &Query) -> u64 {
    let mut hasher = FxHasher::default();
    query.hash(&mut hasher);
    hasher.finish()
}
