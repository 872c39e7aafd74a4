//! Input of a publication: dataset, address and date.

use std::sync::Arc;

use rustscape::{
    dataset::{Dataset, Date},
    link,
    link::Route,
    search::{Catalog, Query, SearchResults},
    state::Atlas,
};

use super::BaseUrl;

/// A dataset without errors, and the address that it is published at.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The dataset and its index.
    pub atlas: Arc<Atlas>,
    /// The dataset file, byte for byte.
    pub source: Vec<u8>,
    /// Address of the site.
    pub url: BaseUrl,
    /// Date from which the age of entries is counted. The date is an input, so that the same input
    /// gives the same output.
    pub today: Option<Date>,
    /// Identifier of this state of the data: hexadecimal digits of a hash of the dataset file.
    pub version: String,
}

impl Publication {
    /// Returns the dataset.
    pub fn dataset(&self) -> &Dataset {
        &self.atlas.dataset
    }

    /// Returns the catalog of facet values.
    pub fn catalog(&self) -> &Catalog {
        self.atlas.catalog()
    }

    /// Returns the address of a route below the site, such as `org/acme/`.
    pub fn address(&self, route: &Route) -> String {
        link::address(route, self.dataset(), self.catalog())
    }

    /// Returns the absolute address of a route.
    pub fn absolute(&self, route: &Route) -> String {
        self.url.absolute(&self.address(route))
    }

    /// Returns the route for an address below the site.
    pub fn route(&self, address: &str) -> Route {
        link::read(address, self.dataset(), self.catalog()).route
    }

    /// Returns the results of a query.
    pub fn search(&self, query: &Query) -> SearchResults {
        self.atlas.index.search(query)
    }
}
