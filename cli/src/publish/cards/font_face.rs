//! A font face: its characters, and the advance width of text.

use std::sync::Arc;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::fontdb::ID;
use skrifa::{MetadataProvider as _, instance::LocationRef, prelude::Size};

/// Content of a font file, shared with the font database.
pub(super) type FontData = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Line height relative to the ascent and descent of the font; less than the font recommends keeps
/// the lines of a heading together.
const SHARE_OF_LEADING: f32 = 0.9;
/// Minimum line height in ems, for Latin letters.
const LEADING_MIN: f32 = 1.12;
/// Maximum line height in ems. Fonts recommend enough space for stacked marks, which is more than
/// headings need.
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
    /// Loads the face at `index` of a font file. Returns `None` if it cannot be drawn.
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

    /// Returns the id in the font database.
    pub(super) fn id(&self) -> ID {
        self.id
    }

    /// Returns the font family name in the SVG.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Returns the line height in ems.
    pub(super) fn leading(&self) -> f32 {
        self.leading
    }

    /// Returns whether the font has a glyph for a character.
    pub(super) fn has(&self, c: char) -> bool {
        let glyph = self.font().and_then(|font| font.charmap().map(c));
        glyph.is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// Returns the advance width of a text of one direction, in ems.
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
