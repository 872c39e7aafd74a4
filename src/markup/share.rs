use maud::{Markup, html};

use super::{Action, Icon, icon};
use crate::link::{Embed, Provenance, Theme, embed_snippet};

/// The heights that are offered for a frame, in CSS pixels: a paragraph, a figure, a page.
const HEIGHTS_PX: [u32; 3] = [360, USUAL_HEIGHT_PX, 800];

/// The height of a frame unless another one is chosen.
pub const USUAL_HEIGHT_PX: u32 = 560;

/// What is shared, and how.
#[derive(Clone, Debug)]
pub struct Shared<'s> {
    /// The absolute address of the view.
    pub url: &'s str,
    /// The frame of the view.
    pub embed: &'s Embed,
    /// Where the dataset is from.
    pub provenance: &'s Provenance,
    /// The field that was copied last, and what became of that.
    pub copied: Option<(&'s str, &'s str)>,
}

/// The dialog that shares the current view: its link, or a frame of it for another page.
pub fn share(shared: &Shared<'_>) -> Markup {
    let embed = shared.embed;
    html! {
        header {
            h2 { "Share this view" }
            button.btn.icon #share-close type="button" data-do=(Action::Close)
                aria-label="Close" { (icon(Icon::Cross)) }
        }
        p.quiet { (embed.title) }
        @if let Provenance::File(name) = shared.provenance {
            p.notice { (name) " stays on this device: whoever opens the link sees this site’s own dataset." }
        }
        (copy_field(shared, "share-link", "Link", shared.url))
        (copy_field(shared, "share-frame", "Frame for another page", &embed_snippet(embed)))
        div.choices {
            fieldset {
                legend { "Theme of the frame" }
                div.seg { @for theme in Theme::ALL { (theme_choice(theme, embed)) } }
            }
            fieldset {
                legend { "Height of the frame" }
                div.seg { @for height_px in HEIGHTS_PX { (height_choice(height_px, embed)) } }
            }
        }
    }
}

fn theme_choice(theme: Theme, embed: &Embed) -> Markup {
    let label = match theme {
        Theme::Auto => "Like the system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    };
    let action = Action::FrameTheme(theme.key().to_owned());
    choice(&action, label, theme == embed.theme)
}

fn height_choice(height_px: u32, embed: &Embed) -> Markup {
    let label = format!("{height_px} px");
    choice(&Action::FrameHeight(height_px), &label, height_px == embed.height_px)
}

fn choice(action: &Action, label: &str, is_chosen: bool) -> Markup {
    html! {
        button type="button" id={ "share-" (label) } data-do=(action) aria-pressed=(is_chosen) {
            (label)
        }
    }
}

/// A text with a button that copies it.
fn copy_field(shared: &Shared<'_>, id: &str, label: &str, text: &str) -> Markup {
    let said = shared.copied.filter(|(field, _)| *field == id).map(|(_, said)| said);
    html! {
        div.code {
            label for=(id) { (label) }
            textarea id=(id) rows="3" readonly spellcheck="false" { (text) }
            div.copy {
                button.btn.primary type="button" id={ (id) "-copy" }
                    data-do=(Action::Copy(id.to_owned())) { "Copy the " (label.to_ascii_lowercase()) }
                span role="status" { (said.unwrap_or_default()) }
            }
        }
    }
}
