//! Measured outcomes as figures that read the right way round.

use crate::dataset::{Coded, Direction, Outcome, Project, Unit, Vocabulary};

/// An outcome as a figure: the amount first and large, then what there is less or more of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// `−70 %` or `10×`.
    pub amount: String,
    /// `CPU` or `less latency`.
    pub quantity: String,
}

/// The figure of an outcome. `None` where only its statement can be shown: no value, no
/// direction, a unit that is no percentage, multiple, duration, size or rate, or a metric that
/// does not say what it counts (contract of the dataset, headline figures).
pub fn figure(outcome: &Outcome, vocabulary: &Vocabulary) -> Option<Figure> {
    let quantity = vocabulary.term(Coded::Metric, outcome.metric).quantity.as_deref()?;
    let number = short_number(outcome.value?);
    let sign = match outcome.direction {
        Direction::Down => '−',
        Direction::Up => '+',
        Direction::None => return None,
    };
    let amount = match outcome.unit {
        Unit::Times => {
            let comparative = comparative(outcome.direction, quantity);
            let quantity = format!("{comparative} {quantity}");
            return Some(Figure { amount: format!("{number}×"), quantity });
        }
        unit => format!("{sign}{number}\u{a0}{}", symbol(unit)?),
    };
    Some(Figure { amount, quantity: quantity.to_owned() })
}

/// The outcome that stands for a project, with its figure: the first that has one.
pub fn headline<'p>(
    project: &'p Project,
    vocabulary: &Vocabulary,
) -> Option<(&'p Outcome, Figure)> {
    project.outcomes.iter().find_map(|outcome| Some((outcome, figure(outcome, vocabulary)?)))
}

/// "Fewer" is for what can be counted, which English marks by its plural.
fn comparative(direction: Direction, quantity: &str) -> &'static str {
    match direction {
        Direction::Up => "more",
        _ if quantity.ends_with('s') => "fewer",
        _ => "less",
    }
}

fn symbol(unit: Unit) -> Option<&'static str> {
    Some(match unit {
        Unit::Percent => "%",
        Unit::Us => "µs",
        Unit::Ms => "ms",
        Unit::S => "s",
        Unit::Kb => "KB",
        Unit::Mb => "MB",
        Unit::Gb => "GB",
        Unit::RequestsPerSecond => "req/s",
        Unit::Times
        | Unit::Lines
        | Unit::Count
        | Unit::Usd
        | Unit::DevelopersMonths
        | Unit::Other => return None,
    })
}

/// A number from 0 on in at most a few characters: `70`, `2.5`, `12 k`, `40 M`, `1.2 bn`. Two
/// decimals are kept; thousands are shortened from ten thousand on.
pub fn short_number(value: f64) -> String {
    const STEPS: [(f64, f64, &str); 3] =
        [(1e9, 1e9, "\u{a0}bn"), (1e6, 1e6, "\u{a0}M"), (1e4, 1e3, "\u{a0}k")];
    let step = STEPS.into_iter().find(|(from, _, _)| *from <= value);
    let (scale, suffix) = step.map_or((1.0, ""), |(_, scale, suffix)| (scale, suffix));
    format!("{}{suffix}", decimal(value / scale))
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
