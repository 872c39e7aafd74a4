//! Links: the forms that were ever published, and what holds for any text at all.

mod any_address;
mod embed_options;
mod plus;
mod properties;
mod replay;
mod snippet;
mod versions;
