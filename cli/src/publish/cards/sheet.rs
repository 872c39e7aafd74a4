//! The SVG of a card while it is written. Places are counted from the side at which reading begins.

use std::fmt::Write as _;

use super::{
    HEIGHT, WIDTH,
    faces::{Faces, Weight},
    line::{Run, has_rtl, is_rtl, runs},
};

/// How a text is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink<'c> {
    /// In pixels.
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) color: &'c str,
}

/// Where a text is: its beginning and its base line in pixels, and how wide it may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) start: f32,
    pub(super) baseline: f32,
    pub(super) width_max: f32,
}

/// The SVG of a card.
pub(super) struct Sheet<'f> {
    faces: &'f Faces,
    is_rtl: bool,
    svg: String,
}

impl<'f> Sheet<'f> {
    /// An empty sheet on which reading begins at the left, or at the right.
    pub(super) fn new(faces: &'f Faces, is_rtl: bool) -> Self {
        let mut sheet = Self { faces, is_rtl, svg: String::new() };
        sheet.write(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-optical-sizing=\"none\" data-version=\"{}\">\n",
            env!("CARGO_PKG_VERSION")
        ));
        sheet
    }

    /// The whole of it.
    pub(super) fn finish(mut self) -> String {
        self.svg.push_str("</svg>\n");
        self.svg
    }

    /// Adds an element.
    pub(super) fn element(&mut self, element: std::fmt::Arguments<'_>) {
        self.write(format_args!("{element}\n"));
    }

    /// Whether a text of this sheet begins at the right.
    pub(super) fn is_rtl(&self, text: &str) -> bool {
        if self.is_rtl { has_rtl(text) } else { is_rtl(text) }
    }

    /// Adds an element that is mirrored where reading begins at the right.
    pub(super) fn mirrored(&mut self, element: std::fmt::Arguments<'_>) {
        if self.is_rtl {
            self.element(format_args!("<g transform=\"matrix(-1 0 0 1 {WIDTH} 0)\">{element}</g>"));
        } else {
            self.element(element);
        }
    }

    /// The left edge of something so wide that begins there.
    pub(super) fn left(&self, start: f32, width: f32) -> f32 {
        #[allow(clippy::cast_precision_loss, reason = "it is small")]
        let sheet_width = WIDTH as f32;
        if self.is_rtl { sheet_width - start - width } else { start }
    }

    /// Writes a text on one line and says how wide it is. Where it would be too wide, as a line can
    /// be whose broken words have other letters at their ends, it is made smaller.
    pub(super) fn text(&mut self, text: &str, is_rtl: bool, place: Place, ink: Ink<'_>) -> f32 {
        let runs = runs(text, is_rtl, self.faces, ink.weight);
        let width: f32 = runs.iter().map(|run| run.width).sum::<f32>() * ink.size;
        let shrink = if place.width_max < width { place.width_max / width } else { 1.0 };
        let ink = Ink { size: ink.size * shrink, ..ink };
        let mut left = self.left(place.start, width * shrink);
        for run in &runs {
            self.run(run, left, place.baseline, ink);
            left += run.width * ink.size;
        }
        width * shrink
    }

    fn run(&mut self, run: &Run<'_>, left: f32, baseline: f32, ink: Ink<'_>) {
        let name = self.faces.get(run.face_idx).name();
        self.svg.push_str("<text xml:space=\"preserve\"");
        let _ = write!(
            self.svg,
            " x=\"{left:.2}\" y=\"{baseline:.2}\" font-family=\"{name}\" font-size=\"{:.2}\" \
             fill=\"{}\">",
            ink.size, ink.color
        );
        // Between letters of its direction all of it has this direction.
        let mark = if run.is_rtl { "\u{200f}" } else { "" };
        self.svg.push_str(mark);
        run.text.chars().for_each(|c| escape(c, &mut self.svg));
        self.svg.push_str(mark);
        self.svg.push_str("</text>\n");
    }

    fn write(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into a text cannot fail.
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
