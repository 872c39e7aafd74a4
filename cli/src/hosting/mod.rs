//! How a published site has to be answered for: one table, whoever is the host.
//!
//! `serve` answers by it, the file `_headers` is written from it, and tests hold the recipes for
//! other servers to it.

mod hashed_folders;
mod headers;
mod headers_file;
mod media_type;

pub use hashed_folders::{ASSETS, HASHED_FOLDERS, VERSIONS};
pub use headers::{
    COMMON_HEADERS, CONTENT_SECURITY_POLICY, IMMUTABLE, REVALIDATE, cache_control, headers,
};
pub use headers_file::{RULES_MAX, headers_file};
pub use media_type::{
    MEDIA_TYPES_BY_EXTENSION, MEDIA_TYPES_BY_FILE_NAME, is_inferred_by_hosts, media_type,
};
