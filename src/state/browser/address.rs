//! The address of the page and the addresses relative to it.

use leptos::web_sys::{Location, Url};

use super::document::{document, meta, window};
use crate::dataset::LoadError;

fn location() -> Option<Location> {
    window().map(|window| window.location())
}

/// Returns the path below which the atlas lives, with a slash at both ends; `/` if it is unknown.
pub(crate) fn base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let folders = base.as_deref().and_then(folders_of_url);
    folders.map_or_else(|| "/".to_owned(), |folders| format!("/{folders}/"))
}

/// Returns the folders in the path of an absolute URL, without the slashes at both ends.
fn folders_of_url(url: &str) -> Option<&str> {
    // Three slashes come before the path: "https://host/".
    let path = url.splitn(4, '/').nth(3)?.split(['?', '#']).next()?;
    path.rsplit_once('/').map(|(folders, _)| folders)
}

/// Returns the path and the query of this page below `base`, without a leading slash.
pub(crate) fn address_below(base: &str) -> String {
    let path = location().and_then(|location| location.pathname().ok()).unwrap_or_default();
    let search = location().and_then(|location| location.search().ok()).unwrap_or_default();
    format!("{}{search}", path.strip_prefix(base).unwrap_or_default())
}

/// Returns scheme, host and port of this page.
pub(crate) fn origin() -> String {
    let Some(location) = location() else { return String::new() };
    let protocol = location.protocol().unwrap_or_default();
    let host = location.host().unwrap_or_default();
    format!("{protocol}//{host}")
}

/// Returns the fragment of this page's address, without the `#`.
pub(crate) fn hash() -> String {
    let hash = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Resolves the `data` parameter of the page's address to an absolute URL.
///
/// # Errors
///
/// Returns [`LoadError::OtherOrigin`] for another site, unless the page lists its origin in
/// `<meta name="rustscape:data-origins">`. The page's Content-Security-Policy has to allow it too.
pub(crate) fn dataset_url(param: &str) -> Result<String, LoadError> {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let url = Url::new_with_base(param, &base.unwrap_or_default());
    let url = url.map_err(|_| LoadError::OtherOrigin { origin: param.to_owned() })?;
    let allowed = meta("rustscape:data-origins").unwrap_or_default();
    let url_origin = url.origin();
    if url_origin == origin() || allowed.split_whitespace().any(|allowed| allowed == url_origin) {
        return Ok(url.href());
    }
    let is_opaque = url_origin == "null";
    Err(LoadError::OtherOrigin { origin: if is_opaque { param.to_owned() } else { url_origin } })
}
