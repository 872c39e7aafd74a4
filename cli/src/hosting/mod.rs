//! HTTP headers of a published site, in one table for every host.
//!
//! `serve` sends these headers, `publish` writes them to the file `_headers`, and tests compare the
//! configuration templates of other servers with them.

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
