//! Dates as intervals of days: EDTF as written, the days that it denotes, and the clock where a time is given.

mod calendar;
mod order;
mod written;

use edtf_core::{Bound, BoundDate, Edtf, IntervalEndpoint, Precision, TimeShift};

pub use calendar::{civil, day_number};
use calendar::{month_after, month_before};
use written::Zone;

/// The unit in which one end of a date is written; `~` widens that end by one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Unit {
    Day,
    Month,
    Year,
}

/// A time of day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Clock {
    /// Minutes since midnight, as written.
    minute: u16,
    /// Minutes east of Greenwich, where a zone is given.
    zone: Option<i16>,
}

/// A date as an interval of days. It denotes its days as written; `~` widens it by one of its own units each way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(clippy::struct_excessive_bools)] // each is one mark of the notation
pub struct Date {
    first: i32,
    last: i32,
    start_unit: Unit,
    end_unit: Unit,
    start_about: bool,
    end_about: bool,
    start_doubt: bool,
    end_doubt: bool,
    interval: bool,
    clock: Option<Clock>,
}

/// An interval with its ends the other way round; none where that is no date either.
#[must_use]
pub fn turned(text: &str) -> Option<String> {
    let (from, to) = text.trim().split_once('/').filter(|(from, to)| !from.is_empty() && !to.is_empty())?;
    let turned = format!("{to}/{from}");
    Edtf::parse(&turned).ok().and_then(|date| days(&date)).map(|_| turned)
}

impl Date {
    /// Reads an EDTF date; a time may be given to the minute.
    ///
    /// # Errors
    /// The fault of the text, in words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if let Some(day) = calendar::plain_day(text) {
            return Ok(Self::day(day));
        }
        let date = Self::parse_edtf(text)?;
        if (date.first, date.last) == (i32::MIN, i32::MAX) {
            return Err(format!("`{text}` is every day there is"));
        }
        Ok(date)
    }

    fn parse_edtf(text: &str) -> Result<Self, String> {
        let wrong = || match turned(text) {
            Some(_) => format!("`{text}` ends before it begins"),
            None => format!("`{text}` is not a date"),
        };
        match Edtf::parse(&with_seconds(text)).map_err(|_| wrong())? {
            Edtf::DateTime(both) => {
                let mut date = Self::parse(text.split('T').next().unwrap_or(text))?;
                let zone = both.time.shift.map(|shift| match shift {
                    TimeShift::Utc => 0,
                    TimeShift::Offset { minutes, .. } => minutes,
                });
                let minute = u16::from(both.time.hour) * 60 + u16::from(both.time.minute);
                date.clock = Some(Clock { minute, zone });
                Ok(date)
            }
            whole @ Edtf::Date(inner) => {
                let (first, last) = days(&whole).ok_or_else(wrong)?;
                // A season is no unit, and `1950S2` is a century.
                let several = civil(first).0 != civil(last).0 || inner.precision() == Precision::Season;
                if inner.has_unspecified() || several {
                    let date = Self::between(first, last, Unit::Day, false, Unit::Day, false, true);
                    let doubt = inner.is_uncertain();
                    return Ok(Self { start_doubt: doubt, end_doubt: doubt, ..date });
                }
                let (unit, about) = (unit(&inner), inner.is_approximate());
                let doubt = inner.is_uncertain();
                let date = Self::between(first, last, unit, about, unit, about, false);
                Ok(Self { start_doubt: doubt, end_doubt: doubt, ..date })
            }
            whole @ Edtf::Interval(inner) => {
                let (first, last) = days(&whole).ok_or_else(wrong)?;
                if first > last {
                    return Err(format!("`{text}` ends before it begins"));
                }
                let end = |endpoint: &IntervalEndpoint| match endpoint {
                    IntervalEndpoint::Date(date) => (unit(date), date.is_approximate(), date.is_uncertain()),
                    _ => (Unit::Day, false, false),
                };
                let (start_unit, start_about, start_doubt) = end(&inner.start);
                let (end_unit, end_about, end_doubt) = end(&inner.end);
                let date = Self::between(first, last, start_unit, start_about, end_unit, end_about, true);
                Ok(Self { start_doubt, end_doubt, ..date })
            }
            whole @ Edtf::Set(_) => {
                let (first, last) = days(&whole).ok_or_else(wrong)?;
                Ok(Self::between(first, last, Unit::Day, false, Unit::Day, false, true))
            }
        }
    }

    /// The single day with a number (days since 1 January 1970).
    #[must_use]
    pub fn day(number: i32) -> Self {
        Self::between(number, number, Unit::Day, false, Unit::Day, false, false)
    }

    #[allow(clippy::fn_params_excessive_bools)]
    fn between(
        first: i32,
        last: i32,
        start_unit: Unit,
        start_about: bool,
        end_unit: Unit,
        end_about: bool,
        interval: bool,
    ) -> Self {
        Self {
            first,
            last,
            start_unit,
            end_unit,
            start_about,
            end_about,
            start_doubt: false,
            end_doubt: false,
            interval,
            clock: None,
        }
    }

    /// The first day that it may denote, as a number; `i32::MIN` for an open beginning.
    #[must_use]
    pub fn first(&self) -> i32 {
        if self.start_about { earlier(self.first, self.start_unit) } else { self.first }
    }

    /// The last day that it may denote, as a number; `i32::MAX` for an open end.
    #[must_use]
    pub fn last(&self) -> i32 {
        if self.end_about { after(self.last, self.end_unit) } else { self.last }
    }

    /// The date with `~` on both ends.
    #[must_use]
    pub fn about(mut self) -> Self {
        self.start_about = true;
        self.end_about = true;
        self
    }

    /// The date for people: "28 Jan 2024", "28–29 Jan 2024", "about 2024", "28 Jan 2024 (uncertain)".
    #[must_use]
    pub fn words(&self) -> String {
        let doubt = if self.doubtful() { " (uncertain)" } else { "" };
        format!("{}{doubt}", self.days_in_words())
    }

    /// When something was, for people: "on 28 Jan 2024", "until 28 Jan 2024".
    #[must_use]
    pub fn on(&self) -> String {
        let open = self.interval && (self.first == i32::MIN || self.last == i32::MAX);
        if open { self.words() } else { format!("on {}", self.words()) }
    }

    fn days_in_words(&self) -> String {
        let about = if self.start_about && self.end_about { "about " } else { "" };
        if !self.interval {
            let clock = self.clock.map_or(String::new(), |clock| {
                let zone = clock.zone.map_or(String::new(), |zone| format!(" {}", Zone(zone)));
                format!(", {:02}:{:02}{zone}", clock.minute / 60, clock.minute % 60)
            });
            return format!("{about}{}{clock}", named(self.first, self.start_unit, true));
        }
        let ((y1, m1, _), (y2, m2, _)) = (civil(self.first), civil(self.last));
        let days = self.start_unit == Unit::Day && self.end_unit == Unit::Day;
        if self.first == i32::MIN {
            format!("{about}until {}", named(self.last, self.end_unit, true))
        } else if self.last == i32::MAX {
            format!("{about}since {}", named(self.first, self.start_unit, true))
        } else if days && (y1, m1) == (y2, m2) {
            format!("{about}{}–{}", civil(self.first).2, named(self.last, Unit::Day, true))
        } else {
            let start = named(self.first, self.start_unit, y1 != y2 || self.start_unit == Unit::Year);
            format!("{about}{start} – {}", named(self.last, self.end_unit, true))
        }
    }
}

fn named(day: i32, unit: Unit, with_year: bool) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, date) = civil(day);
    let month = MONTHS[(month as usize + 11) % 12];
    match (unit, with_year) {
        (Unit::Year, _) => format!("{year}"),
        (Unit::Month, true) => format!("{month} {year}"),
        (Unit::Month, false) => month.to_owned(),
        (Unit::Day, true) => format!("{date} {month} {year}"),
        (Unit::Day, false) => format!("{date} {month}"),
    }
}

/// The text with seconds added to a time in minutes, since the grammar wants them.
fn with_seconds(text: &str) -> String {
    let Some((date, time)) = text.split_once('T') else { return text.to_owned() };
    let zone = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone);
    if clock.len() == 5 { format!("{date}T{clock}:00{zone}") } else { text.to_owned() }
}

/// The first and the last day of a date, open ends at the ends of time; none for years too far away to count in days.
fn days(date: &Edtf) -> Option<(i32, i32)> {
    let bounds = date.bounds();
    // Beyond a certain year the library gives no day, just as for an open end.
    let open = |end: &IntervalEndpoint| !matches!(end, IntervalEndpoint::Date(_));
    let (from, to) = match date {
        Edtf::Interval(interval) => (open(&interval.start), open(&interval.end)),
        Edtf::Set(_) => (true, true),
        Edtf::Date(_) | Edtf::DateTime(_) => (false, false),
    };
    let day = |bound: Bound, open: Option<i32>| match bound {
        Bound::Date(BoundDate { year, month, day }) => {
            (-9999..=9999).contains(&year).then(|| day_number(i32::try_from(year).unwrap_or(0), month, day))
        }
        _ => open,
    };
    Some((day(bounds.earliest, from.then_some(i32::MIN))?, day(bounds.latest, to.then_some(i32::MAX))?))
}

fn unit(date: &edtf_core::Date) -> Unit {
    match date.precision() {
        Precision::Day => Unit::Day,
        // Seasons begin and end with months.
        Precision::Month | Precision::Season => Unit::Month,
        Precision::Year => Unit::Year,
    }
}

fn earlier(day: i32, unit: Unit) -> i32 {
    match unit {
        _ if day == i32::MIN => day,
        Unit::Day => day - 1,
        Unit::Month => month_before(day),
        Unit::Year => day_number(civil(day).0 - 1, 1, 1),
    }
}

fn after(day: i32, unit: Unit) -> i32 {
    match unit {
        _ if day == i32::MAX => day,
        Unit::Day => day + 1,
        Unit::Month => month_after(day),
        Unit::Year => day_number(civil(day).0 + 1, 12, 31),
    }
}
