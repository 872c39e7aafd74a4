//! The fonts that come with the program.

use super::font_weight::FontWeight;

/// A font of the program.
#[derive(Debug)]
pub(super) struct EmbeddedFont {
    pub(super) name: &'static str,
    pub(super) bytes: &'static [u8],
    /// Which texts it is for; none for both.
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

/// What everything is drawn in that it has: Latin, Greek, Cyrillic, punctuation.
pub(super) static PRIMARY_FONTS: [EmbeddedFont; 2] = [
    font!("Inter-Regular", "otf", Some(FontWeight::Regular)),
    font!("InterDisplay-SemiBold", "otf", Some(FontWeight::Bold)),
];

/// The other scripts. Chinese, Japanese and Korean are so large that they come in one weight,
/// which is between the others.
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
