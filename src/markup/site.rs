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

/// What every piece of markup needs: the dataset, and the path below which the atlas lives.
#[derive(Clone, Copy, Debug)]
pub struct Site<'d> {
    /// The dataset.
    pub dataset: &'d Dataset,
    /// The values of its facets.
    pub catalog: &'d Catalog,
    /// The path below which the atlas lives, with a slash at both ends.
    pub base: &'d str,
    /// Scheme, host and port of the atlas, where they are known; otherwise empty.
    pub origin: &'d str,
    /// Where the dataset is from.
    pub provenance: &'d Provenance,
    /// Whether the feeds and the data service of a published site are beside this page.
    pub is_published: bool,
    /// The day since which an entry has to be verified to count; `None` is unknown, and then each does.
    pub a_year_ago: Option<&'d Date>,
}

impl Site<'_> {
    /// The link of a route.
    pub fn href(self, route: &Route) -> String {
        self.path(address(route, self.dataset, self.catalog))
    }

    /// The link of an address below the atlas.
    pub(super) fn path(self, address: String) -> String {
        relative(&with_dataset(address, self.provenance.address()))
    }

    /// The address that a reader may send to others.
    pub(super) fn absolute(self, route: &Route) -> String {
        let address = address(route, self.dataset, self.catalog);
        let address = with_dataset(address, self.provenance.address());
        [self.origin, self.base, &address].concat()
    }

    /// The path of an organization's page.
    pub(super) fn organization_href(self, org: OrgIdx) -> String {
        self.path(organization_address(org, self.dataset))
    }

    /// The path of a project's page.
    pub(super) fn project_href(self, project: ProjectIdx) -> String {
        self.path(project_address(project, self.dataset))
    }

    /// The path of a value's own page.
    pub(crate) fn value_href(self, facet: Facet, id: &str) -> String {
        match (facet, self.dataset.find_org(id)) {
            (Facet::Org, Some(org)) => self.organization_href(org),
            _ => self.path(value_address(facet, id)),
        }
    }

    /// A link that refines the current view by a value, and that leads to the value's own page
    /// where it is opened anew.
    pub(super) fn value_link(self, facet: Facet, id: &str, class: &str, content: Markup) -> Markup {
        html! {
            a dir="auto" class=[(!class.is_empty()).then_some(class)]
                href=(self.value_href(facet, id))
                data-refine=(qualifier(facet, id, Polarity::Include)) { (content) }
        }
    }

    /// The link of a term of the vocabulary, by its label.
    pub(super) fn term_link(
        self,
        facet: Facet,
        coded: VocabularyKind,
        term: TermIdx,
        class: &str,
    ) -> Markup {
        let term = self.dataset.vocabulary.term(coded, term);
        self.value_link(facet, &term.id, class, html! { (term.label) })
    }

    /// The link of a term that stands beside those of other facets: an unknown one says of what it
    /// is, with a capital letter where it is the first of them. `None` where no record fills the
    /// facet.
    pub(super) fn term_beside(
        self,
        facet: Facet,
        coded: VocabularyKind,
        term: TermIdx,
        is_first: bool,
    ) -> Option<Markup> {
        let term = self.dataset.vocabulary.term(coded, term);
        let label = if self.catalog.is_unknown(facet, &term.id) {
            unknown_beside(facet, is_first)
        } else {
            term.label.clone()
        };
        let is_used = self.catalog.is_used(facet);
        is_used.then(|| self.value_link(facet, &term.id, "", html! { (label) }))
    }

    /// The links of several terms.
    pub(super) fn term_links(
        self,
        facet: Facet,
        coded: VocabularyKind,
        terms: &[TermIdx],
    ) -> Vec<Markup> {
        terms.iter().map(|term| self.term_link(facet, coded, *term, "")).collect()
    }

    /// The link of a country of two upper-case letters, by its name.
    pub(super) fn country_link(self, code: &str) -> Markup {
        let name = html! { (self.dataset.country_label(code)) };
        self.value_link(Facet::Country, &code.to_ascii_lowercase(), "", name)
    }
}

/// A link to an address below the atlas, relative to the `<base>` of the page, so that a site works
/// below any path. The dot keeps a colon in the address from ending the name of a scheme.
pub(super) fn relative(address: &str) -> String {
    ["./", address].concat()
}

/// A link that leads out of the atlas, into a tab of its own.
pub(super) fn link_out(url: &str, content: Markup) -> Markup {
    html! { a href=(url) target="_blank" rel="noopener noreferrer" { (content) } }
}
