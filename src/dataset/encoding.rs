//! Encodings of a file, told by its first bytes.

/// The byte order mark of UTF-8.
const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// Returns the bytes of a file without the UTF-8 byte order mark, if it starts with one.
///
/// ```
/// use rustscape::dataset::strip_byte_order_mark;
///
/// assert_eq!(strip_byte_order_mark(b"\xef\xbb\xbf{}"), b"{}");
/// assert_eq!(strip_byte_order_mark(b"{}"), b"{}");
/// ```
pub fn strip_byte_order_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes)
}

/// Returns whether a file looks like UTF-16: it starts with a byte order mark of UTF-16, or with
/// two ASCII characters of two bytes each.
///
/// ```
/// use rustscape::dataset::is_utf16;
///
/// assert!(is_utf16(b"\xff\xfe{\0"));
/// assert!(is_utf16(b"{\0\n\0"));
/// assert!(!is_utf16(b"{}"));
/// ```
pub fn is_utf16(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xff, 0xfe, ..]
            | [0xfe, 0xff, ..]
            | [1..=255, 0, 1..=255, 0, ..]
            | [0, 1..=255, 0, 1..=255, ..]
    )
}
