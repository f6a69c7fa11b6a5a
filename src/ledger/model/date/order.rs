//! Order of dates: which is later, by the clock, by the days, or not at all.

use super::Date;

impl Date {
    /// True when the record itself doubts the date (`?`, `%`).
    #[must_use]
    pub fn doubtful(&self) -> bool {
        self.start_doubt || self.end_doubt
    }

    /// True when it is later than another for certain: by the clock where both give time and zone, else when its first
    /// day comes after the other's last. False where the two overlap, or one is in doubt: their order is not known.
    #[must_use]
    pub fn later_than(&self, other: &Self) -> bool {
        if self.doubtful() || other.doubtful() {
            return false;
        }
        match (self.instant(), other.instant()) {
            (Some(this), Some(that)) => this > that,
            _ => self.first() > other.last(),
        }
    }

    /// The moment that it names, in minutes since 1 January 1970 UTC; none where time or zone is missing.
    #[must_use]
    pub fn instant(&self) -> Option<i64> {
        let clock = self.clock?;
        Some(i64::from(self.first) * 1440 + i64::from(clock.minute) - i64::from(clock.zone?))
    }

    /// A key that sorts dates for display: by the clock where time and zone are given, else from the first minute of
    /// the first day; then by first and last day. Beside clocks of other zones, this order may differ from
    /// [`Date::later_than`].
    #[must_use]
    pub fn order(&self) -> (i64, i32, i32) {
        let from = self.instant().unwrap_or_else(|| i64::from(self.first()) * 1440);
        (from, self.first(), self.last())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|message| panic!("{message}"))
    }

    #[test]
    fn instants_decide_the_order_also_across_calendar_days() {
        for (earlier, later) in [
            ("2031-05-04", "2031-05-05"),
            ("2031-05-05T00:30+03:00", "2031-05-04T23:00Z"),
            ("2031-05-04T10:00Z", "2031-05-04T10:01Z"),
            ("2031-05-04T23:30Z", "2031-05-06T00:30+02:00"),
        ] {
            assert!(date(later).later_than(&date(earlier)), "{later} after {earlier}");
            assert!(!date(earlier).later_than(&date(later)), "{earlier} before {later}");
        }
        // The same moment, and a time beside a day that has none.
        for (one, other) in
            [("2031-05-05T00:30+03:00", "2031-05-04T21:30Z"), ("2031-05-04", "2031-05-04T10:00Z")]
        {
            assert!(
                !date(one).later_than(&date(other)) && !date(other).later_than(&date(one)),
                "{one} {other}"
            );
        }
    }

    #[test]
    fn a_date_in_doubt_orders_nothing_and_stays_in_doubt() {
        for text in ["2031-05-06?", "2031-05%", "2031?", "2031-05-06?/2031-05-07", "2031-05-06/2031-05-07?"] {
            let doubtful = date(text);
            assert!(doubtful.doubtful() && doubtful.words().ends_with(" (uncertain)"), "{text}");
            assert_eq!(doubtful.to_string(), text);
            assert!(!doubtful.later_than(&date("2030-01-01")) && !date("2032-01-01").later_than(&doubtful));
        }
        assert!(!date("2031-05-06~").doubtful());
    }

    #[test]
    fn a_year_too_far_away_to_count_in_days_is_no_open_end() {
        for text in
            ["Y9E77", "2004/Y3E31", "Y2E62011/2031-09", "2004/Y-202E3202", "Y17E7/Y17E8", "Y20000/2031"]
        {
            let fault = Date::parse(text).err();
            assert_eq!(fault, Some(format!("`{text}` is not a date")));
        }
    }

    #[test]
    fn a_date_without_beginning_and_end_is_none() {
        for text in ["../..", "..1984/", "Y9E77", "[..]"] {
            assert!(Date::parse(text).is_err(), "{text}");
        }
        for text in ["../1984", "1984/.."] {
            assert_eq!(date(text).to_string(), text);
        }
    }
}
