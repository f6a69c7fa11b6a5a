//! Days of the proleptic Gregorian calendar as numbers since 1 January 1970, and back.

/// The number of a calendar day, counted from 1 January 1970.
#[must_use]
pub fn day_number(year: i32, month: u8, day: u8) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month = (i32::from(month) + 9) % 12;
    let day_of_year = (153 * month + 2) / 5 + i32::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The year, month and day of a day number.
#[must_use]
pub fn civil(day: i32) -> (i32, u8, u8) {
    let shifted = i64::from(day) + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let date = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (
        i32::try_from(year).unwrap_or(i32::MAX),
        u8::try_from(month).unwrap_or(1),
        u8::try_from(date).unwrap_or(1),
    )
}

/// The number of a day written `2024-01-28`, as most are; none where it is written otherwise, or is no day.
pub(super) fn plain_day(text: &str) -> Option<i32> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + i32::from(digit - b'0'))
        })
    };
    let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    // A day that the calendar does not have comes back as another day.
    let number = (1..=12).contains(&month).then(|| day_number(year, month, day))?;
    (civil(number) == (year, month, day)).then_some(number)
}

/// The first day of the month before that of `day`.
pub(super) fn month_before(day: i32) -> i32 {
    let (year, month, _) = civil(day);
    if month == 1 { day_number(year - 1, 12, 1) } else { day_number(year, month - 1, 1) }
}

/// The last day of the month after that of `day`.
pub(super) fn month_after(day: i32) -> i32 {
    let (year, month, _) = civil(day);
    let (year, month) = if month >= 11 { (year + 1, month - 10) } else { (year, month + 2) };
    day_number(year, month, 1) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_and_back() {
        assert_eq!(day_number(1970, 1, 1), 0);
        assert_eq!(day_number(2024, 2, 29) + 1, day_number(2024, 3, 1));
        for day in -800_000..800_000 {
            let (year, month, date) = civil(day);
            assert_eq!(day_number(year, month, date), day);
        }
    }

    #[test]
    fn plain_days_are_those_of_the_grammar() {
        for day in day_number(1999, 12, 1)..day_number(2101, 2, 1) {
            let (year, month, date) = civil(day);
            assert_eq!(plain_day(&format!("{year:04}-{month:02}-{date:02}")), Some(day));
        }
        for odd in
            ["2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-04-31", "2024-1-011", "+024-01-01"]
        {
            assert_eq!(plain_day(odd), None, "{odd}");
        }
        assert_eq!(plain_day("0000-02-29"), Some(day_number(0, 2, 29)));
    }

    #[test]
    fn neighbouring_months() {
        assert_eq!(month_before(day_number(2024, 1, 15)), day_number(2023, 12, 1));
        assert_eq!(month_after(day_number(2024, 1, 31)), day_number(2024, 2, 29));
        assert_eq!(month_after(day_number(2023, 12, 1)), day_number(2024, 1, 31));
        assert_eq!(month_after(day_number(2023, 11, 1)), day_number(2023, 12, 31));
    }
}
