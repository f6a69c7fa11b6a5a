//! What somebody meant who wrote a figure in another way than a ledger writes it.

/// How a count is written.
const COUNT_HELP: &str = "a count is written in digits, from 0 to 1000000000000";

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

/// Signs that people write, and the ledger's.
const SIGNS: [(&str, &str); 6] =
    [("≥", ">="), ("≤", "<="), ("≈", "~"), ("=>", ">="), ("=<", "<="), ("~=", "~")];

/// What to do about a text that is no count: the figure that was meant, or how one is written.
#[must_use]
pub fn count_help(text: &str) -> String {
    let text = text.trim().to_lowercase();
    if let Some(meant) = signed(&text) {
        return format!("write `{meant}`, without `=`");
    }
    if let Some(ends) = range(&text) {
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

/// What to do about a proposition behind whose brackets no value begins; nothing where nobody can tell what was meant.
#[must_use]
pub fn value_help(text: &str) -> Option<String> {
    let value = text.split_once(')')?.1.trim().to_lowercase();
    let bare = value.trim_start_matches(':').trim();
    if let Some(meant) = signed(bare) {
        return Some(format!("write `{meant}`"));
    }
    if let Some(ends) = range(bare) {
        return Some(format!("write `= {ends}`"));
    }
    plain(bare).map(|count| format!("write `= {count}`"))
}

/// `at least 20`, `≥ 20`, `20+` with the sign of a ledger.
fn signed(text: &str) -> Option<String> {
    let text = text.strip_prefix('=').filter(|rest| !rest.starts_with(['>', '<'])).map_or(text, str::trim);
    let told = WORDS.iter().chain(&SIGNS).find_map(|(words, sign)| Some((text.strip_prefix(words)?, *sign)));
    let (figure, sign) = match told {
        Some(told) => told,
        None => (text.strip_suffix('+')?, ">="),
    };
    plain(figure.trim()).map(|count| format!("{sign} {count}"))
}

/// `12-15`, `12 to 15`, `between 12 and 15` as a range.
fn range(text: &str) -> Option<String> {
    let inner = text.strip_prefix("between ").or_else(|| text.strip_prefix("from ")).unwrap_or(text);
    let between = ["–", "—", "-", " to ", " and ", "…", "..."];
    let (low, high) = between.iter().find_map(|mark| inner.split_once(mark))?;
    Some(format!("{}..{}", plain(low.trim())?, plain(high.trim())?))
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
    fn a_value_without_its_sign_has_a_remedy() {
        for (written, meant) in [
            ("killed(bridge) ≥ 20", Some("write `>= 20`")),
            ("killed(bridge) => 20", Some("write `>= 20`")),
            ("killed(bridge) at least 20", Some("write `>= 20`")),
            ("killed(bridge) 1,200", Some("write `= 1200`")),
            ("killed(bridge): 12-15", Some("write `= 12..15`")),
            ("killed(bridge) many", None),
            ("killed(bridge", None),
        ] {
            assert_eq!(value_help(written).as_deref(), meant, "{written}");
        }
    }
}
