//! Constructor of the explorer for rendering to text.

use std::sync::Arc;

use super::{
    Atlas, ChunkLoaders, Explorer, Presentation, RenderContext,
    creation::author_route,
    explorer::{Fixed, Initial},
    history::History,
    incremental_list::IncrementalList,
    page_rows::n_page_rows,
    step::route_for_presentation,
};
use crate::{
    dataset::Date,
    link::{ParsedLink, Provenance},
};

impl Explorer {
    /// Creates the state of a link, to render it to text.
    pub(crate) fn from_link(
        atlas: Arc<Atlas>,
        context: RenderContext<'_>,
        link: ParsedLink,
        chunks: ChunkLoaders,
    ) -> Self {
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
            author_route: author_route(presentation, &route),
            chunks,
        };
        let list = IncrementalList::page(n_page_rows(&route));
        let initial = Initial { route, notices: link.notices, ..Initial::default() };
        Self::new(fixed, initial, History::frozen(), list)
    }
}
