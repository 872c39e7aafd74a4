//! Calls to the browser. Every call may fail, and then the dialog goes on without.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement, Window};

/// The most height that a frame gets, in CSS pixels: twice what the most rows need.
const HEIGHT_MAX_PX: f64 = 5_000.0;

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// The element of an id.
pub(super) fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// Replaces what is in an element by markup, whose texts are escaped.
pub(super) fn set_html(id: &str, html: &str) {
    if let Some(element) = element(id) {
        element.set_inner_html(html);
    }
}

/// Listens to an event as long as the page is there; also to one that does not bubble.
pub(super) fn on(event: &str, act: fn(&Event)) {
    let act: Box<dyn Fn(Event)> = Box::new(move |event| act(&event));
    let act = Closure::wrap(act).into_js_value();
    if let Some(window) = window() {
        let act = act.unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool(event, act, true);
    }
}

/// What an event happened to, or the element around it that a selector is for.
pub(super) fn target(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// What stands in a field.
pub(super) fn value_of(field: &Element) -> String {
    property(field, "value").as_string().unwrap_or_default()
}

/// The id of the element that has the focus; empty where it has none.
pub(super) fn focused_id() -> String {
    let focused = window().and_then(|window| window.document()?.active_element());
    focused.map(|element| element.id()).unwrap_or_default()
}

/// Gives the focus back to the element of an id that was written anew.
pub(super) fn keep_focus(id: &str) {
    if id.is_empty() || focused_id() == id {
        return;
    }
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Moves the focus to a field and selects what stands in it.
pub(super) fn select(id: &str) {
    keep_focus(id);
    if let Some(field) = element(id)
        && let Some(select) = property(&field, "select").dyn_ref::<Function>()
    {
        let _ = select.call0(&field);
    }
}

/// The day of the reader, as `2026-11-25`.
pub(super) fn today() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year:04}-{month:02}-{day:02}")
}

/// Copies a text to the clipboard. False where that is not allowed.
pub(super) async fn copy_text(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let navigator = window.navigator();
    // Pages that are not secure have no clipboard, which the types do not say.
    if property(&navigator, "clipboard").is_undefined() {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Whether the device has a way of its own to pass a link on.
pub(super) fn can_send() -> bool {
    window().is_some_and(|window| property(&window.navigator(), "share").is_function())
}

/// Passes a link on the way of the device. What becomes of that is between it and the reader.
pub(super) fn send_link(title: &str, url: &str) {
    let Some(window) = window() else { return };
    let link = Object::new();
    for (key, value) in [("title", title), ("url", url)] {
        let _ = Reflect::set(&link, &key.into(), &value.into());
    }
    let navigator = window.navigator();
    if let Some(share) = property(&navigator, "share").dyn_ref::<Function>()
        && let Ok(sent) = share.call1(&navigator, &link)
    {
        // One that the reader calls off is refused, which nobody has to hear of.
        let ignore = Closure::<dyn FnMut(JsValue)>::new(|_| {});
        let _ = sent.unchecked_ref::<js_sys::Promise>().catch(&ignore);
        ignore.forget();
    }
}

/// The height that the frame of an id says it has, in CSS pixels, and which it then gets. `None` for
/// any other message.
pub(super) fn told_height(message: &Event, frame_id: &str) -> Option<u32> {
    let frame = element(frame_id)?;
    let told = property(message, "data");
    if property(&told, "type").as_string()? != "rustscape:height"
        || property(message, "source") != property(&frame, "contentWindow")
    {
        return None;
    }
    let height_px = property(&told, "height").as_f64()?.clamp(1.0, HEIGHT_MAX_PX).ceil();
    let css = format!("{height_px}px");
    let _ = Reflect::set(&property(&frame, "style"), &"height".into(), &css.into());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in between")]
    let whole = height_px as u32;
    Some(whole)
}

/// A property of a value of the page; undefined where there is none.
fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default()
}
