//! Canonical form of numbers.

/// Returns the canonical form of a JSON number.
///
/// An integer keeps all its digits. A number with a point or an exponent becomes the shortest one
/// that parses as the same 64-bit float, in the style of Python (`1.5`, `70.0`, `1e-07`). If the
/// shortest number has another exact value, because a float cannot hold all digits, the number
/// stays unchanged.
pub(super) fn canonical_number(written: &str) -> String {
    if !written.contains(['.', 'e', 'E']) {
        return written.to_owned();
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

/// The exact value of a decimal number, in a form that can be compared.
#[derive(PartialEq)]
struct Decimal {
    is_negative: bool,
    /// Significant digits, without zeros at either end; empty for zero.
    digits: String,
    /// Power of ten that the digits are multiplied by; 0 for zero.
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
        // No float has an exponent that overflows, so any value that differs from it will do.
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
    fn keeps_the_digits_of_whole_numbers() {
        for written in ["0", "70", "-7", "-0", "9007199254740993", "123456789012345678901234567890"]
        {
            check(written, written);
        }
    }

    #[test]
    fn shortens_other_numbers_and_keeps_them_floats() {
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
    fn keeps_a_number_that_a_float_cannot_hold_exactly() {
        for written in ["3.14159265358979323846", "0.30000000000000001", "1e-400", "1e-9999999999"]
        {
            check(written, written);
        }
    }
}
