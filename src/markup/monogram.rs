use maud::{Markup, html};

use crate::dataset::Organization;

/// How many hues the style knows (`.hue-0` to `.hue-11`): classes, because a page with a strict
/// Content-Security-Policy has no inline styles.
const N_HUES: u32 = 12;

/// The first letter of an organization in a hue of its own, in place of a logo.
pub(super) fn monogram(org: &Organization) -> Markup {
    let first = org.name.chars().find(|c| c.is_alphanumeric()).unwrap_or('•');
    let letter = first.to_ascii_uppercase();
    html! { div class={ "mono hue-" (hue(&org.id)) } aria-hidden="true" { (letter) } }
}

/// A number that depends only on the id, so that the hue never changes.
fn hue(id: &str) -> u32 {
    // FNV-1a, which spreads short texts well.
    id.bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
        % N_HUES
}
