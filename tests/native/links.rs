//! Links: published forms, properties of arbitrary text, snippets.

mod any_address;
mod embed_options;
mod plus;
mod properties;
mod replay;
mod snippet;
mod versions;
