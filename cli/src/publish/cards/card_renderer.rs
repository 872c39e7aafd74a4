//! Renderer of preview cards: content to SVG, and SVG to PNG.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{FontResolver, Options, Tree},
};

use super::{
    card::{Card, HEIGHT, WIDTH},
    encode::encode,
    font_set::FontSet,
    font_weight::FontWeight,
    layout::layout,
};
use crate::Failure;

/// Renderer of preview cards. Creating one parses the fonts; threads can share it.
pub struct CardRenderer {
    fonts: FontSet,
    missing: Mutex<BTreeSet<char>>,
    options: Options<'static>,
}

impl CardRenderer {
    /// Creates a renderer with additional fonts, given as the content of TrueType or OpenType
    /// files.
    ///
    /// The additional fonts draw all text except Latin, Greek and Cyrillic. They take precedence
    /// over the built-in fonts, in the given order; bold fonts come first for headings, the others
    /// elsewhere. A variable font is drawn in its default instance.
    ///
    /// # Errors
    ///
    /// Fails if a file is not a usable font.
    pub fn new(extra_fonts: Vec<Vec<u8>>) -> Result<Self, Failure> {
        let (fonts, database) = FontSet::load(extra_fonts)?;
        let ids = fonts.ids();
        let font_resolver = FontResolver {
            select_font: Box::new(move |font, _| {
                let name = font.families().first()?.to_string();
                ids.get(name.trim_matches('"')).copied()
            }),
            // Each glyph run names a font that has all of its characters.
            select_fallback: Box::new(|_, _, _| None),
        };
        let options = Options { font_resolver, fontdb: Arc::new(database), ..Options::default() };
        Ok(Self { fonts, missing: Mutex::default(), options })
    }

    /// Returns the card as SVG, with font names that only this renderer knows.
    ///
    /// The SVG is cheap to create and depends only on the card. It contains the version of the
    /// program and the hash of each additional font, so an equal SVG means an equal picture.
    pub fn svg(&self, card: &Card<'_>) -> String {
        self.note_missing(card);
        layout(&self.fonts, card)
    }

    /// Returns the letters of all cards so far that no font has; cards spell them in ASCII.
    pub fn missing_letters(&self) -> String {
        self.missing.lock().map(|missing| missing.iter().collect()).unwrap_or_default()
    }

    fn note_missing(&self, card: &Card<'_>) {
        let texts = [card.atlas, card.sentence, card.lead.unwrap_or_default()];
        let letters = texts.into_iter().chain(card.names.iter().map(String::as_str));
        let letters = letters.flat_map(str::chars).filter(|c| c.is_alphabetic());
        let missing = letters.filter(|c| self.fonts.font_for(*c, FontWeight::Regular).is_none());
        let missing: BTreeSet<char> = missing.collect();
        if let Ok(mut all) = self.missing.lock() {
            all.extend(missing);
        }
    }

    /// Rasterizes a card from [`svg`](Self::svg) to a PNG of [`WIDTH`] by [`HEIGHT`] pixels. The
    /// same SVG gives the same bytes.
    ///
    /// # Errors
    ///
    /// Fails if `svg` is not valid SVG.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, Failure> {
        let tree = Tree::from_str(svg, &self.options)
            .map_err(|error| Failure::new(format!("a preview card cannot be read: {error}")))?;
        let mut picture = Pixmap::new(WIDTH, HEIGHT)
            .ok_or_else(|| Failure::new("there is no memory for a preview card"))?;
        resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
        encode(picture.pixels())
            .map_err(|error| Failure::new(format!("a preview card cannot be encoded: {error}")))
    }
}
