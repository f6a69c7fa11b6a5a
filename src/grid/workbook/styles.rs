//! Which cells of an XLSX are dates: numbers that a format shows as days or times.

use quick_xml::events::Event;
use rustc_hash::FxHashMap;

use super::super::{Cell, Fault, Kind};
use super::stream::Stream;
use crate::ledger::model::date::{civil, day_number};
use crate::read::files::xml::attribute;

/// For each format of cells whether it shows a date.
///
/// # Errors
/// The part cannot be read.
pub fn dates(mut part: Stream<'_>) -> Result<Vec<bool>, Fault> {
    let mut codes: FxHashMap<u32, bool> = FxHashMap::default();
    let mut formats = Vec::new();
    let mut of_cells = false;
    loop {
        match part.next()? {
            Event::Start(element) | Event::Empty(element) => {
                let number = || attribute(&element, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                match element.local_name().as_ref() {
                    "cellXfs" => of_cells = true,
                    "numFmt" => {
                        let code = attribute(&element, "formatCode").unwrap_or_default();
                        codes.insert(number(), shows_date(&code));
                    }
                    "xf" if of_cells => {
                        let id = number();
                        formats.push(codes.get(&id).copied().unwrap_or_else(|| built_in(id)));
                    }
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => of_cells = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}

/// Whether a format that has only a number shows a date.
fn built_in(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45 | 47 | 50..=58)
}

/// Whether a format code shows a date: `dd/mm/yyyy`, and not `0 "days"` or `[h]:mm`, which is a duration.
fn shows_date(code: &str) -> bool {
    let mut letters = code.chars();
    let mut found = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => while letters.next().is_some_and(|letter| letter != '"') {},
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if matches!(inside.to_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss") {
                    return false;
                }
            }
            ';' => break,
            'G' | 'g' if letters.as_str().to_lowercase().starts_with("eneral") => return false,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => found = true,
            _ => {}
        }
    }
    found
}

/// A number as it is shown: with as many digits as a spreadsheet keeps.
pub fn number(text: &str) -> Cell {
    let text = text.trim();
    let whole = text.strip_prefix('-').unwrap_or(text);
    let shown = match text.parse::<f64>() {
        _ if whole.bytes().all(|byte| byte.is_ascii_digit()) => text.to_owned(),
        Ok(number) if number.is_finite() => {
            format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
        }
        _ => return Cell { text: text.to_owned(), kind: Kind::Text },
    };
    Cell { text: shown, kind: Kind::Number }
}

/// The day or time that a number of days stands for. `late` where they are counted from 1904.
pub fn date(text: &str, late: bool) -> Cell {
    const MINUTES: f64 = 24.0 * 60.0;
    /// 31 December 9999, in minutes.
    const LAST: f64 = 2_958_466.0 * MINUTES;
    let Some(serial) = text.trim().parse::<f64>().ok().filter(|serial| *serial >= 0.0) else {
        return number(text);
    };
    let minutes = (serial * MINUTES).round();
    if minutes >= LAST {
        return number(text);
    }
    // It is whole, and below the last day.
    #[allow(clippy::cast_possible_truncation)]
    let minutes = minutes as i64;
    let (days, minutes) = (i32::try_from(minutes / 1440).unwrap_or(0), minutes % 1440);
    let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    if days == 0 && !late {
        return Cell { text: time, kind: Kind::Text };
    }
    // Day 60 is 29 February 1900, which never was.
    let first = if late { day_number(1904, 1, 1) } else { day_number(1899, 12, 30) + i32::from(days < 60) };
    let (year, month, day) = civil(first + days);
    let time = if minutes == 0 { String::new() } else { format!("T{time}") };
    Cell { text: format!("{year:04}-{month:02}-{day:02}{time}"), kind: Kind::Date }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_dates_are_told_from_those_of_numbers() {
        for (code, shows) in [
            ("dd/mm/yyyy", true),
            ("[$-409]d. mmmm yyyy;@", true),
            ("0.00", false),
            ("0 \"days\"", false),
            ("[h]:mm", false),
            ("General", false),
            ("#,##0;[Red]-#,##0", false),
        ] {
            assert_eq!(shows_date(code), shows, "{code}");
        }
    }

    #[test]
    fn numbers_of_days_are_dates() {
        let shown = |text: &str| date(text, false).text;
        assert_eq!([shown("1"), shown("59"), shown("61")], ["1900-01-01", "1900-02-28", "1900-03-01"]);
        assert_eq!([shown("44197"), shown("44197.75")], ["2021-01-01", "2021-01-01T18:00"]);
        assert_eq!([shown("0.5"), shown("1e300"), shown("-1")].map(|text| text.len() < 400), [true; 3]);
        assert_eq!(date("42735", true).text, "2021-01-01");
        assert_eq!(number("0.30000000000000004").text, "0.3");
        assert_eq!(number("007").text, "007");
    }
}
