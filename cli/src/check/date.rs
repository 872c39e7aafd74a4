use rustscape::dataset::{Date, json::Position};

use super::{day::Day, finding::Findings, place::Place, rule::Rule};

/// Dates that are days, by their form and key.
const DAYS: [(&str, &str); 4] =
    [("Dataset", "updated"), ("Project", "verified"), ("Checked", "date"), ("Event", "date")];

/// Checks a date that the reader takes: whether there is such a day, whether it is as exact as it
/// should be, and whether it had come when the dataset was changed last.
pub(super) fn check_date(
    findings: &mut Findings<'_>,
    updated: Option<&str>,
    field: (&str, &str),
    (at, text): (Position, &str),
    place: &Place<'_>,
) {
    if Date::parse(text).is_none() {
        return;
    }
    if Day::last_of(text).is_none() {
        findings.add(Rule::NoSuchDay, at, place, format_args!("is {text}, which is no day"));
    }
    if text.len() < "2022-09-14".len() && DAYS.contains(&field) {
        findings.add(Rule::NotADay, at, place, format_args!("is {text}, without the day"));
    }
    if let Some(updated) = updated
        && is_after(text, updated)
    {
        let reason = format_args!("is {text}, after the last change of the dataset ({updated})");
        findings.add(Rule::InTheFuture, at, place, reason);
    }
}

/// Whether a date is after another, as far as both are exact.
pub(super) fn is_after(date: &str, other: &str) -> bool {
    let n_bytes = date.len().min(other.len());
    date.get(..n_bytes) > other.get(..n_bytes)
}

#[cfg(test)]
mod tests {
    use super::is_after;

    #[test]
    fn dates_are_compared_as_far_as_they_are_exact() {
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
