//! Site of a server: a folder below a sub-path, as on a static host.

use super::compression;
use super::http::{Answer, Request};
use crate::prerequisite::Prerequisite;
use percent_encoding::percent_decode_str;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder below a sub-path, `/atlas/` if nothing else is said, so that a test notices what only works at a root.
#[derive(Clone, Debug)]
pub struct Site {
    folder: Option<PathBuf>,
    /// Stands in for `data/rustscape.json` of the folder.
    dataset: Option<&'static str>,
    missing: Missing,
    base: String,
    metas: Vec<(String, String)>,
    replacements: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    is_closed: bool,
    brotli_quality: i32,
}

/// Answer of a host for a missing file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Missing {
    /// The first page, which the app then makes the one that was asked for.
    Index,
    /// The page for addresses of nothing, as hosts of plain files do.
    NotFound,
}

impl Site {
    /// The published site, as a host of plain files answers.
    #[track_caller]
    pub fn published() -> Site {
        Site::files(Prerequisite::Site.path())
    }

    /// Any other folder, as a host of plain files answers.
    pub fn files(folder: impl Into<PathBuf>) -> Site {
        Site { missing: Missing::NotFound, ..Site::folder(folder) }
    }

    /// The built app alone, with the frozen dataset instead of the maintained one.
    #[track_caller]
    pub fn dist() -> Site {
        Site { dataset: Some(DATASET_FILE), ..Site::folder(Prerequisite::Dist.path()) }
    }

    /// Any other folder with an `index.html`.
    pub fn folder(folder: impl Into<PathBuf>) -> Site {
        Site { folder: Some(folder.into()), ..Site::empty() }
    }

    /// Nothing but the pages that the test adds.
    pub fn empty() -> Site {
        Site {
            folder: None,
            dataset: None,
            missing: Missing::Index,
            base: "/atlas/".to_owned(),
            metas: Vec::new(),
            replacements: Vec::new(),
            headers: Vec::new(),
            is_closed: false,
            // 5 is where brotli is still quick: tests ask for right bytes, not for few.
            brotli_quality: 5,
        }
    }

    /// Serves below another path, which begins and ends with a slash.
    #[track_caller]
    #[must_use]
    pub fn at_base(mut self, base: &str) -> Site {
        assert!(
            base.starts_with('/') && base.ends_with('/'),
            "{base:?} begins and ends with a slash"
        );
        base.clone_into(&mut self.base);
        self
    }

    /// Changes the `content` of a `<meta>` of `index.html`, which must have it.
    #[must_use]
    pub fn meta(mut self, name: &str, content: &str) -> Site {
        self.metas.push((name.to_owned(), content.to_owned()));
        self
    }

    /// Changes a text of `index.html`, which must have it.
    #[must_use]
    pub fn replace(mut self, text: &str, by: &str) -> Site {
        self.replacements.push((text.to_owned(), by.to_owned()));
        self
    }

    /// Adds a header to every answer that is not a fault's.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Site {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Lets no other origin read the files, as hosts do that send no `Access-Control-Allow-Origin`.
    #[must_use]
    pub fn without_cors(mut self) -> Site {
        self.is_closed = true;
        self
    }

    /// `true` if other origins may read the files.
    pub(super) fn is_open(&self) -> bool {
        !self.is_closed
    }

    /// Compresses as hard as a real host would (11) or as a test wants (5).
    #[must_use]
    pub fn brotli_quality(mut self, quality: i32) -> Site {
        self.brotli_quality = quality;
        self
    }

    /// A path from the root, for one below the sub-path.
    pub(super) fn absolute(&self, path: &str) -> String {
        if path.starts_with('/') { path.to_owned() } else { format!("{}{path}", self.base) }
    }

    /// Returns whether the browser itself requests an icon, not a page.
    pub(super) fn is_for_default_icon(&self, request: &Request) -> bool {
        request.path() == "/favicon.ico" && self.base != "/"
    }

    /// The answer to a request, without regard to faults.
    pub(super) fn answer(&self, request: &Request) -> Answer {
        if self.is_for_default_icon(request) {
            return Answer::new(204, "image/x-icon", Vec::new());
        }
        let Some(below) = request.path().strip_prefix(&self.base) else {
            return not_found();
        };
        let Some(folder) = &self.folder else {
            return not_found();
        };
        let below = percent_decode_str(below).decode_utf8_lossy();
        if below.split('/').any(|segment| segment == "..") {
            return not_found();
        }
        let file = match self.dataset {
            Some(dataset) if below == "data/rustscape.json" => PathBuf::from(dataset),
            _ => folder.join(&*below),
        };
        let file = if file.is_dir() { file.join("index.html") } else { file };
        if file.extension().is_some_and(|extension| extension == "html") && file.is_file() {
            return self.html(200, &file, request);
        }
        if !file.is_file() {
            return match self.missing {
                Missing::Index => self.html(200, &folder.join("index.html"), request),
                Missing::NotFound => self.html(404, &folder.join("404.html"), request),
            };
        }
        let bytes = fs::read(&file).unwrap_or_default();
        self.with_headers(encoded(content_type(&file), bytes, request, self.brotli_quality))
    }

    /// An extra page.
    pub(super) fn page(&self, html: Vec<u8>) -> Answer {
        self.with_headers(Answer::new(200, HTML, html))
    }

    fn html(&self, status: u16, file: &Path, request: &Request) -> Answer {
        let Ok(html) = fs::read_to_string(file) else {
            return not_found();
        };
        match self.rewritten(html) {
            Ok(html) => {
                let answer = encoded(HTML, html.into_bytes(), request, self.brotli_quality);
                self.with_headers(Answer { status, ..answer })
            }
            // BrowserLog in the browser, this says more than a thread that died.
            Err(missing) => Answer::new(500, "text/plain; charset=utf-8", missing.into_bytes()),
        }
    }

    fn rewritten(&self, html: String) -> Result<String, String> {
        let is_as_published = self.metas.is_empty() && self.replacements.is_empty();
        if is_as_published && self.missing == Missing::NotFound {
            return Ok(html);
        }
        let base = format!("<base href=\"{}\">", self.base);
        let html = with_tag(&html, "<base", "href", &base)?;
        let html = html.replace("\"/locate.js\"", &format!("\"{}locate.js\"", self.base));
        let html = self.replacements.iter().try_fold(html, |html, (text, by)| {
            let has_it = html.contains(text.as_str());
            if has_it { Ok(html.replace(text, by)) } else { Err(format!("the page lacks {text}")) }
        })?;
        self.metas.iter().try_fold(html, |html, (name, content)| {
            with_tag(&html, "<meta", name, &format!("<meta name=\"{name}\" content=\"{content}\">"))
        })
    }

    fn with_headers(&self, answer: Answer) -> Answer {
        self.headers.iter().fold(answer, |answer, (name, value)| answer.header(name, value))
    }
}

/// A frozen dataset of several hundred organizations: the one that the tested site is published of.
pub const DATASET_FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/atlas.json");

const HTML: &str = "text/html; charset=utf-8";

fn not_found() -> Answer {
    Answer::new(404, "text/plain; charset=utf-8", b"There is nothing here.".to_vec())
}

fn encoded(content_type: &str, bytes: Vec<u8>, request: &Request, quality: i32) -> Answer {
    let is_packed_already =
        content_type.starts_with("image/png") || content_type.starts_with("font/");
    if is_packed_already || !request.accept_encoding.contains("br") {
        return Answer::new(200, content_type, bytes);
    }
    let packed = compression::compressed(&bytes, quality);
    Answer::new(200, content_type, packed.to_vec())
        .header("Content-Encoding", "br")
        .header("Vary", "Accept-Encoding")
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => HTML,
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("xml") => "application/xml",
        Some("webmanifest") => "application/manifest+json",
        Some("ico") => "image/x-icon",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Replaces the first tag that begins as told and mentions a word. The tag may be minified, so its attributes are not
/// compared as text.
fn with_tag(html: &str, opening: &str, word: &str, replacement: &str) -> Result<String, String> {
    let tags = html.match_indices(opening).map(|(start, _)| {
        let len = html[start..].find('>').map_or(html.len() - start, |end| end + 1);
        (start, start + len)
    });
    let Some((start, end)) =
        tags.into_iter().find(|(start, end)| html[*start..*end].contains(word))
    else {
        return Err(format!("index.html has no {opening}> with {word}"));
    };
    Ok([&html[..start], replacement, &html[end..]].concat())
}
