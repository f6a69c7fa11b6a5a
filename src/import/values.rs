//! What a cell holds, as a ledger writes it: dates and numbers.

use super::mapping::{Mapping, Template};
use crate::ledger::model::date::Date;
use crate::read::fields::meant::dates;

/// A date as a ledger writes it.
///
/// # Errors
/// It is none, or may be several, in words.
pub fn date(text: &str, template: &Template, mapping: &Mapping) -> Result<String, String> {
    let text = text.trim();
    let found = if Date::parse(text).is_ok() { vec![text.to_owned()] } else { dates(text) };
    let date = match (&found[..], mapping.day_first) {
        ([], _) => return Err(format!("“{text}” is no date: {}", remedy(text))),
        ([only], _) => only,
        ([day, ..], Some(true)) => day,
        ([_, month, ..], Some(false)) => month,
        ([day, month, ..], None) => {
            return Err(format!(
                "“{text}” may be {day} or {month}; say with `dates: day-first` or `dates: month-first`"
            ));
        }
    };
    let of_years = template.columns().any(|column| mapping.years.contains(&column));
    let year = date.split_once('-').map(|(year, rest)| (year, rest.get(..5)));
    Ok(match year {
        Some((year, Some("01-01"))) if of_years => year.to_owned(),
        _ => date.clone(),
    })
}

/// What to do about a text that is no date.
fn remedy(text: &str) -> &'static str {
    let numbers = || text.split([' ', 'T']).next().unwrap_or_default().split(['/', '.', '-']);
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if numbers().count() == 3 && numbers().all(digits) {
        "write its year with four digits in the sheet"
    } else {
        "write it in the sheet as 2031-05-04, or name the word under `unknown`"
    }
}

/// A number in digits, without what divides thousands.
///
/// # Errors
/// It is none, in words.
pub fn number(text: &str) -> Result<String, String> {
    let text = text.trim();
    let (whole, rest) = match text.split_once('.') {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (text, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> =
        whole.trim_start_matches('-').split([',', ' ', '\u{a0}', '\u{202f}', '\'']).collect();
    let grouped = groups.iter().skip(1).all(|group| group.len() == 3) && groups[0].len() <= 3;
    let sound =
        groups.iter().all(|group| digits(group)) && (groups.len() == 1 || grouped) && rest.is_none_or(digits);
    if !sound {
        return Err(format!("“{text}” is no number"));
    }
    if let Some(rest) = rest.filter(|rest| rest.len() == 3 && groups.len() == 1)
        && groups[0].len() <= 3
        && !groups[0].starts_with('0')
    {
        // In half of the world a point divides thousands.
        let shown = |number: &str| number.trim_end_matches('0').trim_end_matches('.').to_owned();
        let (thousands, parts) = (format!("{whole}{rest}"), shown(&format!("{whole}.{rest}")));
        return Err(format!("“{text}” may be {thousands} or {parts}: write it so in the sheet"));
    }
    let sign = if whole.starts_with('-') { "-" } else { "" };
    let rest = rest.map(|rest| rest.trim_end_matches('0')).filter(|rest| !rest.is_empty());
    Ok(format!("{sign}{}{}", groups.concat(), rest.map_or_else(String::new, |rest| format!(".{rest}"))))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_as_sheets_write_them() {
        for (text, expected) in
            [("7", "7"), ("7.0", "7"), ("1,234", "1234"), ("12 345.50", "12345.5"), ("-3", "-3")]
                .into_iter()
                .chain([("0.125", "0.125"), ("1,234.500", "1234.5"), ("1234.500", "1234.5"), ("1.50", "1.5")])
        {
            assert_eq!(number(text).as_deref(), Ok(expected));
        }
        for text in
            ["at least 7", "7-9", "1,23", "", "7,5", ".", "12.000", "1.500", "-1.500", "10.000", "1.234.567"]
        {
            assert!(number(text).is_err(), "{text}");
        }
    }
}
