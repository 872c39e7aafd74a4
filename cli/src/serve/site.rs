//! A published folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use url::Url;

use crate::{Failure, escape::escape_invisible};

/// A folder with a published site in it.
#[derive(Debug)]
pub(super) struct Site {
    /// The folder.
    pub(super) folder: PathBuf,
    /// The path of the site on its host; begins and ends with a slash.
    pub(super) below: String,
}

impl Site {
    /// Looks into a folder. The path of the site is that of the address of its first page, unless
    /// `below` names one.
    ///
    /// # Errors
    ///
    /// When there is no such folder, or no site in it.
    pub(super) fn open(folder: &Path, below: Option<&str>) -> Result<Self, Failure> {
        let shown = escape_invisible(&folder.display().to_string());
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
        let below = match below {
            Some(below) => below.to_owned(),
            None => path_of(&String::from_utf8_lossy(&page)),
        };
        Ok(Self { folder: folder.to_owned(), below })
    }
}

/// Returns the path of the address that a page names as its own in `<link rel="canonical">`, as
/// publishing writes it, or else `/`.
fn path_of(page: &str) -> String {
    let href = page.split_once("<link rel=\"canonical\" href=\"");
    let href = href.and_then(|(_, rest)| rest.split_once('"'));
    let url = href.and_then(|(href, _)| Url::parse(href).ok());
    let path = url.map(|url| url.path().to_owned()).filter(|path| path.ends_with('/'));
    path.unwrap_or_else(|| "/".to_owned())
}

/// A path that a site can lie below: with a slash at both ends, and nothing in it that would be
/// written in another way in an address.
pub(super) fn path_below(text: &str) -> Result<String, String> {
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
    fn check(page: &str, below: &str) {
        assert_eq!(path_of(page), below, "{page}");
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
            assert_eq!(path_below(text), Ok("/atlas/".to_owned()), "{text}");
        }
        assert_eq!(path_below("/"), Ok("/".to_owned()));
        assert_eq!(path_below("/in/rust"), Ok("/in/rust/".to_owned()));
        for text in ["/a b/", "/../", "a//b", "/a?b/", "https://atlas.example/"] {
            assert!(path_below(text).is_err(), "{text}");
        }
    }
}
