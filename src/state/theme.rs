//! Light or dark: as the system has it, or as the reader chose.

use super::browser;
use crate::link::Theme;

/// Where the choice is kept; `boot.js` reads it before the first paint.
const KEY: &str = "rustscape:theme";

/// The attribute of the root element that says what is chosen.
const ATTRIBUTE: &str = "data-theme";

/// The theme as the page was opened: `boot.js` has set what was asked for or stored.
pub(super) fn as_opened() -> Theme {
    let set = browser::root_attribute(ATTRIBUTE);
    let chosen = Theme::ALL.into_iter().find(|theme| set.as_deref() == Some(theme.key()));
    chosen.unwrap_or_default()
}

/// The theme that the switch goes on to.
pub(super) fn after(theme: Theme) -> Theme {
    match theme {
        Theme::Auto => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Auto,
    }
}

/// Shows a theme and keeps it for the next visit.
pub(super) fn choose(theme: Theme) {
    let chosen = (theme != Theme::Auto).then(|| theme.key());
    browser::store(KEY, chosen);
    browser::set_root_attribute(ATTRIBUTE, chosen);
}
