//! Calls to the browser: the one place where other modules reach the DOM and the web APIs.
//!
//! Any call can fail, for example in a sandboxed frame or an old browser. The page then goes on
//! without it, and each function documents its fallback.

mod address;
mod device;
mod document;
mod element;
mod focus;
mod frame;
mod scroll;
mod sharing;
mod storage;
mod task;

pub(crate) use address::{address_below, base_path, dataset_url, hash, origin};
pub(crate) use device::{is_offline, read_bytes, today};
pub(crate) use document::{
    meta, report_missing_part, root_attribute, set_accent, set_language, set_root_attribute,
    set_title, window,
};
pub(crate) use element::{
    append_html, close_modal, element, extract_html, has_open_dialog, inner_html, open_modal,
    set_hidden, set_html, set_text, set_value, value,
};
pub(crate) use focus::{
    focus, focus_link, focused_id, focused_id_within, restore_focus, reveal, select_input,
    select_textarea,
};
pub(crate) use frame::{apply_height_message, is_framed, post_to_parent};
pub(crate) use scroll::{
    first_link_in_window, link_top_px, scroll_to, scroll_to_top, scroll_y, window_height,
};
pub(crate) use sharing::{can_share, copy_text, share_link};
pub(crate) use storage::{session_text, set_session_text, store};
pub(crate) use task::{pause, spawn};
