//! Values that outlive the page. Nothing is stored where the browser denies access.

use super::document::window;

/// Stores a value for the next visit; `None` removes it.
pub(crate) fn store(key: &str, value: Option<&str>) {
    let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) else { return };
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}

/// Returns a text of this tab that survives a reload.
pub(crate) fn session_text(key: &str) -> Option<String> {
    window()?.session_storage().ok()??.get_item(key).ok()?
}

/// Stores a text of this tab that survives a reload.
pub(crate) fn set_session_text(key: &str, text: &str) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.session_storage()) {
        let _ = storage.set_item(key, text);
    }
}
