//! What is asked of the browser. Every call may fail (a frame without rights, an old browser), and
//! then the page goes on without: each function says what that means.

use std::pin::Pin;

use leptos::{
    prelude::request_animation_frame,
    web_sys::{self, Document, Element, HtmlElement, Location, Window, js_sys},
};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::dataset::{Date, LoadError};

/// The window, which there is in every page.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// The document of the page.
pub(super) fn document() -> Option<Document> {
    window()?.document()
}

fn location() -> Option<Location> {
    window().map(|window| window.location())
}

/// The path below which the atlas lives, with a slash at both ends; `/` if that is not known.
pub(super) fn base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let folders = base.as_deref().and_then(folders_of_url);
    folders.map_or_else(|| "/".to_owned(), |folders| format!("/{folders}/"))
}

/// The folders in the path of an absolute URL, without the slashes at both ends.
fn folders_of_url(url: &str) -> Option<&str> {
    // What is before the path has three slashes: "https://host/".
    let path = url.splitn(4, '/').nth(3)?.split(['?', '#']).next()?;
    path.rsplit_once('/').map(|(folders, _)| folders)
}

/// The address of this page below a base: path and query, without a leading slash.
pub(super) fn address_below(base: &str) -> String {
    let path = location().and_then(|location| location.pathname().ok()).unwrap_or_default();
    let search = location().and_then(|location| location.search().ok()).unwrap_or_default();
    format!("{}{search}", path.strip_prefix(base).unwrap_or_default())
}

/// Scheme, host and port of this page, as the start of absolute addresses.
pub(super) fn origin() -> String {
    let Some(location) = location() else { return String::new() };
    let protocol = location.protocol().unwrap_or_default();
    let host = location.host().unwrap_or_default();
    format!("{protocol}//{host}")
}

/// What this page's address names inside the page, without the `#`.
pub(super) fn hash() -> String {
    let hash = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The absolute address of a dataset that the page's own address asks for.
///
/// # Errors
///
/// When it is on another site, and the page's `<meta name="rustscape:data-origins">` does not name
/// that. The page's Content-Security-Policy has to allow it as well.
pub(super) fn data_url(asked: &str) -> Result<String, LoadError> {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    let url = web_sys::Url::new_with_base(asked, &base.unwrap_or_default());
    let url = url.map_err(|_| LoadError::OtherOrigin { origin: asked.to_owned() })?;
    let allowed = meta("rustscape:data-origins").unwrap_or_default();
    let from = url.origin();
    if from == origin() || allowed.split_whitespace().any(|one| one == from) {
        return Ok(url.href());
    }
    let is_opaque = from == "null";
    Err(LoadError::OtherOrigin { origin: if is_opaque { asked.to_owned() } else { from } })
}

/// What the page says in a `<meta>` of this name.
pub(super) fn meta(name: &str) -> Option<String> {
    let meta = format!(r#"meta[name="{name}"]"#);
    document()?.query_selector(&meta).ok()??.get_attribute("content")
}

/// Today, by the reader's clock and in the reader's zone.
pub(crate) fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

/// What is in a file of the reader; `None` where the device does not give it out.
pub(super) async fn bytes_of(file: &web_sys::File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Sets the language of the page, and the direction in which it is read.
pub(super) fn set_language(lang: &str, dir: Option<&str>) {
    set_root_attribute("lang", Some(lang));
    set_root_attribute("dir", dir);
}

/// Takes the hue of links and figures from a color, or gives them their usual one.
pub(super) fn set_brand(color: Option<&str>) {
    let root = document().and_then(|document| document.document_element());
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    set_root_attribute("data-brand", color.map(|_| ""));
    if let Some(color) = color {
        let _ = root.style().set_property("--brand", color);
    }
}

/// Lets something go on beside the page. Boxed, because each sort of future would bring a copy of
/// what runs it.
pub(crate) fn spawn(future: impl Future<Output = ()> + 'static) {
    let future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    spawn_local(future);
}

/// Lets the browser do what waits.
pub(crate) async fn pause() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Whether this page is shown inside another one.
pub(super) fn is_framed() -> bool {
    let Some(window) = window() else { return false };
    window.parent().ok().flatten().is_some_and(|parent| parent != window)
}

/// Posts an object of a type and one value to the page that this one is a frame of. Any page may read
/// it: what a frame shows is no secret to whoever chose it.
pub(super) fn post_to_host(kind: &str, key: &str, value: &str) {
    let host = window().and_then(|window| window.parent().ok().flatten());
    let message = js_sys::Object::new();
    for (key, value) in [("type", kind), (key, value)] {
        let _ = js_sys::Reflect::set(&message, &key.into(), &value.into());
    }
    if let Some(host) = host {
        let _ = host.post_message(&message, "*");
    }
}

/// Names the page.
pub(super) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// How high the window is, in whole CSS pixels.
pub(super) fn window_height() -> usize {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let whole = height.unwrap_or_default() as usize;
    whole
}

/// How far the page is scrolled down, in whole CSS pixels.
pub(super) fn scroll_y() -> i32 {
    let y_px = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    let whole = y_px.round() as i32;
    whole
}

/// Scrolls the page to a distance from its top, in CSS pixels.
pub(super) fn scroll_to(y_px: i32) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, f64::from(y_px));
    }
}

/// Scrolls the page to its top in the next frame. To be called before a change: asking where the
/// page is scrolled to, and scrolling it, would lay out what is about to change once more.
pub(super) fn scroll_to_top() {
    if 0 < scroll_y() {
        request_animation_frame(|| scroll_to(0));
    }
}

/// Distances from the top of the window at which a card of the list is looked for, in CSS pixels:
/// below the bar, and beyond a gap between two cards.
const PROBES_PX: [f32; 3] = [72.0, 100.0, 130.0];

/// The links of a card by which a place in the list is known.
const ANCHORS: &str = "h3 > a";

/// Finds the first link to a project in the part of the list that is in the window. Returns its
/// address, and its distance from the top of the window in CSS pixels.
pub(super) fn first_link_in_window() -> Option<(String, i32)> {
    let width_px = window()?.inner_width().ok()?.as_f64()?;
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    let x_px = width_px as f32 / 2.0;
    let card_at =
        |y_px| document()?.element_from_point(x_px, y_px)?.closest("#cards .card").ok()?;
    let card = PROBES_PX.into_iter().find_map(card_at)?;
    let links = card.query_selector_all(ANCHORS).ok()?;
    let links = (0..links.length()).filter_map(|idx| links.item(idx)?.dyn_into().ok());
    let mut nearest = None;
    for link in links {
        let top_px = top_px(&link) - scroll_y();
        nearest = Some((link.get_attribute("href")?, top_px));
        if 0 <= top_px {
            break;
        }
    }
    nearest
}

/// The distance of a link of the list from the top of the page, in CSS pixels.
pub(super) fn link_top_px(href: &str) -> Option<i32> {
    let links = document()?.query_selector_all(&["#cards ", ANCHORS].concat()).ok()?;
    let links = (0..links.length()).filter_map(|idx| links.item(idx)?.dyn_into().ok());
    let is_it = |link: &HtmlElement| link.get_attribute("href").as_deref() == Some(href);
    links.into_iter().find(is_it).map(|link| top_px(&link))
}

fn top_px(element: &HtmlElement) -> i32 {
    let mut top_px = element.offset_top();
    let mut parent = element.offset_parent();
    while let Some(element) = parent.and_then(|parent| parent.dyn_into::<HtmlElement>().ok()) {
        top_px += element.offset_top();
        parent = element.offset_parent();
    }
    top_px
}

/// The element of an id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Scrolls an element into view and moves the focus there.
pub(super) fn reveal(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        focus(id);
    }
}

/// Moves the focus; an element that cannot have it stays without.
pub(crate) fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The id of the element that has the focus.
pub(super) fn focused_id() -> Option<String> {
    focused().map(|element| element.id()).filter(|id| !id.is_empty())
}

/// Returns the id of the element in another one that has the focus.
pub(crate) fn focused_id_within(element: &Element) -> Option<String> {
    let focused = focused().filter(|focused| focused != element)?;
    element.contains(Some(&focused)).then(|| focused.id()).filter(|id| !id.is_empty())
}

/// The element that has the focus, unless that is the page as a whole, or in a dialog that has
/// closed: there it is lost at the end of the frame.
fn focused() -> Option<Element> {
    const GONE: &str = "body, dialog:not([open]) *";
    let active = document()?.active_element()?;
    (!active.matches(GONE).unwrap_or_default()).then_some(active)
}

/// Gives the focus back after a change, in the next frame: to the element of `id`, which may have
/// been made anew, or to `fallback_id` when that is gone.
pub(super) fn keep_focus(id: Option<String>, fallback_id: &'static str) {
    request_animation_frame(move || {
        if focused().is_none() {
            let id = id.filter(|id| element(id).is_some());
            focus(id.as_deref().unwrap_or(fallback_id));
        }
    });
}

/// What is in the element of an id, as HTML; empty without one.
pub(super) fn html_of(id: &str) -> String {
    element(id).map(|element| element.inner_html()).unwrap_or_default()
}

/// What is in the element of an id of another page, as HTML.
pub(super) fn part_of_page(page: &str, id: &str) -> Option<String> {
    let part = parsed(page)?.query_selector(&format!("#{id}")).ok()??;
    Some(part.inner_html())
}

/// The elements of a text of HTML, of which nothing runs or loads.
fn parsed(html: &str) -> Option<web_sys::DocumentFragment> {
    let template = document()?.create_element("template").ok()?;
    template.set_inner_html(html);
    Some(template.dyn_into::<web_sys::HtmlTemplateElement>().ok()?.content())
}

/// Appends markup, whose texts are escaped, to the element of an id.
pub(super) fn append_html(id: &str, html: &str) {
    if let Some(element) = element(id) {
        let _ = element.insert_adjacent_html("beforeend", html);
    }
}

/// Replaces what is in the element of an id by markup, whose texts are escaped.
pub(crate) fn set_html(id: &str, html: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(html);
    }
}

/// Replaces what is in the element of an id by a text.
pub(super) fn set_text(id: &str, text: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(text));
    }
}

/// Hides the element of an id, or shows it again.
pub(super) fn set_hidden(id: &str, is_hidden: bool) {
    let Some(element) = element(id) else { return };
    let _ = if is_hidden {
        element.set_attribute("hidden", "")
    } else {
        element.remove_attribute("hidden")
    };
}

/// What stands in the field of an id.
pub(super) fn value(id: &str) -> String {
    element(id).and_then(|field| value_of(&field)).unwrap_or_default()
}

/// Writes into the field of an id, unless that is there already: the cursor would move.
pub(super) fn set_value(id: &str, text: &str) {
    let Some(field) = element(id) else { return };
    if value_of(&field).is_some_and(|value| value != text) {
        let _ = js_sys::Reflect::set(&field, &"value".into(), &text.into());
    }
}

/// What stands in a field.
pub(super) fn value_of(field: &Element) -> Option<String> {
    let value = js_sys::Reflect::get(field, &JsValue::from_str("value"));
    value.ok()?.as_string()
}

/// Moves the focus to a field and selects what stands in it.
pub(super) fn select(id: &str) {
    focus(id);
    let Some(field) = element(id) else { return };
    if let Some(field) = field.dyn_ref::<web_sys::HtmlInputElement>() {
        field.select();
    }
}

/// An attribute of the root element.
pub(super) fn root_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Sets an attribute of the root element, or takes it away.
pub(crate) fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Moves the focus to the first link of the child of an element, counted from 0.
pub(super) fn focus_link_of(id: &str, child: usize) {
    let child = element(id)
        .and_then(|element| element.children().item(u32::try_from(child).unwrap_or(u32::MAX)));
    let link = child.and_then(|child| child.query_selector("a").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
}

/// Whether a dialog is open on top of the page.
pub(super) fn has_open_dialog() -> bool {
    document()
        .is_some_and(|document| matches!(document.query_selector("dialog[open]"), Ok(Some(_))))
}

/// Stores a value for the next visit, or takes it away; where that is not allowed, nothing is kept.
pub(super) fn store(key: &str, value: Option<&str>) {
    let Some(Ok(Some(storage))) = window().map(|window| window.local_storage()) else { return };
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}

/// A text that survives a reload of this tab; `None` also where that is not allowed.
pub(super) fn session_text(key: &str) -> Option<String> {
    window()?.session_storage().ok()??.get_item(key).ok()?
}

/// Keeps a text for a reload of this tab.
pub(super) fn set_session_text(key: &str, text: &str) {
    if let Some(Ok(Some(storage))) = window().map(|window| window.session_storage()) {
        let _ = storage.set_item(key, text);
    }
}

/// Tells `boot.js` that a part of the application did not load.
pub(crate) fn report_missing_part() {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new("rustscape:incomplete")) {
        let _ = window.dispatch_event(&event);
    }
}

/// Opens a dialog above the page; it takes the focus and gives it back when it closes.
pub(super) fn open_modal(id: &str) {
    if let Some(dialog) = dialog(id) {
        // One that is open already stays open.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub(super) fn close_modal(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<web_sys::HtmlDialogElement> {
    element(id)?.dyn_into().ok()
}
