//! Presentation of a page: in a tab or in a frame, in a browser or as text.

use crate::dataset::Date;

/// Presentation of the components: as a page in its own tab, or in a frame of another page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presentation {
    /// A page in its own tab.
    Page,
    /// A frame in another page, without the bar and without changes of the history.
    Embed,
}

/// Values that rendering a page to text depends on.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'c> {
    /// Path below which the atlas lives, with a slash at both ends.
    pub base: &'c str,
    /// Scheme, host and port of the site; empty if they are unknown.
    pub origin: &'c str,
    /// Day against which the age of entries is measured; `None` marks no entry as old.
    pub today: Option<&'c Date>,
}

/// `true` if this program renders pages to text. Such a page has to work without scripts: it has links
/// in place of controls.
pub const IS_STATIC: bool = cfg!(not(target_arch = "wasm32"));
