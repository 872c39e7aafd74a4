//! Bytes as a file to be formatted: formatting twice changes nothing more, and what is read stays.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rustscape::dataset::read;
use rustscape_cli::fmt::canonical;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = canonical(bytes) else { return };
    assert_eq!(canonical(text.as_bytes()).ok().as_ref(), Some(&text));
    assert_eq!(read(bytes).is_ok(), read(text.as_bytes()).is_ok());
});
