//! The explorer: a handle to all signals of a page, with the methods that read them.

use std::{ops::Deref, sync::Arc};

use leptos::prelude::*;

use super::{
    Atlas, ChunkLoaders, IS_STATIC, LazyViews, Overlay, Presentation, RowFilter, ShareContent,
    fetch::Requests,
    history::History,
    ids::{HEADING_ID, RECORD_HEADING_ID},
    incremental_list::IncrementalList,
    pending_updates::PendingUpdates,
    record_cache::RecordCache,
    step::only_org,
};
use crate::{
    dataset::{Date, OrgIdx},
    link::{EmbedOptions, Notice, Provenance, Route, Theme},
    markup::Site,
    search::{Facet, Query, SearchResults},
    wording::{OUTSIDE_VIEW, SentencePart, foreign_title, plain, sentence, title},
};

/// Values that never change while a page is shown.
#[derive(Debug)]
pub(super) struct Fixed {
    pub(super) atlas: Arc<Atlas>,
    pub(super) provenance: Provenance,
    /// Path below which the atlas lives, with a slash at both ends.
    pub(super) base: String,
    /// Scheme, host and port; empty if they are unknown.
    pub(super) origin: String,
    /// Entries verified before this day need a re-check; `None` disables the check.
    pub(super) a_year_ago: Option<Date>,
    pub(super) presentation: Presentation,
    /// `true` if the pages of records were published: they are fetched, not rendered.
    pub(super) is_published: bool,
    /// View that the author of a frame chose; `None` outside of frames.
    pub(super) author_route: Option<Route>,
    pub(super) chunks: ChunkLoaders,
}

/// Initial values of the signals.
pub(super) struct Initial {
    pub(super) route: Route,
    pub(super) notices: Vec<Notice>,
    pub(super) theme: Theme,
    pub(super) embed_options: EmbedOptions,
    pub(super) pages: RecordCache,
}

impl Default for Initial {
    fn default() -> Self {
        Self {
            route: Route::home(),
            notices: Vec::new(),
            theme: Theme::Auto,
            embed_options: EmbedOptions::default(),
            pages: RecordCache::default(),
        }
    }
}

/// Handle to the state of a page: the route, everything derived from it, and the methods that change
/// it. Cheap to copy; components get it from [`Explorer::expect`].
///
/// The signals are disposed with their owner when another dataset is shown. The struct of their
/// handles is leaked: about 200 bytes for each opened dataset or rendered page. In return, a closure
/// of a view captures one word.
#[derive(Clone, Copy)]
pub struct Explorer(&'static Signals);

/// Signals and memos of a page: one for each concern, so that a keystroke, a new theme or an arriving
/// page only updates the views that show it.
pub struct Signals {
    fixed: StoredValue<Arc<Fixed>>,
    pub(super) history: History,
    pub(super) list: IncrementalList,
    pub(super) pending: StoredValue<PendingUpdates, LocalStorage>,
    pub(super) page_requests: Requests,
    /// Cards that show all of their rows, by list and organization.
    pub(super) open_cards: StoredValue<Vec<(u64, OrgIdx)>>,
    pub(super) route: RwSignal<Route>,
    pub(super) query: Memo<Query>,
    pub(super) results: Memo<Arc<SearchResults>>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) theme: RwSignal<Theme>,
    pub(super) embed_options: RwSignal<EmbedOptions>,
    pub(super) pages: RwSignal<RecordCache>,
    pub(super) overlay: RwSignal<Option<Overlay>>,
    pub(super) share_content: RwSignal<ShareContent>,
    pub(super) lazy_views: RwSignal<Option<LazyViews>>,
    /// Facets that show all of their values.
    pub(super) expanded: RwSignal<Vec<Facet>>,
    /// Expanded facets that also show values without results.
    pub(super) with_empty: RwSignal<Vec<Facet>>,
}

impl Deref for Explorer {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

impl Explorer {
    /// Returns the explorer from the context of a component.
    ///
    /// # Panics
    ///
    /// Panics outside of a shell component, which provides it.
    #[track_caller]
    pub fn expect() -> Self {
        expect_context()
    }

    pub(super) fn new(
        fixed: Fixed,
        initial: Initial,
        history: History,
        list: IncrementalList,
    ) -> Self {
        let fixed = StoredValue::new(Arc::new(fixed));
        let route = RwSignal::new(initial.route);
        // The page of a record lies above the list, which keeps its query.
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
            pending: StoredValue::new_local(PendingUpdates::default()),
            page_requests: Requests::new(),
            open_cards: StoredValue::new(Vec::new()),
            route,
            query,
            results,
            notices: RwSignal::new(initial.notices),
            theme: RwSignal::new(initial.theme),
            embed_options: RwSignal::new(initial.embed_options),
            pages: RwSignal::new(initial.pages),
            overlay: RwSignal::new(None),
            share_content: RwSignal::new(ShareContent::Loading),
            lazy_views: RwSignal::new(None),
            expanded: RwSignal::new(Vec::new()),
            with_empty: RwSignal::new(Vec::new()),
        })))
    }

    /// Returns the dataset and its index.
    pub fn atlas(self) -> Arc<Atlas> {
        self.fixed.with_value(|fixed| fixed.atlas.clone())
    }

    /// Returns whether the components are shown on a page or in a frame.
    pub fn presentation(self) -> Presentation {
        self.fixed.with_value(|fixed| fixed.presentation)
    }

    /// Returns whether the pages of records were published: they are fetched, not rendered.
    pub fn is_published(self) -> bool {
        self.fixed.with_value(|fixed| fixed.is_published)
    }

    pub(super) fn chunks(self) -> ChunkLoaders {
        self.fixed.with_value(|fixed| fixed.chunks)
    }

    /// Returns the current route. Tracked, as are all values derived from it.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// Returns whether the current route is a list.
    pub fn shows_list(self) -> bool {
        self.route.with(|route| matches!(route, Route::Explore(_)))
    }

    /// Returns the query of the list; on the page of a record, that of the list below it.
    pub fn query(self) -> Query {
        self.query.get()
    }

    /// Calls `read` with the query.
    pub fn with_query<T>(self, read: impl FnOnce(&Query) -> T) -> T {
        self.query.with(read)
    }

    /// Returns the results of the query.
    pub fn results(self) -> Arc<SearchResults> {
        self.results.get()
    }

    /// Calls `read` with the results.
    pub fn with_results<T>(self, read: impl FnOnce(&SearchResults) -> T) -> T {
        self.results.with(|results| read(results))
    }

    /// Returns the notices about the opened link or the typed text.
    pub fn notices(self) -> Vec<Notice> {
        self.notices.get()
    }

    /// Returns the chosen theme.
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    /// Returns the options of a frame.
    pub fn embed_options(self) -> EmbedOptions {
        self.embed_options.get()
    }

    /// Returns whether a dialog is open.
    pub fn is_open(self, overlay: Overlay) -> bool {
        self.overlay.get() == Some(overlay)
    }

    /// Returns the filter of a facet's rows, without the text that the reader searches for in it.
    pub fn row_filter(self, facet: Facet) -> RowFilter {
        RowFilter {
            is_expanded: self.expanded.with(|facets| facets.contains(&facet)),
            has_empty: self.with_empty.with(|facets| facets.contains(&facet)),
            text: String::new(),
        }
    }

    /// Returns the sentence about the results. In a frame it begins with a remark if some results are
    /// not part of the author's view.
    pub fn sentence(self) -> Vec<SentencePart> {
        let mut parts = sentence(&self.query.get(), &self.results.get(), self.atlas().catalog());
        if self.author_view().is_some_and(|author_view| self.has_others(&author_view)) {
            parts.insert(0, SentencePart::Words(OUTSIDE_VIEW.to_owned()));
        }
        parts
    }

    /// Returns the view that the author of a frame chose, if the reader has left it.
    pub fn author_view(self) -> Option<Route> {
        let author_route = self.fixed.with_value(|fixed| fixed.author_route.clone())?;
        (self.route.get() != author_route).then_some(author_route)
    }

    /// Returns whether there are results that another view does not have.
    fn has_others(self, view: &Route) -> bool {
        let Route::Explore(query) = view else { return true };
        let in_view: Vec<_> = self.atlas().index.search(query).projects().collect();
        self.results.get().projects().any(|project| !in_view.contains(&project))
    }

    /// Returns the query without the reader's choices: in a frame the author's query, otherwise all
    /// projects in the current order.
    pub fn cleared_query(self) -> Query {
        match self.fixed.with_value(|fixed| fixed.author_route.clone()) {
            Some(Route::Explore(query)) => query,
            _ => Query::default().with_sort(self.query.with(Query::sort)),
        }
    }

    /// Returns the id of the heading of the current view.
    pub fn heading_id(self) -> &'static str {
        let is_list = self.route.with_untracked(|route| matches!(route, Route::Explore(_)));
        if is_list { HEADING_ID } else { RECORD_HEADING_ID }
    }

    /// Returns the page that a frame links to: that of the organization if all of its projects are
    /// listed, otherwise that of the current route.
    pub fn full_page_route(self) -> Route {
        let route = self.route.get();
        let atlas = self.atlas();
        let org = match &route {
            Route::Explore(query) => only_org(query, &atlas),
            _ => None,
        };
        org.map_or(route, Route::Organization)
    }

    /// Returns the link of a route, relative to the base of the page.
    pub fn href(self, route: &Route) -> String {
        self.with_site(|site| site.href(route))
    }

    /// Calls `render` with the values that markup needs.
    pub fn with_site<T>(self, render: impl FnOnce(Site<'_>) -> T) -> T {
        self.fixed.with_value(|fixed| {
            let Fixed { atlas, provenance, base, origin, a_year_ago, .. } = &**fixed;
            render(Site {
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

    /// Returns the origin of the dataset.
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

    /// Returns a description of the current view: the announcement to screen readers.
    pub fn announcement(self) -> String {
        match self.route.get() {
            Route::Explore(_) => plain(&self.sentence()),
            _ => self.title(),
        }
    }
}
