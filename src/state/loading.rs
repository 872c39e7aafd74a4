//! Fetches files, with progress, an end, and a way to give up.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_net::http::{Request as Get, Response};
use gloo_timers::callback::Timeout;
use leptos::{
    prelude::*,
    web_sys::{AbortController, AbortSignal, ReadableStreamDefaultReader, js_sys},
};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::browser;
use crate::dataset::LoadError;

/// How long nothing may arrive before the reader is told, in milliseconds: longer than a phone
/// needs to change cells, shorter than patience. A page may set its own in a `<meta>`.
const TIMEOUT_MILLIS: u32 = 15_000;

/// Requests that replace each other: the newest one decides what is shown. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Requests {
    newest: StoredValue<Request, LocalStorage>,
}

impl Requests {
    /// Begins without a request.
    pub(super) fn new() -> Self {
        Self { newest: StoredValue::new_local(Request::default()) }
    }

    /// Begins a request and gives up the one before it.
    pub(super) fn begin(self) -> Request {
        let request = Request { controller: AbortController::new().ok(), ..Request::default() };
        let newest = request.clone();
        let _ = self.newest.try_update_value(|last| std::mem::replace(last, newest).give_up());
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
    /// Returns whether no other request has begun since. Otherwise this one may no longer show
    /// anything: neither progress nor a result nor an error.
    pub(super) fn is_newest(&self) -> bool {
        !self.is_replaced.get()
    }

    /// Lets the browser do what waits.
    ///
    /// # Errors
    ///
    /// Any, once another request has begun: nobody waits for the rest.
    pub(super) async fn pause(&self) -> Result<(), LoadError> {
        browser::pause().await;
        if self.is_newest() { Ok(()) } else { Err(LoadError::Broken { n_bytes: 0 }) }
    }

    fn give_up(&self) {
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

/// Fetches a file for a request. Tells `going` how many bytes have arrived, and of how many, where
/// that is known.
///
/// # Errors
///
/// One of [`LoadError`], each of which a later call may overcome.
pub(super) async fn load(
    url: &str,
    request: &Request,
    going: &dyn Fn(usize, Option<usize>),
) -> Result<Vec<u8>, LoadError> {
    let watch = Watch::new(request);
    fetch(&watch, url, going).await.map_err(|error| watch.explain(error))
}

async fn fetch(
    watch: &Watch,
    url: &str,
    going: &dyn Fn(usize, Option<usize>),
) -> Result<Vec<u8>, LoadError> {
    let request = Get::get(url).abort_signal(watch.request.signal().as_ref());
    let response = request.send().await.map_err(|_| LoadError::Broken { n_bytes: 0 })?;
    if !response.ok() {
        return Err(LoadError::Status { code: response.status() });
    }
    let n_total = n_total(&response);
    let mut bytes = Vec::with_capacity(n_total.unwrap_or_default());
    let Some(body) = response.body() else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        watch.wait_again(bytes.len());
        let n_bytes = bytes.len();
        let step = JsFuture::from(reader.read()).await;
        let step = step.map_err(|_| LoadError::Broken { n_bytes })?;
        let Some(chunk) = chunk(&step) else { return Ok(bytes) };
        let at = bytes.len();
        bytes.resize(at + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[at..]);
        if watch.request.is_newest() {
            going(bytes.len(), n_total);
        }
    }
}

/// The size of the body, where the server says so. With a compressed body it speaks of something
/// else.
fn n_total(response: &Response) -> Option<usize> {
    let headers = response.headers();
    let is_plain = headers.get("content-encoding").is_none();
    is_plain.then(|| headers.get("content-length"))??.parse().ok()
}

/// The bytes of one step of a stream; `None` at its end.
fn chunk(step: &JsValue) -> Option<js_sys::Uint8Array> {
    let value = js_sys::Reflect::get(step, &JsValue::from_str("value")).ok()?;
    value.dyn_into().ok()
}

/// Ends a fetch of which nothing arrives any more.
struct Watch {
    request: Request,
    timeout_millis: u32,
    n_bytes: Cell<usize>,
    has_ended: Rc<Cell<bool>>,
    timer: RefCell<Option<Timeout>>,
}

impl Watch {
    fn new(request: &Request) -> Self {
        let watch = Self {
            request: request.clone(),
            timeout_millis: timeout_millis().unwrap_or(TIMEOUT_MILLIS),
            n_bytes: Cell::new(0),
            has_ended: Rc::default(),
            timer: RefCell::default(),
        };
        watch.wait_again(0);
        watch
    }

    fn wait_again(&self, n_bytes: usize) {
        self.n_bytes.set(n_bytes);
        let (request, has_ended) = (self.request.clone(), self.has_ended.clone());
        let timer = Timeout::new(self.timeout_millis, move || {
            has_ended.set(true);
            request.abort();
        });
        self.timer.replace(Some(timer));
    }

    /// Says why a fetch really broke off.
    fn explain(&self, error: LoadError) -> LoadError {
        let LoadError::Broken { .. } = error else { return error };
        if self.has_ended.get() {
            let (after_millis, n_bytes) = (self.timeout_millis, self.n_bytes.get());
            return LoadError::TimedOut { after_millis, n_bytes };
        }
        if is_offline() { LoadError::Offline } else { error }
    }
}

/// Returns whether the browser knows of no network.
pub(super) fn is_offline() -> bool {
    browser::window().is_some_and(|window| !window.navigator().on_line())
}

fn timeout_millis() -> Option<u32> {
    browser::meta("rustscape:timeout-millis")?.parse().ok()
}
