//! Glyph runs: the parts of a line with one font and one direction, from left to right.

use std::ops::Range;

use harfrust::Direction;
use unicode_bidi::{BidiClass, BidiInfo, Level};

use super::{font_set::FontSet, font_weight::FontWeight, transliterate::is_joiner};

/// Part of a line with one font and one direction.
#[derive(Debug)]
pub(super) struct GlyphRun<'t> {
    /// Index of the font in the [`FontSet`].
    pub(super) font_idx: usize,
    pub(super) text: &'t str,
    pub(super) is_rtl: bool,
    /// Advance width in ems.
    pub(super) width: f32,
}

/// Size of a text on one line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TextMetrics {
    /// Advance width in ems.
    pub(super) width: f32,
    /// Line height in ems.
    pub(super) leading: f32,
}

/// Returns the glyph runs of a line from left to right. `is_rtl` is the base direction of the text.
pub(super) fn glyph_runs<'t>(
    text: &'t str,
    is_rtl: bool,
    fonts: &FontSet,
    weight: FontWeight,
) -> Vec<GlyphRun<'t>> {
    let level = if is_rtl { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(text, Some(level));
    let mut runs = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, ranges) = info.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let is_rtl = levels[range.start].is_rtl();
            let mut spans = font_spans(text, range, fonts, weight);
            if is_rtl {
                spans.reverse();
            }
            let run = |(font_idx, range): (usize, Range<usize>)| {
                let text = &text[range];
                let direction =
                    if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight };
                let width = fonts.font(font_idx).width(text, direction);
                GlyphRun { font_idx, text, is_rtl, width }
            };
            runs.extend(spans.into_iter().map(run));
        }
    }
    runs
}

/// Returns the size of a text on one line.
pub(super) fn measure(text: &str, fonts: &FontSet, weight: FontWeight) -> TextMetrics {
    let mut metrics = TextMetrics::default();
    for run in glyph_runs(text, is_rtl(text), fonts, weight) {
        metrics.width += run.width;
        metrics.leading = metrics.leading.max(fonts.font(run.font_idx).leading());
    }
    metrics
}

/// Returns whether at least half of the words of a text are read from right to left. The first
/// letter is no indication, because product names are Latin in any language.
pub(super) fn is_rtl(text: &str) -> bool {
    let (mut n_ltr, mut n_rtl) = (0, 0);
    for word in text.split_whitespace() {
        if has_rtl(word) {
            n_rtl += 1;
        } else if word.contains(char::is_alphabetic) {
            n_ltr += 1;
        }
    }
    n_rtl > 0 && n_rtl >= n_ltr
}

/// Returns whether the first letter of a text is read from right to left.
pub(super) fn starts_rtl(text: &str) -> bool {
    let mut classes = text.chars().map(unicode_bidi::bidi_class);
    let first = classes.find(|class| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL));
    first.is_some_and(|class| class != BidiClass::L)
}

/// Returns whether any letter of a text is read from right to left.
pub(super) fn has_rtl(text: &str) -> bool {
    text.chars().any(|c| matches!(unicode_bidi::bidi_class(c), BidiClass::R | BidiClass::AL))
}

/// Splits a range of a text into spans of one font, in logical order.
fn font_spans(
    text: &str,
    range: Range<usize>,
    fonts: &FontSet,
    weight: FontWeight,
) -> Vec<(usize, Range<usize>)> {
    let mut spans: Vec<(usize, Range<usize>)> = Vec::new();
    for (offset, c) in text[range.clone()].char_indices() {
        let start = range.start + offset;
        let end = start + c.len_utf8();
        let last = spans.last_mut();
        // Spaces, marks and punctuation take the font of the preceding letter.
        if let Some((font_idx, span)) = last
            && !c.is_alphanumeric()
            && (is_joiner(c) || fonts.font(*font_idx).has(c))
        {
            span.end = end;
            continue;
        }
        let Some(font_idx) = fonts.font_for(c, weight) else { continue };
        match spans.last_mut() {
            Some((last_idx, span)) if *last_idx == font_idx && span.end == start => {
                span.end = end;
            }
            _ => spans.push((font_idx, start..end)),
        }
    }
    spans
}
