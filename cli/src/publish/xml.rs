//! XML files, written with the same macro as the pages.
//!
//! The compiler closes the elements, types escape the text, and writing cannot fail.
//! [`clean`](super::text::clean) removes characters that XML forbids.

use maud::PreEscaped;

/// First line of every XML file.
pub(super) const DECLARATION: PreEscaped<&str> =
    PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
