//! Preview cards: the picture that a chat or a social network shows beside a link.
//!
//! A card is laid out with the real widths of its glyphs and written as SVG, which is drawn by
//! `resvg`. Fonts come with the program, or from the publisher, and never from the system, so that
//! a card is the same picture everywhere.

pub(super) mod app_color;
mod color;
mod embedded;
mod encode;
mod face;
mod faces;
mod figure;
mod fit;
pub mod icons;
mod layout;
mod line;
pub(super) mod picture;
mod sheet;
mod spelling;
mod words;

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{FontResolver, Options, Tree},
};

use self::{
    encode::encode,
    faces::{Faces, Weight},
    layout::lay_out,
};
use crate::Failure;

/// The width of a card in pixels.
pub const WIDTH: u32 = 1200;

/// The height of a card in pixels.
pub const HEIGHT: u32 = 630;

/// What a preview card says.
///
/// Any text may have any length and be in any script: what is too long becomes smaller, then
/// breaks into lines, then ends with an ellipsis. An empty text leaves its place empty. A letter
/// that no font has is spelled in ASCII, any other sign that no font has is left out; a text of
/// nothing but such signs is spelled out (`🦀` as "crab").
#[derive(Clone, Copy, Debug)]
pub struct Card<'c> {
    /// The title of the atlas.
    pub atlas: &'c str,
    /// What is shown: the sentence of a list, or the name of an organization or project. A number
    /// at its beginning is emphasized.
    pub sentence: &'c str,
    /// More about it: a summary, or a figure, such as "−70 % CPU against NGINX", whose number is
    /// emphasized.
    pub lead: Option<&'c str>,
    /// Leading names, the most important first. As many as fit on one line are shown.
    pub names: &'c [String],
    /// How many more names there are, besides `names`: with those that do not fit they are "and 31
    /// more".
    pub n_more: usize,
    /// Where the atlas is, as a reader types it: `example.org/rustscape`.
    pub address: &'c str,
    /// The hue of links and figures, as `#rrggbb`; how light and how vivid they are is decided
    /// here. None, and anything else, is the usual one.
    pub accent: Option<&'c str>,
    /// Whether the atlas is read from right to left. Where it is not, a card still is if most of its
    /// words are.
    pub is_rtl: bool,
}

/// Draws cards. It is made once, because that reads the fonts, and may be shared by threads.
pub struct Painter {
    faces: Faces,
    missing: Mutex<BTreeSet<char>>,
    options: Options<'static>,
}

impl Painter {
    /// A painter with fonts of the publisher, the contents of TrueType or OpenType files. They
    /// draw what Latin, Greek and Cyrillic is not, in their order and before the program's own; bold
    /// ones come first in headings, the others elsewhere. Of a variable font the usual instance is
    /// drawn.
    ///
    /// # Errors
    ///
    /// When one of them is no font.
    pub fn new(extra_fonts: Vec<Vec<u8>>) -> Result<Self, Failure> {
        let (faces, fonts) = Faces::load(extra_fonts)?;
        let ids = faces.ids();
        let font_resolver = FontResolver {
            select_font: Box::new(move |font, _| {
                let name = font.families().first()?.to_string();
                ids.get(name.trim_matches('"')).copied()
            }),
            // Each text of a card is in a font that has all of it.
            select_fallback: Box::new(|_, _, _| None),
        };
        let options = Options { font_resolver, fontdb: Arc::new(fonts), ..Options::default() };
        Ok(Self { faces, missing: Mutex::default(), options })
    }

    /// The card as SVG, in fonts that this painter knows by name. It is cheap, the same for the
    /// same card, and names the version of the program and each font of the publisher by its
    /// content: where it is unchanged, the picture is.
    pub fn svg(&self, card: &Card<'_>) -> String {
        self.note_missing(card);
        lay_out(&self.faces, card)
    }

    /// Returns the letters of all cards so far that no font has, which cards spell in ASCII.
    pub fn missing_letters(&self) -> String {
        self.missing.lock().map(|missing| missing.iter().collect()).unwrap_or_default()
    }

    fn note_missing(&self, card: &Card<'_>) {
        let texts = [card.atlas, card.sentence, card.lead.unwrap_or_default()];
        let letters = texts.into_iter().chain(card.names.iter().map(String::as_str));
        let letters = letters.flat_map(str::chars).filter(|c| c.is_alphabetic());
        let missing = letters.filter(|c| self.faces.of(*c, Weight::Regular).is_none());
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
