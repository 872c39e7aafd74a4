//! Calendar days of partial dates.

use jiff::civil::Date;

/// Returns the last day of a year, a month or a day: `2022`, `2022-09` or `2022-09-14`.
///
/// Returns `None` for any other text and for days that do not exist, such as `2022-02-30`.
///
/// # Examples
///
/// ```
/// use rustscape_cli::check::last_day;
///
/// assert_eq!(last_day("2024-02"), last_day("2024-02-29"));
/// assert_eq!(last_day("2023-02-29"), None);
/// ```
pub fn last_day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map_or(Some(12), |part| number(part, 2))?;
    let day = parts.next().map(|part| number(part, 2));
    if parts.next().is_some() {
        return None;
    }
    let month = i8::try_from(month).ok()?;
    match day {
        Some(day) => Date::new(year, month, i8::try_from(day?).ok()?).ok(),
        None => Date::new(year, month, 1).ok().map(Date::last_of_month),
    }
}

/// Parses a command-line argument that has to name a single day.
pub(super) fn parse_day(text: &str) -> Result<Date, &'static str> {
    let is_day = text.split('-').count() == 3;
    last_day(text).filter(|_| is_day).ok_or("write a day as 2026-09-14")
}

/// Parses a number with exactly this many digits.
fn number(text: &str, n_digits: usize) -> Option<i16> {
    let are_digits = text.len() == n_digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if are_digits { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{last_day, parse_day};

    #[test]
    fn returns_the_last_day_of_a_partial_date() {
        check("2026", "2026-12-31");
        check("2026-02", "2026-02-28");
        check("2024-02", "2024-02-29");
        check("2000-02", "2000-02-29");
        check("2100-02", "2100-02-28");
        check("0000", "0000-12-31");
        check("2026-09-14", "2026-09-14");
    }

    #[track_caller]
    fn check(text: &str, day: &str) {
        assert_eq!(last_day(text).map(|day| day.to_string()).as_deref(), Some(day), "{text}");
    }

    #[test]
    fn rejects_days_that_do_not_exist() {
        for text in [
            "2026-02-29",
            "2026-04-31",
            "2026-04-00",
            "2026-13",
            "2026-00",
            "2026-1-1",
            "26",
            "",
            "2026-01-01-01",
        ] {
            assert_eq!(last_day(text), None, "{text}");
        }
    }

    #[test]
    fn an_argument_has_to_name_a_single_day() {
        assert!(parse_day("2026-09-14").is_ok());
        assert!(parse_day("2026-09").is_err());
    }
}
