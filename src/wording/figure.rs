//! Measured outcomes as figures that read the right way round.

use crate::dataset::{Change, Outcome, Project, TermIdx, Unit, Vocabulary};

/// An outcome as a figure: the amount first and large, then what there is less or more of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// `−70 %` or `10×`; the spaces do not break.
    pub amount: String,
    /// `CPU` or `lower latency`.
    pub quantity: String,
}

/// The figure of an outcome. `None` where only its statement can be shown, as the
/// [dataset](Outcome::change) has it.
pub fn figure(outcome: &Outcome, vocabulary: &Vocabulary) -> Option<Figure> {
    let change = outcome.change(vocabulary)?;
    let number = short_number(change.value);
    if change.unit == Unit::Times {
        return Some(Figure {
            amount: [number.as_str(), change.symbol].concat(),
            quantity: [comparative(&change), " ", change.quantity].concat(),
        });
    }
    let sign = if change.is_less { "−" } else { "+" };
    let amount = [sign, &number, "\u{a0}", change.symbol].concat();
    Some(Figure { amount, quantity: change.quantity.to_owned() })
}

/// The outcome that stands for a project, with its figure: the first that has one.
pub fn headline<'p>(
    project: &'p Project,
    vocabulary: &Vocabulary,
) -> Option<(&'p Outcome, Figure)> {
    project.outcomes.iter().find_map(|outcome| Some((outcome, figure(outcome, vocabulary)?)))
}

/// The first outcome of one metric that has a figure, with it.
pub fn figure_of<'p>(
    project: &'p Project,
    metric: TermIdx,
    vocabulary: &Vocabulary,
) -> Option<(&'p Outcome, Figure)> {
    let mut outcomes = project.outcomes.iter().filter(|outcome| outcome.metric == metric);
    outcomes.find_map(|outcome| Some((outcome, figure(outcome, vocabulary)?)))
}

/// The comparatives for a multiple of a quantity, by its last word: "lower latency", "fewer
/// bugs", "less memory". The first word is for less of it, the second for more.
const COMPARATIVES: [(&[&str], [&str; 2]); 4] = [
    (&["time", "times"], ["faster", "slower"]),
    (&["size", "sizes", "footprint", "scale"], ["smaller", "larger"]),
    (&["memory", "cpu", "ram", "code", "data", "effort", "work", "traffic"], ["less", "more"]),
    // Plurals of what is no number of things.
    (&["costs", "emissions", "latencies", "prices", "rates"], ["lower", "higher"]),
];

fn comparative(change: &Change<'_>) -> &'static str {
    let last = change.quantity.rsplit(' ').next().unwrap_or_default();
    let is_last = |word: &&str| word.eq_ignore_ascii_case(last);
    let listed = COMPARATIVES.iter().find(|(words, _)| words.iter().any(is_last));
    // "Fewer" is for what can be counted, which English marks by its plural.
    let is_plural = last.ends_with('s') && !last.ends_with("ss");
    let [less, more] = match listed {
        Some((_, comparatives)) => *comparatives,
        None if is_plural => ["fewer", "more"],
        None => ["lower", "higher"],
    };
    if change.is_less { less } else { more }
}

/// The numbers from which on they are shortened, what they are divided by, and what follows. Each
/// begins where two decimals of the one below would be rounded up to it.
const STEPS: [(f64, f64, &str); 3] =
    [(999_995_000.0, 1e9, "\u{a0}bn"), (999_995.0, 1e6, "\u{a0}M"), (9_999.995, 1e3, "\u{a0}k")];

/// A number from 0 on in at most a few characters: `70`, `2.5`, `12 k`, `40 M`, `1.2 bn`. Two
/// decimals are kept; thousands are shortened from ten thousand on.
pub fn short_number(value: f64) -> String {
    let step = STEPS.into_iter().find(|(from, _, _)| *from <= value);
    let (scale, suffix) = step.map_or((1.0, ""), |(_, scale, suffix)| (scale, suffix));
    [decimal(value / scale).as_str(), suffix].concat()
}

/// Two decimals at most, without trailing zeros. By whole numbers, because the formatting of
/// floating-point numbers alone would add some kilobytes to what every reader loads.
fn decimal(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    let hundredths = (value * 100.0).round() as u64;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}
