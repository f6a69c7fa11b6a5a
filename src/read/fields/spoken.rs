//! Dates as people say them: `23 March 2024`, `yesterday`, `Monday`, counted from the day on which they are read.

use super::meant::dates;
use crate::ledger::model::date::{Date, civil};

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The dates that somebody may mean, as a ledger writes them; none where it is no date. Several where day and month cannot be
/// told apart. `from` is the day, as a number, from which `yesterday` is counted: `Monday` is that day itself or the last
/// Monday before it, and `23 March` is of its year, or of the year before where that day had not come yet.
#[must_use]
pub fn spoken(text: &str, from: i32) -> Vec<String> {
    if Date::parse(text).is_ok() {
        return vec![text.trim().to_owned()];
    }
    let lower = text.trim().to_lowercase();
    let words: Vec<&str> =
        lower.split([' ', ',']).filter(|word| !matches!(*word, "" | "on" | "the" | "last" | "of")).collect();
    match words[..] {
        ["today"] => return vec![written(from)],
        ["yesterday"] => return vec![written(from - 1)],
        [word] => {
            let day = DAYS.iter().position(|day| *day == word || (word.len() == 3 && day.starts_with(word)));
            if let Some(day) = day {
                // 1 January 1970 was a Thursday.
                let back = (from + 3 - i32::try_from(day).unwrap_or_default()).rem_euclid(7);
                return vec![written(from - back)];
            }
        }
        _ => {}
    }
    let found = dates(text);
    if !found.is_empty() || words.len() != 2 {
        return found;
    }
    let year = civil(from).0;
    let not_later = |date: &String| Date::parse(date).is_ok_and(|date| date.first() <= from);
    let in_year = |year: i32| dates(&format!("{text} {year:04}"));
    let this = in_year(year);
    if this.iter().all(not_later) { this } else { in_year(year - 1) }
}

/// The same, where something on file may say of which year a day is that was given without one: `12 March` is also that
/// nearest to this day. That comes first; several are a question.
#[must_use]
pub fn near(text: &str, from: i32, day: Option<i32>) -> Vec<String> {
    let mut found = spoken(text, from);
    let lower = text.trim().to_lowercase();
    let words = lower.split([' ', ',']).filter(|word| !matches!(*word, "" | "on" | "the" | "last" | "of"));
    let Some(day) = day.filter(|_| words.count() == 2 && dates(text).is_empty()) else { return found };
    let year = civil(day).0;
    let each = (year - 1..=year + 1).flat_map(|year| dates(&format!("{text} {year:04}")));
    let distance = |date: &String| Date::parse(date).map_or(i32::MAX, |date| (date.first() - day).abs());
    if let Some(nearest) = each.min_by_key(distance) {
        found.retain(|date| *date != nearest);
        found.insert(0, nearest);
    }
    found
}

/// The day of the week of a date that is one day.
#[must_use]
pub fn weekday(date: &Date) -> Option<&'static str> {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let day = usize::try_from((date.first() + 3).rem_euclid(7)).ok()?;
    (date.first() == date.last()).then_some(names[day])
}

/// A day as a ledger writes it.
fn written(day: i32) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::model::date::day_number;

    #[test]
    fn a_date_is_counted_from_the_day_on_which_it_is_read() {
        // A Tuesday.
        let from = day_number(2031, 5, 6);
        for (said, meant) in [
            ("2031-05-04~", "2031-05-04~"),
            ("23 March 2024", "2024-03-23"),
            ("March 23, 2024", "2024-03-23"),
            ("23.3.2024", "2024-03-23"),
            ("3.3.2024", "2024-03-03"),
            ("today", "2031-05-06"),
            ("Yesterday", "2031-05-05"),
            ("Monday", "2031-05-05"),
            ("on Tuesday", "2031-05-06"),
            ("last wed", "2031-04-30"),
            ("4 May", "2031-05-04"),
            ("7 May", "2030-05-07"),
            ("December 24", "2030-12-24"),
            ("May 2031", "2031-05"),
        ] {
            assert_eq!(spoken(said, from), [meant], "{said}");
        }
        assert_eq!(spoken("3.4.2024", from), ["2024-04-03", "2024-03-04"]);
        for none in ["", "soon", "32 May", "monday week", "5", "the", "May 2031 2032", "0", "\u{0}"] {
            assert!(spoken(none, from).is_empty(), "{none}: {:?}", spoken(none, from));
        }
        assert_eq!(weekday(&Date::day(from)), Some("Tuesday"));
        let event = Some(day_number(2030, 3, 12));
        assert_eq!(near("12 March", from, event), ["2030-03-12", "2031-03-12"]);
        assert_eq!(near("December 30", from, event), ["2029-12-30", "2030-12-30"]);
        assert_eq!(near("4 May", from, Some(from)), ["2031-05-04"]);
        for same in ["yesterday", "Monday", "2031-05-04", "3.4.2024", "May 2031", "soon"] {
            assert_eq!(near(same, from, event), spoken(same, from), "{same}");
        }
    }
}
