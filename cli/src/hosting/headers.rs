//! HTTP response headers.

use super::{hashed_folders::HASHED_FOLDERS, media_type::media_type};

/// Content-Security-Policy of every page: only files of the site may load and run.
///
/// Any page may show the site in a frame, because pages are made to be embedded. Each page repeats
/// the policy in a `<meta>` element for hosts that cannot send headers; a browser applies both.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; frame-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'";

/// Headers of every response, including errors. Any page on the web may read the files and embed
/// them, even from a sandboxed frame without an origin.
pub const COMMON_HEADERS: [(&str, &str); 5] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// `Cache-Control` of files with a hash in their names: other content has another address.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// `Cache-Control` of all other files: caches store them, but revalidate them for each use.
///
/// So pages, feeds and data belong to the same publication, and corrections are visible at once.
/// The response for an unchanged file is an empty 304.
pub const REVALIDATE: &str = "no-cache";

/// Returns the value of `Cache-Control` for a file, by its path below the site without a leading
/// slash.
pub fn cache_control(path: &str) -> &'static str {
    let is_hashed = HASHED_FOLDERS.iter().any(|folder| path.starts_with(folder));
    if is_hashed { IMMUTABLE } else { REVALIDATE }
}

/// Returns all headers for a file, by its path below the site without a leading slash.
pub fn headers(path: &str) -> Vec<(&'static str, &'static str)> {
    let mut headers =
        vec![("Content-Type", media_type(path)), ("Cache-Control", cache_control(path))];
    headers.extend(COMMON_HEADERS);
    headers
}
