//! Numbers.

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

    /// Reads digits, of which there has to be one.
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

/// The digits of a number and where its point is.
#[derive(Default)]
struct Decimal {
    digits: u64,
    /// How many places the point is right of the digits.
    exponent: i32,
    /// There were more digits than there is room for: what follows makes no difference.
    is_full: bool,
}

impl Decimal {
    /// Appends a digit before the point.
    fn push_digit(&mut self, digit: u8) {
        if !self.takes(digit) {
            self.shift(1);
        }
    }

    /// Appends a digit after the point.
    fn push_decimal_place(&mut self, digit: u8) {
        if self.takes(digit) {
            self.shift(-1);
        }
    }

    /// Moves the point to the right.
    fn shift(&mut self, n_places: i32) {
        self.exponent = self.exponent.saturating_add(n_places);
    }

    /// The number; infinite where that is too large.
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
        // From the four hundredth power on, everything is infinite.
        let power = (0..self.exponent.unsigned_abs().min(400)).fold(1.0, |power, _| power * 10.0);
        if self.exponent < 0 { digits / power } else { digits * power }
    }

    /// There is no whole number for minus zero.
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
