//! Layout of a card: positions and sizes of its texts.

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

/// Margin at the left and right in pixels. Some networks crop the edges.
const MARGIN: f32 = 80.0;
/// Width between the margins in pixels.
const COLUMN: f32 = 1040.0;

/// Baseline of the header.
const HEAD_BASELINE: f32 = 108.0;
/// Font size of the title of the atlas.
const TITLE_SIZE: f32 = 36.0;
/// Font size of the address.
const ADDRESS_SIZE: f32 = 28.0;
/// Edge length of the logo.
const LOGO_SIZE: f32 = 56.0;
/// Space between the logo and the title.
const LOGO_GAP: f32 = 16.0;

/// Maximum width of the address, so that the title always has the larger part of the header.
const ADDRESS_WIDTH_MAX: f32 = 420.0;
/// Minimum space between the title and the address.
const HEAD_GAP: f32 = 40.0;

/// Top of the sentence and the lead.
const BODY_TOP: f32 = 158.0;
/// Bottom of the sentence and the lead on a card with names.
const BODY_BOTTOM: f32 = 482.0;
/// Bottom of the sentence and the lead on a card without names.
const BODY_BOTTOM_WITHOUT_NAMES: f32 = 540.0;
/// Share of the free space above the sentence: a little less than half, because text looks centered
/// there.
const SHARE_ABOVE: f32 = 0.45;
/// Space between the sentence and the lead.
const LEAD_GAP: f32 = 34.0;

const fn size_step(size: f32, n_lines_max: usize) -> SizeStep {
    SizeStep { size, n_lines_max }
}

/// Sizes of the sentence. The two largest are for a single line, such as a name.
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

/// Sizes of the lead, whose number is the second most prominent text.
static LEAD: FitOptions = FitOptions {
    weight: FontWeight::Regular,
    sizes: &[size_step(40.0, 1), size_step(36.0, 2), size_step(32.0, 2), size_step(29.0, 2)],
    number_scale: 1.7,
};

/// Maximum height of the lead: two lines, or one line with a number.
const LEAD_HEIGHT_MAX: f32 = 110.0;

/// Top of the row of chips.
const CHIP_TOP: f32 = 510.0;
/// Height of a chip.
const CHIP_HEIGHT: f32 = 54.0;
/// Font size of a chip.
const CHIP_SIZE: f32 = 27.0;
/// Horizontal padding of a chip.
const CHIP_PADDING: f32 = 24.0;
/// Space between chips.
const CHIP_GAP: f32 = 12.0;

/// Returns the card as SVG.
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
    /// `true` if reading begins at the right.
    is_rtl: bool,
    canvas: SvgCanvas<'f>,
    /// Accent color of text.
    strong: String,
}

impl Layout<'_> {
    /// Draws the background and two ridges, as in the logo.
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

    /// Draws the logo and the title of the atlas, and the address at the opposite side.
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
        // The ground line of the logo, at 21 of 24 units, is on the baseline of the title.
        let scale = LOGO_SIZE / 24.0;
        let top = HEAD_BASELINE - 21.0 * scale;
        let strong = &self.strong;
        self.canvas.element(format_args!(
            "<path transform=\"translate({left:.2} {top:.2}) scale({scale:.4})\" fill=\"none\" \
             stroke=\"{strong}\" stroke-width=\"2.2\" stroke-linejoin=\"round\" \
             d=\"M3 18 9 7l4 6 2.5-4L21 18zM3 21h18\"/>"
        ));
    }

    /// Draws the sentence and the lead.
    fn body(&mut self, sentence: &str, lead: &str, has_names: bool) {
        let bottom = if has_names { BODY_BOTTOM } else { BODY_BOTTOM_WITHOUT_NAMES };
        let available = bottom - BODY_TOP;
        let fitted_lead =
            fit_text(lead, &LEAD, Bounds { width: COLUMN, height: LEAD_HEIGHT_MAX }, self.fonts);
        let taken = if lead.is_empty() { 0.0 } else { fitted_lead.height() + LEAD_GAP };
        let fitted = fit_text(
            sentence,
            &SENTENCE,
            Bounds { width: COLUMN, height: available - taken },
            self.fonts,
        );
        let free = (available - taken - fitted.height()).max(0.0);
        let top = BODY_TOP + free * SHARE_ABOVE;
        let lead_top = top + fitted.height() + LEAD_GAP;
        // An English sentence may contain a value of another direction.
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

    /// Draws a line. A number at its start is on the side at which the text is read first.
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

    /// Draws as many names as fit on one line, and the number of the rest.
    fn chips(&mut self, card: &Card<'_>) {
        let style = TextStyle { size: CHIP_SIZE, weight: FontWeight::Regular, color: INK_SOFT };
        let n_all = card.names.len() + card.n_more;
        let mut start = MARGIN;
        let mut n_shown = 0;
        for name in card.names {
            let rest_width = self.width(&more(n_all - n_shown - 1), style);
            let taken = start + 2.0 * CHIP_PADDING + 2.0 * CHIP_GAP + rest_width;
            let available = MARGIN + COLUMN - taken;
            let name = transliterate(name, self.fonts, style.weight);
            if self.width(&name, style) > available && n_shown > 0 {
                break;
            }
            let (name, width) = self.fit_text_on_line(&name, style, available);
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

    /// Transliterates a text, truncates it to `max_width` pixels, and returns it with its width.
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

/// Returns the number of names that are not shown, as text; empty if all are shown.
fn more(n_more: usize) -> String {
    if n_more == 0 { String::new() } else { format!("and {} more", grouped(n_more)) }
}
