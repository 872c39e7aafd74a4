use maud::html;

use super::Places;
use crate::{
    link::Embed,
    markup::{Markup, Shared, share},
    state::{Explorer, Over, SHARE_ID},
};

/// Shares the current view: its link, or a frame of it for another page.
pub fn share_dialog(explorer: Explorer, places: &mut Places) -> Markup {
    html! {
        dialog.dialog id=(SHARE_ID) aria-label="Share this view" {
            (places.add("share-choices", move || choices(explorer)))
        }
    }
}

fn choices(explorer: Explorer) -> Markup {
    if explorer.with_scene(|scene| scene.over) != Some(Over::Share) {
        return Markup::default();
    }
    let (url, embed_url) = (explorer.share_url(), explorer.embed_url());
    let (title, provenance) = (explorer.announcement(), explorer.provenance());
    explorer.with_scene(|scene| {
        let (theme, height_px) = (scene.frame_theme, scene.frame_height_px);
        let embed = Embed { url: embed_url, title, height_px, theme };
        let copied = scene.copied.as_ref().map(|(field, said)| (field.as_str(), *said));
        share(&Shared { url: &url, embed: &embed, provenance: &provenance, copied })
    })
}
