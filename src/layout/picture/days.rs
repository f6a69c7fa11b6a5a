//! Columns of a picture of time: the days on which something was said, or months or years where days would be too many.
//! They stand side by side, and a gap marks days left out between them.

use std::collections::BTreeSet;

use crate::ledger::model::date::{Date, civil, day_number};

/// The columns, by the first day of each.
pub struct Days {
    unit: Unit,
    starts: Vec<i32>,
}

#[derive(Clone, Copy, PartialEq)]
enum Unit {
    Day,
    Month,
    Years(i32),
}

/// All units, from the finest to the coarsest.
const UNITS: [Unit; 6] =
    [Unit::Day, Unit::Month, Unit::Years(1), Unit::Years(10), Unit::Years(100), Unit::Years(1000)];

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Days {
    /// The columns for these dates in the finest unit that needs no more than `most` of them; in the coarsest where
    /// none does.
    pub fn new(dates: &[Date], most: usize) -> Self {
        let of = |unit: Unit| {
            let starts: BTreeSet<i32> = dates.iter().map(|date| begin(unit, day(date))).collect();
            Self { unit, starts: starts.into_iter().collect() }
        };
        let fits = UNITS.into_iter().map(of).find(|days| days.starts.len() <= most);
        fits.unwrap_or_else(|| of(Unit::Years(1000)))
    }

    /// The number of columns.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// The first and the last column that a date touches.
    pub fn of(&self, date: &Date) -> (usize, usize) {
        let until = |last: i32| self.starts.partition_point(|start| *start <= last).saturating_sub(1);
        let from = until(begin(self.unit, day(date)));
        (from, until(date.last()).max(from))
    }

    /// True when units without a column lie between a column and the one before it.
    pub fn gap_before(&self, column: usize) -> bool {
        column > 0 && after(self.unit, self.starts[column - 1]) < self.starts[column]
    }

    /// The lines above a column: day, month and year, each empty where it is the same as before.
    pub fn heading(&self, column: usize) -> [String; 3] {
        let (year, month, day) = civil(self.starts[column]);
        let before = column.checked_sub(1).map(|at| civil(self.starts[at]));
        let name = |month: u8| MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default().to_owned();
        let new_year = before.is_none_or(|(earlier, _, _)| earlier != year);
        let new_month = new_year || before.is_none_or(|(_, earlier, _)| earlier != month);
        let year_words = if new_year { year.to_string() } else { String::new() };
        match self.unit {
            Unit::Day => [day.to_string(), if new_month { name(month) } else { String::new() }, year_words],
            Unit::Month => [name(month), year_words, String::new()],
            Unit::Years(1) => [year.to_string(), String::new(), String::new()],
            Unit::Years(_) => [format!("{year}s"), String::new(), String::new()],
        }
    }

    /// The word for the unit of a column, for one and for several.
    pub fn unit(&self) -> (&'static str, &'static str) {
        match self.unit {
            Unit::Day => ("day", "days"),
            Unit::Month => ("month", "months"),
            Unit::Years(1) => ("year", "years"),
            Unit::Years(10) => ("decade", "decades"),
            Unit::Years(100) => ("century", "centuries"),
            Unit::Years(_) => ("millennium", "millennia"),
        }
    }
}

/// The day at which a date is drawn: its first, or its last where its beginning is open, kept within years of four
/// digits.
fn day(date: &Date) -> i32 {
    let day = if date.first() == i32::MIN { date.last() } else { date.first() };
    day.clamp(day_number(-9999, 1, 1), day_number(9999, 12, 31))
}

/// The first day of the unit in which a day lies.
fn begin(unit: Unit, day: i32) -> i32 {
    let (year, month, _) = civil(day);
    match unit {
        Unit::Day => day,
        Unit::Month => day_number(year, month, 1),
        Unit::Years(count) => day_number(year.div_euclid(count) * count, 1, 1),
    }
}

/// The first day of the unit after that which begins on a day.
fn after(unit: Unit, day: i32) -> i32 {
    let (year, month, _) = civil(day);
    match unit {
        Unit::Day => day + 1,
        Unit::Month => begin(Unit::Month, day_number(year, month, 28) + 4),
        Unit::Years(count) => day_number(year + count, 1, 1),
    }
}
