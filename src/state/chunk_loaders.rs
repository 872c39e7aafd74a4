//! Interface to the chunks: code that is loaded on demand and handed in by the application.
//!
//! The entries are plain function pointers without the [`Explorer`](super::Explorer), which views get
//! from context. So the state does not depend on the code of a chunk.

use std::pin::Pin;

use leptos::prelude::*;

use super::Sharing;
use crate::{
    link::{Route, SharedView},
    markup::{Markup, Site},
};

/// Renders the page of a record: see [`markup::record`](crate::markup::record).
pub(crate) type RenderRecord = fn(Site<'_>, &Route, &str, bool) -> Markup;

/// Shows the content of the share dialog: see [`share::view`](crate::share::view).
pub(crate) type ShowSharing = fn(SharedView, RwSignal<Sharing>) -> AnyView;

/// Views that most readers of a published page never need. Except for `unloaded`, each takes the
/// explorer from context.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LazyViews {
    /// Shows a page that was not published.
    pub(crate) shell: fn() -> AnyView,
    /// Shows a page without a dataset.
    pub(crate) unloaded: fn() -> AnyView,
    /// Connects a published frame to the explorer.
    pub(crate) take_over_embed: fn(),
    /// Shows the filters that a reader can remove from a query without results.
    pub(crate) relaxations: fn() -> AnyView,
}

/// A chunk that failed to load. A later call tries again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChunkError;

/// A chunk that is being loaded. Boxed, so that the loaders are plain function pointers.
pub(crate) type ChunkFuture<T> = Pin<Box<dyn Future<Output = Result<T, ChunkError>>>>;

/// Loaders of all chunks. Each loads its chunk at most once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChunkLoaders {
    /// Loads the pages of records, which published sites serve as files instead.
    pub(crate) records: fn() -> ChunkFuture<RenderRecord>,
    /// Loads the content of the share dialog.
    pub(crate) sharing: fn() -> ChunkFuture<ShowSharing>,
    /// Loads the views that most readers of a published page never need.
    pub(crate) lazy_views: fn() -> ChunkFuture<LazyViews>,
}
