//! Fitting of text into a box: smaller sizes first, then lines, then an ellipsis.

use std::ops::Range;

use super::{
    font_set::FontSet,
    font_weight::FontWeight,
    glyph_runs::measure,
    leading_number::leading_number_len,
    line_breaks::{
        Segment, balanced_lines, break_lines, segments, split_long_segments, truncate_with_ellipsis,
    },
};

/// A font size in pixels, and the maximum number of lines at that size.
#[derive(Clone, Copy, Debug)]
pub(super) struct SizeStep {
    pub(super) size: f32,
    pub(super) n_lines_max: usize,
}

/// Options for fitting a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct FitOptions {
    pub(super) weight: FontWeight,
    /// Allowed sizes, from largest to smallest; at least one.
    pub(super) sizes: &'static [SizeStep],
    /// Size of a number at the start of the text, relative to the text.
    pub(super) number_scale: f32,
}

/// Size of the box for a text, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub(super) width: f32,
    pub(super) height: f32,
}

/// A text that was fitted into a box.
#[derive(Debug)]
pub(super) struct TextBlock {
    pub(super) size: f32,
    /// Distance between baselines in pixels.
    pub(super) leading: f32,
    pub(super) lines: Vec<String>,
    /// Length of the emphasized number at the start of the first line, in bytes.
    pub(super) leading_number_len: usize,
    /// Font size of the emphasized number in pixels.
    pub(super) number_size: f32,
}

/// Height of capital letters, relative to the font size.
pub(super) const CAP_HEIGHT: f32 = 0.73;

/// Depth of the deepest letters below the baseline, relative to the font size.
const DESCENT: f32 = 0.22;

impl TextBlock {
    /// Returns the height from the capitals of the first line to the descent of the last, in
    /// pixels.
    pub(super) fn height(&self) -> f32 {
        height(self.lines.len(), self.size, self.leading, self.number_size)
    }

    /// Returns the distance from the top of the block to the first baseline, in pixels.
    pub(super) fn first_baseline(&self) -> f32 {
        self.number_size.max(self.size) * CAP_HEIGHT
    }
}

fn height(n_lines: usize, size: f32, leading: f32, number_size: f32) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "there are three lines at most")]
    let n_distances = n_lines.saturating_sub(1) as f32;
    number_size.max(size) * CAP_HEIGHT + n_distances * leading + size * DESCENT
}

/// Fits a text into a box at the largest possible size. An empty text has no lines.
pub(super) fn fit_text(
    text: &str,
    options: &FitOptions,
    bounds: Bounds,
    fonts: &FontSet,
) -> TextBlock {
    let fitter = Fitter::new(text, options, bounds, fonts);
    options
        .sizes
        .iter()
        .find_map(|size_step| fitter.whole(*size_step))
        .unwrap_or_else(|| fitter.cut())
}

struct Fitter<'f> {
    text: &'f str,
    options: &'f FitOptions,
    bounds: Bounds,
    fonts: &'f FontSet,
    segments: Vec<Segment>,
    leading_number_len: usize,
    /// Line height in ems.
    leading: f32,
}

impl<'f> Fitter<'f> {
    fn new(text: &'f str, options: &'f FitOptions, bounds: Bounds, fonts: &'f FontSet) -> Self {
        let leading_number_len = leading_number_len(text);
        let measured = |text: &str| measure(text, fonts, options.weight);
        let mut segments = segments(text, leading_number_len, &measured);
        let leading = segments.iter().map(|segment| segment.leading).fold(1.0, f32::max);
        if let [number, ..] = segments.as_mut_slice()
            && leading_number_len > 0
        {
            let bold = measure(&text[..leading_number_len], fonts, FontWeight::Bold);
            number.width = bold.width * options.number_scale;
            number.space *= options.number_scale;
        }
        Self { text, options, bounds, fonts, segments, leading_number_len, leading }
    }

    /// Returns the whole text at a size, in lines of similar width; `None` if it does not fit.
    fn whole(&self, size_step: SizeStep) -> Option<TextBlock> {
        let width = self.bounds.width / size_step.size;
        let n_lines = break_lines(&self.segments, width)?.len();
        let is_fitting = n_lines <= size_step.n_lines_max && self.is_low(n_lines, size_step.size);
        is_fitting
            .then(|| self.block(size_step.size, &balanced_lines(&self.segments, n_lines, width)))
    }

    fn is_low(&self, n_lines: usize, size: f32) -> bool {
        height(n_lines, size, self.leading * size, self.number_size(size)) <= self.bounds.height
    }

    fn number_size(&self, size: f32) -> f32 {
        if self.leading_number_len == 0 { size } else { size * self.options.number_scale }
    }

    /// Returns as much of the text as fits at the smallest size, with an ellipsis at the end.
    /// Segments that are wider than a line are split.
    fn cut(&self) -> TextBlock {
        let Some(size_step) = self.options.sizes.last().copied() else {
            return self.block(1.0, &[]);
        };
        let width = self.bounds.width / size_step.size;
        let measured = |text: &str| measure(text, self.fonts, self.options.weight);
        let segments = split_long_segments(&self.segments, self.text, width, &measured);
        let lines = break_lines(&segments, width).unwrap_or_default();
        let n_lines = (1..=size_step.n_lines_max).rev().find(|n| self.is_low(*n, size_step.size));
        let n_lines = n_lines.unwrap_or(1);
        let mut block = self.block(size_step.size, &lines);
        if block.lines.len() > n_lines {
            let start = lines[n_lines - 1].start;
            let end = lines[n_lines].end;
            block.lines.truncate(n_lines - 1);
            block.lines.push(truncate_with_ellipsis(&self.text[start..end], width, &measured));
        }
        block
    }

    fn block(&self, size: f32, lines: &[Range<usize>]) -> TextBlock {
        TextBlock {
            size,
            leading: self.leading * size,
            lines: lines.iter().map(|line| self.text[line.clone()].to_owned()).collect(),
            leading_number_len: self.leading_number_len,
            number_size: self.number_size(size),
        }
    }
}
