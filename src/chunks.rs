//! Chunks: code that few readers need, split off the program and loaded when it is needed.
//!
//! Each function loads the chunk of its name, once, and returns the entry to it. Only code that
//! the rest of the program reaches by no other path is in a chunk. `cargo xtask build` splits with the
//! feature `split`; without it everything is in the program itself.

#![cfg_attr(
    feature = "split",
    allow(unsafe_code, reason = "the macro exports the entry of a chunk by its name")
)]
#![cfg_attr(not(feature = "split"), allow(clippy::unused_async, reason = "a chunk may be awaited"))]

use leptos::prelude::{AnyView, RwSignal};

use crate::{
    link::{Route, SharedView},
    markup::{self, Markup, Site},
    pages, share,
    state::{RareViews, Sharing},
};

/// Makes the page of a record: see [`markup::record`].
pub(crate) type MakeRecord = fn(Site<'_>, &Route, &str, bool) -> Markup;

/// Shows the ways to share a view: see [`share::view`].
pub(crate) type ShareView = fn(SharedView, RwSignal<Sharing>) -> AnyView;

/// A chunk that did not load. A later call tries again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChunkError;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for ChunkError {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Defines a function that loads a chunk and returns the entry to it.
macro_rules! chunk {
    ($(#[$doc:meta])* $name:ident: $entry:ty = $value:expr) => {
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        pub(crate) fn $name() -> Result<$entry, ChunkError> {
            Ok($value)
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        pub(crate) async fn $name() -> Result<$entry, ChunkError> {
            Ok($value)
        }
    };
}

chunk! {
    /// Loads the pages of records, of which published sites have files instead.
    records: MakeRecord = markup::record
}

chunk! {
    /// Loads the ways to share a view.
    sharing: ShareView = share::view
}

chunk! {
    /// Loads the views of which most readers of a published page have no need.
    rare_views: RareViews = pages::rare_views()
}
