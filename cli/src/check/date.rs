//! Rules for dates.

use rustscape::dataset::{Date, json::Position};

use super::{calendar::last_day, field_path::FieldPath, finding::Findings, rule::Rule};

/// Fields that should name a day, by object and key.
const DAYS: [(&str, &str); 4] =
    [("Dataset", "updated"), ("Project", "verified"), ("Checked", "date"), ("Event", "date")];

/// Checks a date that the reader accepts: whether the day exists, whether the date is exact enough,
/// and whether it is after the last change of the dataset.
pub(super) fn check_date(
    findings: &mut Findings<'_>,
    updated: Option<&str>,
    field: (&str, &str),
    (at, text): (Position, &str),
    path: &FieldPath<'_>,
) {
    if Date::parse(text).is_none() {
        return;
    }
    if last_day(text).is_none() {
        findings.add(Rule::NoSuchDay, at, path, format_args!("is {text}, which is no day"));
    }
    if text.len() < "2022-09-14".len() && DAYS.contains(&field) {
        findings.add(Rule::NotADay, at, path, format_args!("is {text}, without the day"));
    }
    if let Some(updated) = updated
        && is_after(text, updated)
    {
        let reason = format_args!("is {text}, after the last change of the dataset ({updated})");
        findings.add(Rule::InTheFuture, at, path, reason);
    }
}

/// Returns whether a date is after another one, compared by the parts that both have.
pub(super) fn is_after(date: &str, other: &str) -> bool {
    let n_bytes = date.len().min(other.len());
    date.get(..n_bytes) > other.get(..n_bytes)
}

#[cfg(test)]
mod tests {
    use super::is_after;

    #[test]
    fn compares_dates_by_the_parts_that_both_have() {
        check("2026-11-26", "2026-11-25", true);
        check("2026-11-25", "2026-11-25", false);
        check("2026-12", "2026-11-25", true);
        check("2026", "2026-11-25", false);
        check("2026-11-30", "2026-11", false);
    }

    #[track_caller]
    fn check(date: &str, other: &str, expected: bool) {
        assert_eq!(is_after(date, other), expected, "{date} {other}");
    }
}
