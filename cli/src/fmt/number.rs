//! How numbers are written.

/// Writes a number of a JSON text in its canonical form.
///
/// A whole number keeps its digits, however many. One with a point or an exponent becomes the
/// shortest that reads back as the same float, in the way of Python and JavaScript alike (`1.5`,
/// `70.0`, `1e-07`); where that would be another number, because there are more digits than a
/// float has, it stays as it is.
pub(super) fn canonical_number(written: &str) -> String {
    if !written.contains(['.', 'e', 'E']) {
        // There is no negative zero among the whole numbers.
        return if written == "-0" { "0".to_owned() } else { written.to_owned() };
    }
    let shortest = written.parse::<f64>().ok().filter(|float| float.is_finite()).map(shortest);
    match shortest {
        Some(shortest) if Decimal::of(&shortest) == Decimal::of(written) => shortest,
        _ => written.to_owned(),
    }
}

fn shortest(float: f64) -> String {
    let text = format!("{float:?}");
    let Some((digits, exponent)) = text.split_once('e') else { return text };
    let (sign, exponent) = match exponent.strip_prefix('-') {
        Some(exponent) => ('-', exponent),
        None => ('+', exponent),
    };
    format!("{digits}e{sign}{exponent:0>2}")
}

/// A number without the freedom of how it is written.
#[derive(PartialEq)]
struct Decimal {
    is_negative: bool,
    /// Without zeros at either end; empty for zero.
    digits: String,
    /// How many places the point is right of the digits; 0 for zero.
    exponent: i64,
}

impl Decimal {
    fn of(written: &str) -> Self {
        let (is_negative, written) = match written.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, written),
        };
        let (mantissa, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
        let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, places].concat();
        let digits = all.trim_end_matches('0');
        let n_zeros = all.len() - digits.len();
        let digits = digits.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            return Self { is_negative, digits, exponent: 0 };
        }
        // No float has such an exponent, so it only has to be another one.
        let exponent = exponent.parse().unwrap_or(i64::MAX);
        let n_places = i64::try_from(places.len()).unwrap_or(i64::MAX);
        let n_zeros = i64::try_from(n_zeros).unwrap_or(i64::MAX);
        let exponent = exponent.saturating_sub(n_places).saturating_add(n_zeros);
        Self { is_negative, digits, exponent }
    }
}

#[cfg(test)]
mod tests {
    use super::canonical_number;

    #[track_caller]
    fn check(written: &str, expected: &str) {
        assert_eq!(canonical_number(written), expected, "{written}");
        assert_eq!(canonical_number(expected), expected, "again: {written}");
    }

    #[test]
    fn whole_numbers_keep_their_digits() {
        for written in ["0", "70", "-7", "9007199254740993", "123456789012345678901234567890"] {
            check(written, written);
        }
        check("-0", "0");
    }

    #[test]
    fn other_numbers_are_as_short_as_they_can_be_and_stay_floats() {
        check("1.5", "1.5");
        check("1.50", "1.5");
        check("70.0", "70.0");
        check("70.00", "70.0");
        check("7e1", "70.0");
        check("1.5E3", "1500.0");
        check("0.0000001", "1e-07");
        check("1E-7", "1e-07");
        check("1e22", "1e+22");
        check("0.1", "0.1");
        check("-0.0", "-0.0");
        check("0e99999999999999999999", "0.0");
    }

    #[test]
    fn a_number_with_more_digits_than_a_float_has_stays_as_it_is() {
        for written in ["3.14159265358979323846", "0.30000000000000001", "1e-400", "1e-9999999999"]
        {
            check(written, written);
        }
    }
}
