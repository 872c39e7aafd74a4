//! The fonts that come with the program.

use super::faces::Weight;

/// A font of the program.
#[derive(Debug)]
pub(super) struct Embedded {
    pub(super) name: &'static str,
    pub(super) bytes: &'static [u8],
    /// Which texts it is for; none for both.
    pub(super) weight: Option<Weight>,
}

macro_rules! font {
    ($name:literal, $extension:literal, $weight:expr) => {
        Embedded {
            name: $name,
            bytes: include_bytes!(concat!("../../../fonts/", $name, ".", $extension)),
            weight: $weight,
        }
    };
}

/// What everything is drawn in that it has: Latin, Greek, Cyrillic, punctuation.
pub(super) static FIRST: [Embedded; 2] = [
    font!("Inter-Regular", "otf", Some(Weight::Regular)),
    font!("InterDisplay-SemiBold", "otf", Some(Weight::Strong)),
];

/// The other scripts. Chinese, Japanese and Korean are so large that they come in one weight,
/// which is between the others.
pub(super) static OTHERS: [Embedded; 13] = [
    font!("NotoSansArabic-Regular", "ttf", Some(Weight::Regular)),
    font!("NotoSansArabic-Bold", "ttf", Some(Weight::Strong)),
    font!("NotoSansHebrew-Regular", "ttf", Some(Weight::Regular)),
    font!("NotoSansHebrew-Bold", "ttf", Some(Weight::Strong)),
    font!("NotoSansArmenian-Regular", "ttf", Some(Weight::Regular)),
    font!("NotoSansArmenian-Bold", "ttf", Some(Weight::Strong)),
    font!("NotoSansGeorgian-Regular", "ttf", Some(Weight::Regular)),
    font!("NotoSansGeorgian-Bold", "ttf", Some(Weight::Strong)),
    font!("NotoSansDevanagari-Regular", "ttf", Some(Weight::Regular)),
    font!("NotoSansDevanagari-Bold", "ttf", Some(Weight::Strong)),
    font!("NotoSansThai-Regular", "ttf", Some(Weight::Regular)),
    font!("NotoSansThai-Bold", "ttf", Some(Weight::Strong)),
    font!("NotoSansCJKsc-Medium", "otf", None),
];
