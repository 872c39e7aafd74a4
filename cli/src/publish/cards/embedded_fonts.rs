//! Fonts that come with the program.

use super::font_weight::FontWeight;

/// A font that comes with the program.
#[derive(Debug)]
pub(super) struct EmbeddedFont {
    pub(super) name: &'static str,
    pub(super) bytes: &'static [u8],
    /// Weight of the texts that the font draws; `None` for both.
    pub(super) weight: Option<FontWeight>,
}

macro_rules! font {
    ($name:literal, $extension:literal, $weight:expr) => {
        EmbeddedFont {
            name: $name,
            bytes: include_bytes!(concat!("../../../fonts/", $name, ".", $extension)),
            weight: $weight,
        }
    };
}

/// Fonts that come first for all characters they have: Latin, Greek, Cyrillic, punctuation.
pub(super) static PRIMARY_FONTS: [EmbeddedFont; 2] = [
    font!("Inter-Regular", "otf", Some(FontWeight::Regular)),
    font!("InterDisplay-SemiBold", "otf", Some(FontWeight::Bold)),
];

/// Fonts of other scripts. Those of Chinese, Japanese and Korean are so large that they come in one
/// weight, which is between the two.
pub(super) static FALLBACK_FONTS: [EmbeddedFont; 13] = [
    font!("NotoSansArabic-Regular", "ttf", Some(FontWeight::Regular)),
    font!("NotoSansArabic-Bold", "ttf", Some(FontWeight::Bold)),
    font!("NotoSansHebrew-Regular", "ttf", Some(FontWeight::Regular)),
    font!("NotoSansHebrew-Bold", "ttf", Some(FontWeight::Bold)),
    font!("NotoSansArmenian-Regular", "ttf", Some(FontWeight::Regular)),
    font!("NotoSansArmenian-Bold", "ttf", Some(FontWeight::Bold)),
    font!("NotoSansGeorgian-Regular", "ttf", Some(FontWeight::Regular)),
    font!("NotoSansGeorgian-Bold", "ttf", Some(FontWeight::Bold)),
    font!("NotoSansDevanagari-Regular", "ttf", Some(FontWeight::Regular)),
    font!("NotoSansDevanagari-Bold", "ttf", Some(FontWeight::Bold)),
    font!("NotoSansThai-Regular", "ttf", Some(FontWeight::Regular)),
    font!("NotoSansThai-Bold", "ttf", Some(FontWeight::Bold)),
    font!("NotoSansCJKsc-Medium", "otf", None),
];
