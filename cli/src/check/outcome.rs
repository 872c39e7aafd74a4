//! Rules for measured outcomes and their figures.

use rustscape::dataset::{Unit, json::Value};

use super::{
    context::CheckContext,
    field_path::FieldPath,
    figure::{COUNTED_BAD, direction_of, has_figure, unit_of},
    rule::Rule,
    value::{list_of, position_of, text_of},
};

/// Largest plausible value in any unit. A larger one is a typo or has the wrong unit.
const VALUE_MAX: f64 = 1e15;

/// Units with the metrics that they cannot measure. Bytes cannot measure a latency, for example.
const MISFITS: [(&[Unit], &[&str]); 3] = [
    (
        &[Unit::Us, Unit::Ms, Unit::S],
        &["memory", "size", "cost", "throughput", "lines-of-code", "safety", "reliability"],
    ),
    (
        &[Unit::Kb, Unit::Mb, Unit::Gb],
        &["cpu", "latency", "time", "cost", "safety", "reliability", "lines-of-code"],
    ),
    (
        &[Unit::RequestsPerSecond],
        &["memory", "size", "latency", "time", "cost", "safety", "reliability", "lines-of-code"],
    ),
];

impl CheckContext<'_> {
    /// Checks the outcomes of a project.
    pub(super) fn check_outcomes(&mut self, project: &Value<'_>, path: &FieldPath<'_>) {
        let list = path.key("outcomes");
        for (idx, outcome) in list_of(project, "outcomes").iter().enumerate() {
            let path = list.index(idx);
            if outcome.as_object().is_some() {
                self.check_amount(outcome, &path);
                self.check_figure(outcome, &path);
                self.check_baseline(outcome, &path);
                self.check_statement(outcome, &path);
            }
        }
    }

    fn check_amount(&mut self, outcome: &Value<'_>, path: &FieldPath<'_>) {
        let (direction, unit) = (direction_of(outcome), unit_of(outcome));
        let at = position_of(outcome, "value");
        let path = path.key("value");
        let Some(value) = outcome.get("value").and_then(Value::as_number) else {
            if outcome.get("value").is_none_or(Value::is_null)
                && unit.is_some_and(|unit| unit != Unit::Other)
            {
                self.findings.add(Rule::FigureWithoutValue, at, &path, format_args!("is missing"));
            }
            return;
        };
        let value = value.float;
        let is_change = direction.is_some_and(|direction| direction != "none");
        let (rule, reason) = match unit {
            _ if value > VALUE_MAX => (Rule::ImplausibleValue, "is too large to be true"),
            _ if is_change && value == 0.0 => (Rule::ChangeOfZero, "is 0, which is no change"),
            Some(Unit::Percent) if value > 100.0 && direction != Some("up") => {
                (Rule::MoreThanAll, "is more than 100 percent")
            }
            Some(Unit::Times) if is_change && value <= 1.0 => {
                (Rule::TimesBelowOne, "is not more than once the baseline")
            }
            _ => return,
        };
        self.findings.add(rule, at, &path, format_args!("{reason}"));
    }

    fn check_figure(&mut self, outcome: &Value<'_>, path: &FieldPath<'_>) {
        let (Some(direction), Some(unit)) = (direction_of(outcome), unit_of(outcome)) else {
            return;
        };
        if unit == Unit::Times && direction == "none" {
            let at = position_of(outcome, "direction");
            let reason = format_args!("is none, but the unit is times");
            self.findings.add(Rule::TimesWithoutDirection, at, &path.key("direction"), reason);
        }
        let Some(metric) = text_of(outcome, "metric").filter(|_| has_figure(outcome)) else {
            return;
        };
        let is_misfit = |(units, metrics): &(&[Unit], &[&str])| {
            units.contains(&unit) && metrics.contains(&metric)
        };
        if MISFITS.iter().any(is_misfit) {
            let at = position_of(outcome, "unit");
            let symbol = unit.symbol().unwrap_or_default();
            let reason = format_args!("is {symbol}, which does not measure {metric}");
            self.findings.add(Rule::UnitDoesNotFit, at, &path.key("unit"), reason);
        }
        if direction == "up" && COUNTED_BAD.contains(&metric) {
            let at = position_of(outcome, "direction");
            let reason = format_args!("is up, but figures of {metric} count what went wrong");
            self.findings.add(Rule::ReadsAsWorse, at, &path.key("direction"), reason);
        }
    }

    fn check_baseline(&mut self, outcome: &Value<'_>, path: &FieldPath<'_>) {
        let is_change = direction_of(outcome).is_some_and(|direction| direction != "none");
        if is_change && text_of(outcome, "baseline").is_none() {
            let at = position_of(outcome, "baseline");
            let reason = format_args!("is missing, although it is a change");
            self.findings.add(Rule::ChangeWithoutBaseline, at, &path.key("baseline"), reason);
        }
    }

    fn check_statement(&mut self, outcome: &Value<'_>, path: &FieldPath<'_>) {
        let Some(statement) = text_of(outcome, "statement") else { return };
        if !has_number(statement) {
            let at = position_of(outcome, "statement");
            let reason = format_args!("has no number");
            self.findings.add(Rule::StatementWithoutNumber, at, &path.key("statement"), reason);
        }
    }
}

/// Returns whether a sentence contains a number, in digits or as an English word. Statements in
/// other languages need digits.
fn has_number(statement: &str) -> bool {
    const WORDS: [&str; 15] = [
        "no", "one", "two", "three", "four", "five", "six", "ten", "half", "third", "quarter",
        "twice", "double", "week", "zero",
    ];
    statement.contains(char::is_numeric)
        || statement
            .split(|c: char| !c.is_alphabetic())
            .any(|word| WORDS.contains(&word.to_lowercase().as_str()))
}
