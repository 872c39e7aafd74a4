use std::str::FromStr;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Days since 1970-01-01.
    number: i64,
}

impl Day {
    /// The last day of a year, a month or a day, `2022`, `2022-09` or `2022-09-14`. `None` for
    /// anything else, and for a day that no calendar has.
    pub fn last_of(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(12), |part| number(part, 2))?;
        let n_days = n_days_of(year, month)?;
        let day = parts.next().map_or(Some(n_days), |part| number(part, 2))?;
        let is_day = parts.next().is_none() && (1..=n_days).contains(&day);
        is_day.then(|| Self { number: number_of(year, month, day) })
    }

    /// How many days it is after another day; negative, where it is before.
    pub fn days_after(self, other: Self) -> i64 {
        self.number - other.number
    }
}

impl FromStr for Day {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_exact = text.split('-').count() == 3;
        Self::last_of(text).filter(|_| is_exact).ok_or("write a day as 2026-09-14")
    }
}

/// The number that so many digits write.
fn number(text: &str, n_digits: usize) -> Option<i64> {
    let are_digits = text.len() == n_digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if are_digits { text.parse().ok() } else { None }
}

fn n_days_of(year: i64, month: i64) -> Option<i64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    Some(match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => return None,
    })
}

/// Counts the days as the Gregorian calendar does: a year is taken to begin in March, so that the
/// leap day is its last.
fn number_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + year / 4 - year / 100 + year / 400 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn days_are_counted_across_leap_years() {
        check("2024-03-01", "2024-02-28", 2);
        check("2025-03-01", "2025-02-28", 1);
        check("2000-03-01", "2000-02-01", 29);
        check("2100-03-01", "2100-02-01", 28);
        check("2026-11-25", "2025-11-25", 365);
        check("2026", "2026-12-31", 0);
        check("2026-02", "2026-02-28", 0);
        check("1970-01-01", "1970-01-02", -1);
    }

    #[track_caller]
    fn check(later: &str, earlier: &str, n_days: i64) {
        let (later, earlier) = (Day::last_of(later).unwrap(), Day::last_of(earlier).unwrap());
        assert_eq!(later.days_after(earlier), n_days);
    }

    #[test]
    fn what_no_calendar_has_is_no_day() {
        for text in ["2026-02-29", "2026-04-31", "2026-13", "2026-1-1", "26", "", "2026-01-01-01"] {
            assert_eq!(Day::last_of(text), None, "{text}");
        }
    }
}
