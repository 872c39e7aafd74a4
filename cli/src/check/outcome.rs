//! Measured outcomes, and the figures that readers see of them.

use rustscape::dataset::{UNITS, Unit, json::Value};

use super::{
    course::{Course, list_of, position_of, text_of},
    place::Place,
    rule::Rule,
    vocabulary::COUNTED_BAD,
};

/// More than anything that is measured in one of the units; a slip of the pen, or the wrong unit.
const VALUE_MAX: f64 = 1e15;

/// What a unit measures, and the metrics that are something else: a latency has no bytes.
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

impl Course<'_> {
    /// Checks the outcomes of a project.
    pub(super) fn check_outcomes(&mut self, project: &Value<'_>, place: &Place<'_>) {
        let list = place.key("outcomes");
        for (idx, outcome) in list_of(project, "outcomes").iter().enumerate() {
            let place = list.index(idx);
            if outcome.as_object().is_some() {
                self.check_amount(outcome, &place);
                self.check_figure(outcome, &place);
                self.check_baseline(outcome, &place);
                self.check_statement(outcome, &place);
            }
        }
    }

    fn check_amount(&mut self, outcome: &Value<'_>, place: &Place<'_>) {
        let (direction, unit) = (direction_of(outcome), unit_of(outcome));
        let at = position_of(outcome, "value");
        let place = place.key("value");
        let Some(value) = outcome.get("value").and_then(Value::as_number) else {
            if outcome.get("value").is_none_or(Value::is_null)
                && unit.is_some_and(|unit| unit != Unit::Other)
            {
                self.findings.add(Rule::FigureWithoutValue, at, &place, format_args!("is missing"));
            }
            return;
        };
        let value = value.float;
        let is_change = direction.is_some_and(|direction| direction != "none");
        let (rule, reason) = match unit {
            _ if VALUE_MAX < value => (Rule::ImplausibleValue, "is too large to be true"),
            _ if is_change && value == 0.0 => (Rule::ChangeOfZero, "is 0, which is no change"),
            Some(Unit::Percent) if 100.0 < value && direction != Some("up") => {
                (Rule::MoreThanAll, "is more than 100 percent")
            }
            Some(Unit::Times) if is_change && value <= 1.0 => {
                (Rule::TimesBelowOne, "is not more than once the baseline")
            }
            _ => return,
        };
        self.findings.add(rule, at, &place, format_args!("{reason}"));
    }

    fn check_figure(&mut self, outcome: &Value<'_>, place: &Place<'_>) {
        let (Some(direction), Some(unit)) = (direction_of(outcome), unit_of(outcome)) else {
            return;
        };
        if unit == Unit::Times && direction == "none" {
            let at = position_of(outcome, "direction");
            let reason = format_args!("is none, but the unit is times");
            self.findings.add(Rule::TimesWithoutDirection, at, &place.key("direction"), reason);
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
            self.findings.add(Rule::UnitDoesNotFit, at, &place.key("unit"), reason);
        }
        if direction == "up" && COUNTED_BAD.contains(&metric) {
            let at = position_of(outcome, "direction");
            let reason = format_args!("is up, but figures of {metric} count what went wrong");
            self.findings.add(Rule::ReadsAsWorse, at, &place.key("direction"), reason);
        }
    }

    fn check_baseline(&mut self, outcome: &Value<'_>, place: &Place<'_>) {
        let is_change = direction_of(outcome).is_some_and(|direction| direction != "none");
        if is_change && text_of(outcome, "baseline").is_none() {
            let at = position_of(outcome, "baseline");
            let reason = format_args!("is missing, although it is a change");
            self.findings.add(Rule::ChangeWithoutBaseline, at, &place.key("baseline"), reason);
        }
    }

    fn check_statement(&mut self, outcome: &Value<'_>, place: &Place<'_>) {
        let Some(statement) = text_of(outcome, "statement") else { return };
        if !has_number(statement) {
            let at = position_of(outcome, "statement");
            let reason = format_args!("has no number");
            self.findings.add(Rule::StatementWithoutNumber, at, &place.key("statement"), reason);
        }
    }
}

fn direction_of<'v>(outcome: &'v Value<'_>) -> Option<&'v str> {
    text_of(outcome, "direction")
}

fn unit_of(outcome: &Value<'_>) -> Option<Unit> {
    let text = text_of(outcome, "unit")?;
    UNITS.iter().find(|(word, _)| *word == text).map(|(_, unit)| *unit)
}

/// Whether an outcome is shown as a figure, as far as that does not hang on its metric.
pub(super) fn has_figure(outcome: &Value<'_>) -> bool {
    let is_change = matches!(direction_of(outcome), Some("up" | "down"));
    let has_value = outcome.get("value").is_some_and(|value| value.as_number().is_some());
    is_change && has_value && unit_of(outcome).and_then(Unit::symbol).is_some()
}

/// Whether a sentence has a number, in digits or as a word of English, in which the statements of
/// most atlases are.
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
