//! Published folder that `serve` reads.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use url::Url;

use crate::{Failure, escape::escape_invisible};

/// A folder with a published site.
#[derive(Debug)]
pub(super) struct Site {
    /// Path of the folder.
    pub(super) folder: PathBuf,
    /// Path of the site on its host, with a slash at both ends.
    pub(super) base_path: String,
}

impl Site {
    /// Opens a folder. The path of the site is `base_path`, or else that of the canonical address
    /// of its home page.
    ///
    /// # Errors
    ///
    /// Fails if the folder does not exist or contains no site.
    pub(super) fn open(folder: &Path, base_path: Option<&str>) -> Result<Self, Failure> {
        let shown = escape_invisible(&folder.display().to_string());
        let metadata = fs::metadata(folder).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::new(format!("there is no folder {shown}"))
                .with_remedy("check the path of the published site"),
            _ => Failure::reading(folder, &error),
        })?;
        if !metadata.is_dir() {
            return Err(Failure::new(format!("{shown} is not a folder"))
                .with_remedy("name the folder of a published site"));
        }
        let page = fs::read(folder.join("index.html")).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::new(format!("{shown} has no index.html"))
                .with_remedy("name the folder of a published site"),
            _ => Failure::reading(&folder.join("index.html"), &error),
        })?;
        let base_path = match base_path {
            Some(base_path) => base_path.to_owned(),
            None => canonical_path(&String::from_utf8_lossy(&page)),
        };
        Ok(Self { folder: folder.to_owned(), base_path })
    }
}

/// Returns the path of the `<link rel="canonical">` of a published page, or `/` if there is none.
fn canonical_path(page: &str) -> String {
    let href = page.split_once("<link rel=\"canonical\" href=\"");
    let href = href.and_then(|(_, rest)| rest.split_once('"'));
    let url = href.and_then(|(href, _)| Url::parse(href).ok());
    let path = url.map(|url| url.path().to_owned()).filter(|path| path.ends_with('/'));
    path.unwrap_or_else(|| "/".to_owned())
}

/// Parses the path of a site. The result has a slash at both ends.
///
/// # Errors
///
/// Fails if a part of the path would be escaped or resolved in a URL.
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
        return Err("write a path such as /atlas/".to_owned());
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
    fn reads_the_base_path_from_the_canonical_link() {
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
    fn accepts_a_base_path_with_and_without_slashes() {
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
