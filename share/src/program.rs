use std::{cell::RefCell, rc::Rc};

use rustscape::link::{SHARE_EVENT, SHARE_ID, SharedView};
use rustscape_share::{COPIED, LINK_ID, PLACES, PREVIEW_ID, Shared, Sharing, skeleton};
use wasm_bindgen_futures::spawn_local;
use web_sys::Event;

use crate::browser;

/// The dialog as it is.
#[derive(Default)]
struct Program {
    view: SharedView,
    sharing: Sharing,
    /// What stands in each place.
    written: [String; PLACES.len()],
}

#[derive(Clone)]
struct Handle(Rc<RefCell<Program>>);

/// Shows what is handed over, and follows what is done from then on.
pub(crate) fn start() {
    let program = Handle(Rc::default());
    program.open();
    program.on(SHARE_EVENT, |program, _| program.open());
    program.on("click", Handle::click);
    program.on("change", Handle::change);
    program.on("message", |program, event| {
        if let Some(height_px) = browser::told_height(event, PREVIEW_ID) {
            program.update(|sharing| sharing.height_px = height_px);
        }
    });
    program.on("close", |program, event| {
        // The frame that was tried out goes with the rest.
        if browser::target(event, "dialog").is_some_and(|dialog| dialog.id() == SHARE_ID) {
            browser::set_html(SHARE_ID, "");
            program.0.borrow_mut().written = Default::default();
        }
    });
}

impl Handle {
    fn on(&self, event: &str, act: fn(&Self, &Event)) {
        let program = self.clone();
        browser::on(event, move |event| act(&program, event));
    }

    /// Writes the dialog for the view that it is opened with.
    fn open(&self) {
        let Some(dialog) = browser::element(SHARE_ID) else { return };
        let focused = browser::focused_id();
        dialog.set_inner_html(&skeleton().into_string());
        {
            let mut program = self.0.borrow_mut();
            program.view = SharedView::read(&dialog.get_attribute("data-view").unwrap_or_default());
            program.written = Default::default();
            program.sharing.copied = None;
            program.sharing.can_send = browser::can_send();
            program.sharing.today = browser::today();
        }
        self.write();
        browser::keep_focus(&focused);
    }

    fn update(&self, change: impl FnOnce(&mut Sharing)) {
        let focused = browser::focused_id();
        change(&mut self.0.borrow_mut().sharing);
        self.write();
        browser::keep_focus(&focused);
    }

    /// Writes the places whose content is another one than before.
    fn write(&self) {
        let Program { view, sharing, written } = &mut *self.0.borrow_mut();
        let pinned = sharing.is_pinned.then(|| view.pinned());
        let shared = Shared { view: pinned.as_ref().unwrap_or(view), sharing };
        for ((id, make), before) in PLACES.into_iter().zip(written) {
            let html = make(&shared).into_string();
            if html != *before {
                browser::set_html(id, &html);
                *before = html;
            }
        }
    }

    fn click(&self, event: &Event) {
        if let Some(button) = browser::target(event, "[data-copy]") {
            let program = self.clone();
            let field = button.get_attribute("data-copy").unwrap_or_default();
            return spawn_local(async move { program.copy(field).await });
        }
        if browser::target(event, "#share-send").is_some() {
            let Some(field) = browser::element(LINK_ID) else { return };
            browser::send_link(&self.0.borrow().view.sentence, &browser::value_of(&field));
        }
    }

    /// Copies the text of a field; where that is not allowed, selects it to be copied by hand.
    async fn copy(&self, field: String) {
        let Some(element) = browser::element(&field) else { return };
        let has_copied = browser::copy_text(&browser::value_of(&element)).await;
        let said = if has_copied { COPIED } else { "Selected: copy it with Ctrl+C or ⌘C" };
        self.update(|sharing| sharing.copied = Some((field.clone(), said)));
        if !has_copied {
            browser::select(&field);
        }
    }

    fn change(&self, event: &Event) {
        let Some(field) = browser::target(event, "[data-change]") else { return };
        let change = field.get_attribute("data-change").unwrap_or_default();
        let (key, named) = change.split_once('=').unwrap_or_default();
        let value = if named.is_empty() { browser::value_of(&field) } else { named.to_owned() };
        self.update(|sharing| sharing.change(key, &value));
    }
}
