//! Small folder with the layout of a published site.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// Files with compressed variants.
pub(crate) const COMPRESSED: [&str; 18] = [
    "index.html",
    "404.html",
    "org/acme/index.html",
    "assets/app.0f3a9c.js",
    "assets/app.0f3a9c.wasm",
    "assets/app.0f3a9c.css",
    "assets/rustscape.0f3a9c.json",
    "data/versions.json",
    "data/versions/0f3a9c.json",
    "api/v1/projects.json",
    "api/v1/projects.csv",
    "api/v1/projects.ndjson",
    "feed.xml",
    "feed.json",
    "org/acme/feed.xml",
    "opensearch.xml",
    "sitemap.xml",
    "robots.txt",
];

/// Files without compressed variants.
pub(crate) const PLAIN: [&str; 3] = ["card.png", "site.webmanifest", "icon.svg"];

/// A published site in a temporary folder.
#[derive(Debug)]
pub(crate) struct Published {
    folder: TempDir,
    below: &'static str,
}

impl Published {
    /// Writes a site below a path with a slash at both ends. The content of each file is its path,
    /// because servers do not interpret it.
    pub(crate) fn below(below: &'static str) -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a folder"), below };
        for path in COMPRESSED {
            for extension in ["", ".br", ".gz"] {
                site.write(&format!("{path}{extension}"));
            }
        }
        for path in PLAIN {
            site.write(path);
        }
        fs::write(site.folder.path().join("secret.txt"), "secret").expect("it can be written");
        site
    }

    /// Returns the document root of the host.
    pub(crate) fn top(&self) -> PathBuf {
        self.folder.path().join("www")
    }

    /// Returns the folder of the site.
    pub(crate) fn folder(&self) -> PathBuf {
        self.top().join(self.below.trim_matches('/'))
    }

    /// Returns a folder that is not served.
    pub(crate) fn elsewhere(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the content of a file.
    pub(crate) fn content(&self, path: &str) -> Vec<u8> {
        fs::read(self.folder().join(path)).expect("it is there")
    }

    fn write(&self, path: &str) {
        let file = self.folder().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("folders");
        let address = format!("https://atlas.example{}", self.below);
        let canonical = format!("<link rel=\"canonical\" href=\"{address}\">");
        fs::write(file, format!("{canonical} This is {path}.\n")).expect("it can be written");
    }
}
