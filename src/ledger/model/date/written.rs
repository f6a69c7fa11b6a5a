//! Dates written as EDTF, so that they can be read again.

use std::fmt;

use super::{Date, Unit, civil};

impl fmt::Display for Date {
    /// Writes the date as EDTF, so that it can be read again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = |about, uncertain| match (about, uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        if self.first == i32::MIN {
            f.write_str("..")?;
        } else {
            write_point(f, self.first, self.start_unit)?;
            f.write_str(mark(self.start_about, self.start_doubt))?;
        }
        if self.interval {
            f.write_str("/")?;
            if self.last == i32::MAX {
                return f.write_str("..");
            }
            write_point(f, self.last, self.end_unit)?;
            f.write_str(mark(self.end_about, self.end_doubt))?;
        }
        if let Some(clock) = self.clock {
            write!(f, "T{:02}:{:02}", clock.minute / 60, clock.minute % 60)?;
            if let Some(zone) = clock.zone {
                write!(f, "{}", Zone(zone))?;
            }
        }
        Ok(())
    }
}

/// A zone in minutes east of Greenwich, written `+03:00`.
pub(super) struct Zone(pub(super) i16);

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", self.0.abs() / 60, self.0.abs() % 60)
    }
}

fn write_point(f: &mut fmt::Formatter<'_>, day: i32, unit: Unit) -> fmt::Result {
    let (year, month, date) = civil(day);
    f.write_str(if year < 0 { "-" } else { "" })?;
    let year = year.abs();
    match unit {
        Unit::Year => write!(f, "{year:04}"),
        Unit::Month => write!(f, "{year:04}-{month:02}"),
        Unit::Day => write!(f, "{year:04}-{month:02}-{date:02}"),
    }
}
