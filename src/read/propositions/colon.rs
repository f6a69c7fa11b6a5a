//! What somebody meant who wrote a colon behind a proposition, or within one, where YAML reads it as the end of a key.

use super::{PROPOSITION_HELP, figures};
use crate::ledger::model::proposition;
use crate::read::yaml::traps::single_quoted;

/// What to do about such a text: quotation marks where it is a proposition with them, the proposition that was meant where
/// that can be told, else how one is written. `sound` says what is a proposition.
pub(in crate::read) fn colon_help(words: &str, sound: impl Fn(&str) -> bool) -> String {
    let text =
        words.trim().strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(words).trim();
    if sound(text) {
        return format!("put the whole in single quotes: {}", single_quoted(text));
    }
    let Some((head, value)) = text.split_once("):") else { return PROPOSITION_HELP.to_owned() };
    let (head, value) = (format!("{head})"), value.trim());
    let word = value.to_lowercase();
    let meant = match word.as_str() {
        "" | "yes" | "true" | "no" | "false" => Some(head.clone()),
        _ => figures::value(value).or_else(|| named(value)).map(|value| format!("{head} {value}")),
    };
    match meant.filter(|meant| sound(meant)) {
        Some(meant) if matches!(word.as_str(), "no" | "false") => {
            format!("write `{meant}`, and put it under `denies`")
        }
        Some(meant) => format!("write `{meant}`"),
        None => PROPOSITION_HELP.to_owned(),
    }
}

/// An id, a date or a text in double quotes as a value.
fn named(value: &str) -> Option<String> {
    let text = format!("p(x) = {value}");
    proposition::parse(&text).is_ok().then(|| format!("= {value}")).filter(|_| !value.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_told() {
        let sound = |text: &str| proposition::parse(text).is_ok();
        for (written, meant) in [
            (
                "demands(alba) = \"out: now\"",
                "put the whole in single quotes: 'demands(alba) = \"out: now\"'",
            ),
            ("{happened(fire): yes}", "write `happened(fire)`"),
            ("happened(fire): no", "write `happened(fire)`, and put it under `denies`"),
            ("killed(fire): 12-15", "write `killed(fire) = 12..15`"),
            ("killed(fire): at least 20", "write `killed(fire) >= 20`"),
            ("share(fire, anna): 52.3", "write `share(fire, anna) = 52.3`"),
            ("place(fire): quay", "write `place(fire) = quay`"),
            ("date(fire): 2031-05-04", "write `date(fire) = 2031-05-04`"),
            ("he said: no", PROPOSITION_HELP),
            ("killed(fire): a great many", PROPOSITION_HELP),
        ] {
            assert_eq!(colon_help(written, sound), meant, "{written}");
        }
    }
}
