//! Color theme: the system's, or the one that the reader chose.

use super::browser;
use crate::link::Theme;

/// Key of the choice in local storage. `boot.js` reads it before the first paint.
const KEY: &str = "rustscape:theme";

/// Attribute of the root element with the chosen theme.
const ATTRIBUTE: &str = "data-theme";

/// Returns the theme that `boot.js` has set from the address or the storage.
pub(super) fn current() -> Theme {
    let set = browser::root_attribute(ATTRIBUTE);
    let chosen = Theme::ALL.into_iter().find(|theme| set.as_deref() == Some(theme.key()));
    chosen.unwrap_or_default()
}

/// Returns the theme that the theme button switches to.
pub(super) fn after(theme: Theme) -> Theme {
    match theme {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    }
}

/// Applies a theme and stores it for the next visit.
pub(super) fn choose(theme: Theme) {
    let chosen = (theme != Theme::Auto).then(|| theme.key());
    browser::store(KEY, chosen);
    browser::set_root_attribute(ATTRIBUTE, chosen);
}
