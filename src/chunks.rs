//! Chunks: code that few readers need, in separate WebAssembly modules that load on demand.
//!
//! A chunk only contains code that the rest of the program does not reach in another way.
//! `cargo xtask build` splits the program with the feature `split`; without it, the chunks are part of
//! the program.

#![cfg_attr(
    feature = "split",
    allow(unsafe_code, reason = "the macro exports the entry of a chunk by its name")
)]
#![cfg_attr(not(feature = "split"), allow(clippy::unused_async, reason = "a chunk may be awaited"))]

use crate::{
    markup, pages, share,
    state::{ChunkError, ChunkLoaders, LazyViews, RenderRecord, ShowSharing},
};

/// Loaders of all chunks, for the state.
pub(crate) const LOADERS: ChunkLoaders = ChunkLoaders {
    records: || Box::pin(records()),
    sharing: || Box::pin(sharing()),
    lazy_views: || Box::pin(lazy_views()),
};

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for ChunkError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Defines a function that loads a chunk and returns its entry.
macro_rules! chunk {
    ($(#[$doc:meta])* $name:ident: $entry:ty = $value:expr) => {
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Result<$entry, ChunkError> {
            Ok($value)
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        async fn $name() -> Result<$entry, ChunkError> {
            Ok($value)
        }
    };
}

chunk! {
    /// Loads the pages of records.
    records: RenderRecord = markup::record
}

chunk! {
    /// Loads the content of the share dialog.
    sharing: ShowSharing = share::view
}

chunk! {
    /// Loads the views that most readers of a published page never need.
    lazy_views: LazyViews = pages::lazy_views()
}
