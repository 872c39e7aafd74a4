//! What stands where on a card.

use rustscape::wording::grouped;

use super::{
    card::{Card, HEIGHT, WIDTH},
    color::{Accent, INK, INK_FAINT, INK_SOFT, LINE, PAPER, SURFACE},
    fit::{Bounds, CAP_HEIGHT, FitOptions, SizeStep, TextBlock, fit_text},
    font_set::FontSet,
    font_weight::FontWeight,
    glyph_runs::{is_rtl, measure, starts_rtl},
    line_breaks::fit_on_one_line,
    svg_canvas::{LineBox, SvgCanvas, TextStyle},
    transliterate::transliterate,
};

/// The space at the sides, and what is between. Some networks cut the edges off.
const MARGIN: f32 = 80.0;
const COLUMN: f32 = 1040.0;

/// The header: the base line of its texts, their sizes, the logo's edge, and the space between.
const HEAD_BASELINE: f32 = 108.0;
const TITLE_SIZE: f32 = 36.0;
const ADDRESS_SIZE: f32 = 28.0;
const LOGO_SIZE: f32 = 56.0;
const LOGO_GAP: f32 = 16.0;

/// The address gets this much at most, so that the title always has the larger part.
const ADDRESS_WIDTH_MAX: f32 = 420.0;
const HEAD_GAP: f32 = 40.0;

/// What is said stands between the header and the chips, a little above the middle, where the eye
/// looks for it.
const BODY_TOP: f32 = 158.0;
const BODY_BOTTOM: f32 = 482.0;
const BODY_BOTTOM_WITHOUT_NAMES: f32 = 540.0;
const SHARE_ABOVE: f32 = 0.45;
const LEAD_GAP: f32 = 34.0;

const fn size_step(size: f32, n_lines_max: usize) -> SizeStep {
    SizeStep { size, n_lines_max }
}

/// The sentence. Only a name that is alone on its line is as large as the largest.
static SENTENCE: FitOptions = FitOptions {
    weight: FontWeight::Bold,
    sizes: &[
        size_step(124.0, 1),
        size_step(108.0, 1),
        size_step(94.0, 2),
        size_step(84.0, 3),
        size_step(76.0, 3),
        size_step(69.0, 3),
        size_step(62.0, 3),
        size_step(56.0, 3),
        size_step(50.0, 3),
        size_step(45.0, 3),
    ],
    number_scale: 1.0,
};

/// The lead, with its number as the second thing that is seen.
static LEAD: FitOptions = FitOptions {
    weight: FontWeight::Regular,
    sizes: &[size_step(40.0, 1), size_step(36.0, 2), size_step(32.0, 2), size_step(29.0, 2)],
    number_scale: 1.7,
};

/// How high the lead may be: two lines of it, or one with a number.
const LEAD_HEIGHT_MAX: f32 = 110.0;

/// The chips: their line, the size of their text, and the space around it.
const CHIP_TOP: f32 = 510.0;
const CHIP_HEIGHT: f32 = 54.0;
const CHIP_SIZE: f32 = 27.0;
const CHIP_PADDING: f32 = 24.0;
const CHIP_GAP: f32 = 12.0;

/// The card as SVG.
pub(super) fn layout(fonts: &FontSet, card: &Card<'_>) -> String {
    let sentence = transliterate(card.sentence, fonts, FontWeight::Bold);
    let lead = transliterate(card.lead.unwrap_or_default(), fonts, FontWeight::Regular);
    let is_rtl = card.is_rtl || is_rtl(&format!("{sentence} {lead}"));
    let mut layout = Layout {
        fonts,
        is_rtl,
        canvas: SvgCanvas::new(fonts, is_rtl),
        strong: Accent::of(card.accent).strong.to_string(),
    };
    layout.background(Accent::of(card.accent));
    layout.header(card);
    layout.body(&sentence, &lead, !card.names.is_empty());
    layout.chips(card);
    layout.canvas.finish()
}

struct Layout<'f> {
    fonts: &'f FontSet,
    /// Whether reading begins at the right.
    is_rtl: bool,
    canvas: SvgCanvas<'f>,
    /// The accent that is written in.
    strong: String,
}

impl Layout<'_> {
    /// Paper, and two ridges of the mountains of the logo.
    fn background(&mut self, accent: Accent) {
        self.canvas
            .element(format_args!("<path fill=\"{PAPER}\" d=\"M0 0H{WIDTH}V{HEIGHT}H0z\"/>"));
        let Accent { soft, faint, .. } = accent;
        self.canvas.mirrored(format_args!(
            "<path fill=\"{faint}\" d=\"M0 568 140 516 250 548 430 496 560 540 706 462 790 504 984 366 \
             1076 448 1130 412 1200 470V630H0z\"/>"
        ));
        self.canvas.mirrored(format_args!(
            "<path fill=\"{soft}\" d=\"M0 614 190 566 330 602 520 552 650 590 806 520 902 564 1064 468 \
             1142 524 1200 492V630H0z\"/>"
        ));
    }

    /// The logo, the title of the atlas, and its address at the other side.
    fn header(&mut self, card: &Card<'_>) {
        let address_style =
            TextStyle { size: ADDRESS_SIZE, weight: FontWeight::Regular, color: INK_FAINT };
        let (address, address_width) =
            self.fit_text_on_line(card.address, address_style, ADDRESS_WIDTH_MAX);
        let title_style = TextStyle { size: TITLE_SIZE, weight: FontWeight::Bold, color: INK };
        let title_start = MARGIN + LOGO_SIZE + LOGO_GAP;
        let title_max = COLUMN - LOGO_SIZE - LOGO_GAP - HEAD_GAP - address_width;
        let (title, _) = self.fit_text_on_line(card.atlas, title_style, title_max);
        self.logo();
        self.write(&title, title_start, HEAD_BASELINE, title_style);
        let address_start = MARGIN + COLUMN - address_width;
        self.write(&address, address_start, HEAD_BASELINE, address_style);
    }

    fn logo(&mut self) {
        let left = self.canvas.left(MARGIN, LOGO_SIZE);
        // Its own background line, at 21 of 24, is on the base line of the title.
        let scale = LOGO_SIZE / 24.0;
        let top = HEAD_BASELINE - 21.0 * scale;
        let strong = &self.strong;
        self.canvas.element(format_args!(
            "<path transform=\"translate({left:.2} {top:.2}) scale({scale:.4})\" fill=\"none\" \
             stroke=\"{strong}\" stroke-width=\"2.2\" stroke-linejoin=\"round\" \
             d=\"M3 18 9 7l4 6 2.5-4L21 18zM3 21h18\"/>"
        ));
    }

    /// The sentence and the lead.
    fn body(&mut self, sentence: &str, lead: &str, has_names: bool) {
        let bottom = if has_names { BODY_BOTTOM } else { BODY_BOTTOM_WITHOUT_NAMES };
        let room = bottom - BODY_TOP;
        let fitted_lead =
            fit_text(lead, &LEAD, Bounds { width: COLUMN, height: LEAD_HEIGHT_MAX }, self.fonts);
        let taken = if lead.is_empty() { 0.0 } else { fitted_lead.height() + LEAD_GAP };
        let fitted = fit_text(
            sentence,
            &SENTENCE,
            Bounds { width: COLUMN, height: room - taken },
            self.fonts,
        );
        let free = (room - taken - fitted.height()).max(0.0);
        let top = BODY_TOP + free * SHARE_ABOVE;
        let lead_top = top + fitted.height() + LEAD_GAP;
        // An English sentence may have a value of another direction in it.
        let is_sentence_rtl = is_rtl(sentence) || (self.is_rtl && starts_rtl(sentence));
        self.block(&fitted, is_sentence_rtl, top, (FontWeight::Bold, INK));
        self.block(
            &fitted_lead,
            self.canvas.is_rtl(lead),
            lead_top,
            (FontWeight::Regular, INK_SOFT),
        );
    }

    fn block(
        &mut self,
        block: &TextBlock,
        is_rtl: bool,
        top: f32,
        (weight, color): (FontWeight, &str),
    ) {
        let mut baseline = top + block.first_baseline();
        let mut leading_number_len = block.leading_number_len;
        let strong = self.strong.clone();
        for line in &block.lines {
            let (number, rest) = line.split_at(leading_number_len.min(line.len()));
            let number_style =
                TextStyle { size: block.number_size, weight: FontWeight::Bold, color: &strong };
            let style = TextStyle { size: block.size, weight, color };
            self.line((number, number_style), (rest, style), is_rtl, baseline);
            leading_number_len = 0;
            baseline += block.leading;
        }
    }

    /// A line with the number that it may begin with, which is on the side where the line is begun to
    /// be read.
    fn line(
        &mut self,
        (number, number_style): (&str, TextStyle<'_>),
        (rest, style): (&str, TextStyle<'_>),
        is_rtl: bool,
        baseline: f32,
    ) {
        let text = rest.trim_start();
        let mut line_box = LineBox { start: MARGIN, baseline, max_width: COLUMN };
        if number.is_empty() {
            self.canvas.text(text, is_rtl, line_box, style);
            return;
        }
        let gap = &rest[..rest.len() - text.len()];
        let gap = measure(gap, self.fonts, style.weight).width * number_style.size;
        let mut width = self.width(number, number_style) + gap;
        if is_rtl == self.is_rtl {
            self.canvas.text(number, false, line_box, number_style);
            line_box.start += width;
            line_box.max_width -= width;
            self.canvas.text(text, is_rtl, line_box, style);
        } else {
            line_box.max_width -= width;
            width = self.canvas.text(text, is_rtl, line_box, style) + gap;
            let line_box = LineBox { start: MARGIN + width, baseline, max_width: COLUMN - width };
            self.canvas.text(number, false, line_box, number_style);
        }
    }

    /// Names on one line, as many as fit_text, and how many more there are.
    fn chips(&mut self, card: &Card<'_>) {
        let style = TextStyle { size: CHIP_SIZE, weight: FontWeight::Regular, color: INK_SOFT };
        let n_all = card.names.len() + card.n_more;
        let mut start = MARGIN;
        let mut n_shown = 0;
        for name in card.names {
            let rest_width = self.width(&more(n_all - n_shown - 1), style);
            let taken = start + 2.0 * CHIP_PADDING + 2.0 * CHIP_GAP + rest_width;
            let room = MARGIN + COLUMN - taken;
            let name = transliterate(name, self.fonts, style.weight);
            if self.width(&name, style) > room && n_shown > 0 {
                break;
            }
            let (name, width) = self.fit_text_on_line(&name, style, room);
            if name.is_empty() {
                continue;
            }
            self.chip(&name, start, width, style);
            start += width + 2.0 * CHIP_PADDING + CHIP_GAP;
            n_shown += 1;
        }
        if n_shown > 0 {
            let style = TextStyle { color: INK_FAINT, ..style };
            self.write(&more(n_all - n_shown), start + CHIP_GAP, chip_baseline(), style);
        }
    }

    fn chip(&mut self, name: &str, start: f32, width: f32, style: TextStyle<'_>) {
        let outer = width + 2.0 * CHIP_PADDING;
        let left = self.canvas.left(start, outer);
        let radius = CHIP_HEIGHT / 2.0;
        self.canvas.element(format_args!(
            "<rect x=\"{left:.2}\" y=\"{CHIP_TOP}\" width=\"{outer:.2}\" height=\"{CHIP_HEIGHT}\" \
             rx=\"{radius}\" fill=\"{SURFACE}\" stroke=\"{LINE}\" stroke-width=\"2\"/>"
        ));
        self.write(name, start + CHIP_PADDING, chip_baseline(), style);
    }

    /// A text as it is on a line of so many pixels, and its width there.
    fn fit_text_on_line(&self, text: &str, style: TextStyle<'_>, max_width: f32) -> (String, f32) {
        let measured = |text: &str| measure(text, self.fonts, style.weight);
        let text = transliterate(text, self.fonts, style.weight);
        let text = fit_on_one_line(&text, max_width / style.size, &measured);
        let width = measured(&text).width * style.size;
        (text, width)
    }

    fn width(&self, text: &str, style: TextStyle<'_>) -> f32 {
        measure(text, self.fonts, style.weight).width * style.size
    }

    fn write(&mut self, text: &str, start: f32, baseline: f32, style: TextStyle<'_>) {
        let line_box = LineBox { start, baseline, max_width: MARGIN + COLUMN - start };
        self.canvas.text(text, self.canvas.is_rtl(text), line_box, style);
    }
}

fn chip_baseline() -> f32 {
    CHIP_TOP + f32::midpoint(CHIP_HEIGHT, CHIP_SIZE * CAP_HEIGHT)
}

/// How many chips are not shown; nothing if all are.
fn more(n_more: usize) -> String {
    if n_more == 0 { String::new() } else { format!("and {} more", grouped(n_more)) }
}
