//! A font in one weight: which characters it has, and how wide a text is in it.

use std::sync::Arc;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::ID;
use skrifa::{MetadataProvider as _, instance::LocationRef, prelude::Size};

/// The content of a font file, which the database of fonts shares.
pub(super) type FontData = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// The distance of lines, in heights of the text: how much of what a font asks for holds a heading
/// together; what Latin letters need at least; and what is enough for any script, because fonts
/// ask for what their highest and deepest marks would need on one another.
const SHARE_OF_LEADING: f32 = 0.9;
const LEADING_MIN: f32 = 1.12;
const LEADING_MAX: f32 = 1.32;

/// A font in one weight.
pub(super) struct FontFace {
    id: ID,
    name: String,
    bytes: FontData,
    index: u32,
    shaping: ShaperData,
    leading: f32,
}

impl FontFace {
    /// The font at a place in a file. None if there is none that can be drawn.
    pub(super) fn new(id: ID, name: String, bytes: FontData, index: u32) -> Option<Self> {
        let font = FontRef::from_index((*bytes).as_ref(), index).ok()?;
        let shaping = ShaperData::new(&font);
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        if metrics.units_per_em == 0 {
            return None;
        }
        let height = (metrics.ascent - metrics.descent) / f32::from(metrics.units_per_em);
        let leading = (height * SHARE_OF_LEADING).clamp(LEADING_MIN, LEADING_MAX);
        Some(Self { id, name, bytes: Arc::clone(&bytes), index, shaping, leading })
    }

    /// What the database of fonts knows it by.
    pub(super) fn id(&self) -> ID {
        self.id
    }

    /// What the SVG knows it by.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The distance of lines, in heights of the text.
    pub(super) fn leading(&self) -> f32 {
        self.leading
    }

    /// Whether it can draw a character.
    pub(super) fn has(&self, c: char) -> bool {
        let glyph = self.font().and_then(|font| font.charmap().map(c));
        glyph.is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// How wide a text of one direction is, in heights of the text.
    pub(super) fn width(&self, text: &str, direction: Direction) -> f32 {
        let Some(font) = self.font() else { return 0.0 };
        let shaper = self.shaping.shaper(&font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(direction);
        buffer.guess_segment_properties();
        let glyphs = shaper.shape(buffer, ShapeOptions::new());
        let units: i32 = glyphs.glyph_positions().iter().map(|position| position.x_advance).sum();
        #[allow(clippy::cast_precision_loss, reason = "a line has far fewer units")]
        let width = units as f32 / shaper.units_per_em() as f32;
        width
    }

    fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index((*self.bytes).as_ref(), self.index).ok()
    }
}
