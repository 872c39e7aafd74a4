//! Scroll positions, in CSS pixels.

use leptos::{prelude::request_animation_frame, web_sys::HtmlElement};
use wasm_bindgen::JsCast as _;

use super::document::{document, window};

/// Distances from the top of the window at which [`first_link_in_window`] looks for a card: below
/// the bar, and beyond the gap between two cards.
const PROBES_PX: [f32; 3] = [72.0, 100.0, 130.0];

/// Selector of the links in a card that identify a position in the list.
const ANCHORS: &str = "h3 > a";

/// Returns the height of the window.
pub(crate) fn window_height() -> usize {
    let height = window().and_then(|window| window.inner_height().ok()?.as_f64());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let whole = height.unwrap_or_default() as usize;
    whole
}

/// Returns the scroll position of the page.
pub(crate) fn scroll_y() -> i32 {
    let y_px = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    let whole = y_px.round() as i32;
    whole
}

/// Scrolls the page to a distance from its top.
pub(crate) fn scroll_to(y_px: i32) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, f64::from(y_px));
    }
}

/// Scrolls the page to its top in the next frame. Call it before a change of the page: reading or
/// setting the scroll position afterwards forces an extra layout.
pub(crate) fn scroll_to_top() {
    if scroll_y() > 0 {
        request_animation_frame(|| scroll_to(0));
    }
}

/// Finds the first link to a project in the visible part of the list. Returns its address and its
/// distance from the top of the window.
pub(crate) fn first_link_in_window() -> Option<(String, i32)> {
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
        if top_px >= 0 {
            break;
        }
    }
    nearest
}

/// Returns the distance of a link of the list from the top of the page.
pub(crate) fn link_top_px(href: &str) -> Option<i32> {
    let links = document()?.query_selector_all(&["#cards ", ANCHORS].concat()).ok()?;
    let mut links = (0..links.length()).filter_map(|idx| links.item(idx)?.dyn_into().ok());
    let has_href = |link: &HtmlElement| link.get_attribute("href").as_deref() == Some(href);
    links.find(has_href).map(|link| top_px(&link))
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
