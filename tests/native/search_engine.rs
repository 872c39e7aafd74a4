//! The engine, promise by promise.

mod facets;
mod order;
mod published;
mod typed;
mod words;
