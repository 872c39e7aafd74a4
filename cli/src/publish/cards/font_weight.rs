//! Weights of the fonts of a card.

/// A weight of a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FontWeight {
    /// FontWeight of running text.
    Regular,
    /// FontWeight of headings and emphasized numbers.
    Bold,
}
