//! The tab for other pages.

use crate::link::{Embed, FRAME_RIGHTS, FrameLook, FramePart, Host, Theme, snippet};
use maud::{Markup, html};

use super::{
    dialog::{PREVIEW_ID, Shared},
    field::{change, choice, field, tick},
    panel::pin,
    sharing::Tab,
};

/// The widths in which a frame can be tried out: a phone, a column of text, the room that there is.
const WIDTHS: [&str; 3] = ["320\u{a0}px", "640\u{a0}px", "100\u{a0}%"];

/// What can be chosen.
pub(super) fn choices(shared: &Shared<'_>) -> Markup {
    let Shared { sharing, .. } = shared;
    let host = sharing.host;
    html! {
        (choice("host", "Where", &Host::ALL.map(Host::name), host.name()))
        @if host.has_look() { (look(sharing.look)) }
        (pin(shared))
    }
}

fn look(look: FrameLook) -> Markup {
    html! {
        (choice("theme", "Theme", &Theme::ALL.map(Theme::key), look.theme.key()))
        fieldset {
            legend { "Show" }
            @for part in FramePart::ALL {
                (tick("part", part.key(), part_label(part), look.parts.contains(part)))
            }
        }
        label.most {
            "At most "
            select #share-max data-change=(change("max", "")) {
                @for n in 1..=FrameLook::ROWS_MAX { option selected[n == look.n_rows] { (n) } }
            }
            " projects"
        }
    }
}

fn part_label(part: FramePart) -> &'static str {
    match part {
        FramePart::Search => "Search field",
        FramePart::Facets => "Button to refine",
        FramePart::Sentence => "Sentence",
        FramePart::Sources => "Sources",
    }
}

/// In which widths the frame can be tried out. Chosen by style alone: nothing else depends on it.
pub(super) fn widths(shared: &Shared<'_>) -> Markup {
    html! {
        @if shared.sharing.tab == Tab::Embed { (choice("width", "Preview", &WIDTHS, WIDTHS[2])) }
    }
}

/// The frame as another page shows it.
pub(super) fn preview(shared: &Shared<'_>) -> Markup {
    let Shared { view, sharing, .. } = shared;
    html! {
        @if sharing.tab == Tab::Embed {
            div.preview tabindex="0" role="group" aria-label="Preview" {
                iframe id=(PREVIEW_ID) src=(view.frame_url(sharing.look)) title="Preview"
                    sandbox=(FRAME_RIGHTS) {}
            }
        }
    }
}

/// What is pasted, and where.
pub(super) fn snippet_field(shared: &Shared<'_>) -> Markup {
    let Shared { view, sharing, .. } = shared;
    if sharing.tab != Tab::Embed {
        return Markup::default();
    }
    let host = sharing.host;
    let embed = Embed { view, look: sharing.look, height_px: sharing.height_px };
    html! {
        (field(shared, "share-frame", host.name(), &snippet(host, &embed)))
        p.hint {
            (advice(host))
            @if let Some((file, place)) = host.file() {
                a href={ (view.site) (file) } download { "this file" } " as " code { (place) } "."
            }
            @if host == Host::WordPress && view.address.contains('?') {
                " It makes frames of whole pages only: for just this view, paste what “HTML” gives into an HTML block."
            }
        }
    }
}

/// How it is pasted.
fn advice(host: Host) -> &'static str {
    match host {
        Host::Html => {
            "Paste it where the view is to be. Its words stay where scripts do not run, and in feeds."
        }
        Host::Frame => "For pages that allow no scripts of other sites. The height is fixed.",
        Host::WordPress => "Paste the address on a line of its own.",
        Host::Ghost => "Paste it into an HTML card. The address alone becomes a bookmark.",
        Host::Hugo | Host::Jekyll => "Once for all: save ",
        Host::Markdown => "For texts without frames, such as READMEs and newsletters.",
        Host::React => "For React and MDX. The script is needed once on a page.",
    }
}
