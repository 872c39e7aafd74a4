//! SVG of a card while it is written. Horizontal positions count from the side at which reading
//! begins.

use std::fmt::Write as _;

use super::{
    card::{HEIGHT, WIDTH},
    font_set::FontSet,
    font_weight::FontWeight,
    glyph_runs::{GlyphRun, glyph_runs, has_rtl, is_rtl},
};

/// Style of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextStyle<'c> {
    /// Font size in pixels.
    pub(super) size: f32,
    pub(super) weight: FontWeight,
    pub(super) color: &'c str,
}

/// Box of a line of text, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineBox {
    pub(super) start: f32,
    pub(super) baseline: f32,
    pub(super) max_width: f32,
}

/// SVG of a card while it is written.
pub(super) struct SvgCanvas<'f> {
    fonts: &'f FontSet,
    is_rtl: bool,
    svg: String,
}

impl<'f> SvgCanvas<'f> {
    /// Creates an empty canvas on which reading begins at the left, or at the right if `is_rtl`.
    pub(super) fn new(fonts: &'f FontSet, is_rtl: bool) -> Self {
        let mut canvas = Self { fonts, is_rtl, svg: String::new() };
        canvas.write(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-optical-sizing=\"none\" data-version=\"{}\">\n",
            env!("CARGO_PKG_VERSION")
        ));
        canvas
    }

    /// Returns the complete SVG.
    pub(super) fn finish(mut self) -> String {
        self.svg.push_str("</svg>\n");
        self.svg
    }

    /// Appends an element.
    pub(super) fn element(&mut self, element: std::fmt::Arguments<'_>) {
        self.write(format_args!("{element}\n"));
    }

    /// Returns whether a text on this canvas is read from right to left.
    pub(super) fn is_rtl(&self, text: &str) -> bool {
        if self.is_rtl { has_rtl(text) } else { is_rtl(text) }
    }

    /// Appends an element, mirrored if reading begins at the right.
    pub(super) fn mirrored(&mut self, element: std::fmt::Arguments<'_>) {
        if self.is_rtl {
            self.element(format_args!("<g transform=\"matrix(-1 0 0 1 {WIDTH} 0)\">{element}</g>"));
        } else {
            self.element(element);
        }
    }

    /// Returns the left edge of an object that begins at `start` and is `width` pixels wide.
    pub(super) fn left(&self, start: f32, width: f32) -> f32 {
        #[allow(clippy::cast_precision_loss, reason = "it is small")]
        let canvas_width = WIDTH as f32;
        if self.is_rtl { canvas_width - start - width } else { start }
    }

    /// Writes a text on one line and returns its width in pixels.
    ///
    /// A text that is too wide is made smaller. That happens to a line with a split word, whose
    /// letters have other shapes at the ends.
    pub(super) fn text(
        &mut self,
        text: &str,
        is_rtl: bool,
        line_box: LineBox,
        style: TextStyle<'_>,
    ) -> f32 {
        let runs = glyph_runs(text, is_rtl, self.fonts, style.weight);
        let width: f32 = runs.iter().map(|run| run.width).sum::<f32>() * style.size;
        let shrink = if width > line_box.max_width { line_box.max_width / width } else { 1.0 };
        let style = TextStyle { size: style.size * shrink, ..style };
        let mut left = self.left(line_box.start, width * shrink);
        for run in &runs {
            self.run(run, left, line_box.baseline, style);
            left += run.width * style.size;
        }
        width * shrink
    }

    fn run(&mut self, run: &GlyphRun<'_>, left: f32, baseline: f32, style: TextStyle<'_>) {
        let name = self.fonts.font(run.font_idx).name();
        self.svg.push_str("<text xml:space=\"preserve\"");
        let _ = write!(
            self.svg,
            " x=\"{left:.2}\" y=\"{baseline:.2}\" font-family=\"{name}\" font-size=\"{:.2}\" \
             fill=\"{}\">",
            style.size, style.color
        );
        // The marks give neutral characters at the ends the direction of the run.
        let mark = if run.is_rtl { "\u{200f}" } else { "" };
        self.svg.push_str(mark);
        run.text.chars().for_each(|c| escape(c, &mut self.svg));
        self.svg.push_str(mark);
        self.svg.push_str("</text>\n");
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into a `String` cannot fail.
        let _ = self.svg.write_fmt(text);
    }
}

fn escape(c: char, svg: &mut String) {
    match c {
        '&' => svg.push_str("&amp;"),
        '<' => svg.push_str("&lt;"),
        '>' => svg.push_str("&gt;"),
        _ => svg.push(c),
    }
}
