//! What a file of the site is.

/// Types by the ending of a file. Texts say that they are UTF-8; JSON always is, and XML says it
/// itself.
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

/// Types by the name of a file, in whatever folder, where the ending says less.
pub const MEDIA_TYPES_BY_FILE_NAME: [(&str, &str); 3] = [
    ("feed.xml", "application/atom+xml"),
    ("feed.json", "application/feed+json"),
    ("opensearch.xml", "application/opensearchdescription+xml"),
];

/// Types that hosts do not derive from the ending.
const UNCOMMON_EXTENSIONS: [&str; 2] = ["ndjson", "webmanifest"];

/// What nothing is known of, which a browser then offers to save.
const OCTET_STREAM: &str = "application/octet-stream";

/// The value of `Content-Type` for a file of the site.
pub fn media_type(path: &str) -> &'static str {
    let name = file_name(path);
    let by_name = MEDIA_TYPES_BY_FILE_NAME.iter().find(|(known, _)| *known == name);
    let by_extension =
        || MEDIA_TYPES_BY_EXTENSION.iter().find(|(known, _)| *known == extension(name));
    by_name.or_else(by_extension).map_or(OCTET_STREAM, |(_, media_type)| media_type)
}

/// Whether a host that has never heard of these sites derives the type from the ending.
pub fn is_inferred_by_hosts(path: &str) -> bool {
    let name = file_name(path);
    !MEDIA_TYPES_BY_FILE_NAME.iter().any(|(known, _)| *known == name)
        && !UNCOMMON_EXTENSIONS.contains(&extension(name))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// What stands behind the last dot; empty where there is none.
fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}
