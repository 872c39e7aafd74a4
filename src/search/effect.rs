//! How large the effect of an outcome is.

use crate::dataset::{Direction, Outcome, Project, TermIdx, Unit};

/// The rank of an effect: the smaller, the larger the effect, and equal ones are equal.
///
/// Effects come in classes, best first, since a factor cannot be compared with a number of
/// milliseconds: changes by a factor; changes by an amount, by what the amount is counted in;
/// levels, which changed nothing; and outcomes of which only the statement says how much.
pub(super) type EffectRank = [u32; 3];

/// The rank of a project without any outcome of the metric.
pub(super) const NO_EFFECT: EffectRank = [u32::MAX; 3];

/// The rank of what only its statement tells.
const STATEMENT_ONLY: EffectRank = [u32::MAX - 1; 3];

const FACTORS: u32 = 0;
const AMOUNTS: u32 = 1;
/// After the amounts, of which there are no more than there are units.
const LEVELS: u32 = 100;

/// The largest effect that a project has on each metric that was measured.
pub(super) fn effects(project: &Project) -> Vec<(TermIdx, EffectRank)> {
    let mut effects: Vec<(TermIdx, EffectRank)> = Vec::new();
    for outcome in &project.outcomes {
        let rank = effect_rank(outcome);
        match effects.iter_mut().find(|(metric, _)| *metric == outcome.metric) {
            Some((_, best)) => *best = rank.min(*best),
            None => effects.push((outcome.metric, rank)),
        }
    }
    effects
}

fn effect_rank(outcome: &Outcome) -> EffectRank {
    let Some(value) = outcome.value else { return STATEMENT_ONLY };
    let amount = value * base_units(outcome.unit);
    if outcome.direction == Direction::None {
        return rank(LEVELS + dimension(outcome.unit), amount);
    }
    match factor(outcome, value) {
        Some(factor) => rank(FACTORS, factor),
        None => rank(AMOUNTS + dimension(outcome.unit), amount),
    }
}

/// How many times less or more it is. Less by all of it is infinitely less.
fn factor(outcome: &Outcome, value: f64) -> Option<f64> {
    match (outcome.unit, outcome.direction) {
        (Unit::Times, _) => Some(value),
        (Unit::Percent, Direction::Down) => Some(1.0 / (1.0 - value / 100.0).max(0.0)),
        (Unit::Percent, _) => Some(1.0 + value / 100.0),
        _ => None,
    }
}

/// The bits of numbers that are not negative are in the order of the numbers.
fn rank(class: u32, size: f64) -> EffectRank {
    let bits = !size.to_bits();
    let low = u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    [class, u32::try_from(bits >> 32).unwrap_or(u32::MAX), low]
}

/// What a unit measures, as a number: units of one dimension can be compared.
fn dimension(unit: Unit) -> u32 {
    match unit {
        Unit::Percent | Unit::Times => 0,
        Unit::Us | Unit::Ms | Unit::S => 1,
        Unit::Kb | Unit::Mb | Unit::Gb => 2,
        Unit::RequestsPerSecond => 3,
        Unit::Lines => 4,
        Unit::Count => 5,
        Unit::Usd => 6,
        Unit::DevelopersMonths => 7,
        Unit::Other => 8,
    }
}

/// How many of the smallest units of its dimension a unit is.
fn base_units(unit: Unit) -> f64 {
    match unit {
        Unit::Ms | Unit::Mb => 1e3,
        Unit::S | Unit::Gb => 1e6,
        Unit::Times => 1e2,
        _ => 1.0,
    }
}
