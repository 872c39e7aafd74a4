//! Measured changes that can be shown as figures.

use super::{Direction, Outcome, Unit, Vocabulary, VocabularyKind};

/// A measured change with everything that its figure shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'v> {
    /// Amount of the change, in `unit`; finite and never negative.
    pub value: f64,
    /// Unit of `value`.
    pub unit: Unit,
    /// Symbol of the unit, such as `%`.
    pub symbol: &'static str,
    /// `true` if the quantity went down from the baseline, `false` if it went up.
    pub is_less: bool,
    /// Quantity that changed, such as "safety bugs".
    pub quantity: &'v str,
}

impl Outcome {
    /// Returns the change to show as a headline figure.
    ///
    /// An outcome has a figure if it has a value and a direction, its unit has a
    /// [symbol](Unit::symbol), and its metric names a quantity. `None` means that only its
    /// statement can be shown.
    pub fn change<'v>(&self, vocabulary: &'v Vocabulary) -> Option<Change<'v>> {
        let is_less = match self.direction {
            Direction::Down => true,
            Direction::Up => false,
            Direction::None => return None,
        };
        Some(Change {
            value: self.value?,
            unit: self.unit,
            symbol: self.unit.symbol()?,
            is_less,
            quantity: vocabulary.term(VocabularyKind::Metric, self.metric).quantity.as_deref()?,
        })
    }
}

impl Unit {
    /// Returns the symbol of the unit in a figure, such as `%` or `ms`.
    ///
    /// `None` means that the unit does not say what is counted, so a figure would not make sense
    /// without its statement.
    pub fn symbol(self) -> Option<&'static str> {
        Some(match self {
            Self::Percent => "%",
            Self::Times => "×",
            Self::Us => "µs",
            Self::Ms => "ms",
            Self::S => "s",
            Self::Kb => "KB",
            Self::Mb => "MB",
            Self::Gb => "GB",
            Self::RequestsPerSecond => "req/s",
            Self::Lines | Self::Count | Self::Usd | Self::DevelopersMonths | Self::Other => {
                return None;
            }
        })
    }
}
