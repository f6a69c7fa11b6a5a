//! The meanings of the table's words, for readers far from the manual.

use super::{entries, status};
use crate::ledger::Ledger;
use crate::views::table::{Status, Table};

/// Meanings of the statuses.
const STATUSES: [(Status, &str); 5] = [
    (
        Status::Contested,
        "positions on it contradict one another: as said, in other words, or only on a reading",
    ),
    (Status::Reconciled, "an editor holds that apparent contradiction to be none, with a reason on record"),
    (Status::Unverified, "nothing on record bears it out"),
    (
        Status::Agreed,
        "two or more say so, and not all of them on the word of one; or they share the attitude",
    ),
    (Status::OneOrigin, "all that is on record of it rests on one word"),
];

/// Meanings of words in positions.
const WORDS: [(&str, &str); 10] = [
    ("accuses", "the party says it of another"),
    ("claims", "the party says it of itself"),
    ("admits", "the party says it of itself, after denying it or of its own blame"),
    ("clears", "the party denies it of another"),
    ("in other words", "not said in so many words: it is part of what was said"),
    ("by speaking", "whoever says something holds it to be accurate"),
    ("on its own further word", "it follows from several things that the party itself said"),
    ("hearsay", "the words reach us only through another party"),
    ("not known", "the party says that it is not known"),
    ("declines", "the party was asked, or spoke of it, and would not say"),
];

/// The words that a table uses, each with its meaning.
pub(super) fn legend(ledger: &Ledger, table: &Table) -> Vec<(&'static str, &'static str)> {
    let stances: Vec<String> = table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .flat_map(|found| entries(ledger, found))
        .map(|words| words.stance)
        .collect();
    let statuses =
        STATUSES.into_iter().filter(|(word, _)| table.rows.iter().any(|row| row.status == Some(*word)));
    // "accuse", of several parties, is the same word.
    let said = |stance: &String, word: &str| {
        stance.starts_with(word.trim_end_matches('s')) || stance.contains(&format!(", {word}"))
    };
    let words = WORDS.into_iter().filter(|(word, _)| stances.iter().any(|stance| said(stance, word)));
    statuses.map(|(word, meaning)| (status(Some(word)), meaning)).chain(words).collect()
}
