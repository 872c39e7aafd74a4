//! A published folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use url::Url;

use crate::{Failure, plain::plain};

/// A folder with a published site in it.
#[derive(Debug)]
pub(super) struct Site {
    /// The folder.
    pub(super) folder: PathBuf,
    /// The path of the site on its host; begins and ends with a slash.
    pub(super) base_path: String,
}

impl Site {
    /// Looks into a folder. The path of the site is that of the address of its first page, unless
    /// `below` names one.
    ///
    /// # Errors
    ///
    /// When there is no such folder, or no site in it.
    pub(super) fn open(folder: &Path, base_path: Option<&str>) -> Result<Self, Failure> {
        let shown = plain(&folder.display().to_string());
        let metadata = fs::metadata(folder).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::new(format!("there is no folder {shown}"))
                .with_remedy("check the path: it is what a site was published to"),
            _ => Failure::reading(folder, &error),
        })?;
        if !metadata.is_dir() {
            return Err(Failure::new(format!("{shown} is no folder"))
                .with_remedy("name the folder that a site was published to"));
        }
        let page = fs::read(folder.join("index.html")).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::new(format!("{shown} has no index.html"))
                .with_remedy("name the folder that a site was published to"),
            _ => Failure::reading(&folder.join("index.html"), &error),
        })?;
        let base_path = match base_path {
            Some(base_path) => base_path.to_owned(),
            None => canonical_path(&String::from_utf8_lossy(&page)),
        };
        Ok(Self { folder: folder.to_owned(), base_path })
    }
}

/// Returns the path of the address that a page names as its own in `<link rel="canonical">`, as
/// publishing writes it, or else `/`.
fn canonical_path(page: &str) -> String {
    let href = page.split_once("<link rel=\"canonical\" href=\"");
    let href = href.and_then(|(_, rest)| rest.split_once('"'));
    let url = href.and_then(|(href, _)| Url::parse(href).ok());
    let path = url.map(|url| url.path().to_owned()).filter(|path| path.ends_with('/'));
    path.unwrap_or_else(|| "/".to_owned())
}

/// A path that a site can lie below: with a slash at both ends, and nothing in it that would be
/// written in another way in an address.
pub(super) fn parse_base_path(text: &str) -> Result<String, String> {
    let is_fine = |part: &str| {
        !part.is_empty()
            && !part.trim_matches('.').is_empty()
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
    };
    let trimmed = text.trim_matches('/');
    if trimmed.is_empty() {
        return Ok("/".to_owned());
    }
    if !trimmed.split('/').all(is_fine) {
        return Err("write a path, such as /atlas/".to_owned());
    }
    Ok(format!("/{trimmed}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, base_path: &str) {
        assert_eq!(canonical_path(page), base_path, "{page}");
    }

    #[test]
    fn a_page_says_where_its_site_lies() {
        let canonical =
            |href: &str| format!("<base href=\"./\"><link rel=\"canonical\" href=\"{href}\">");
        check(&canonical("https://atlas.example/"), "/");
        check(&canonical("https://atlas.example/atlas/"), "/atlas/");
        check(&canonical("https://atlas.example/in/rust/"), "/in/rust/");
        check(&canonical("https://atlas.example/page"), "/");
        check(&canonical("/no/address/"), "/");
        check("<title>No address</title>", "/");
        check("<link rel=\"canonical\" href=\"https://cut.example/cut", "/");
    }

    #[test]
    fn a_path_is_taken_with_and_without_its_slashes() {
        for text in ["atlas", "/atlas", "atlas/", "/atlas/"] {
            assert_eq!(parse_base_path(text), Ok("/atlas/".to_owned()), "{text}");
        }
        assert_eq!(parse_base_path("/"), Ok("/".to_owned()));
        assert_eq!(parse_base_path("/in/rust"), Ok("/in/rust/".to_owned()));
        for text in ["/a b/", "/../", "a//b", "/a?b/", "https://atlas.example/"] {
            assert!(parse_base_path(text).is_err(), "{text}");
        }
    }
}
