//! Which outcomes can be shown as figures.

use super::{Direction, Outcome, Unit, Vocabulary, VocabularyKind};

/// A measured change with all that a figure says of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'v> {
    /// How much; finite, never negative.
    pub value: f64,
    /// What `value` is counted in.
    pub unit: Unit,
    /// How the unit is written.
    pub symbol: &'static str,
    /// There is less than in the baseline, not more.
    pub is_less: bool,
    /// What there is less or more of, such as "safety bugs".
    pub quantity: &'v str,
}

impl Outcome {
    /// The change that can be shown as a figure. This is the one rule for headline figures: there
    /// is a value, it went up or down, its unit has a [symbol](Unit::symbol), and the metric says
    /// what it counts. `None` for anything else, which is told by its statement.
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
    /// How the unit is written in a figure. `None` for what is neither a percentage, a multiple, a
    /// duration, a size nor a rate: without its statement a reader could not tell what it counts.
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
