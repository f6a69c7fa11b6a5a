//! Ids for records whose writer gave none: from the name, or from who spoke and when.

use super::draft::Draft;
use crate::ledger::Ledger;
use crate::ledger::ids;
use crate::read::{find, singular};

/// Gives a record an id that no other of its list has.
pub fn name(ledger: &Ledger, draft: &mut Draft) {
    name_beside(ledger, &|_| false, draft);
}

/// The same where further ids are `given` to records that are to be written with it.
pub fn name_beside(ledger: &Ledger, given: &dyn Fn(&str) -> bool, draft: &mut Draft) {
    let first = |key: &str| draft.values(key).first().map(String::as_str).unwrap_or_default();
    let words = match draft.list.name {
        "statements" => format!("{} {}", first("by"), day(first("date"))),
        "sources" => format!("{} {}", first("outlet"), day(first("published"))),
        "predicates" => spoken(first("reads")),
        "rules" => format!("{} is {}", called(first("when")), called(first("then"))),
        _ => first("name").to_owned(),
    };
    let base = ids::made(singular(draft.list.name), &words);
    let on_file = |id: &String| match draft.list.name {
        "predicates" => ledger.vocabulary.find(id).is_some(),
        "rules" => ledger.vocabulary.rules.iter().any(|rule| rule.id == *id),
        list => find(ledger, list, id).is_some(),
    };
    let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
    let id = std::iter::once(base.clone()).chain(numbered).find(|id| !on_file(id) && !given(id));
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
