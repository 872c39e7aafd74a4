//! Weights of the fonts of a card.

/// A weight of a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FontWeight {
    /// Weight of running text.
    Regular,
    /// Weight of headings and emphasized numbers.
    Bold,
}
