//! Percent-encoding, as browsers read it (WHATWG URL standard, urlencoded parsing).

use std::borrow::Cow;

/// What may stand in an address unencoded, besides letters and digits: browsers leave it as it is,
/// so the address in the bar equals the one that was written.
const PLAIN: &[u8] = b"-_.~:/,!*()@";

/// Appends a value of a query, where a space is written as `+`.
pub(super) fn encode_query(out: &mut String, value: &str) {
    encode(out, value, "+");
}

/// Appends a path; its slashes stay.
pub(super) fn encode_path(out: &mut String, path: &str) {
    encode(out, path, "%20");
}

fn encode(out: &mut String, text: &str, space: &str) {
    for &byte in text.as_bytes() {
        match byte {
            b' ' => out.push_str(space),
            _ if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) => {
                out.push(char::from(byte));
            }
            _ => {
                out.push('%');
                out.push(hex_digit(byte >> 4));
                out.push(hex_digit(byte & 15));
            }
        }
    }
}

fn hex_digit(nibble: u8) -> char {
    char::from(b"0123456789ABCDEF"[usize::from(nibble & 15)])
}

/// Decodes a path. A broken escape stays as it is; bytes that are not UTF-8 become the replacement
/// character.
pub(super) fn decode_path(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = if byte == b'%' { escape_at(bytes, at) } else { None };
        decoded.push(escaped.unwrap_or(byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    Cow::Owned(String::from_utf8_lossy(&decoded).into_owned())
}

/// Decodes a key or a value of a query, where `+` is a space.
pub(super) fn decode_query(text: &str) -> String {
    decode_path(&text.replace('+', " ")).into_owned()
}

fn escape_at(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = |offset: usize| {
        let digit = char::from(*bytes.get(at + offset)?).to_digit(16)?;
        u8::try_from(digit).ok()
    };
    Some(digit(1)? << 4 | digit(2)?)
}
