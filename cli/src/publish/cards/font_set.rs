//! Set of fonts in order of precedence.

use std::{collections::HashMap, sync::Arc};

use resvg::usvg::fontdb::{Database, ID, Source};

use super::{
    embedded_fonts::{EmbeddedFont, FALLBACK_FONTS, PRIMARY_FONTS},
    font_face::{FontData, FontFace},
    font_weight::FontWeight,
};
use crate::Failure;

/// Minimum weight of an additional font that counts as bold: semi-bold.
const BOLD_MIN: u16 = 600;

/// Fonts of the program and the publisher.
pub(super) struct FontSet {
    all: Vec<FontFace>,
    /// Indices of fonts in order of precedence, for texts of each weight.
    regular: Vec<usize>,
    bold: Vec<usize>,
}

impl FontSet {
    /// Loads the fonts of the program and those of the publisher, and adds them to a new database.
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

    /// Adds the fonts of the publisher. For each weight, fonts of the same weight come first.
    fn add_extra(&mut self, database: &mut Database, files: Vec<Vec<u8>>) -> Result<(), Failure> {
        let (mut light, mut heavy) = (Vec::new(), Vec::new());
        for (number, file) in (1..).zip(files) {
            let hash = fnv1a(&file);
            let bytes: FontData = Arc::new(file);
            let n_before = self.all.len();
            for id in database.load_font_source(Source::Binary(Arc::clone(&bytes))) {
                let Some(info) = database.face(id) else { continue };
                let (index, weight) = (info.index, info.weight.0);
                let name = format!("extra-{number}-{index}-{hash:016x}");
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

    /// Returns the database ids of all fonts, by their names in the SVG.
    pub(super) fn ids(&self) -> HashMap<String, ID> {
        self.all.iter().map(|face| (face.name().to_owned(), face.id())).collect()
    }

    /// Returns the index of the font that draws a character in a text of a weight, for
    /// [`font`](Self::font). Returns `None` if no font has the character.
    pub(super) fn font_for(&self, c: char, weight: FontWeight) -> Option<usize> {
        let order = match weight {
            FontWeight::Regular => &self.regular,
            FontWeight::Bold => &self.bold,
        };
        order.iter().copied().find(|&font_idx| self.all[font_idx].has(c))
    }

    /// Returns the font at an index.
    pub(super) fn font(&self, font_idx: usize) -> &FontFace {
        &self.all[font_idx]
    }
}

fn unusable_font(number: usize) -> Failure {
    Failure::new(format!("font file {number} for preview cards is not a usable font"))
        .with_remedy("name TrueType or OpenType files (.ttf, .otf, .ttc), not .woff or .woff2")
}

/// Returns the 64-bit FNV-1a hash, which is the same on every machine.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
