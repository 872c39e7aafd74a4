//! The presentation of pages: as a page or as a frame, in a browser or as text.

use crate::dataset::Date;

/// The place of a page: a tab of its own, or another page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presentation {
    /// A page of its own.
    Page,
    /// A frame in another page: without the bar, and without touching the history.
    Embed,
}

/// The place and the day that pages are rendered to text for.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'c> {
    /// The path below which the atlas lives, with a slash at both ends.
    pub base: &'c str,
    /// Scheme, host and port, where they are known; otherwise empty.
    pub origin: &'c str,
    /// The day by which entries grow old; without one, none is.
    pub today: Option<&'c Date>,
}

/// Whether this program renders pages to text, to be read without script. Such a page has links in
/// place of the controls that need a script.
pub const IS_STATIC: bool = cfg!(not(target_arch = "wasm32"));
