//! Names and checks that follow from what is in a file.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256, Sha384};

/// How many hexadecimal digits tell the versions of a file apart: enough for any number of them.
const N_DIGITS: usize = 16;

/// Hexadecimal digits that are other ones for other bytes.
pub(super) fn content_hash(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(N_DIGITS);
    for byte in Sha256::digest(bytes).iter().take(N_DIGITS / 2) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// What a browser compares a file with before it uses it, in the form of an `integrity` attribute
/// (W3C Subresource Integrity).
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
