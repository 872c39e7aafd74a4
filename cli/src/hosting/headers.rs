//! The headers of an answer.

use super::{hashed_folders::HASHED_FOLDERS, media_type::media_type};

/// What a page of the site may load and run: what belongs to the site, and nothing else.
///
/// Who may show it in a frame is left open, because pages are made to be embedded. A policy in the
/// page itself says the same where a host cannot send headers; where both are there, both hold.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; frame-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'";

/// The headers of every answer, errors included. Any page of the web may read the files, and show
/// them, also a frame without an origin.
pub const COMMON_HEADERS: [(&str, &str); 5] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

/// The `Cache-Control` of what has a hash in its name: another content has another address.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The `Cache-Control` of everything else: kept, but asked for each time, so that pages, feeds and
/// data are of one publication, and a correction is seen at once. Where nothing changed, the answer
/// is an empty 304.
pub const REVALIDATE: &str = "no-cache";

/// The value of `Cache-Control` for a file of the site, by its path from the top of the site,
/// without a slash at the beginning.
pub fn cache_control(path: &str) -> &'static str {
    let is_hashed = HASHED_FOLDERS.iter().any(|folder| path.starts_with(folder));
    if is_hashed { IMMUTABLE } else { REVALIDATE }
}

/// Every header that the table has for a file of the site, by its path from the top of the site,
/// without a slash at the beginning.
pub fn headers(path: &str) -> Vec<(&'static str, &'static str)> {
    let mut headers =
        vec![("Content-Type", media_type(path)), ("Cache-Control", cache_control(path))];
    headers.extend(COMMON_HEADERS);
    headers
}
