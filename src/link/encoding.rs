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

/// Decodes a key or a value of a query, where `+` is a space, as forms and [`encode_query`] write
/// it: one between two words. People who type an address write `c++` with the signs of the name, so
/// two of them after a word stay, unless they lie between two longer words, as the two spaces of a
/// form do.
pub(super) fn decode_query(text: &str) -> String {
    decode_pluses(text, false)
}

/// Decodes values of a facet. No form writes these, so any `+` at the end of one belongs to it.
pub(super) fn decode_values(text: &str) -> String {
    decode_pluses(text, true)
}

fn decode_pluses(text: &str, is_list: bool) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut n_pluses = 0;
    for (idx, piece) in text.split('+').enumerate() {
        n_pluses += usize::from(0 < idx);
        if !piece.is_empty() {
            let piece = decode_path(piece);
            push_pluses(&mut decoded, n_pluses, piece.chars().next(), is_list);
            decoded.push_str(&piece);
            n_pluses = 0;
        }
    }
    push_pluses(&mut decoded, n_pluses, None, is_list);
    decoded
}

/// Appends a run of `+`, of which the first ones may be signs and the others are spaces.
fn push_pluses(decoded: &mut String, n_pluses: usize, next: Option<char>, is_list: bool) {
    let ends_value = is_list && next.is_none_or(|next| next == ',');
    let is_in_words = next.is_some_and(char::is_alphanumeric);
    let n_signs = match n_pluses {
        _ if !decoded.ends_with(char::is_alphanumeric) => 0,
        _ if ends_value => n_pluses,
        0 | 1 => 0,
        2 if is_in_words && !ends_with_single_letter(decoded) => 0,
        _ => 2,
    };
    for at in 0..n_pluses {
        decoded.push(if at < n_signs { '+' } else { ' ' });
    }
}

fn ends_with_single_letter(text: &str) -> bool {
    !text.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
}

fn escape_at(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = |offset: usize| {
        let digit = char::from(*bytes.get(at + offset)?).to_digit(16)?;
        u8::try_from(digit).ok()
    };
    Some(digit(1)? << 4 | digit(2)?)
}
