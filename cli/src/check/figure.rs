//! Figures: outcomes that an atlas shows as a number.

use rustscape::dataset::{UNITS, Unit, json::Value};

use super::value::text_of;

/// Metrics whose figures count bad events, so that a lower figure is better.
pub(super) const COUNTED_BAD: [&str; 2] = ["safety", "reliability"];

/// Returns the direction of an outcome.
pub(super) fn direction_of<'v>(outcome: &'v Value<'_>) -> Option<&'v str> {
    text_of(outcome, "direction")
}

/// Returns the unit of an outcome, if it is a known one.
pub(super) fn unit_of(outcome: &Value<'_>) -> Option<Unit> {
    let text = text_of(outcome, "unit")?;
    UNITS.iter().find(|(word, _)| *word == text).map(|(_, unit)| *unit)
}

/// Returns whether an outcome can be shown as a figure, if its metric has a quantity.
pub(super) fn has_figure(outcome: &Value<'_>) -> bool {
    let is_change = matches!(direction_of(outcome), Some("up" | "down"));
    let has_value = outcome.get("value").is_some_and(|value| value.as_number().is_some());
    is_change && has_value && unit_of(outcome).and_then(Unit::symbol).is_some()
}
