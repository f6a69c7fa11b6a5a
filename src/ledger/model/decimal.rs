//! Decimals as written: exact, with the digits that were given, and the figures that round to them.

use std::fmt;

/// Largest number of digits before the point, and of digits behind it.
const MOST: (usize, usize) = (12, 6);

/// Digits behind the point in bounds: enough to halve the last digit of any decimal and to leave out an end.
const SCALE: u32 = 8;

/// A decimal number, with as many digits behind the point as were written: 3.50 is not 3.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal {
    /// The number without its point.
    mantissa: i64,
    /// The number of digits behind the point.
    digits: u8,
}

impl Decimal {
    /// The number that a text gives: `52`, `-0.3`, `+12.50`; none for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, plain) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, part) = plain.split_once('.').map_or((plain, None), |(whole, part)| (whole, Some(part)));
        let sound = |digits: &str, most| {
            (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !sound(whole, MOST.0) || part.is_some_and(|part| !sound(part, MOST.1)) {
            return None;
        }
        let part = part.unwrap_or_default();
        let mantissa: i64 = format!("{whole}{part}").parse().ok()?;
        let mantissa = if negative { -mantissa } else { mantissa };
        Some(Self { mantissa, digits: u8::try_from(part.len()).ok()? })
    }

    /// The number itself, in units of the scale of bounds.
    #[must_use]
    pub fn exact(self) -> i128 {
        i128::from(self.mantissa) * self.unit()
    }

    /// The lowest and the highest figure that rounds to it, in units of the scale of bounds. The ends of the stretch
    /// are left out, so that neighbours (3 and 4) have nothing in common.
    #[must_use]
    pub fn rounds(self) -> (i128, i128) {
        let half = self.unit() / 2 - 1;
        (self.exact() - half, self.exact() + half)
    }

    /// One more in its last digit, in units of the scale of bounds.
    fn unit(self) -> i128 {
        10_i128.pow(SCALE.saturating_sub(self.digits.into()))
    }
}

impl fmt::Display for Decimal {
    /// Writes the number as it was written, without `+`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = usize::from(self.digits);
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let plain = format!("{:0>1$}", self.mantissa.unsigned_abs(), digits + 1);
        let (whole, part) = plain.split_at(plain.len() - digits);
        let point = if digits == 0 { "" } else { "." };
        write!(f, "{sign}{whole}{point}{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_and_written() {
        for text in ["0", "52", "-0.3", "12.50", "0.05", "-7", "999999999999.000001"] {
            assert_eq!(Decimal::parse(text).map(|read| read.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Decimal::parse("+3.5"), Decimal::parse("3.5"));
        for odd in ["", "-", ".5", "5.", "1,5", "1 5", "--1", "1e3", "1.2.3", "1234567890123", "٣"] {
            assert_eq!(Decimal::parse(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_figure_agrees_with_what_rounds_to_it() {
        let rounds = |text: &str| Decimal::parse(text).map(Decimal::rounds).unwrap_or_default();
        let meet = |a: &str, b: &str| rounds(a).0 <= rounds(b).1 && rounds(b).0 <= rounds(a).1;
        for (a, b) in [("52", "52.3"), ("52", "51.6"), ("52.3", "52.34"), ("-1", "-1.4"), ("3", "3.5")] {
            assert!(meet(a, b), "{a} {b}");
        }
        for (a, b) in [("52", "52.6"), ("3", "4"), ("52.3", "52.4"), ("-1", "1"), ("0.1", "0.2")] {
            assert!(!meet(a, b), "{a} {b}");
        }
    }
}
