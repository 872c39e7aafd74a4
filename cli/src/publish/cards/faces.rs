//! The fonts of cards: which of them has a character, and in which order they are asked.

use std::{collections::HashMap, sync::Arc};

use resvg::usvg::fontdb::{Database, ID, Source};

use super::{
    embedded::{Embedded, FIRST, OTHERS},
    face::{Bytes, Face},
};
use crate::Failure;

/// Which of the weights of a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// For what is read.
    Regular,
    /// For what is seen first.
    Strong,
}

/// From which weight on a font of the publisher is one for what is seen first: "semi-bold".
const STRONG_FROM: u16 = 600;

/// All fonts.
pub(super) struct Faces {
    all: Vec<Face>,
    /// In which order they are asked for a character of a text of each weight.
    regular: Vec<usize>,
    strong: Vec<usize>,
}

impl Faces {
    /// Reads the fonts of the program and those of the publisher, and puts all into a database.
    pub(super) fn load(extra_fonts: Vec<Vec<u8>>) -> Result<(Self, Database), Failure> {
        let mut database = Database::new();
        let mut faces = Self { all: Vec::new(), regular: Vec::new(), strong: Vec::new() };
        for font in &FIRST {
            faces.embed(&mut database, font);
        }
        faces.add_extra(&mut database, extra_fonts)?;
        for font in &OTHERS {
            faces.embed(&mut database, font);
        }
        Ok((faces, database))
    }

    fn embed(&mut self, database: &mut Database, font: &Embedded) {
        let bytes: Bytes = Arc::new(font.bytes);
        for id in database.load_font_source(Source::Binary(Arc::clone(&bytes))) {
            let Some(face) = Face::new(id, font.name.to_owned(), Arc::clone(&bytes), 0) else {
                continue;
            };
            let idx = self.all.len();
            self.all.push(face);
            if font.weight != Some(Weight::Strong) {
                self.regular.push(idx);
            }
            if font.weight != Some(Weight::Regular) {
                self.strong.push(idx);
            }
        }
    }

    /// Adds the fonts of the publisher: for each weight first those of this weight.
    fn add_extra(&mut self, database: &mut Database, files: Vec<Vec<u8>>) -> Result<(), Failure> {
        let (mut light, mut heavy) = (Vec::new(), Vec::new());
        for (number, file) in (1..).zip(files) {
            let fingerprint = fingerprint(&file);
            let bytes: Bytes = Arc::new(file);
            let n_before = self.all.len();
            for id in database.load_font_source(Source::Binary(Arc::clone(&bytes))) {
                let Some(found) = database.face(id) else { continue };
                let (index, weight) = (found.index, found.weight.0);
                let name = format!("extra-{number}-{index}-{fingerprint:016x}");
                let Some(face) = Face::new(id, name, Arc::clone(&bytes), index) else { continue };
                let of_weight = if weight < STRONG_FROM { &mut light } else { &mut heavy };
                of_weight.push(self.all.len());
                self.all.push(face);
            }
            if self.all.len() == n_before {
                return Err(no_font(number));
            }
        }
        self.regular.extend(light.iter().chain(&heavy));
        self.strong.extend(heavy.iter().chain(&light));
        Ok(())
    }

    /// The fonts of the database by the names that the SVG has for them.
    pub(super) fn ids(&self) -> HashMap<String, ID> {
        self.all.iter().map(|face| (face.name().to_owned(), face.id())).collect()
    }

    /// The font that draws a character in a text of a weight: its place, for [`get`](Self::get).
    /// None if no font has the character.
    pub(super) fn of(&self, c: char, weight: Weight) -> Option<usize> {
        let order = match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        };
        order.iter().copied().find(|&face_idx| self.all[face_idx].has(c))
    }

    /// A font by its place.
    pub(super) fn get(&self, face_idx: usize) -> &Face {
        &self.all[face_idx]
    }
}

fn no_font(number: usize) -> Failure {
    Failure::new(format!("font file {number} for preview cards is no font that can be drawn"))
        .with_remedy("give TrueType or OpenType files (.ttf, .otf, .ttc), not .woff or .woff2")
}

/// A number that another content hardly has (64-bit FNV-1a), the same on every machine.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
