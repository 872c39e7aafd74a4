//! A line as it is drawn: pieces of one font and one direction each, from left to right.

use std::ops::Range;

use harfrust::Direction;
use unicode_bidi::{BidiClass, BidiInfo, Level};

use super::{
    faces::{Faces, Weight},
    spelling::is_joiner,
};

/// A piece of a line.
#[derive(Debug)]
pub(super) struct Run<'t> {
    /// Its font, by its place.
    pub(super) face_idx: usize,
    pub(super) text: &'t str,
    pub(super) is_rtl: bool,
    /// Its width in heights of the text.
    pub(super) width: f32,
}

/// How much room a text takes on one line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extent {
    /// In heights of the text.
    pub(super) width: f32,
    /// The distance of lines, in heights of the text.
    pub(super) leading: f32,
}

/// The pieces of a line, from left to right, in a text that begins at the left or at the right.
pub(super) fn runs<'t>(text: &'t str, is_rtl: bool, faces: &Faces, weight: Weight) -> Vec<Run<'t>> {
    let level = if is_rtl { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(text, Some(level));
    let mut runs = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, ranges) = info.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let is_rtl = levels[range.start].is_rtl();
            let mut pieces = pieces(text, range, faces, weight);
            if is_rtl {
                pieces.reverse();
            }
            let run = |(face_idx, range): (usize, Range<usize>)| {
                let text = &text[range];
                let direction =
                    if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight };
                let width = faces.get(face_idx).width(text, direction);
                Run { face_idx, text, is_rtl, width }
            };
            runs.extend(pieces.into_iter().map(run));
        }
    }
    runs
}

/// How much room a text takes on one line.
pub(super) fn measure(text: &str, faces: &Faces, weight: Weight) -> Extent {
    let mut extent = Extent::default();
    for run in runs(text, is_rtl(text), faces, weight) {
        extent.width += run.width;
        extent.leading = extent.leading.max(faces.get(run.face_idx).leading());
    }
    extent
}

/// Whether a text is read from right to left: at least half of its words are. Names of products
/// and organizations are Latin in any language, so that the first letter says little.
pub(super) fn is_rtl(text: &str) -> bool {
    let (mut n_ltr, mut n_rtl) = (0, 0);
    for word in text.split_whitespace() {
        if has_rtl(word) {
            n_rtl += 1;
        } else if word.contains(char::is_alphabetic) {
            n_ltr += 1;
        }
    }
    0 < n_rtl && n_ltr <= n_rtl
}

/// Whether the first letter of a text is read from right to left.
pub(super) fn starts_rtl(text: &str) -> bool {
    let mut classes = text.chars().map(unicode_bidi::bidi_class);
    let first = classes.find(|class| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL));
    first.is_some_and(|class| class != BidiClass::L)
}

/// Whether any letter of a text is read from right to left.
pub(super) fn has_rtl(text: &str) -> bool {
    text.chars().any(|c| matches!(unicode_bidi::bidi_class(c), BidiClass::R | BidiClass::AL))
}

/// The parts of a text by their fonts, in its own order.
fn pieces(
    text: &str,
    range: Range<usize>,
    faces: &Faces,
    weight: Weight,
) -> Vec<(usize, Range<usize>)> {
    let mut pieces: Vec<(usize, Range<usize>)> = Vec::new();
    for (offset, c) in text[range.clone()].char_indices() {
        let start = range.start + offset;
        let end = start + c.len_utf8();
        let last = pieces.last_mut();
        // Spaces, marks and punctuation stay with the letters before them.
        if let Some((face_idx, piece)) = last
            && !c.is_alphanumeric()
            && (is_joiner(c) || faces.get(*face_idx).has(c))
        {
            piece.end = end;
            continue;
        }
        let Some(face_idx) = faces.of(c, weight) else { continue };
        match pieces.last_mut() {
            Some((last_idx, piece)) if *last_idx == face_idx && piece.end == start => {
                piece.end = end;
            }
            _ => pieces.push((face_idx, start..end)),
        }
    }
    pieces
}
