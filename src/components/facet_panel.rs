use maud::html;

use super::Places;
use crate::{
    markup::{
        FacetView, Markup, Rows, Site, facet_find, facet_heading, facet_more, facet_states,
        facet_values, histogram, year_fields,
    },
    search::{Facet, Query, SearchResults},
    state::{Explorer, Medium, Over, is_pointed_at},
    wording::facet_title,
};

/// The facets in the order in which readers ask: what it took the place of, when, for what, where,
/// how it stands, and how well all that is known.
const ORDER: [Facet; 12] = [
    Facet::Replaces,
    Facet::Since,
    Facet::Domain,
    Facet::Industry,
    Facet::Metric,
    Facet::Status,
    Facet::Kind,
    Facet::Country,
    Facet::Oss,
    Facet::Confidence,
    Facet::Verdict,
    Facet::Org,
];

/// A copy of the facets.
#[derive(Clone, Copy)]
struct Panel {
    explorer: Explorer,
    /// Where it is shown: part of the ids of its elements.
    place: &'static str,
    /// It is empty unless this is open above the page.
    only_in: Option<Over>,
}

/// Every facet that narrows the list, with its values. `place` tells apart the copies on one page; a copy that is shown
/// `only_in` something above the page is empty until that is open.
pub fn facet_panel(
    explorer: Explorer,
    place: &'static str,
    only_in: Option<Over>,
    places: &mut Places,
) -> Markup {
    let panel = Panel { explorer, place, only_in };
    html! {
        div.facets {
            @for facet in ORDER.into_iter().filter(|facet| explorer.atlas().catalog().is_informative(*facet)) {
                div.facet role="group" aria-label=(facet_title(facet)) {
                    (panel.section(facet, places))
                }
            }
        }
    }
}

impl Panel {
    fn section(self, facet: Facet, places: &mut Places) -> Markup {
        let id = |part: &str| format!("{}-{}-{part}", self.place, facet.key());
        let heading =
            move || self.made(|site, query, _| facet_heading(site, query, facet, self.place));
        html! {
            (places.add(id("heading"), heading))
            @if facet == Facet::Since {
                (places.add(id("top"), move || self.made(histogram)))
                (places.add(id("values"), move || self.years()))
            } @else {
                (places.add(id("top"), move || self.still(|site| {
                    facet_find(site, self.view(facet, ""))
                })))
                (self.values(id("values"), facet, places))
                (places.add(id("more"), move || self.made(|site, query, results| {
                    facet_more(site, query, results, self.view(facet, ""))
                })))
            }
        }
    }

    fn years(self) -> Markup {
        let view = self.view(Facet::Since, "");
        self.made(|site, query, results| year_fields(site, query, results, view))
    }

    fn values(self, id: String, facet: Facet, places: &mut Places) -> Markup {
        if self.explorer.medium() == Medium::Text {
            let view = self.view(facet, "");
            return self.made(|site, query, results| {
                let states = facet_states(site, query, results, view, None);
                facet_values(site, query, results, view, &states)
            });
        }
        let values_id = id.clone();
        let states = move |before: &str| {
            let wanted = self.wanted(facet);
            self.made(|site, query, results| {
                let before = is_pointed_at(&values_id).then_some(before);
                facet_states(site, query, results, self.view(facet, &wanted), before)
            })
        };
        let values = move |states: &str| {
            self.made(|site, query, results| {
                facet_values(site, query, results, self.view(facet, ""), states)
            })
        };
        places.add_rows(id, states, values)
    }

    fn wanted(self, facet: Facet) -> String {
        self.explorer.with_scene(|scene| scene.wanted(facet).to_owned())
    }

    fn view(self, facet: Facet, wanted: &str) -> FacetView<'_> {
        let (is_open, has_empty) = self
            .explorer
            .with_scene(|scene| (scene.is_open(facet), scene.empty_shown.contains(&facet)));
        let rows = match self.explorer.medium() {
            Medium::Browser => Rows::Choices,
            Medium::Text => Rows::Links,
        };
        FacetView { facet, place: self.place, is_open, has_empty, wanted, rows }
    }

    /// Whether it is empty: what it is shown in is not open.
    fn is_closed(self) -> bool {
        let over = self.explorer.with_scene(|scene| scene.over);
        self.only_in.is_some() && self.only_in != over
    }

    /// Makes what does not depend on the query, and does not follow it.
    fn still(self, make: impl Fn(Site<'_>) -> Markup) -> Markup {
        if self.is_closed() {
            return Markup::default();
        }
        self.explorer.with_site(make)
    }

    /// Gives the query and what it found to `make`, and follows both.
    fn made<T: Default>(self, make: impl Fn(Site<'_>, &Query, &SearchResults) -> T) -> T {
        if self.is_closed() {
            return T::default();
        }
        let (query, results) = (self.explorer.query(), self.explorer.results());
        self.explorer.with_site(|site| make(site, &query, &results))
    }
}
