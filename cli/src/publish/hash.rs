//! Hashes of file content: for file names and for Subresource Integrity.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256, Sha384};

/// Number of hexadecimal digits in a file name: 64 bits, enough to tell any number of versions of a
/// file apart.
const N_DIGITS: usize = 16;

/// Returns the first 16 hexadecimal digits of the SHA-256 hash of `bytes`.
pub(super) fn content_hash(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(N_DIGITS);
    for byte in Sha256::digest(bytes).iter().take(N_DIGITS / 2) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// Returns the value of an `integrity` attribute (W3C Subresource Integrity), by which a browser
/// verifies a file before it uses it.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
