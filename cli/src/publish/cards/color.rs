//! Colors of cards: those of the light theme, and an accent of any hue.

/// Background of the card.
pub(super) const PAPER: &str = "#faf8f5";
/// Background of chips.
pub(super) const SURFACE: &str = "#ffffff";
/// Main text.
pub(super) const INK: &str = "#1d1916";
/// Secondary text.
pub(super) const INK_SOFT: &str = "#57504a";
/// Tertiary text.
pub(super) const INK_FAINT: &str = "#6f665e";
/// Hairlines.
pub(super) const LINE: &str = "#e6e0d8";

/// Accent of publishers without their own.
const DEFAULT: Accent = Accent {
    strong: Rgb(0xa8, 0x38, 0x0b),
    soft: Rgb(0xf6, 0xe3, 0xd8),
    faint: Rgb(0xfb, 0xee, 0xe6),
};

/// An sRGB color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(u8, u8, u8);

impl Rgb {
    /// Parses `#rrggbb`. Returns `None` for anything else.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |place: usize| u8::from_str_radix(digits.get(place..place + 2)?, 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// Accent color in three tones: one for text, and two for areas below text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Accent {
    pub(super) strong: Rgb,
    pub(super) soft: Rgb,
    pub(super) faint: Rgb,
}

impl Accent {
    /// Returns the accent of a publisher, with their hue. Lightness and chroma are those of the
    /// style sheet of the atlas, so that text stays readable.
    pub(super) fn of(text: Option<&str>) -> Self {
        let Some(Rgb(red, green, blue)) = text.and_then(Rgb::parse) else { return DEFAULT };
        let (chroma, hue) = chroma_and_hue([red, green, blue]);
        Self {
            strong: from_oklch(0.48, chroma.clamp(0.06, 0.15), hue),
            soft: from_oklch(0.93, 0.026, hue),
            faint: from_oklch(0.955, 0.016, hue),
        }
    }
}

/// Returns the chroma of a color and its hue as an angle in radians, in Oklch.
fn chroma_and_hue(rgb: [u8; 3]) -> (f64, f64) {
    let [red, green, blue] = rgb.map(|part| linear(f64::from(part) / 255.0));
    let long = (0.412_221_47 * red + 0.536_332_54 * green + 0.051_445_99 * blue).cbrt();
    let middle = (0.211_903_5 * red + 0.680_699_55 * green + 0.107_396_96 * blue).cbrt();
    let short = (0.088_302_46 * red + 0.281_718_84 * green + 0.629_978_7 * blue).cbrt();
    let a = 1.977_998_5 * long - 2.428_592_2 * middle + 0.450_593_71 * short;
    let b = 0.025_904_037 * long + 0.782_771_77 * middle - 0.808_675_77 * short;
    (a.hypot(b), b.atan2(a))
}

/// Returns the nearest sRGB color to a color in Oklch; each channel is clamped.
fn from_oklch(lightness: f64, chroma: f64, hue: f64) -> Rgb {
    let (a, b) = (chroma * hue.cos(), chroma * hue.sin());
    let long = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
    let middle = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
    let short = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
    Rgb(
        byte(4.076_741_7 * long - 3.307_711_6 * middle + 0.230_969_94 * short),
        byte(-1.268_438 * long + 2.609_757_4 * middle - 0.341_319_38 * short),
        byte(-0.004_196_086_3 * long - 0.703_418_6 * middle + 1.707_614_7 * short),
    )
}

fn linear(part: f64) -> f64 {
    if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

fn byte(linear: f64) -> u8 {
    let part =
        if linear <= 0.003_130_8 { linear * 12.92 } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped")]
    let byte = (part * 255.0).round().clamp(0.0, 255.0) as u8;
    byte
}
