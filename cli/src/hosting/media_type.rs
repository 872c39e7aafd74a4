//! Media types of files, by file name and extension.

/// Media types by file extension. Text types name UTF-8; JSON is always UTF-8, and XML declares its
/// encoding.
pub const MEDIA_TYPES_BY_EXTENSION: [(&str, &str); 18] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("ndjson", "application/x-ndjson"),
    ("csv", "text/csv; charset=utf-8"),
    ("xml", "application/xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("webp", "image/webp"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("gz", "application/gzip"),
];

/// Media types of files whose extension is too general, by file name in any folder.
pub const MEDIA_TYPES_BY_FILE_NAME: [(&str, &str); 3] = [
    ("feed.xml", "application/atom+xml"),
    ("feed.json", "application/feed+json"),
    ("opensearch.xml", "application/opensearchdescription+xml"),
];

/// Extensions whose media type hosts do not know.
const UNCOMMON_EXTENSIONS: [&str; 2] = ["ndjson", "webmanifest"];

/// Media type of unknown files, which browsers offer to save.
const OCTET_STREAM: &str = "application/octet-stream";

/// Returns the value of `Content-Type` for a file of the site.
pub fn media_type(path: &str) -> &'static str {
    let name = file_name(path);
    let by_name = MEDIA_TYPES_BY_FILE_NAME.iter().find(|(known, _)| *known == name);
    let by_extension =
        || MEDIA_TYPES_BY_EXTENSION.iter().find(|(known, _)| *known == extension(name));
    by_name.or_else(by_extension).map_or(OCTET_STREAM, |(_, media_type)| media_type)
}

/// Returns whether a host without special configuration infers the right media type from the
/// extension.
pub fn is_inferred_by_hosts(path: &str) -> bool {
    let name = file_name(path);
    !MEDIA_TYPES_BY_FILE_NAME.iter().any(|(known, _)| *known == name)
        && !UNCOMMON_EXTENSIONS.contains(&extension(name))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Returns the part after the last dot; empty if there is no dot.
fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}
