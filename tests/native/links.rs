//! Links: the forms that were ever published, and what holds for any text at all.

mod any_address;
mod look;
mod plus;
mod properties;
mod replay;
mod snippet;
mod versions;
