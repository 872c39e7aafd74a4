//! Monogram of an organization, in place of a logo.

use maud::{Markup, html};

use crate::dataset::Organization;

/// Number of hues in the style (`.hue-0` to `.hue-11`). They are classes, because a strict
/// Content-Security-Policy allows no inline styles.
const N_HUES: u32 = 12;

/// Renders the first letter of an organization in a color that depends on its id.
pub(super) fn monogram(org: &Organization) -> Markup {
    let first = org.name.chars().find(|c| c.is_alphanumeric()).unwrap_or('•');
    let letter = first.to_ascii_uppercase();
    html! { div class={ "mono hue-" (hue(&org.id)) } aria-hidden="true" { (letter) } }
}

/// Returns the hue of an id, which never changes.
fn hue(id: &str) -> u32 {
    // FNV-1a, which spreads short texts well.
    id.bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
        % N_HUES
}
