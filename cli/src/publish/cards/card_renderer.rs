//! Renderer of preview cards: from content to SVG, from SVG to PNG.

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

/// Draws cards. It is made once, because that reads the fonts, and may be shared by threads.
pub struct CardRenderer {
    fonts: FontSet,
    missing: Mutex<BTreeSet<char>>,
    options: Options<'static>,
}

impl CardRenderer {
    /// A renderer with fonts of the publisher, the contents of TrueType or OpenType files. They
    /// draw what Latin, Greek and Cyrillic is not, in their order and before the program's own; bold
    /// ones come first in headings, the others elsewhere. Of a variable font the usual instance is
    /// drawn.
    ///
    /// # Errors
    ///
    /// When one of them is no font.
    pub fn new(extra_fonts: Vec<Vec<u8>>) -> Result<Self, Failure> {
        let (fonts, database) = FontSet::load(extra_fonts)?;
        let ids = fonts.ids();
        let font_resolver = FontResolver {
            select_font: Box::new(move |font, _| {
                let name = font.families().first()?.to_string();
                ids.get(name.trim_matches('"')).copied()
            }),
            // Each text of a card is in a font that has all of it.
            select_fallback: Box::new(|_, _, _| None),
        };
        let options = Options { font_resolver, fontdb: Arc::new(database), ..Options::default() };
        Ok(Self { fonts, missing: Mutex::default(), options })
    }

    /// The card as SVG, in fonts that this renderer knows by name. It is cheap, the same for the
    /// same card, and names the version of the program and each font of the publisher by its
    /// content: where it is unchanged, the picture is.
    pub fn svg(&self, card: &Card<'_>) -> String {
        self.note_missing(card);
        layout(&self.fonts, card)
    }

    /// Returns the letters of all cards so far that no font has, which cards transliterate in ASCII.
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

    /// The picture of a card that [`svg`](Self::svg) has made: a PNG of [`WIDTH`] by [`HEIGHT`]
    /// pixels, the same bytes for the same text.
    ///
    /// # Errors
    ///
    /// When the text is no SVG.
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
