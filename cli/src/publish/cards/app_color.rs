//! Colors of the app, for files that cannot use its style sheet.

use crate::publish::Publication;

/// Accent color of the light theme.
const ACCENT: &str = "#a8380b";

/// Background color of the light theme.
pub(in crate::publish) const PAPER: [u8; 3] = [0xfa, 0xf8, 0xf5];

/// Returns the accent color as `#rrggbb`: that of the dataset, or else that of the app.
pub(in crate::publish) fn accent(publication: &Publication) -> &str {
    publication.dataset().accent.as_deref().unwrap_or(ACCENT)
}

/// Formats a color as `#rrggbb`.
pub(in crate::publish) fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Style sheet that defines the colors.
    const TOKENS: &str = include_str!("../../../../style/tokens.css");

    #[test]
    fn colors_match_the_style_sheet() {
        for (token, color) in [("--accent", ACCENT), ("--paper", &hex(PAPER))] {
            assert!(TOKENS.contains(&format!("{token}: light-dark({color},")), "{token}");
        }
    }
}
