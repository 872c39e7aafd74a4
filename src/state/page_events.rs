//! What the page as a whole listens to: what is clicked, chosen and typed in it, keys, and the
//! history. Elements say by `data-do` what they are for.

use leptos::{
    ev,
    prelude::*,
    task::spawn_local_scoped,
    web_sys::{Element, Event, HtmlAnchorElement, HtmlElement, KeyboardEvent, MouseEvent},
};
use wasm_bindgen::JsCast as _;

use super::{Controls, Explorer, HEADING_ID, MODAL_ID, Over, browser};
use crate::{markup::Action, search::SortBy};

/// The id of the search field, where `/` leads.
pub(crate) const SEARCH_ID: &str = "search";

/// What the page acts on.
#[derive(Clone, Copy)]
struct Page {
    explorer: Explorer,
    controls: Controls,
}

/// Starts to listen. Called once, in a browser.
pub fn listen(explorer: Explorer, controls: Controls) {
    let page = Page { explorer, controls };
    window_event_listener(ev::click, move |event| page.click(&event));
    window_event_listener(ev::change, move |event| page.change(&event));
    window_event_listener(ev::input, move |event| page.input(&event));
    window_event_listener(ev::submit, move |event| {
        event.prevent_default();
        explorer.finish_typing();
    });
    window_event_listener(ev::focusout, move |event| {
        if target_of(&event).is_some_and(|target| target.id() == SEARCH_ID) {
            explorer.finish_typing();
        }
    });
    window_event_listener(ev::keydown, move |event| page.press(&event));
    window_event_listener(ev::popstate, move |event| explorer.follow_history(&event.state()));
    window_event_listener(ev::pagehide, move |_| explorer.leave_page());
}

impl Page {
    fn click(self, event: &MouseEvent) {
        let Some(target) = target_of(event) else { return };
        if target.id() == MODAL_ID {
            // Only what is around the dialog's content is the dialog itself.
            return self.controls.close();
        }
        let used = closest(&target, "a[href], [data-do]");
        match used.map(|element| (action_of(&element), element)) {
            // A field acts when it changes.
            Some((Some(_), element)) if is_field(&element) => {}
            Some((Some(action), _)) => self.act(action, String::new()),
            Some((None, link)) => self.follow_link(event, link),
            None => {}
        }
    }

    /// Links to pages of the atlas are opened here; with a modifier key, another target or another
    /// origin they are the browser's.
    fn follow_link(self, event: &MouseEvent, link: Element) {
        let has_modifier =
            event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || has_modifier {
            return;
        }
        let Ok(link) = link.dyn_into::<HtmlAnchorElement>() else { return };
        if !link.target().is_empty() || link.has_attribute("download") {
            return;
        }
        let is_taken = match link.get_attribute("data-refine") {
            Some(value) => self.explorer.refine_by(&value),
            None => self.explorer.open_url(&link.href()),
        };
        if is_taken {
            event.prevent_default();
        }
    }

    fn change(self, event: &Event) {
        let field = target_of(event);
        if let Some(action) = field.as_ref().and_then(action_of) {
            self.act(action, field.and_then(|field| browser::value_of(&field)).unwrap_or_default());
        }
    }

    fn input(self, event: &Event) {
        let Some(field) = target_of(event) else { return };
        let value = browser::value_of(&field).unwrap_or_default();
        match action_of(&field) {
            Some(Action::Find(facet)) => self.controls.look_for(facet, value),
            None if field.id() == SEARCH_ID => self.explorer.type_text(&value),
            _ => {}
        }
    }

    /// Does what an element is for; `value` is what stands in it.
    fn act(self, action: Action, value: String) {
        let Self { explorer, controls } = self;
        let focused = browser::focused_id();
        match action {
            Action::Go(address) => explorer.go(&address),
            Action::Toggle(qualifier) => explorer.toggle(&qualifier),
            Action::Year(year) => explorer.toggle_year(year),
            Action::From => explorer.set_first_year(value.parse().ok()),
            Action::To => explorer.set_last_year(value.parse().ok()),
            Action::Sort => explorer.set_sort(SortBy::from_key(&value)),
            Action::Find(_) => {}
            Action::More(facet) => controls.toggle_facet(facet),
            Action::Dismiss(idx) => explorer.dismiss(idx),
            Action::Theme => controls.next_theme(),
            Action::Refine => controls.open(Over::Refine),
            Action::Share => controls.open(Over::Share),
            Action::Close => controls.close(),
            Action::Copy(field) => spawn_local_scoped(controls.copy(field)),
            Action::FrameTheme(key) => controls.choose_frame_theme(&key),
            Action::FrameHeight(height_px) => controls.choose_frame_height(height_px),
        }
        browser::keep_focus(focused, HEADING_ID);
    }

    fn press(self, event: &KeyboardEvent) {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.default_prevented() || event.is_composing() || has_modifier {
            return;
        }
        let target = target_of(event);
        // What is open above the page closes by itself.
        let is_over = browser::has_open_dialog();
        match event.key().as_str() {
            "/" if !is_over && !target.as_ref().is_some_and(is_typing_place) => {
                event.prevent_default();
                browser::select(SEARCH_ID);
            }
            "Escape" if !is_over && target.is_some_and(|target| target.id() == SEARCH_ID) => {
                event.prevent_default();
                self.explorer.clear_text();
            }
            _ => {}
        }
    }
}

fn target_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

fn action_of(element: &Element) -> Option<Action> {
    Action::parse(&element.get_attribute("data-do")?)
}

fn is_field(element: &Element) -> bool {
    ["INPUT", "TEXTAREA", "SELECT"].contains(&element.tag_name().as_str())
}

fn is_typing_place(element: &Element) -> bool {
    // In a checkbox nothing is typed.
    let is_box = element.get_attribute("type").is_some_and(|kind| kind == "checkbox");
    let is_editable = element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    (is_field(element) && !is_box) || is_editable
}
