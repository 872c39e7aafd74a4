//! Text that is fitted into its room: smaller, then in lines, then with an ellipsis.

use std::ops::Range;

use super::{
    faces::{Faces, Weight},
    figure::figure_len,
    line::measure,
    words::{Word, balanced, broken_apart, shortened, words, wrap},
};

/// A size that a text may have, in pixels, and in how many lines it looks well.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) size: f32,
    pub(super) n_lines_max: usize,
}

/// How a text may be fitted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) weight: Weight,
    /// From the largest to the smallest; there is at least one.
    pub(super) steps: &'static [Step],
    /// How much larger than the text a number at its beginning is.
    pub(super) figure_scale: f32,
}

/// The room for a text in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    pub(super) width: f32,
    pub(super) height: f32,
}

/// A text that fits.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) size: f32,
    /// The distance of its lines in pixels.
    pub(super) leading: f32,
    pub(super) lines: Vec<String>,
    /// How many bytes of the first line are an emphasized number, and its size.
    pub(super) figure_len: usize,
    pub(super) figure_size: f32,
}

/// How much of its size a text has above its base line: the height of capital letters.
pub(super) const CAPITALS: f32 = 0.73;

/// How much below: where the deepest letters end.
const DEPTH: f32 = 0.22;

impl Block {
    /// From the top of the first line's capitals to the bottom of the last line.
    pub(super) fn height(&self) -> f32 {
        height(self.lines.len(), self.size, self.leading, self.figure_size)
    }

    /// The base line of the first line, from the top of the block.
    pub(super) fn first_baseline(&self) -> f32 {
        self.figure_size.max(self.size) * CAPITALS
    }
}

fn height(n_lines: usize, size: f32, leading: f32, figure_size: f32) -> f32 {
    #[allow(clippy::cast_precision_loss, reason = "there are three lines at most")]
    let n_distances = n_lines.saturating_sub(1) as f32;
    figure_size.max(size) * CAPITALS + n_distances * leading + size * DEPTH
}

/// The text as large as it fits. Without text there are no lines.
pub(super) fn fit(text: &str, style: &Style, room: Room, faces: &Faces) -> Block {
    let fitting = Fitting::new(text, style, room, faces);
    style.steps.iter().find_map(|step| fitting.whole(*step)).unwrap_or_else(|| fitting.cut())
}

struct Fitting<'f> {
    text: &'f str,
    style: &'f Style,
    room: Room,
    faces: &'f Faces,
    words: Vec<Word>,
    figure_len: usize,
    /// In heights of the text.
    leading: f32,
}

impl<'f> Fitting<'f> {
    fn new(text: &'f str, style: &'f Style, room: Room, faces: &'f Faces) -> Self {
        let figure_len = figure_len(text);
        let measured = |text: &str| measure(text, faces, style.weight);
        let mut words = words(text, figure_len, &measured);
        let leading = words.iter().map(|word| word.leading).fold(1.0, f32::max);
        if let [figure, ..] = words.as_mut_slice()
            && 0 < figure_len
        {
            let strong = measure(&text[..figure_len], faces, Weight::Strong);
            figure.width = strong.width * style.figure_scale;
            figure.space *= style.figure_scale;
        }
        Self { text, style, room, faces, words, figure_len, leading }
    }

    /// The whole text at a size, in lines of about the same width. None if it does not fit.
    fn whole(&self, step: Step) -> Option<Block> {
        let width = self.room.width / step.size;
        let n_lines = wrap(&self.words, width)?.len();
        let is_fitting = n_lines <= step.n_lines_max && self.is_low(n_lines, step.size);
        is_fitting.then(|| self.block(step.size, &balanced(&self.words, n_lines, width)))
    }

    fn is_low(&self, n_lines: usize, size: f32) -> bool {
        height(n_lines, size, self.leading * size, self.figure_size(size)) <= self.room.height
    }

    fn figure_size(&self, size: f32) -> f32 {
        if self.figure_len == 0 { size } else { size * self.style.figure_scale }
    }

    /// As much of the text as fits at the smallest size: words are broken, the end is an ellipsis.
    fn cut(&self) -> Block {
        let Some(step) = self.style.steps.last().copied() else {
            return self.block(1.0, &[]);
        };
        let width = self.room.width / step.size;
        let measured = |text: &str| measure(text, self.faces, self.style.weight);
        let words = broken_apart(&self.words, self.text, width, &measured);
        let lines = wrap(&words, width).unwrap_or_default();
        let n_lines = (1..=step.n_lines_max).rev().find(|n| self.is_low(*n, step.size));
        let n_lines = n_lines.unwrap_or(1);
        let mut block = self.block(step.size, &lines);
        if n_lines < block.lines.len() {
            let start = lines[n_lines - 1].start;
            let end = lines[n_lines].end;
            block.lines.truncate(n_lines - 1);
            block.lines.push(shortened(&self.text[start..end], width, &measured));
        }
        block
    }

    fn block(&self, size: f32, lines: &[Range<usize>]) -> Block {
        Block {
            size,
            leading: self.leading * size,
            lines: lines.iter().map(|line| self.text[line.clone()].to_owned()).collect(),
            figure_len: self.figure_len,
            figure_size: self.figure_size(size),
        }
    }
}
