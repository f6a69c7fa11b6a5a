//! What somebody meant who wrote a date or an id in another way than a ledger writes it.

use crate::ledger::model::date::{Date, turned};
use crate::ledger::model::party::UNKNOWN;
use crate::ledger::model::proposition::is_name;

/// How an id is written.
pub const ID_HELP: &str =
    "an id is small letters a to z, digits and hyphens, and begins with a letter or digit";

/// How a date is written.
pub const DATE_HELP: &str = "dates are written 2024, 2024-01, 2024-01-28, 2024-01-28~ (about), 2024-01-27/2024-01-29 or 2024-01-28T05:30+03:00";

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What to do about a text that is no date: the date that was meant, or the ways to write one.
#[must_use]
pub fn date_help(text: &str) -> String {
    // Asked, and never taken for what was meant.
    if let Some(turned) = turned(text).filter(|turned| Date::parse(turned).is_ok()) {
        return format!("did you mean `{turned}`?");
    }
    match dates(text).as_slice() {
        [] => DATE_HELP.to_owned(),
        [one] => format!("did you mean `{one}`?"),
        [day_first, month_first, ..] => {
            format!("did you mean `{day_first}` (day before month) or `{month_first}` (month before day)?")
        }
    }
}

/// The days that a text may mean, as a ledger writes them.
pub(crate) fn dates(text: &str) -> Vec<String> {
    let text = text.trim();
    // `2024-01-28 5:30` lacks its `T`; what stands behind the minutes in `2024-01-28T05:30 (local)` says nothing more.
    if let Some((day, clock)) = text.split_once([' ', 'T'])
        && let Some((hour, rest)) = clock.trim().split_once(':')
    {
        let moments = [rest, rest.trim_end_matches(" (local)").trim_end_matches(" local time")]
            .map(|rest| format!("{day}T{hour:0>2}:{rest}"));
        if let Some(moment) = moments.into_iter().find(|moment| Date::parse(moment).is_ok()) {
            return vec![moment];
        }
    }
    // `21.04.2031 14:30`: any day, and behind it a time.
    if let Some((day, clock)) = text.rsplit_once([' ', 'T'])
        && let Some((hour, rest)) = clock.split_once(':')
        && !day.contains(':')
    {
        let minute = rest.strip_suffix(":00").filter(|rest| rest.contains(|_| true)).unwrap_or(rest);
        let moments =
            dates(day.trim_end_matches(',')).into_iter().map(|day| format!("{day}T{hour:0>2}:{minute}"));
        return moments.filter(|moment| Date::parse(moment).is_ok()).collect();
    }
    // Hours and minutes are no days and months.
    if text.contains(':') {
        return Vec::new();
    }
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let numbers: Vec<&str> = words.iter().filter_map(|word| number(word)).collect();
    let month = words.iter().find_map(|word| month(word));
    let mut found = Vec::new();
    let day = |year: &str, month: &str, day: &str| format!("{year}-{month:0>2}-{day:0>2}");
    match (month, numbers.as_slice()) {
        (Some(month), [year]) if year.len() == 4 => found.push(format!("{year}-{month:0>2}")),
        (Some(month), [one, two]) => {
            let (year, on) = if one.len() == 4 { (one, two) } else { (two, one) };
            found.push(day(year, &month, on));
        }
        (None, [year, month, on]) if year.len() == 4 => found.push(day(year, month, on)),
        (None, [one, two, year]) if year.len() == 4 => {
            found.push(day(year, two, one));
            found.push(day(year, one, two));
        }
        (None, [year, month]) if year.len() == 4 => found.push(format!("{year}-{month:0>2}")),
        (None, [month, year]) if year.len() == 4 => found.push(format!("{year}-{month:0>2}")),
        _ => {}
    }
    found.retain(|date| Date::parse(date).is_ok());
    found.dedup();
    found
}

/// `28`, and `28` of `28th`.
fn number(word: &str) -> Option<&str> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let sound = matches!(ending, "" | "st" | "nd" | "rd" | "th");
    (sound && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// The number of a month, by its English name or the beginning of it.
fn month(word: &str) -> Option<String> {
    let word = word.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| word.starts_with(month))?;
    Some((at + 1).to_string())
}

/// What to do about a text that is no id: the id that was meant, and how one is written.
#[must_use]
pub fn id_help(text: &str) -> String {
    meant_id(text).map_or_else(|| ID_HELP.to_owned(), |meant| format!("write `{meant}`: {ID_HELP}"))
}

/// The id that a text would have as one; none where nothing is left of it, or it is a word with a meaning of its own.
#[must_use]
pub fn meant_id(text: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    let plain = text.nfkd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter));
    let words: String = plain
        .flat_map(char::to_lowercase)
        .filter(|letter| !matches!(letter, '\'' | '"' | '‘' | '’' | '“' | '”' | '„' | '«' | '»'))
        .collect();
    let words: Vec<&str> = words
        .split(|letter: char| letter == '-' || !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let meant = words.join("-");
    (is_name(&meant) && !matches!(meant.as_str(), "self" | "not" | UNKNOWN)).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_another_manner_is_named_in_ours() {
        for (written, meant) in [
            ("28 January 2024", "`2024-01-28`"),
            ("January 28th, 2024", "`2024-01-28`"),
            ("Jan 2024", "`2024-01`"),
            ("28.01.2024", "`2024-01-28`"),
            ("01/28/2024", "`2024-01-28`"),
            ("2024-1-8", "`2024-01-08`"),
            ("2024/01/28", "`2024-01-28`"),
            ("2024-01-28 5:30", "`2024-01-28T05:30`"),
            ("2024-01-28T5:30+03:00", "`2024-01-28T05:30+03:00`"),
            ("2024-01-28T05:30 (local)", "`2024-01-28T05:30`"),
            ("2024-01-28/2024-01-27", "`2024-01-27/2024-01-28`"),
        ] {
            assert!(Date::parse(written).is_err(), "{written} is a date");
            assert_eq!(date_help(written), format!("did you mean {meant}?"), "{written}");
        }
        let either = date_help("03/04/2024");
        assert!(either.contains("`2024-04-03` (day before month) or `2024-03-04`"), "{either}");
        for nothing in
            ["yesterday", "2024-02-30", "28", "", "99/99/2024", "2024-01-28T05:30Z+3", "5:30, 2024"]
        {
            assert_eq!(date_help(nothing), DATE_HELP, "{nothing}");
        }
    }

    #[test]
    fn an_id_is_made_of_a_name() {
        for (written, meant) in [
            ("Norland", "norland"),
            ("norland_ministry", "norland-ministry"),
            ("“the Coast Front”", "the-coast-front"),
            ("Przewodów", "przewodow"),
        ] {
            assert!(id_help(written).starts_with(&format!("write `{meant}`: ")), "{}", id_help(written));
        }
        for none in ["—", "Self", "Unknown"] {
            assert_eq!(id_help(none), ID_HELP, "{none}");
        }
        assert_eq!(id_help("Київ"), ID_HELP);
    }
}
