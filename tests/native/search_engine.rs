//! The engine, promise by promise.

mod facets;
mod input;
mod order;
mod published;
mod words;
