//! Rustscape: an atlas of who runs Rust in production, what it replaced and what that brought.
//!
//! A stack of layers, each of which imports only what is below it:
//!
//! | layer | what it is | knows of the browser |
//! |---|---|---|
//! | [`dataset`] | what the JSON file says; immutable once it was read | no |
//! | [`search`], [`chart`] | the engine; geometry of pictures | no |
//! | [`link`] | addresses as text | no |
//! | [`wording`] | everything that is said in words | no |
//! | [`markup`] | what never changes while it is shown, as HTML | no |
//! | `share` | the dialog that passes a view on | yes |
//! | `chunks` | what is loaded only when it is needed | no |
//! | `state` | the route, what follows from it, the browser | yes |
//! | `components`, `pages` | reactive views, which are also rendered natively | events only |
//!
//! Data flows one way: route → query → results → views. A view calls a verb of the state's
//! explorer, which makes a new route and writes it to the history; nothing else writes.
//!
//! Invariants: a dataset never changes after it was read; ids are dense, so that a set of projects
//! is a bit set; searching cannot fail; every visible state has exactly one address, and reading
//! that gives the same state; what a link asks for in vain is a notice, never an error; the counts
//! of a facet ignore its own refinements.

// Slicing a text can panic, and to say so takes three kilobytes of what a browser has to load.
#![warn(clippy::string_slice)]

pub mod chart;
pub mod dataset;
pub mod link;
pub mod markup;
pub mod search;
pub mod wording;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "app")]
mod chunks;
#[cfg(feature = "app")]
mod components;
#[cfg(feature = "app")]
mod pages;
#[cfg(all(feature = "app", not(target_arch = "wasm32")))]
pub mod render;
#[cfg(feature = "app")]
pub mod share;
#[cfg(feature = "app")]
pub mod state;
