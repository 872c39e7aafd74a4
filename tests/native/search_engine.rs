//! Tests of the search engine, one guarantee after the other.

mod facets;
mod input;
mod order;
mod published;
mod words;
