use leptos::{ev::MouseEvent, prelude::*, web_sys::Element};
use wasm_bindgen::JsCast as _;

use crate::{
    markup::sentence,
    state::{Explorer, HEADING_ID},
    wording::Piece,
};

/// The sentence that says what is shown, as the heading of the page. Each part of the query in it
/// is a button that takes the part away.
#[component]
pub fn Sentence() -> impl IntoView {
    let explorer = Explorer::expect();
    let pieces = explorer.sentence();
    let html = move || pieces.with(|pieces| sentence(pieces).into_string());
    view! {
        <h1
            class="sentence"
            id=HEADING_ID
            tabindex="-1"
            inner_html=html
            on:click=move |event| remove_clicked(explorer, &event)
        ></h1>
    }
    .into_any()
}

fn remove_clicked(explorer: Explorer, event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let button = target.and_then(|target| target.closest("button").ok().flatten());
    let piece = button.and_then(|button| button.get_attribute("data-piece")?.parse().ok());
    let part = piece.and_then(|piece: usize| {
        explorer.sentence().with_untracked(|pieces| match pieces.get(piece) {
            Some(Piece::Part(part, _)) => Some(*part),
            _ => None,
        })
    });
    if let Some(part) = part {
        explorer.remove(part);
    }
}
