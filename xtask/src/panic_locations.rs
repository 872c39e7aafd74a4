//! Removes the places of panics from compiled programs.
//!
//! A release has no panic hook, so nobody ever sees them. `-Zlocation-detail=none` would do the same, but
//! needs an unstable compiler.

use std::collections::HashMap;
use std::ops::Range;

use wasmparser::{DataKind, Operator, Parser, Payload};

use crate::failure::Failure;

/// Size of `core::panic::Location`: address and length of the file name, line and column.
const LOCATION_BYTES: usize = 16;

/// Part of the memory that the program is loaded with.
struct Segment {
    /// Address of its first byte.
    address: usize,
    /// Position of its bytes in the file.
    bytes: Range<usize>,
}

/// Returns the program with zeros as the file names, lines and columns of its panics. Its length stays
/// the same; zeros compress to almost nothing.
///
/// # Errors
///
/// When `wasm` is no WebAssembly.
pub(crate) fn clear(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let segments = segments(wasm).map_err(|error| {
        Failure::new(format!("the program cannot be read as WebAssembly: {error}"))
    })?;
    let names = segments.iter().flat_map(|segment| file_names(wasm, segment));
    let names: HashMap<usize, Range<usize>> = names.collect();
    let mut cleared = wasm.to_vec();
    for segment in &segments {
        for line in lines(wasm, segment, &names) {
            cleared[line].fill(0);
        }
    }
    for name in names.into_values() {
        cleared[name].fill(0);
    }
    Ok(cleared)
}

fn segments(wasm: &[u8]) -> wasmparser::Result<Vec<Segment>> {
    let mut segments = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(section) = payload? else { continue };
        for data in section {
            let data = data?;
            let DataKind::Active { offset_expr, .. } = data.kind else { continue };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                continue;
            };
            let (Ok(address), Ok(end)) = (usize::try_from(value), usize::try_from(data.range.end))
            else {
                continue;
            };
            segments.push(Segment { address, bytes: end - data.data.len()..end });
        }
    }
    Ok(segments)
}

/// Returns the file names in a segment by their addresses.
fn file_names(wasm: &[u8], segment: &Segment) -> Vec<(usize, Range<usize>)> {
    let start = segment.bytes.start;
    let name = |length: usize, at: usize| (segment.address + at, start + at..start + at + length);
    let bytes = &wasm[segment.bytes.clone()];
    let mut names = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match file_name_length(&bytes[at..]) {
            Some(length) => {
                names.push(name(length, at));
                at += length;
            }
            None => at += 1,
        }
    }
    names
}

/// Returns the length of the name of a source file at the start of `bytes`.
fn file_name_length(bytes: &[u8]) -> Option<usize> {
    const STARTS: [&[u8]; 3] = [b"/rustc/", b"/cargo/registry/", b"src/"];
    const END: &[u8] = b".rs";
    STARTS.iter().find(|start| bytes.starts_with(start))?;
    let is_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    let length = bytes.iter().position(|byte| !is_path(byte)).unwrap_or(bytes.len());
    let end = bytes[..length].windows(END.len()).position(|part| part == END)?;
    Some(end + END.len())
}

/// Returns the lines and columns in a segment, each as the eight bytes after a file name's address and length.
fn lines(
    wasm: &[u8],
    segment: &Segment,
    names: &HashMap<usize, Range<usize>>,
) -> Vec<Range<usize>> {
    let number = |at: usize| {
        let bytes = wasm.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    };
    let is_location = |at: &usize| {
        let name = number(*at).and_then(|address| names.get(&address));
        name.is_some_and(|name| number(at + 4) == Some(name.len()))
    };
    let first = segment.bytes.start + segment.address.next_multiple_of(4) - segment.address;
    let last = segment.bytes.end.saturating_sub(LOCATION_BYTES);
    let locations = (first..=last).step_by(4).filter(is_location);
    locations.map(|at| at + 8..at + LOCATION_BYTES).collect()
}

#[cfg(test)]
mod tests {
    use super::clear;

    /// Returns a program with one segment of data at address 8.
    fn program(data: &[u8]) -> Vec<u8> {
        let length = |bytes: &[u8]| u8::try_from(bytes.len()).expect("a short program");
        let mut section = vec![1, 0, 0x41, 8, 0x0b, length(data)];
        section.extend(data);
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([11, length(&section)]);
        wasm.extend(section);
        wasm
    }

    #[test]
    fn clears_names_lines_and_columns_and_nothing_else() {
        let name = b"src/dataset/json.rs";
        let location = [8u32, 19, 77, 5].map(u32::to_le_bytes).concat();
        let other = [8u32, 18, 77, 5].map(u32::to_le_bytes).concat();
        let data = [&name[..], b"!", &location, &other, b"src/ is a folder"].concat();
        let cleared = clear(&program(&data)).expect("a program");
        let location = [8u32, 19, 0, 0].map(u32::to_le_bytes).concat();
        let expected = [&[0; 19][..], b"!", &location, &other, b"src/ is a folder"].concat();
        assert_eq!(cleared, program(&expected));
    }

    #[test]
    fn ends_a_name_where_another_text_follows() {
        let cleared = clear(&program(b"/rustc/ab/core.rsno match")).expect("a program");
        assert_eq!(cleared, program(b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0no match"));
    }

    #[test]
    fn refuses_what_is_no_program() {
        assert!(clear(b"<!doctype html>").is_err());
    }
}
