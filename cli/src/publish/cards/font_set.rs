//! The fonts of cards: which of them has a character, and in which order they are asked.

use std::{collections::HashMap, sync::Arc};

use resvg::usvg::fontdb::{Database, ID, Source};

use super::{
    embedded_fonts::{EmbeddedFont, FALLBACK_FONTS, PRIMARY_FONTS},
    font_face::{FontData, FontFace},
    font_weight::FontWeight,
};
use crate::Failure;

/// From which weight on a font of the publisher is one for what is seen first: "semi-bold".
const BOLD_MIN: u16 = 600;

/// All fonts.
pub(super) struct FontSet {
    all: Vec<FontFace>,
    /// In which order they are asked for a character of a text of each weight.
    regular: Vec<usize>,
    bold: Vec<usize>,
}

impl FontSet {
    /// Reads the fonts of the program and those of the publisher, and puts all into a database.
    pub(super) fn load(extra_fonts: Vec<Vec<u8>>) -> Result<(Self, Database), Failure> {
        let mut database = Database::new();
        let mut fonts = Self { all: Vec::new(), regular: Vec::new(), bold: Vec::new() };
        for font in &PRIMARY_FONTS {
            fonts.add_embedded(&mut database, font);
        }
        fonts.add_extra(&mut database, extra_fonts)?;
        for font in &FALLBACK_FONTS {
            fonts.add_embedded(&mut database, font);
        }
        Ok((fonts, database))
    }

    fn add_embedded(&mut self, database: &mut Database, font: &EmbeddedFont) {
        let bytes: FontData = Arc::new(font.bytes);
        for id in database.load_font_source(Source::Binary(Arc::clone(&bytes))) {
            let Some(face) = FontFace::new(id, font.name.to_owned(), Arc::clone(&bytes), 0) else {
                continue;
            };
            let idx = self.all.len();
            self.all.push(face);
            if font.weight != Some(FontWeight::Bold) {
                self.regular.push(idx);
            }
            if font.weight != Some(FontWeight::Regular) {
                self.bold.push(idx);
            }
        }
    }

    /// Adds the fonts of the publisher: for each weight first those of this weight.
    fn add_extra(&mut self, database: &mut Database, files: Vec<Vec<u8>>) -> Result<(), Failure> {
        let (mut light, mut heavy) = (Vec::new(), Vec::new());
        for (number, file) in (1..).zip(files) {
            let fnv1a = fnv1a(&file);
            let bytes: FontData = Arc::new(file);
            let n_before = self.all.len();
            for id in database.load_font_source(Source::Binary(Arc::clone(&bytes))) {
                let Some(info) = database.face(id) else { continue };
                let (index, weight) = (info.index, info.weight.0);
                let name = format!("extra-{number}-{index}-{fnv1a:016x}");
                let Some(face) = FontFace::new(id, name, Arc::clone(&bytes), index) else {
                    continue;
                };
                let of_weight = if weight < BOLD_MIN { &mut light } else { &mut heavy };
                of_weight.push(self.all.len());
                self.all.push(face);
            }
            if self.all.len() == n_before {
                return Err(unusable_font(number));
            }
        }
        self.regular.extend(light.iter().chain(&heavy));
        self.bold.extend(heavy.iter().chain(&light));
        Ok(())
    }

    /// The fonts of the database by the names that the SVG has for them.
    pub(super) fn ids(&self) -> HashMap<String, ID> {
        self.all.iter().map(|face| (face.name().to_owned(), face.id())).collect()
    }

    /// The font that draws a character in a text of a weight: its place, for [`font`](Self::font).
    /// None if no font has the character.
    pub(super) fn font_for(&self, c: char, weight: FontWeight) -> Option<usize> {
        let order = match weight {
            FontWeight::Regular => &self.regular,
            FontWeight::Bold => &self.bold,
        };
        order.iter().copied().find(|&font_idx| self.all[font_idx].has(c))
    }

    /// A font by its place.
    pub(super) fn font(&self, font_idx: usize) -> &FontFace {
        &self.all[font_idx]
    }
}

fn unusable_font(number: usize) -> Failure {
    Failure::new(format!("font file {number} for preview cards is no font that can be drawn"))
        .with_remedy("give TrueType or OpenType files (.ttf, .otf, .ttc), not .woff or .woff2")
}

/// A number that another content hardly has (64-bit FNV-1a), the same on every machine.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
