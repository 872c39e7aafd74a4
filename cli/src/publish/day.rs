//! Dates of a dataset in the calendar formats of other programs.

use jiff::civil;
use rustscape::dataset::Date;

/// Returns the first day of a year or month, or the day itself.
///
/// The first day is never in the future and sorts like the date. A day that the calendar lacks,
/// such as February 30, becomes the last day of its month.
pub(super) fn first_day(date: &Date) -> civil::Date {
    let mut parts = date.as_str().split('-');
    let year = parts.next().and_then(|year| year.parse().ok()).unwrap_or_default();
    let mut next = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
    let (month, day) = (next(), next());
    let first = civil::Date::new(year, month, 1).unwrap_or_default();
    civil::Date::new(year, month, day).unwrap_or_else(|_| first.last_of_month())
}

/// Returns the day of a date that is not a whole month or year.
pub(super) fn exact_day(date: &Date) -> Option<civil::Date> {
    (date.as_str().split('-').count() == 3).then(|| first_day(date))
}

/// Returns the year, month or day as written; a day that the calendar lacks becomes the last day of
/// its month.
pub(super) fn known_part(date: &Date) -> String {
    exact_day(date).map_or_else(|| date.to_string(), |day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, first: &str, exact: Option<&str>) {
        let date = Date::parse(date).unwrap();
        assert_eq!(first_day(&date).to_string(), first, "{date}");
        assert_eq!(exact_day(&date).map(|day| day.to_string()).as_deref(), exact, "{date}");
    }

    #[test]
    fn fills_in_the_first_day_and_corrects_impossible_days() {
        check("2022", "2022-01-01", None);
        check("2022-09", "2022-09-01", None);
        check("2022-09-14", "2022-09-14", Some("2022-09-14"));
        check("2024-02-29", "2024-02-29", Some("2024-02-29"));
        check("2023-02-30", "2023-02-28", Some("2023-02-28"));
        check("0001-04-31", "0001-04-30", Some("0001-04-30"));
    }
}
