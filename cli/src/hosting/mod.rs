//! How a published site has to be answered for: one table, whoever is the host.
//!
//! `serve` answers by it, the file `_headers` is written from it, and tests hold the recipes for
//! other servers to it.

mod headers;
mod headers_file;
mod media_type;

pub use headers::{
    CACHED_FOR_EVER, CONTENT_SECURITY_POLICY, FOR_EVERY_ANSWER, HASHED, REVALIDATED, cache_control,
    headers,
};
pub use headers_file::{RULES_MAX, headers_file};
pub use media_type::{ENDINGS, NAMES, is_told_by_ending, media_type};
