use std::sync::Arc;

use rustscape::{
    dataset::{Dataset, Date},
    link,
    link::Route,
    search::{Catalog, Query, SearchResults},
    state::Atlas,
};

use super::BaseUrl;

/// What is published: a dataset in which nothing is wrong, and where it is going to be.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The dataset and its index.
    pub atlas: Arc<Atlas>,
    /// The dataset file as it was given.
    pub source: Vec<u8>,
    /// Where the site is going to be.
    pub url: BaseUrl,
    /// The day on which it is told which entries are old. Part of the input, so that the same
    /// input gives the same output.
    pub today: Option<Date>,
    /// What tells this state of the data from others: hexadecimal digits of a hash of the file.
    pub version: String,
}

impl Publication {
    /// The dataset.
    pub fn dataset(&self) -> &Dataset {
        &self.atlas.dataset
    }

    /// The values of its facets.
    pub fn catalog(&self) -> &Catalog {
        self.atlas.catalog()
    }

    /// The address of a route below the site: `org/acme/`.
    pub fn address(&self, route: &Route) -> String {
        link::address(route, self.dataset(), self.catalog())
    }

    /// The absolute address of a route.
    pub fn absolute(&self, route: &Route) -> String {
        self.url.absolute(&self.address(route))
    }

    /// What an address below the site stands for.
    pub fn route(&self, address: &str) -> Route {
        link::read(address, self.dataset(), self.catalog()).route
    }

    /// What a query gives.
    pub fn search(&self, query: &Query) -> SearchResults {
        self.atlas.index.search(query)
    }
}
