//! Effect sizes of outcomes.

use crate::dataset::{Direction, Outcome, Project, TermIdx, Unit};

/// Rank of an effect: smaller ranks are larger effects, and equal effects have equal ranks.
///
/// Effects form classes, because a factor cannot be compared with a number of milliseconds. In
/// order, the classes are: changes by a factor; changes by an amount, by dimension; levels without
/// a change, by dimension; outcomes without a value.
pub(super) type EffectRank = [u32; 3];

/// Rank of a project without an outcome of the metric.
pub(super) const NO_EFFECT: EffectRank = [u32::MAX; 3];

/// Rank of an outcome without a value, which only its statement describes.
const STATEMENT_ONLY: EffectRank = [u32::MAX - 1; 3];

const FACTORS: u32 = 0;
const AMOUNTS: u32 = 1;
/// Comes after the amounts, which take one class per dimension.
const LEVELS: u32 = 100;

/// Returns the largest effect of a project for each of its metrics.
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

/// Returns the factor of a change. A decrease by 100 percent is an infinite factor.
fn factor(outcome: &Outcome, value: f64) -> Option<f64> {
    match (outcome.unit, outcome.direction) {
        (Unit::Times, _) => Some(value),
        (Unit::Percent, Direction::Down) => Some(1.0 / (1.0 - value / 100.0).max(0.0)),
        (Unit::Percent, _) => Some(1.0 + value / 100.0),
        _ => None,
    }
}

/// Returns a rank that puts larger sizes first. The bits of non-negative floats have the same order
/// as the numbers.
fn rank(class: u32, size: f64) -> EffectRank {
    let bits = !size.to_bits();
    let low = u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    [class, u32::try_from(bits >> 32).unwrap_or(u32::MAX), low]
}

/// Returns a number for the dimension of a unit. Units of one dimension are comparable.
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

/// Returns the size of a unit in the smallest unit of its dimension.
fn base_units(unit: Unit) -> f64 {
    match unit {
        Unit::Ms | Unit::Mb => 1e3,
        Unit::S | Unit::Gb => 1e6,
        Unit::Times => 1e2,
        _ => 1.0,
    }
}
