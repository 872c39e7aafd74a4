//! Fetching of files, with progress, a timeout and cancellation.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_net::http::{Request as HttpRequest, Response};
use gloo_timers::callback::Timeout;
use leptos::{
    prelude::*,
    web_sys::{AbortController, AbortSignal, ReadableStreamDefaultReader, js_sys},
};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::browser;
use crate::dataset::LoadError;

/// Maximum time without new bytes before a fetch fails, in milliseconds: longer than a phone needs to
/// switch cells. A page can override it in a `<meta>` element.
const TIMEOUT_MILLIS: u32 = 15_000;

/// Requests that replace each other: only the newest one may change the page. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Requests {
    newest: StoredValue<Request, LocalStorage>,
}

impl Requests {
    /// Creates the sequence without a request.
    pub(super) fn new() -> Self {
        Self { newest: StoredValue::new_local(Request::default()) }
    }

    /// Begins a request and aborts the previous one.
    pub(super) fn begin(self) -> Request {
        let request = Request { controller: AbortController::new().ok(), ..Request::default() };
        let newest = request.clone();
        let _ = self.newest.try_update_value(|last| std::mem::replace(last, newest).cancel());
        request
    }
}

/// One of several requests that replace each other.
#[derive(Clone, Default)]
pub(super) struct Request {
    controller: Option<AbortController>,
    is_replaced: Rc<Cell<bool>>,
}

impl Request {
    /// Returns whether no newer request has begun. An older request must not show progress, a result
    /// or an error.
    pub(super) fn is_newest(&self) -> bool {
        !self.is_replaced.get()
    }

    /// Ends the current task, so that the browser can handle input and paint.
    ///
    /// # Errors
    ///
    /// Returns an error once a newer request has begun. Nobody sees it.
    pub(super) async fn pause(&self) -> Result<(), LoadError> {
        browser::pause().await;
        if self.is_newest() { Ok(()) } else { Err(LoadError::Broken { n_bytes: 0 }) }
    }

    fn cancel(&self) {
        self.is_replaced.set(true);
        self.abort();
    }

    fn abort(&self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }

    fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }
}

/// Fetches a file. Calls `on_progress` with the number of bytes that have arrived and the total number,
/// if the server reports it.
///
/// # Errors
///
/// Returns a [`LoadError`]. A later call may succeed.
pub(super) async fn fetch_bytes(
    url: &str,
    request: &Request,
    on_progress: &dyn Fn(usize, Option<usize>),
) -> Result<Vec<u8>, LoadError> {
    let watchdog = Watchdog::new(request);
    fetch(&watchdog, url, on_progress).await.map_err(|error| watchdog.explain(error))
}

async fn fetch(
    watchdog: &Watchdog,
    url: &str,
    on_progress: &dyn Fn(usize, Option<usize>),
) -> Result<Vec<u8>, LoadError> {
    let request = HttpRequest::get(url).abort_signal(watchdog.request.signal().as_ref());
    let response = request.send().await.map_err(|_| LoadError::Broken { n_bytes: 0 })?;
    if !response.ok() {
        return Err(LoadError::Status { code: response.status() });
    }
    let n_total = n_total(&response);
    let mut bytes = Vec::with_capacity(n_total.unwrap_or_default());
    let Some(body) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        watchdog.restart(bytes.len());
        let n_bytes = bytes.len();
        let step = JsFuture::from(reader.read()).await;
        let step = step.map_err(|_| LoadError::Broken { n_bytes })?;
        let Some(chunk) = chunk(&step) else { return Ok(bytes) };
        bytes.resize(n_bytes + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[n_bytes..]);
        if watchdog.request.is_newest() {
            on_progress(bytes.len(), n_total);
        }
    }
}

/// Returns the size of the body if the server reports it. The length of a compressed body does not
/// count, because progress is measured after decompression.
fn n_total(response: &Response) -> Option<usize> {
    let headers = response.headers();
    let is_plain = headers.get("content-encoding").is_none();
    is_plain.then(|| headers.get("content-length"))??.parse().ok()
}

/// Returns the bytes of one step of a stream; `None` at its end.
fn chunk(step: &JsValue) -> Option<js_sys::Uint8Array> {
    let value = js_sys::Reflect::get(step, &JsValue::from_str("value")).ok()?;
    value.dyn_into().ok()
}

/// Aborts a fetch when no bytes arrive for too long.
struct Watchdog {
    request: Request,
    timeout_millis: u32,
    n_bytes: Cell<usize>,
    has_ended: Rc<Cell<bool>>,
    timer: RefCell<Option<Timeout>>,
}

impl Watchdog {
    fn new(request: &Request) -> Self {
        let watchdog = Self {
            request: request.clone(),
            timeout_millis: timeout_millis().unwrap_or(TIMEOUT_MILLIS),
            n_bytes: Cell::new(0),
            has_ended: Rc::default(),
            timer: RefCell::default(),
        };
        watchdog.restart(0);
        watchdog
    }

    fn restart(&self, n_bytes: usize) {
        self.n_bytes.set(n_bytes);
        let (request, has_ended) = (self.request.clone(), self.has_ended.clone());
        let timer = Timeout::new(self.timeout_millis, move || {
            has_ended.set(true);
            request.abort();
        });
        self.timer.replace(Some(timer));
    }

    /// Replaces a broken connection by its cause: the timeout or a missing network.
    fn explain(&self, error: LoadError) -> LoadError {
        let LoadError::Broken { .. } = error else { return error };
        if self.has_ended.get() {
            let (after_millis, n_bytes) = (self.timeout_millis, self.n_bytes.get());
            return LoadError::TimedOut { after_millis, n_bytes };
        }
        if browser::is_offline() { LoadError::Offline } else { error }
    }
}

fn timeout_millis() -> Option<u32> {
    browser::meta("rustscape:timeout-millis")?.parse().ok()
}
