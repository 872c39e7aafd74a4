//! HTTP service for the files of a published site.

use std::{io, sync::Arc};

use axum::{
    body::Body,
    extract::{Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri,
        header::{ACCEPT_ENCODING, CONTENT_TYPE, IF_RANGE, LOCATION, RANGE},
        uri::PathAndQuery,
    },
    response::Response,
};
use tower_http::services::{ServeDir, ServeFile};

use super::site::Site;
use crate::{escape::escape_invisible, hosting, output::warn};

/// Page for unknown addresses. Its headers also apply to responses without a file.
const NOT_FOUND_PAGE: &str = "404.html";

/// HTTP service of one site.
#[derive(Debug)]
pub(super) struct SiteService {
    files: ServeDir,
    not_found_page: ServeFile,
    /// Path of the site on the host, with a slash at both ends.
    base_path: String,
}

impl SiteService {
    /// Creates the service for a site.
    pub(super) fn of(site: &Site) -> Self {
        let files = ServeDir::new(&site.folder)
            .precompressed_br()
            .precompressed_gzip()
            .redirect_path_prefix(site.base_path.trim_end_matches('/'));
        let not_found_page = ServeFile::new(site.folder.join(NOT_FOUND_PAGE))
            .precompressed_br()
            .precompressed_gzip();
        Self { files, not_found_page, base_path: site.base_path.clone() }
    }

    /// Responds with the file at `path`, which is relative to the site and has no leading slash.
    async fn file(&self, path: &str, mut request: Request) -> Response {
        let (method, request_headers) = (request.method().clone(), request.headers().clone());
        if request_headers.contains_key(IF_RANGE) {
            // The validator in `If-Range` is not checked; the whole file is always a correct response.
            request.headers_mut().remove(RANGE);
        }
        let Some(uri) = uri_from_root(path, request.uri().query()) else {
            return self.not_found(method, &request_headers).await;
        };
        *request.uri_mut() = uri;
        match self.files.clone().try_call(request).await {
            Ok(response) if response.status() != StatusCode::NOT_FOUND => response.map(Body::new),
            Ok(_) => self.not_found(method, &request_headers).await,
            Err(error) => {
                warn_of(path, &error);
                self.not_found(method, &request_headers).await
            }
        }
    }

    /// Responds with the page for unknown addresses. The response is never partial and never "not
    /// modified", so other request headers do not matter.
    async fn not_found(&self, method: Method, request_headers: &HeaderMap) -> Response {
        let mut request = Request::new(Body::empty());
        *request.method_mut() = method;
        request.headers_mut().extend(
            request_headers.get(ACCEPT_ENCODING).map(|value| (ACCEPT_ENCODING, value.clone())),
        );
        let page = self.not_found_page.clone().try_call(request).await;
        let mut response = page.map_or_else(|_| Response::default(), |page| page.map(Body::new));
        *response.status_mut() = StatusCode::NOT_FOUND;
        response
    }
}

/// Responds to a request with the headers of the hosting table.
pub(super) async fn respond(State(service): State<Arc<SiteService>>, request: Request) -> Response {
    let requested_path = request.uri().path().to_owned();
    let mut response = match requested_path.strip_prefix(&service.base_path) {
        Some(path) => service.file(path, request).await,
        None if service.base_path.starts_with(&with_trailing_slash(&requested_path)) => {
            redirect_to(&service.base_path)
        }
        None => service.not_found(request.method().clone(), request.headers()).await,
    };
    let path = match response.status() {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED => {
            requested_file(requested_path.strip_prefix(&service.base_path).unwrap_or_default())
        }
        _ => NOT_FOUND_PAGE.to_owned(),
    };
    add_headers(response.headers_mut(), &path);
    response
}

/// Returns the URI of `path` from the root of the folder.
///
/// Returns `None` for a path that begins with a slash: a redirect to it would read as the name of a
/// host.
fn uri_from_root(path: &str, query: Option<&str>) -> Option<Uri> {
    if path.starts_with('/') {
        return None;
    }
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    PathAndQuery::try_from(format!("/{path}{query}")).ok().map(Uri::from)
}

/// Returns the path of the file that a request path stands for.
fn requested_file(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

fn with_trailing_slash(path: &str) -> String {
    if path.ends_with('/') { path.to_owned() } else { format!("{path}/") }
}

fn redirect_to(path: &str) -> Response {
    let mut response = Response::default();
    *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
    response.headers_mut().extend(HeaderValue::from_str(path).map(|path| (LOCATION, path)));
    response
}

/// Adds the headers of the hosting table. A response without content gets no `Content-Type`.
fn add_headers(headers: &mut HeaderMap, path: &str) {
    for (name, value) in hosting::headers(path) {
        let Ok(name) = HeaderName::try_from(name) else { continue };
        if name != CONTENT_TYPE || headers.contains_key(CONTENT_TYPE) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
}

/// Warns that a file exists but cannot be read.
fn warn_of(path: &str, error: &io::Error) {
    use io::ErrorKind::{InvalidFilename, NotADirectory, NotFound};
    if !matches!(error.kind(), NotFound | NotADirectory | InvalidFilename) {
        warn(&format!("{} cannot be read: {error}", escape_invisible(path)));
    }
}
