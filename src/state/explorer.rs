//! The state of the page: the route, and everything that follows from it.

use std::{ops::Deref, sync::Arc};

use leptos::prelude::*;

use super::{
    Atlas, IS_STATIC, LoadedDataset, Overlay, Presentation, RenderContext, RowFilter, browser,
    history::History,
    ids::{HEADING_ID, RECORD_HEADING_ID, RECORD_ID},
    incremental_list::IncrementalList,
    list_cards::n_page_rows,
    loading::Requests,
    pending::Pending,
    published::{self, Published},
    rare_views::RareViews,
    record_page::RecordPages,
    shared_view::ShareContent,
    step::{only_org, route_for_presentation},
    theme,
};
use crate::{
    dataset::{Date, OrgIdx},
    link::{self, EmbedOptions, Notice, ParsedLink, Provenance, Route, Theme},
    markup::Site,
    search::{Facet, Query, SearchResults},
    wording::{OUTSIDE_VIEW, SentencePart, foreign_title, plain, sentence, title},
};

/// The values that never change while a page is shown.
#[derive(Debug)]
struct Fixed {
    atlas: Arc<Atlas>,
    provenance: Provenance,
    base: String,
    /// Scheme, host and port, where they are known.
    origin: String,
    /// The day since which an entry has to be verified to count.
    a_year_ago: Option<Date>,
    presentation: Presentation,
    /// Pages of records were published: they are fetched, not made.
    is_published: bool,
    /// The view of a frame's own address, which its author chose; `None` outside of frames.
    embedded: Option<Route>,
}

/// The values that signals start with.
struct Initial {
    route: Route,
    notices: Vec<Notice>,
    theme: Theme,
    look: EmbedOptions,
    pages: RecordPages,
}

/// The route, what follows from it, and the verbs that change it. A handle of one word; components
/// get it from [`Explorer::expect`].
///
/// The signals behind it are given up with their owner, as soon as another dataset is shown. The
/// struct that holds their handles is leaked, about 200 bytes for each dataset that is opened or page
/// that is rendered: closures of views hold one word of it instead of all of them.
#[derive(Clone, Copy)]
pub struct Explorer(&'static Signals);

/// One signal or memo for each concern, so that a keystroke, another theme or a page that arrives
/// runs only the views that show it.
pub struct Signals {
    fixed: StoredValue<Arc<Fixed>>,
    pub(super) history: History,
    pub(super) list: IncrementalList,
    pub(super) pending: StoredValue<Pending, LocalStorage>,
    pub(super) page_requests: Requests,
    /// The cards that show all of their rows, by list and organization.
    pub(super) open_cards: StoredValue<Vec<(u64, OrgIdx)>>,
    pub(super) route: RwSignal<Route>,
    pub(super) query: Memo<Query>,
    pub(super) results: Memo<Arc<SearchResults>>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) theme: RwSignal<Theme>,
    pub(super) look: RwSignal<EmbedOptions>,
    pub(super) pages: RwSignal<RecordPages>,
    pub(super) overlay: RwSignal<Option<Overlay>>,
    pub(super) share_content: RwSignal<ShareContent>,
    pub(super) rare_views: RwSignal<Option<RareViews>>,
    /// The facets of which all values are shown.
    pub(super) expanded: RwSignal<Vec<Facet>>,
    /// The expanded facets that also show their values without results.
    pub(super) with_empty: RwSignal<Vec<Facet>>,
}

impl Deref for Explorer {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

impl Explorer {
    /// Returns the explorer of the page that a component is part of.
    ///
    /// # Panics
    ///
    /// Outside of a shell, which provides it.
    #[track_caller]
    pub fn expect() -> Self {
        expect_context()
    }

    /// Creates the state of this page of a browser, as its address says.
    pub fn of_page(loaded: LoadedDataset) -> Self {
        let LoadedDataset { atlas, provenance } = loaded;
        let base = browser::base_path();
        let link = link::read(&browser::address_below(&base), &atlas.dataset, atlas.catalog());
        let (presentation, history) = presentation_and_history(link.is_embed);
        let route = route_for_presentation(link.route, presentation, &atlas);
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
            atlas,
            provenance,
            base,
            presentation,
            is_published,
            embedded: embedded(presentation, &route),
        };
        let initial = Initial {
            route,
            notices: link.notices,
            theme: theme::as_opened(),
            look: link.look,
            pages: RecordPages::default(),
        };
        Self::new(fixed, initial, history, IncrementalList::gradual())
    }

    /// Creates the state that a published page shows, if it is one of this dataset: the page can stay
    /// as it is, and be followed from then on.
    pub(super) fn of_published(loaded: &LoadedDataset, published: Published) -> Option<Self> {
        let LoadedDataset { atlas, provenance } = loaded;
        let base = browser::base_path();
        let link = link::read(&published.address?, &atlas.dataset, atlas.catalog());
        let (presentation, history) = presentation_and_history(link.is_embed);
        if (presentation == Presentation::Embed) != link.is_embed {
            return None;
        }
        // The page may be of a wider view than its address asks for.
        let asked = link::read(&browser::address_below(&base), &atlas.dataset, atlas.catalog());
        let asked = route_for_presentation(asked.route, presentation, atlas);
        let list = match &link.route {
            Route::Explore(_) => IncrementalList::after_page(n_page_rows(&link.route)),
            // Its list is made when it is asked for.
            _ => IncrementalList::gradual(),
        };
        let address = link::address(&link.route, &atlas.dataset, atlas.catalog());
        let fixed = Fixed {
            atlas: atlas.clone(),
            provenance: provenance.clone(),
            base,
            origin: browser::origin(),
            a_year_ago: published.today.map(|today| today.a_year_earlier()),
            presentation,
            is_published: true,
            embedded: embedded(presentation, &asked),
        };
        let initial = Initial {
            route: route_for_presentation(link.route, presentation, atlas),
            pages: RecordPages::of(address, browser::html_of(RECORD_ID)),
            ..Initial::default()
        };
        Some(Self::new(fixed, initial, history, list))
    }

    /// Creates the state of a link, for rendering it to text.
    pub fn of_link(atlas: Arc<Atlas>, context: RenderContext<'_>, link: ParsedLink) -> Self {
        let presentation = if link.is_embed { Presentation::Embed } else { Presentation::Page };
        let route = route_for_presentation(link.route, presentation, &atlas);
        let fixed = Fixed {
            atlas,
            provenance: Provenance::Own,
            base: context.base.to_owned(),
            origin: context.origin.to_owned(),
            a_year_ago: context.today.map(Date::a_year_earlier),
            presentation,
            is_published: false,
            embedded: embedded(presentation, &route),
        };
        let list = IncrementalList::page(n_page_rows(&route));
        let initial = Initial { route, notices: link.notices, ..Initial::default() };
        Self::new(fixed, initial, History::frozen(), list)
    }

    fn new(fixed: Fixed, initial: Initial, history: History, list: IncrementalList) -> Self {
        let fixed = StoredValue::new(Arc::new(fixed));
        let route = RwSignal::new(initial.route);
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
        Self(Box::leak(Box::new(Signals {
            fixed,
            history,
            list,
            pending: StoredValue::new_local(Pending::default()),
            page_requests: Requests::new(),
            open_cards: StoredValue::new(Vec::new()),
            route,
            query,
            results,
            notices: RwSignal::new(initial.notices),
            theme: RwSignal::new(initial.theme),
            look: RwSignal::new(initial.look),
            pages: RwSignal::new(initial.pages),
            overlay: RwSignal::new(None),
            share_content: RwSignal::new(ShareContent::Loading),
            rare_views: RwSignal::new(None),
            expanded: RwSignal::new(Vec::new()),
            with_empty: RwSignal::new(Vec::new()),
        })))
    }

    /// Returns the dataset and its index.
    pub fn atlas(self) -> Arc<Atlas> {
        self.fixed.with_value(|fixed| fixed.atlas.clone())
    }

    /// Returns where the components are shown.
    pub fn presentation(self) -> Presentation {
        self.fixed.with_value(|fixed| fixed.presentation)
    }

    /// Returns whether the pages of records were published: they are fetched, not made.
    pub fn is_published(self) -> bool {
        self.fixed.with_value(|fixed| fixed.is_published)
    }

    /// Returns the route that the address stands for. Tracked, as are all that follow from it.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// Returns whether the address stands for a list.
    pub fn shows_list(self) -> bool {
        self.route.with(|route| matches!(route, Route::Explore(_)))
    }

    /// Returns the query of the list; on a record's page, that of the list below it.
    pub fn query(self) -> Query {
        self.query.get()
    }

    /// Gives the query to `read`.
    pub fn with_query<T>(self, read: impl FnOnce(&Query) -> T) -> T {
        self.query.with(read)
    }

    /// Returns the results of the query.
    pub fn results(self) -> Arc<SearchResults> {
        self.results.get()
    }

    /// Gives the results to `read`.
    pub fn with_results<T>(self, read: impl FnOnce(&SearchResults) -> T) -> T {
        self.results.with(|results| read(results))
    }

    /// Returns the notices of the link that was opened, or of the text that is typed.
    pub fn notices(self) -> Vec<Notice> {
        self.notices.get()
    }

    /// Returns the theme that is chosen.
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    /// Returns the look of a frame.
    pub fn look(self) -> EmbedOptions {
        self.look.get()
    }

    /// Returns whether a dialog is open.
    pub fn is_open(self, overlay: Overlay) -> bool {
        self.overlay.get() == Some(overlay)
    }

    /// Returns which rows of a facet the reader wants to see, but for the text that is looked for.
    pub fn row_filter(self, facet: Facet) -> RowFilter {
        RowFilter {
            is_expanded: self.expanded.with(|facets| facets.contains(&facet)),
            has_empty: self.with_empty.with(|facets| facets.contains(&facet)),
            text: String::new(),
        }
    }

    /// Returns the sentence about the results. In a frame it says so where some of them are not
    /// in the author's view.
    pub fn sentence(self) -> Vec<SentencePart> {
        let mut pieces = sentence(&self.query.get(), &self.results.get(), self.atlas().catalog());
        if self.left_view().is_some_and(|embedded| self.has_others(&embedded)) {
            pieces.insert(0, SentencePart::Words(OUTSIDE_VIEW.to_owned()));
        }
        pieces
    }

    /// Returns the view that the author of a frame chose, where its reader has gone on to another
    /// one.
    pub fn left_view(self) -> Option<Route> {
        let embedded = self.fixed.with_value(|fixed| fixed.embedded.clone())?;
        (self.route.get() != embedded).then_some(embedded)
    }

    /// Returns whether there are results that another view does not have.
    fn has_others(self, view: &Route) -> bool {
        let Route::Explore(query) = view else { return true };
        let theirs: Vec<_> = self.atlas().index.search(query).projects().collect();
        self.results.get().projects().any(|project| !theirs.contains(&project))
    }

    /// Returns the query without the choices of the reader: in a frame the query of its author,
    /// anywhere else everything in the same order.
    pub fn cleared_query(self) -> Query {
        match self.fixed.with_value(|fixed| fixed.embedded.clone()) {
            Some(Route::Explore(query)) => query,
            _ => Query::default().with_sort(self.query.with(Query::sort)),
        }
    }

    /// Returns the id of the heading of what is shown.
    pub fn heading_id(self) -> &'static str {
        let is_list = self.route.with_untracked(|route| matches!(route, Route::Explore(_)));
        if is_list { HEADING_ID } else { RECORD_HEADING_ID }
    }

    /// Returns the route whose page shows most of what a frame shows.
    pub fn full_page_route(self) -> Route {
        let route = self.route.get();
        let atlas = self.atlas();
        let org = match &route {
            Route::Explore(query) => only_org(query, &atlas),
            _ => None,
        };
        org.map_or(route, Route::Organization)
    }

    /// Returns the link of a route, as this page writes it.
    pub fn href(self, route: &Route) -> String {
        self.with_site(|site| site.href(route))
    }

    /// Gives what markup needs to `make`.
    pub fn with_site<T>(self, make: impl FnOnce(Site<'_>) -> T) -> T {
        self.fixed.with_value(|fixed| {
            let Fixed { atlas, provenance, base, origin, a_year_ago, .. } = &**fixed;
            make(Site {
                dataset: &atlas.dataset,
                catalog: atlas.catalog(),
                base,
                origin,
                provenance,
                is_published: fixed.is_published || IS_STATIC,
                a_year_ago: a_year_ago.as_ref(),
            })
        })
    }

    /// Returns where the dataset is from.
    pub fn provenance(self) -> Provenance {
        self.fixed.with_value(|fixed| fixed.provenance.clone())
    }

    /// Returns the title of the current view.
    pub fn title(self) -> String {
        let title = title(&self.route.get(), &self.atlas().dataset, &self.sentence());
        foreign_title(title, &self.provenance())
    }

    pub(super) fn url_of_route(self) -> String {
        self.href(&self.route.get_untracked())
    }

    /// Returns the path below which the atlas lives, with a slash at both ends.
    pub(super) fn base(self) -> String {
        self.fixed.with_value(|fixed| fixed.base.clone())
    }

    /// Returns the current view in words: the announcement to screen readers, and the title of a
    /// frame.
    pub fn announcement(self) -> String {
        match self.route.get() {
            Route::Explore(_) => plain(&self.sentence()),
            _ => self.title(),
        }
    }
}

impl Default for Initial {
    fn default() -> Self {
        Self {
            route: Route::home(),
            notices: Vec::new(),
            theme: Theme::Auto,
            look: EmbedOptions::default(),
            pages: RecordPages::default(),
        }
    }
}

/// Returns where the page of an address is shown, and the history that it may write to.
fn presentation_and_history(is_embed: bool) -> (Presentation, History) {
    if is_embed || browser::is_framed() {
        (Presentation::Embed, History::frozen())
    } else {
        (Presentation::Page, History::take_over())
    }
}

/// Returns the view that a frame was made for; `None` for a page.
fn embedded(presentation: Presentation, route: &Route) -> Option<Route> {
    (presentation == Presentation::Embed).then(|| route.clone())
}
