//! XML, written with the same macro as the pages: elements are closed by the compiler, texts are
//! escaped by their type, and there is nothing that could fail. What XML does not allow at all is
//! for [`clean`](super::text::clean).

use maud::PreEscaped;

/// The first line of every XML file.
pub(super) const DECLARATION: PreEscaped<&str> =
    PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
