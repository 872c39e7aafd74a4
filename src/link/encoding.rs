//! Percent-encoding, as browsers read it (WHATWG URL standard, urlencoded parsing).

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Characters that are escaped in an address: all except letters, digits and the signs that browsers
/// do not escape, so that the address bar shows the address as it was written.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b':')
    .remove(b'/')
    .remove(b',')
    .remove(b'!')
    .remove(b'*')
    .remove(b'(')
    .remove(b')')
    .remove(b'@');

/// Appends a value of a query string, with `+` for spaces.
pub(super) fn encode_query(out: &mut String, value: &str) {
    for (idx, word) in value.split(' ').enumerate() {
        if idx > 0 {
            out.push('+');
        }
        encode_path(out, word);
    }
}

/// Appends a path without escaping its slashes.
pub(super) fn encode_path(out: &mut String, path: &str) {
    out.extend(utf8_percent_encode(path, ESCAPED));
}

/// Decodes a path. Keeps invalid escapes; invalid UTF-8 becomes the replacement character.
pub(super) fn decode_path(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// Decodes a key or a value of a query string.
///
/// A single `+` is a space, as forms and [`encode_query`] write it. Two `+` after a word stay, because
/// people type names such as `c++` into addresses, unless they are between two longer words, like two
/// spaces in a form.
pub(super) fn decode_query(text: &str) -> String {
    decode_pluses(text, false)
}

/// Decodes the values of a facet. Forms never write these, so a `+` at the end of a value is part of
/// it.
pub(super) fn decode_values(text: &str) -> String {
    decode_pluses(text, true)
}

fn decode_pluses(text: &str, is_list: bool) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut n_pluses = 0;
    for (idx, piece) in text.split('+').enumerate() {
        n_pluses += usize::from(idx > 0);
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

/// Appends a run of `+`: the first ones may be signs of a name, the others are spaces.
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
