//! What the page as a whole listens to: what is clicked, chosen and typed in it, keys, and the
//! history. Elements say by `data-do` what they are for.

use leptos::{
    prelude::*,
    web_sys::{
        DataTransfer, DragEvent, Element, Event, HtmlAnchorElement, HtmlElement, HtmlInputElement,
        KeyboardEvent, MouseEvent, PopStateEvent,
    },
};
use wasm_bindgen::{JsCast as _, closure::Closure};

use super::{Explorer, Opener, Over, SEARCH_ID, Scene, Stage, browser, theme};
use crate::{link::SHARE_ID, markup::Action, search::SortBy};

/// The id of the sheet with the facets.
pub(crate) const REFINE_ID: &str = "refine-sheet";

/// What is said on the root element while a file is dragged over the page.
const DRAGGED: &str = "data-dragged";

/// The code of a key that an input method has used. Safari sends the key that ends a composition
/// after the end of it, so that only this tells the key from another one.
const KEY_OF_INPUT_METHOD: u32 = 229;

/// The page that is listened to.
#[derive(Clone, Copy)]
struct Page(Explorer);

/// Starts to listen. Called once, in a browser.
pub fn listen(opener: Opener) {
    let on = |event, act: fn(Page, &Event)| {
        on(event, move |event| {
            if let Some(explorer) = opener.explorer() {
                act(Page(explorer), event);
            }
        });
    };
    on("click", |page, event| page.click(event.unchecked_ref()));
    on("change", Page::change);
    on("input", Page::input);
    on("submit", |Page(explorer), event| {
        event.prevent_default();
        explorer.finish_typing();
    });
    on("focusout", |Page(explorer), event| {
        if target_of(event).is_some_and(|target| target.id() == SEARCH_ID) {
            explorer.finish_typing();
        }
    });
    on("close", |page, _| page.has_closed());
    on("mouseout", |page, event| page.leave(event.unchecked_ref()));
    on("keydown", |page, event| page.press(event.unchecked_ref()));
    on("popstate", |Page(explorer), event| {
        explorer.follow_history(&event.unchecked_ref::<PopStateEvent>().state());
    });
    on("scroll", |Page(explorer), event| {
        if browser::is_of_page(event) {
            explorer.has_scrolled();
        }
    });
    on("pagehide", |Page(explorer), _| explorer.leave_page());
    listen_for_files(opener);
}

/// Opens datasets that the reader chooses or drops, and the one that did not arrive once more.
/// Works also while no dataset is shown.
fn listen_for_files(opener: Opener) {
    on("click", move |event| {
        let button = target_of(event).and_then(|target| closest(&target, "[data-do]"));
        match button.as_ref().and_then(action_of) {
            Some(Action::Retry) if opener.explorer().is_some_and(Explorer::retry_page) => {}
            Some(Action::Retry) => opener.load(),
            Some(Action::Forget) => opener.forget_trouble(),
            _ => {}
        }
    });
    on("change", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field.filter(|field| action_of(field) == Some(Action::Open)) else {
            return;
        };
        let file = field.files().and_then(|files| files.get(0));
        // The same file may be chosen again, once it was corrected.
        field.set_value("");
        if let Some(file) = file {
            opener.open_file(file);
        }
    });
    if browser::is_framed() {
        return;
    }
    on("dragover", |event| {
        if let Some(transfer) = files_of(event) {
            event.prevent_default();
            transfer.set_drop_effect("copy");
            browser::set_root_attribute(DRAGGED, Some(""));
        }
    });
    on("dragleave", |event| {
        // Between two elements of the page it only goes on to the next one.
        let is_out = event.unchecked_ref::<DragEvent>().related_target().is_none();
        if is_out {
            browser::set_root_attribute(DRAGGED, None);
        }
    });
    on("drop", move |event| {
        browser::set_root_attribute(DRAGGED, None);
        let Some(transfer) = files_of(event) else { return };
        event.prevent_default();
        if let Some(file) = transfer.files().and_then(|files| files.get(0)) {
            opener.open_file(file);
        }
    });
}

/// What is dragged, if files are.
fn files_of(event: &Event) -> Option<DataTransfer> {
    let transfer = event.unchecked_ref::<DragEvent>().data_transfer()?;
    let has_files =
        transfer.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"));
    has_files.then_some(transfer)
}

/// Listens as long as the page is there; also to events that do not bubble.
fn on(event: &str, act: impl Fn(&Event) + 'static) {
    let act: Box<dyn Fn(Event)> = Box::new(move |event| act(&event));
    let act = Closure::wrap(act).into_js_value();
    if let Some(window) = browser::window() {
        let act = act.unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool(event, act, true);
    }
}

impl Page {
    fn click(self, event: &MouseEvent) {
        let Some(target) = target_of(event) else { return };
        if target.tag_name() == "DIALOG" {
            // Only what is around a dialog's content is the dialog itself.
            return browser::close_modal(&target.id());
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
        if let Some(org) = link.get_attribute("data-rows") {
            event.prevent_default();
            return self.0.show_all_rows(&org);
        }
        let is_taken = match link.get_attribute("data-refine") {
            Some(value) => self.0.refine_by(&value),
            // A frame is too small for a whole page, and is not where its reader wants to stay.
            None if self.0.stage() == Stage::Frame => return link.set_target("_blank"),
            None => self.0.open_url(&link.href()),
        };
        if is_taken {
            event.prevent_default();
        }
    }

    fn change(self, event: &Event) {
        let field = target_of(event);
        let Some(action) = field.as_ref().and_then(action_of) else { return };
        let value = field.and_then(|field| browser::value_of(&field)).unwrap_or_default();
        match action {
            // A year is taken when the focus leaves its field, which is then made anew with the
            // other one: the focus has to arrive there first.
            Action::From | Action::To => self.0.in_next_frame(move || self.act(action, value)),
            action => self.act(action, value),
        }
    }

    fn input(self, event: &Event) {
        let Some(field) = target_of(event) else { return };
        let value = browser::value_of(&field).unwrap_or_default();
        match action_of(&field) {
            Some(Action::Find(facet)) => {
                self.0.set_scene(|scene| scene.wanted = Some((facet, value)));
            }
            None if field.id() == SEARCH_ID => self.0.type_text(&value),
            _ => {}
        }
    }

    /// Does what an element is for; `value` is what stands in it.
    fn act(self, action: Action, value: String) {
        let Self(explorer) = self;
        let focused = browser::focused_id();
        match action {
            Action::Go(address) => explorer.go(&address),
            Action::Toggle(qualifier) => explorer.toggle(&qualifier),
            Action::Year(year) => explorer.toggle_year(year),
            Action::From => explorer.set_first_year(value.parse().ok()),
            Action::To => explorer.set_last_year(value.parse().ok()),
            Action::Sort => explorer.set_sort(SortBy::from_key(&value)),
            Action::Theme => self.switch_theme(),
            Action::Refine => open_over(explorer, Over::Refine),
            Action::Share => open_over(explorer, Over::Share),
            Action::Close => {
                for id in [REFINE_ID, SHARE_ID] {
                    browser::close_modal(id);
                }
            }
            Action::Find(_) | Action::Retry | Action::Open => {}
            other => explorer.set_scene(|scene| change_scene(scene, other)),
        }
        browser::keep_focus(focused, explorer.heading_id());
    }

    fn switch_theme(self) {
        let next = theme::after(self.0.with_scene(|scene| scene.theme));
        theme::choose(next);
        self.0.set_scene(|scene| scene.theme = next);
    }

    /// What was open above the page has closed, whoever closed it.
    fn has_closed(self) {
        let over = untrack(|| self.0.with_scene(|scene| scene.over));
        self.0.set_scene(|scene| {
            scene.over = None;
            scene.wanted = None;
        });
        // The button may have been made anew meanwhile; then the browser cannot give it the focus.
        let opener = if over == Some(Over::Refine) { "refine" } else { "share" };
        browser::keep_focus(Some(opener.to_owned()), self.0.heading_id());
    }

    /// The pointer has left an element. Once it is out of the facets, their rows are chosen anew:
    /// until then none of them moves away under it.
    fn leave(self, event: &MouseEvent) {
        let facets = |target: Option<Element>| target.and_then(|of| closest(&of, ".facets"));
        let to = event.related_target().and_then(|target| target.dyn_into().ok());
        if facets(target_of(event)).is_some() && facets(to).is_none() {
            // In the next frame, when the browser no longer takes them for pointed at.
            let explorer = self.0;
            request_animation_frame(move || explorer.set_scene(|_| ()));
        }
    }

    fn press(self, event: &KeyboardEvent) {
        let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key();
        if event.default_prevented() || has_modifier {
            return;
        }
        if event.is_composing() || event.key_code() == KEY_OF_INPUT_METHOD {
            // Otherwise browsers empty the field, or close the dialog that it is in.
            if event.key() == "Escape" {
                event.prevent_default();
            }
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
                self.0.clear_text();
            }
            _ => {}
        }
    }
}

/// Opens something above the page, as soon as its content is there.
pub(super) fn open_over(explorer: Explorer, over: Over) {
    explorer.set_scene(|scene| scene.over = Some(over));
    if over == Over::Share {
        explorer.share();
    }
    request_animation_frame(move || browser::open_modal(id_of(over)));
}

/// The id of the element for what is open above the page.
fn id_of(over: Over) -> &'static str {
    match over {
        Over::Refine => REFINE_ID,
        Over::Share => SHARE_ID,
    }
}

fn change_scene(scene: &mut Scene, action: Action) {
    match action {
        Action::More(facet) => scene.toggle_facet(facet),
        Action::Empty(facet) => scene.toggle_empty(facet),
        Action::Dismiss(idx) if idx < scene.notices.len() => drop(scene.notices.remove(idx)),
        Action::Forget => scene.trouble = None,
        _ => {}
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
    // In a checkbox nothing is typed, and no choice of a list begins with a slash.
    let is_box = element.get_attribute("type").is_some_and(|kind| kind == "checkbox");
    let is_list = element.tag_name() == "SELECT";
    let is_editable =
        element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    (is_field(element) && !is_box && !is_list) || is_editable
}
