//! The pieces that the dialog is made of.

use maud::{Markup, html};

use super::dialog::Shared;

/// What is said of a text that was copied.
pub const COPIED: &str = "Copied";

/// How many characters of a text fit on a line of its field, where the browser does not make the
/// field as high as its text.
const LINE_CHARS: usize = 60;

/// A text with a button that copies it.
pub(super) fn field(shared: &Shared<'_>, id: &str, label: &str, text: &str) -> Markup {
    let said = shared.said_of(id);
    let n_lines = text.lines().map(|line| 1 + line.len() / LINE_CHARS).sum::<usize>();
    html! {
        div.code {
            label for=(id) { (label) }
            textarea id=(id) rows=(n_lines.min(6)) readonly spellcheck="false" { (text) }
            button.btn.primary type="button" id={ (id) "-copy" }
                data-copy=(id)
            {
                @if said == COPIED { (COPIED) } @else { "Copy" }
                span.unseen { " " (label) }
            }
            @if !said.is_empty() && said != COPIED { p.hint { (said) } }
        }
    }
}

/// A choice of one. What is chosen is the value of `key`.
pub(super) fn choice(key: &str, legend: &str, names: &[&str], chosen: &str) -> Markup {
    html! {
        fieldset class=(key) {
            legend { (legend) }
            div.seg {
                @for name in names {
                    label {
                        input type="radio" id={ "share-" (key) "-" (name) } name={ "share-" (key) }
                            checked[*name == chosen] data-change=(change(key, name));
                        (name)
                    }
                }
            }
        }
    }
}

/// A box that is ticked or not.
pub(super) fn tick(key: &str, value: &str, label: &str, is_ticked: bool) -> Markup {
    html! {
        label.tick {
            input type="checkbox" id={ "share-" (key) "-" (value) } checked[is_ticked]
                data-change=(change(key, value));
            (label)
        }
    }
}

/// What an element changes, read by [`Sharing::change`](super::Sharing::change). Without a value, that is what stands in it.
pub(super) fn change(key: &str, value: &str) -> String {
    [key, "=", value].concat()
}
