//! The bytes of a spreadsheet as a text.

use std::borrow::Cow;

use crate::Failure;

/// How spreadsheets are saved so that they can be read here.
const REMEDY: &str = "save it as “CSV UTF-8”; spreadsheet programs offer that when saving";

/// Decodes UTF-8, with or without a byte order mark, and UTF-16 with one.
///
/// # Errors
///
/// When it is neither, or a spreadsheet program's own form.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Failure> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Failure::new("the file is a workbook, not a CSV file").with_remedy(REMEDY));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return decoded_utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return decoded_utf16(rest, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        Failure::new(format!("the file is not UTF-8 (line {line})")).with_remedy(REMEDY)
    })
}

fn decoded_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, Failure> {
    let pairs = bytes.chunks(2).map(|pair| <[u8; 2]>::try_from(pair).ok().map(unit));
    let units = pairs.collect::<Option<Vec<_>>>();
    let text = units.and_then(|units| String::from_utf16(&units).ok());
    let failure = || Failure::new("the file starts as UTF-16, but is not").with_remedy(REMEDY);
    text.map(Cow::Owned).ok_or_else(failure)
}
