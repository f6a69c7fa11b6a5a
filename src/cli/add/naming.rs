//! Ids for records whose writer gave none: from the name, or from who spoke and when.

use unicode_normalization::UnicodeNormalization;

use super::draft::Draft;
use crate::ledger::Ledger;
use crate::read::{find, singular};

/// How long a made id may be; nobody wants to type more.
const LONGEST: usize = 40;

/// Gives a record an id that no other of its list has.
pub fn name(ledger: &Ledger, draft: &mut Draft) {
    let first = |key: &str| draft.values(key).first().map(String::as_str).unwrap_or_default();
    let words = match draft.list.name {
        "statements" => format!("{} {}", first("by"), day(first("date"))),
        "sources" => format!("{} {}", first("outlet"), day(first("published"))),
        "predicates" => spoken(first("reads")),
        "rules" => format!("{} is {}", called(first("when")), called(first("then"))),
        _ => first("name").to_owned(),
    };
    let base = slug(&words);
    let kind = singular(draft.list.name);
    let base = if base.is_empty() || matches!(base.as_str(), "self" | "not") {
        slug(&format!("{kind} {base}"))
    } else {
        base
    };
    let taken = |id: &String| match draft.list.name {
        "predicates" => ledger.vocabulary.find(id).is_some(),
        "rules" => ledger.vocabulary.rules.iter().any(|rule| rule.id == *id),
        list => find(ledger, list, id).is_some(),
    };
    let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
    let id = std::iter::once(base.clone()).chain(numbered).find(|id| !taken(id));
    draft.give("id", id.unwrap_or(base));
}

/// The words of a sentence, without its places to fill in: "watched" of "{1} watched {2}".
fn spoken(sentence: &str) -> String {
    let words = sentence.split_whitespace().filter(|word| !word.contains(['{', '[']));
    words.collect::<Vec<_>>().join(" ")
}

/// The name before the brackets of a proposition.
fn called(text: &str) -> &str {
    text.split('(').next().unwrap_or_default()
}

/// The day of a date, without its time.
fn day(date: &str) -> &str {
    date.split('T').next().unwrap_or_default()
}

/// Small letters, digits and hyphens: "the Côte Front" is `cote-front`.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty()
            && !slug.ends_with('-')
            && !unicode_normalization::char::is_combining_mark(letter)
        {
            slug.push('-');
        }
    }
    let slug = slug.strip_prefix("the-").unwrap_or(&slug);
    let cut = slug.get(..LONGEST).map_or(slug, |cut| cut.rsplit_once('-').map_or(cut, |(whole, _)| whole));
    cut.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_from_names() {
        for (name, id) in [
            ("the Coast Front", "coast-front"),
            ("Côte d’Azur (2031)", "cote-d-azur-2031"),
            ("Фронт", ""),
            ("  --a--  ", "a"),
            (
                "a very long name of a ministry that nobody would ever want to type",
                "a-very-long-name-of-a-ministry-that",
            ),
        ] {
            assert_eq!(slug(name), id);
        }
    }
}
