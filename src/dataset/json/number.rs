//! Parsing of numbers.

use super::{
    Number,
    parser::{ParseResult, Parser, UNFINISHED_VALUE},
};

const INVALID_NUMBER: &str = "invalid number";

impl Parser<'_> {
    pub(super) fn number(&mut self) -> ParseResult<Number> {
        let is_negative = self.skips(b'-');
        let mut decimal = Decimal::default();
        if self.skips(b'0') {
            if let Some(b'0'..=b'9') = self.peek() {
                return self.fail(INVALID_NUMBER);
            }
        } else {
            self.digits(&mut |digit| decimal.push_digit(digit))?;
        }
        let end_of_integer = self.offset;
        if self.skips(b'.') {
            self.digits(&mut |digit| decimal.push_decimal_place(digit))?;
        }
        if self.skips(b'e') || self.skips(b'E') {
            decimal.shift(self.exponent()?);
        }
        let mut number = decimal.number(is_negative);
        if self.offset > end_of_integer {
            number.whole = None;
        }
        if number.float.is_finite() { Ok(number) } else { self.fail_before("number out of range") }
    }

    fn exponent(&mut self) -> ParseResult<i32> {
        let is_negative = self.skips(b'-');
        if !is_negative {
            self.skips(b'+');
        }
        let mut exponent = 0_i32;
        self.digits(&mut |digit| {
            exponent = exponent.saturating_mul(10).saturating_add(i32::from(digit));
        })?;
        Ok(if is_negative { -exponent } else { exponent })
    }

    /// Consumes one or more digits.
    fn digits(&mut self, push: &mut dyn FnMut(u8)) -> ParseResult<()> {
        let start = self.offset;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            push(digit - b'0');
            self.offset += 1;
        }
        match self.peek() {
            _ if self.offset > start => Ok(()),
            None => self.fail(UNFINISHED_VALUE),
            Some(_) => self.fail(INVALID_NUMBER),
        }
    }
}

/// Decimal digits and the position of the decimal point.
#[derive(Default)]
struct Decimal {
    digits: u64,
    /// Power of ten that scales `digits`.
    exponent: i32,
    /// `true` if a digit did not fit. Later digits are beyond the precision of a float.
    is_full: bool,
}

impl Decimal {
    /// Appends a digit before the decimal point.
    fn push_digit(&mut self, digit: u8) {
        if !self.takes(digit) {
            self.shift(1);
        }
    }

    /// Appends a digit after the decimal point.
    fn push_decimal_place(&mut self, digit: u8) {
        if self.takes(digit) {
            self.shift(-1);
        }
    }

    /// Moves the decimal point to the right.
    fn shift(&mut self, n_places: i32) {
        self.exponent = self.exponent.saturating_add(n_places);
    }

    /// Returns the number; its float is infinite if it is out of range.
    fn number(&self, is_negative: bool) -> Number {
        let sign = if is_negative { -1.0 } else { 1.0 };
        Number { float: sign * self.float(), whole: self.whole(is_negative) }
    }

    fn takes(&mut self, digit: u8) -> bool {
        let longer = self.digits.checked_mul(10).and_then(|tens| tens.checked_add(digit.into()));
        match longer {
            Some(digits) if !self.is_full => self.digits = digits,
            _ => self.is_full = true,
        }
        !self.is_full
    }

    fn float(&self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "more digits than a float has make no difference"
        )]
        let digits = self.digits as f64;
        if self.digits == 0 {
            return 0.0;
        }
        // Powers from 10^400 on are infinite, so larger exponents make no difference.
        let power = (0..self.exponent.unsigned_abs().min(400)).fold(1.0, |power, _| power * 10.0);
        if self.exponent < 0 { digits / power } else { digits * power }
    }

    /// Returns the number as an integer. `None` for minus zero, which has no integer form.
    fn whole(&self, is_negative: bool) -> Option<i64> {
        if self.exponent != 0 || (is_negative && self.digits == 0) {
            return None;
        }
        if is_negative {
            0_i64.checked_sub_unsigned(self.digits)
        } else {
            i64::try_from(self.digits).ok()
        }
    }
}
