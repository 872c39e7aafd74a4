//! What stands where on a card.

use rustscape::wording::grouped;

use super::{
    Card, HEIGHT, WIDTH,
    color::{Accent, INK, INK_FAINT, INK_SOFT, LINE, PAPER, SURFACE},
    faces::{Faces, Weight},
    fit::{Block, CAPITALS, Room, Step, Style, fit},
    line::{is_rtl, measure, starts_rtl},
    sheet::{Ink, Place, Sheet},
    spelling::spell,
    words::on_one_line,
};

/// The space at the sides, and what is between. Some networks cut the edges off.
const MARGIN: f32 = 80.0;
const COLUMN: f32 = 1040.0;

/// The head: the base line of its texts, their sizes, the logo's edge, and the space between.
const HEAD_BASELINE: f32 = 108.0;
const TITLE_SIZE: f32 = 36.0;
const ADDRESS_SIZE: f32 = 28.0;
const LOGO_SIZE: f32 = 56.0;
const LOGO_GAP: f32 = 16.0;

/// The address gets this much at most, so that the title always has the larger part.
const ADDRESS_WIDTH_MAX: f32 = 420.0;
const HEAD_GAP: f32 = 40.0;

/// What is said stands between the head and the names, a little above the middle, where the eye
/// looks for it.
const BODY_TOP: f32 = 158.0;
const BODY_BOTTOM: f32 = 482.0;
const BODY_BOTTOM_WITHOUT_NAMES: f32 = 540.0;
const SHARE_ABOVE: f32 = 0.45;
const LEAD_GAP: f32 = 34.0;

const fn step(size: f32, n_lines_max: usize) -> Step {
    Step { size, n_lines_max }
}

/// The sentence. Only a name that is alone on its line is as large as the largest.
static SENTENCE: Style = Style {
    weight: Weight::Strong,
    steps: &[
        step(124.0, 1),
        step(108.0, 1),
        step(94.0, 2),
        step(84.0, 3),
        step(76.0, 3),
        step(69.0, 3),
        step(62.0, 3),
        step(56.0, 3),
        step(50.0, 3),
        step(45.0, 3),
    ],
    figure_scale: 1.0,
};

/// The lead, with its figure as the second thing that is seen.
static LEAD: Style = Style {
    weight: Weight::Regular,
    steps: &[step(40.0, 1), step(36.0, 2), step(32.0, 2), step(29.0, 2)],
    figure_scale: 1.7,
};

/// How high the lead may be: two lines of it, or one with a figure.
const LEAD_HEIGHT_MAX: f32 = 110.0;

/// The names: their line, the size of their text, and the space around it.
const CHIP_TOP: f32 = 510.0;
const CHIP_HEIGHT: f32 = 54.0;
const CHIP_SIZE: f32 = 27.0;
const CHIP_PADDING: f32 = 24.0;
const CHIP_GAP: f32 = 12.0;

/// The card as SVG.
pub(super) fn lay_out(faces: &Faces, card: &Card<'_>) -> String {
    let sentence = spell(card.sentence, faces, Weight::Strong);
    let lead = spell(card.lead.unwrap_or_default(), faces, Weight::Regular);
    let is_rtl = card.is_rtl || is_rtl(&format!("{sentence} {lead}"));
    let mut layout = Layout {
        faces,
        is_rtl,
        sheet: Sheet::new(faces, is_rtl),
        strong: Accent::of(card.accent).strong.to_string(),
    };
    layout.ground(Accent::of(card.accent));
    layout.head(card);
    layout.body(&sentence, &lead, !card.names.is_empty());
    layout.names(card);
    layout.sheet.finish()
}

struct Layout<'f> {
    faces: &'f Faces,
    /// Whether reading begins at the right.
    is_rtl: bool,
    sheet: Sheet<'f>,
    /// The accent that is written in.
    strong: String,
}

impl Layout<'_> {
    /// Paper, and two ridges of the mountains of the logo.
    fn ground(&mut self, accent: Accent) {
        self.sheet.element(format_args!("<path fill=\"{PAPER}\" d=\"M0 0H{WIDTH}V{HEIGHT}H0z\"/>"));
        let Accent { soft, faint, .. } = accent;
        self.sheet.mirrored(format_args!(
            "<path fill=\"{faint}\" d=\"M0 568 140 516 250 548 430 496 560 540 706 462 790 504 984 366 \
             1076 448 1130 412 1200 470V630H0z\"/>"
        ));
        self.sheet.mirrored(format_args!(
            "<path fill=\"{soft}\" d=\"M0 614 190 566 330 602 520 552 650 590 806 520 902 564 1064 468 \
             1142 524 1200 492V630H0z\"/>"
        ));
    }

    /// The logo, the title of the atlas, and its address at the other side.
    fn head(&mut self, card: &Card<'_>) {
        let address_ink = Ink { size: ADDRESS_SIZE, weight: Weight::Regular, color: INK_FAINT };
        let (address, address_width) = self.on_line(card.address, address_ink, ADDRESS_WIDTH_MAX);
        let title_ink = Ink { size: TITLE_SIZE, weight: Weight::Strong, color: INK };
        let title_start = MARGIN + LOGO_SIZE + LOGO_GAP;
        let title_max = COLUMN - LOGO_SIZE - LOGO_GAP - HEAD_GAP - address_width;
        let (title, _) = self.on_line(card.atlas, title_ink, title_max);
        self.logo();
        self.write(&title, title_start, HEAD_BASELINE, title_ink);
        let address_start = MARGIN + COLUMN - address_width;
        self.write(&address, address_start, HEAD_BASELINE, address_ink);
    }

    fn logo(&mut self) {
        let left = self.sheet.left(MARGIN, LOGO_SIZE);
        // Its own ground line, at 21 of 24, is on the base line of the title.
        let scale = LOGO_SIZE / 24.0;
        let top = HEAD_BASELINE - 21.0 * scale;
        let strong = &self.strong;
        self.sheet.element(format_args!(
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
            fit(lead, &LEAD, Room { width: COLUMN, height: LEAD_HEIGHT_MAX }, self.faces);
        let taken = if lead.is_empty() { 0.0 } else { fitted_lead.height() + LEAD_GAP };
        let fitted =
            fit(sentence, &SENTENCE, Room { width: COLUMN, height: room - taken }, self.faces);
        let free = (room - taken - fitted.height()).max(0.0);
        let top = BODY_TOP + free * SHARE_ABOVE;
        let lead_top = top + fitted.height() + LEAD_GAP;
        // An English sentence may have a value of another direction in it.
        let is_sentence_rtl = is_rtl(sentence) || (self.is_rtl && starts_rtl(sentence));
        self.block(&fitted, is_sentence_rtl, top, (Weight::Strong, INK));
        self.block(&fitted_lead, self.sheet.is_rtl(lead), lead_top, (Weight::Regular, INK_SOFT));
    }

    fn block(&mut self, block: &Block, is_rtl: bool, top: f32, (weight, color): (Weight, &str)) {
        let mut baseline = top + block.first_baseline();
        let mut figure_len = block.figure_len;
        let strong = self.strong.clone();
        for line in &block.lines {
            let (figure, rest) = line.split_at(figure_len.min(line.len()));
            let figure_ink =
                Ink { size: block.figure_size, weight: Weight::Strong, color: &strong };
            let ink = Ink { size: block.size, weight, color };
            self.line((figure, figure_ink), (rest, ink), is_rtl, baseline);
            figure_len = 0;
            baseline += block.leading;
        }
    }

    /// A line with the number that it may begin with, which is on the side where the line is begun to
    /// be read.
    fn line(
        &mut self,
        (figure, figure_ink): (&str, Ink<'_>),
        (rest, ink): (&str, Ink<'_>),
        is_rtl: bool,
        baseline: f32,
    ) {
        let text = rest.trim_start();
        let mut place = Place { start: MARGIN, baseline, width_max: COLUMN };
        if figure.is_empty() {
            self.sheet.text(text, is_rtl, place, ink);
            return;
        }
        let gap = &rest[..rest.len() - text.len()];
        let gap = measure(gap, self.faces, ink.weight).width * figure_ink.size;
        let mut width = self.width(figure, figure_ink) + gap;
        if is_rtl == self.is_rtl {
            self.sheet.text(figure, false, place, figure_ink);
            place.start += width;
            place.width_max -= width;
            self.sheet.text(text, is_rtl, place, ink);
        } else {
            place.width_max -= width;
            width = self.sheet.text(text, is_rtl, place, ink) + gap;
            let place = Place { start: MARGIN + width, baseline, width_max: COLUMN - width };
            self.sheet.text(figure, false, place, figure_ink);
        }
    }

    /// Names on one line, as many as fit, and how many more there are.
    fn names(&mut self, card: &Card<'_>) {
        let ink = Ink { size: CHIP_SIZE, weight: Weight::Regular, color: INK_SOFT };
        let n_all = card.names.len() + card.n_more;
        let mut start = MARGIN;
        let mut n_shown = 0;
        for name in card.names {
            let rest_width = self.width(&more(n_all - n_shown - 1), ink);
            let taken = start + 2.0 * CHIP_PADDING + 2.0 * CHIP_GAP + rest_width;
            let room = MARGIN + COLUMN - taken;
            let name = spell(name, self.faces, ink.weight);
            if room < self.width(&name, ink) && 0 < n_shown {
                break;
            }
            let (name, width) = self.on_line(&name, ink, room);
            if name.is_empty() {
                continue;
            }
            self.chip(&name, start, width, ink);
            start += width + 2.0 * CHIP_PADDING + CHIP_GAP;
            n_shown += 1;
        }
        if 0 < n_shown {
            let ink = Ink { color: INK_FAINT, ..ink };
            self.write(&more(n_all - n_shown), start + CHIP_GAP, chip_baseline(), ink);
        }
    }

    fn chip(&mut self, name: &str, start: f32, width: f32, ink: Ink<'_>) {
        let outer = width + 2.0 * CHIP_PADDING;
        let left = self.sheet.left(start, outer);
        let radius = CHIP_HEIGHT / 2.0;
        self.sheet.element(format_args!(
            "<rect x=\"{left:.2}\" y=\"{CHIP_TOP}\" width=\"{outer:.2}\" height=\"{CHIP_HEIGHT}\" \
             rx=\"{radius}\" fill=\"{SURFACE}\" stroke=\"{LINE}\" stroke-width=\"2\"/>"
        ));
        self.write(name, start + CHIP_PADDING, chip_baseline(), ink);
    }

    /// A text as it is on a line of so many pixels, and its width there.
    fn on_line(&self, text: &str, ink: Ink<'_>, width_max: f32) -> (String, f32) {
        let measured = |text: &str| measure(text, self.faces, ink.weight);
        let text = spell(text, self.faces, ink.weight);
        let text = on_one_line(&text, width_max / ink.size, &measured);
        let width = measured(&text).width * ink.size;
        (text, width)
    }

    fn width(&self, text: &str, ink: Ink<'_>) -> f32 {
        measure(text, self.faces, ink.weight).width * ink.size
    }

    fn write(&mut self, text: &str, start: f32, baseline: f32, ink: Ink<'_>) {
        let place = Place { start, baseline, width_max: MARGIN + COLUMN - start };
        self.sheet.text(text, self.sheet.is_rtl(text), place, ink);
    }
}

fn chip_baseline() -> f32 {
    CHIP_TOP + f32::midpoint(CHIP_HEIGHT, CHIP_SIZE * CAPITALS)
}

/// How many names are not shown; nothing if all are.
fn more(n_more: usize) -> String {
    if n_more == 0 { String::new() } else { format!("and {} more", grouped(n_more)) }
}
