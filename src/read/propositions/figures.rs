//! What somebody meant who wrote a figure in another way than a ledger writes it.

use crate::ledger::model::decimal::Decimal;
use crate::read::fields::meant::dates;

/// How a count is written.
const COUNT_HELP: &str = "a count is written in digits, from 0 to 1000000000000";

/// How a number is written.
const NUMBER_HELP: &str =
    "a number is written in digits with a point: 52.3, -0.5; at most 12 before it and 6 behind it";

/// Words that stand before a figure, and the sign that a ledger has for them.
const WORDS: [(&str, &str); 18] = [
    ("no fewer than ", ">="),
    ("not fewer than ", ">="),
    ("no more than ", "<="),
    ("not more than ", "<="),
    ("at least ", ">="),
    ("at most ", "<="),
    ("up to ", "<="),
    ("more than ", ">"),
    ("over ", ">"),
    ("fewer than ", "<"),
    ("less than ", "<"),
    ("under ", "<"),
    ("approximately ", "~"),
    ("about ", "~"),
    ("around ", "~"),
    ("some ", "~"),
    ("roughly ", "~"),
    ("ca. ", "~"),
];

/// Words and signs that stand behind a figure.
const BEHIND: [(&str, &str); 4] = [("+", ">="), (" or more", ">="), (" or fewer", "<="), (" or less", "<=")];

/// Signs that people write, and the ledger's.
const SIGNS: [(&str, &str); 6] =
    [("≥", ">="), ("≤", "<="), ("≈", "~"), ("=>", ">="), ("=<", "<="), ("~=", "~")];

/// What to do about a text that is no count: the figure that was meant, or how one is written.
#[must_use]
pub fn count_help(text: &str) -> String {
    let text = text.trim().to_lowercase();
    if let Some(meant) = signed(&text, plain) {
        return format!("write `{meant}`, without `=`");
    }
    if let Some(ends) = range(&text, plain) {
        return format!("write `= {ends}`");
    }
    if let Some(count) = grouped(&text, &[',', '\'', '’', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '_']) {
        return format!("write `{count}`: a count has digits and no mark between them");
    }
    if let Some(count) = grouped(&text, &['.']) {
        return format!("write `{count}` if the point parts thousands; if it is a decimal, it is no count");
    }
    if text.split_once(['.', ',']).is_some_and(|(whole, part)| digits(whole) && digits(part)) {
        return format!("a decimal is no count: {COUNT_HELP}");
    }
    COUNT_HELP.to_owned()
}

/// What to do about a text that is no number: the one that was meant, or how one is written.
#[must_use]
pub fn number_help(text: &str) -> String {
    let text = text.trim().to_lowercase();
    if let Some(meant) = signed(&text, figure) {
        return format!("write `{meant}`, without `=`");
    }
    if let Some(ends) = range(&text, figure) {
        return format!("write `= {ends}`");
    }
    let thousands = grouped(&text, &[',']).filter(|_| text.matches(',').count() == 1);
    if let Some(number) = thousands {
        let decimal = text.replace(',', ".");
        return format!("write `{number}` if the comma parts thousands, or `{decimal}` if it is a decimal");
    }
    match figure(&text) {
        Some(number) => format!("write `{number}`: {NUMBER_HELP}"),
        None => NUMBER_HELP.to_owned(),
    }
}

/// A value with the sign of a ledger; none where nobody can tell what was meant.
#[must_use]
pub fn value(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let one = |text: &str| plain(text).or_else(|| figure(text));
    signed(&text, one)
        .or_else(|| range(&text, one).map(|ends| format!("= {ends}")))
        .or_else(|| one(&text).map(|figure| format!("= {figure}")))
        .or_else(|| match dates(&text).as_slice() {
            [day] => Some(format!("= {day}")),
            _ => None,
        })
}

/// `at least 20`, `≥ 20`, `20+` with the sign of a ledger.
fn signed(text: &str, one: impl Fn(&str) -> Option<String>) -> Option<String> {
    let text = text.strip_prefix('=').filter(|rest| !rest.starts_with(['>', '<'])).map_or(text, str::trim);
    let told = WORDS.iter().chain(&SIGNS).find_map(|(words, sign)| Some((text.strip_prefix(words)?, *sign)));
    let (figure, sign) = match told {
        Some(told) => told,
        None => BEHIND.iter().find_map(|(words, sign)| Some((text.strip_suffix(words)?, *sign)))?,
    };
    one(figure.trim()).map(|count| format!("{sign} {count}"))
}

/// `12-15`, `12 to 15`, `between 12 and 15` as a range.
fn range(text: &str, one: impl Fn(&str) -> Option<String>) -> Option<String> {
    let inner = text.strip_prefix("between ").or_else(|| text.strip_prefix("from ")).unwrap_or(text);
    let between = ["–", "—", "-", " to ", " and ", "…", "..."];
    let (low, high) = between.iter().find_map(|mark| inner.split_once(mark))?;
    let (low, high) = (one(low.trim())?, one(high.trim())?);
    // `2031-05` is a month.
    let runs_up = low.parse::<f64>().ok()? <= high.parse::<f64>().ok()?;
    runs_up.then(|| format!("{low}..{high}"))
}

/// A decimal with a point for a comma and without a sign for percent; thousands that are parted more than once.
fn figure(text: &str) -> Option<String> {
    let bare = text.trim_end_matches('%').trim_end_matches(" percent").trim_end();
    let marks = [',', '\'', '’', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '_'];
    let whole = grouped(bare, &marks).filter(|_| bare.matches(',').count() != 1);
    let decimal = || Some(bare.replacen(',', ".", 1)).filter(|bare| Decimal::parse(bare).is_some());
    let alone =
        |text: &str| text.rsplit_once('.').is_none_or(|(_, part)| part.len() != 3 || !bare.contains(','));
    whole.or_else(decimal).filter(|text| alone(text))
}

/// Digits, or digits in groups that cannot be a decimal.
fn plain(text: &str) -> Option<String> {
    if digits(text) {
        return Some(text.to_owned());
    }
    grouped(text, &[',', '\'', '’', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '_'])
}

/// The digits of a figure whose thousands are parted by one of these marks, the same throughout.
fn grouped(text: &str, marks: &[char]) -> Option<String> {
    let mark = text.chars().find(|letter| marks.contains(letter))?;
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let sound = digits(first) && first.len() <= 3;
    let rest: Vec<&str> = groups.collect();
    (sound && rest.iter().all(|group| group.len() == 3 && digits(group)))
        .then(|| format!("{first}{}", rest.concat()))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_figure_has_a_remedy_in_its_own_terms() {
        for (written, meant) in [
            ("1,200", "`1200`"),
            ("1 200", "`1200`"),
            ("1’200’000", "`1200000`"),
            ("1.200", "`1200` if"),
            ("12-15", "`= 12..15`"),
            ("12 to 15", "`= 12..15`"),
            ("between 1,200 and 1,500", "`= 1200..1500`"),
            ("at least 20", "`>= 20`"),
            ("more than 1,000", "`> 1000`"),
            ("about 500", "`~ 500`"),
            ("20+", "`>= 20`"),
        ] {
            let help = count_help(written);
            assert!(help.starts_with(&format!("write {meant}")), "{written}: {help}");
        }
        assert!(count_help("1.5").starts_with("a decimal is no count"));
        for nothing in ["dozens", "", "1,20", "12-", "-", "at least", "1,200.000", "a to b", "é"] {
            let help = count_help(nothing);
            assert!(!help.starts_with("write"), "{nothing}: {help}");
        }
    }

    #[test]
    fn each_number_has_a_remedy_in_its_own_terms() {
        for (written, meant) in [
            ("52,3", "write `52.3`: "),
            ("52.3%", "write `52.3`: "),
            ("52 percent", "write `52`: "),
            ("1,200", "write `1200` if the comma parts thousands, or `1.200` if"),
            ("1,200,000", "write `1200000`: "),
            ("51.2-52.3", "write `= 51.2..52.3`"),
            ("between 51,2 and 52,3", "write `= 51.2..52.3`"),
            ("at least 20", "write `>= 20`, without `=`"),
            ("at least 52,3 %", "write `>= 52.3`, without `=`"),
            ("20 or more", "write `>= 20`, without `=`"),
        ] {
            assert!(number_help(written).starts_with(meant), "{written}: {}", number_help(written));
        }
        for nothing in ["half", "", "-", "1,2,3", "at least 1,200", "a to b", "1.2.3"] {
            assert_eq!(number_help(nothing), NUMBER_HELP, "{nothing}");
        }
    }

    #[test]
    fn a_value_without_its_sign_has_a_remedy() {
        for (written, meant) in [
            ("≥ 20", Some(">= 20")),
            ("=> 20", Some(">= 20")),
            ("at least 20", Some(">= 20")),
            ("1,200", Some("= 1200")),
            ("12-15", Some("= 12..15")),
            ("52,3 %", Some("= 52.3")),
            ("4 May 2031", Some("= 2031-05-04")),
            ("2031-05", Some("= 2031-05")),
            ("many", None),
            ("", None),
        ] {
            assert_eq!(value(written).as_deref(), meant, "{written}");
        }
    }
}
