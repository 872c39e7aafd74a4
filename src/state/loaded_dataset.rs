//! A dataset that is ready to be shown.

use std::sync::Arc;

use super::Atlas;
use crate::link::Provenance;

/// An indexed dataset with its origin.
#[derive(Clone, Debug)]
pub struct LoadedDataset {
    /// The dataset and its index.
    pub atlas: Arc<Atlas>,
    /// Origin of the dataset.
    pub provenance: Provenance,
}
