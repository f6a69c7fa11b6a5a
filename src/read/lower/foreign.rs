//! Files of other programs: told once and as a whole, and not key by key.

use crate::read::fields::list;
use crate::read::problem::{Problem, UNREADABLE};
use crate::read::records::Cut;

/// So many of its names are told.
const MOST_NAMES: usize = 4;

/// What to say of a file that holds no list of records under several names of its own; none for any other. `plain` says
/// whether it holds statements in the plainest layout.
pub(super) fn foreign(cut: &Cut<'_>, plain: bool) -> Option<Problem> {
    let known = plain
        || cut.lists.iter().any(|(name, _)| list(name).is_some())
        || cut.records.iter().any(|record| list(&record.list).is_some())
        || cut.lost.iter().any(|lost| list(&lost.list).is_some());
    let mut names: Vec<&str> = cut.lists.iter().map(|(name, _)| name.as_str()).collect();
    names.dedup();
    let (_, span) = *cut.lists.first().filter(|_| !known && names.len() > 1)?;
    let told: Vec<String> = names.iter().take(MOST_NAMES).map(|name| format!("`{name}`")).collect();
    let more = if names.len() > MOST_NAMES { ", …" } else { "" };
    Some(Problem {
        rule: UNREADABLE,
        span,
        message: format!(
            "this is no ledger file: none of the names at its top ({}{more}) is that of a list of records; nothing in it is read",
            told.join(", ")
        ),
        help: "if it belongs to another program, take it out of the store; if it holds records, write the name of their \
               list on a line above them, and each record below it after `- `"
            .to_owned(),
    })
}
