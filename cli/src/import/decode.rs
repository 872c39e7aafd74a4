//! Decodes the bytes of a file into text.

use std::borrow::Cow;

use rustscape::dataset::{is_utf16, strip_byte_order_mark};

use crate::Failure;

/// Decodes UTF-8 and UTF-16, with or without a byte order mark. A failure shows `remedy`, which
/// tells the user how to save the file.
///
/// # Errors
///
/// Fails if the bytes are in neither encoding.
pub(super) fn decode<'b>(bytes: &'b [u8], remedy: &str) -> Result<Cow<'b, str>, Failure> {
    if is_utf16(bytes) {
        return decode_utf16(bytes, remedy);
    }
    std::str::from_utf8(strip_byte_order_mark(bytes)).map(Cow::Borrowed).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        Failure::new(format!("the file is not UTF-8 (line {line})")).with_remedy(remedy)
    })
}

fn decode_utf16(bytes: &[u8], remedy: &str) -> Result<Cow<'static, str>, Failure> {
    let is_big_endian = matches!(bytes, [0xfe, 0xff, ..] | [0, ..]);
    let unit = if is_big_endian { u16::from_be_bytes } else { u16::from_le_bytes };
    let pairs = bytes.chunks(2).map(|pair| <[u8; 2]>::try_from(pair).ok().map(unit));
    let units = pairs.collect::<Option<Vec<_>>>();
    let text = units.and_then(|units| String::from_utf16(&units).ok());
    let failure = || Failure::new("the file is incomplete or invalid UTF-16").with_remedy(remedy);
    let text = text.ok_or_else(failure)?;
    Ok(Cow::Owned(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
}
