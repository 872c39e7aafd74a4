//! Context of all markup: the dataset, and links within and out of the atlas.

use maud::{Markup, html};

use crate::{
    dataset::{Dataset, Date, OrgIdx, ProjectIdx, TermIdx, VocabularyKind},
    link::{
        Provenance, Route, address, organization_address, project_address, value_address,
        with_dataset,
    },
    search::{Catalog, Facet, Polarity, qualifier},
    wording::unknown_beside,
};

/// Context of all markup: the dataset and the site that shows it.
#[derive(Clone, Copy, Debug)]
pub struct Site<'d> {
    /// Dataset to show.
    pub dataset: &'d Dataset,
    /// Facet values of the dataset.
    pub catalog: &'d Catalog,
    /// Path below which the atlas lives, with a slash at both ends.
    pub base: &'d str,
    /// Scheme, host and port of the atlas; empty if they are unknown.
    pub origin: &'d str,
    /// Origin of the dataset.
    pub provenance: &'d Provenance,
    /// `true` if the site has feeds and the data service.
    pub is_published: bool,
    /// Projects verified before this day need a re-check; `None` marks none.
    pub a_year_ago: Option<&'d Date>,
}

impl Site<'_> {
    /// Returns the link of a route, relative to the base of the page.
    pub fn href(self, route: &Route) -> String {
        self.path(address(route, self.dataset, self.catalog))
    }

    /// Returns the link of an address below the atlas. Adds the dataset if it is not the site's own.
    pub(super) fn path(self, address: String) -> String {
        relative(&with_dataset(address, self.provenance.address()))
    }

    /// Returns the absolute URL of a route.
    pub(super) fn absolute(self, route: &Route) -> String {
        let address = address(route, self.dataset, self.catalog);
        let address = with_dataset(address, self.provenance.address());
        [self.origin, self.base, &address].concat()
    }

    /// Returns the link of an organization's page.
    pub(super) fn organization_href(self, org: OrgIdx) -> String {
        self.path(organization_address(org, self.dataset))
    }

    /// Returns the link of a project's page.
    pub(super) fn project_href(self, project: ProjectIdx) -> String {
        self.path(project_address(project, self.dataset))
    }

    /// Returns the link of a facet value's page.
    pub(crate) fn value_href(self, facet: Facet, id: &str) -> String {
        match (facet, self.dataset.find_org(id)) {
            (Facet::Org, Some(org)) => self.organization_href(org),
            _ => self.path(value_address(facet, id)),
        }
    }

    /// Link that refines the current view by a value. Opened in a new tab or without scripts, it shows
    /// the page of the value.
    pub(super) fn value_link(self, facet: Facet, id: &str, class: &str, content: Markup) -> Markup {
        html! {
            a dir="auto" class=[(!class.is_empty()).then_some(class)]
                href=(self.value_href(facet, id))
                data-refine=(qualifier(facet, id, Polarity::Include)) { (content) }
        }
    }

    /// Link of a term of the vocabulary, with its label.
    pub(super) fn term_link(
        self,
        facet: Facet,
        kind: VocabularyKind,
        term: TermIdx,
        class: &str,
    ) -> Markup {
        let term = self.dataset.vocabulary.term(kind, term);
        self.value_link(facet, &term.id, class, html! { (term.label) })
    }

    /// Link of a term in a line with terms of other facets. An unknown term names its facet, such as
    /// "status unknown"; it is capitalized if `is_first` is `true`. Returns `None` if no record fills
    /// the facet.
    pub(super) fn term_beside(
        self,
        facet: Facet,
        kind: VocabularyKind,
        term: TermIdx,
        is_first: bool,
    ) -> Option<Markup> {
        let term = self.dataset.vocabulary.term(kind, term);
        let label = if self.catalog.is_unknown(facet, &term.id) {
            unknown_beside(facet, is_first)
        } else {
            term.label.clone()
        };
        let is_used = self.catalog.is_used(facet);
        is_used.then(|| self.value_link(facet, &term.id, "", html! { (label) }))
    }

    /// Links of several terms.
    pub(super) fn term_links(
        self,
        facet: Facet,
        kind: VocabularyKind,
        terms: &[TermIdx],
    ) -> Vec<Markup> {
        terms.iter().map(|term| self.term_link(facet, kind, *term, "")).collect()
    }

    /// Link of a country with its name. `code` is the upper-case ISO 3166-1 code.
    pub(super) fn country_link(self, code: &str) -> Markup {
        let name = html! { (self.dataset.country_label(code)) };
        self.value_link(Facet::Country, &code.to_ascii_lowercase(), "", name)
    }
}

/// Returns a link relative to the `<base>` of the page, so that a site works below any path. The leading
/// dot prevents browsers from reading text before a colon as a scheme.
pub(super) fn relative(address: &str) -> String {
    ["./", address].concat()
}

/// External link, which opens in a new tab.
pub(super) fn link_out(url: &str, content: Markup) -> Markup {
    html! { a href=(url) target="_blank" rel="noopener noreferrer" { (content) } }
}
