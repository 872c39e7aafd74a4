//! A dataset with its search index.

use std::sync::Arc;

use crate::{
    dataset::{Dataset, DatasetError, Problem, read},
    search::{Catalog, Index},
    wording::NAMES,
};

/// A dataset with its search index. Immutable.
///
/// # Examples
///
/// ```
/// use rustscape::{search::Query, state::Atlas};
///
/// let file = br#"{"schema_version": 1, "title": "Atlas", "vocabulary": {}, "organizations": []}"#;
/// let atlas = Atlas::from_bytes(file)?;
/// assert!(atlas.index.search(&Query::default()).is_empty());
/// # Ok::<(), rustscape::dataset::DatasetError>(())
/// ```
#[derive(Debug)]
pub struct Atlas {
    /// Content of the dataset file.
    pub dataset: Dataset,
    /// Search index of the dataset.
    pub index: Index,
    /// Invalid records, which the dataset leaves out, with the reasons.
    pub problems: Vec<Problem>,
}

impl Atlas {
    /// Reads a dataset file and indexes it.
    ///
    /// # Errors
    ///
    /// Returns an error if the file is not a dataset: see [`read`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Arc<Self>, DatasetError> {
        let (dataset, problems) = read(bytes)?;
        Ok(Self::new(dataset, problems))
    }

    /// Indexes a dataset.
    pub fn new(dataset: Dataset, problems: Vec<Problem>) -> Arc<Self> {
        let index = Index::new(&dataset, &NAMES);
        Arc::new(Self { dataset, index, problems })
    }

    /// Returns the catalog of facet values.
    pub fn catalog(&self) -> &Catalog {
        self.index.catalog()
    }
}
