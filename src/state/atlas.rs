//! A dataset that is ready to be searched.

use std::sync::Arc;

use crate::{
    dataset::{Dataset, DatasetError, Problem, read},
    search::{Catalog, Index},
    wording::NAMES,
};

/// A dataset with its index, and what had to be left out of it. Never changes.
#[derive(Debug)]
pub struct Atlas {
    /// What the file says.
    pub dataset: Dataset,
    /// The engine over it.
    pub index: Index,
    /// The records that were left out, with the reasons.
    pub problems: Vec<Problem>,
}

impl Atlas {
    /// Reads a dataset file and indexes it.
    ///
    /// # Errors
    ///
    /// When the file is no dataset at all: see [`read`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Arc<Self>, DatasetError> {
        let (dataset, problems) = read(bytes)?;
        Ok(Self::new(dataset, problems))
    }

    /// Indexes a dataset.
    pub fn new(dataset: Dataset, problems: Vec<Problem>) -> Arc<Self> {
        let index = Index::new(&dataset, &NAMES);
        Arc::new(Self { dataset, index, problems })
    }

    /// The values of every facet.
    pub fn catalog(&self) -> &Catalog {
        self.index.catalog()
    }
}
