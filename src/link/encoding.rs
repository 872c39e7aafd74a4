//! Percent-encoding, as browsers read it (WHATWG URL standard, urlencoded parsing).

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Characters that are escaped in an address: all but letters, digits and those that browsers leave
/// as they are, so that the address in the bar equals the one that was written.
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

/// Appends a value of a query, where a space is written as `+`.
pub(super) fn encode_query(out: &mut String, value: &str) {
    for (idx, word) in value.split(' ').enumerate() {
        if 0 < idx {
            out.push('+');
        }
        encode_path(out, word);
    }
}

/// Appends a path; its slashes stay.
pub(super) fn encode_path(out: &mut String, path: &str) {
    out.extend(utf8_percent_encode(path, ESCAPED));
}

/// Decodes a path. A broken escape stays as it is; bytes that are not UTF-8 become the replacement
/// character.
pub(super) fn decode_path(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
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
