//! The changes between two ledgers, in four formats.

mod html;
mod json;
mod markdown;
mod text;

pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use text::text;

use super::{Diff, Kept, Reversed, Stand};
use crate::ledger::words::{self, counted};
use crate::rules::finding::{Family, Level};

/// The names of the two ledgers for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The first: "as of 28 Jan 2024".
    pub before: String,
    /// The second.
    pub after: String,
}

/// The word for a finding.
fn word(found: &Kept) -> &'static str {
    match (found.family, found.level) {
        (_, Level::Error) => "error",
        (Family::Agreement, _) => "agreement",
        (_, Level::Note) => "note",
        (Family::Contradiction, _) => "contradiction",
        (Family::UnverifiedLink, _) => "unverified link",
        (Family::Record, _) => "problem in the record",
        (Family::Draft, _) => "quotation",
    }
}

/// The question or reading of a finding, worded so that nobody takes it for a claim of ours, with the names of its
/// roots.
fn subject(found: &Kept) -> String {
    let open = matches!(found.family, Family::Contradiction | Family::UnverifiedLink);
    let reading = if open { &found.question } else { &found.reading };
    let names =
        if found.names.is_empty() { String::new() } else { format!(" ({})", words::list(&found.names)) };
    format!("{reading}{names}")
}

/// The changes of a finding in words: its level, its roots, their values, its statements, whether an editor settled it, whether it is
/// told by itself.
fn changes(before: &Kept, after: &Kept) -> Vec<String> {
    let mut changes = Vec::new();
    if before.level != after.level {
        changes.push(format!("was {}, is {}", before.level.word(), after.level.word()));
    }
    let roots = |found: &Kept| found.identity.roots.keys().cloned().collect::<Vec<_>>();
    let name = |id: &String| {
        let named = [before, after].into_iter().find_map(|found| {
            let at = roots(found).iter().position(|root| root == id)?;
            found.names.get(at).cloned()
        });
        named.unwrap_or_else(|| id.clone())
    };
    for (list, without, one, many) in [
        (roots(after), roots(before), "has joined", "have joined"),
        (roots(before), roots(after), "is out of it", "are out of it"),
    ] {
        let names: Vec<String> = list.iter().filter(|root| !without.contains(root)).map(name).collect();
        if !names.is_empty() {
            let verb = if names.len() == 1 { one } else { many };
            changes.push(format!("{} {verb}", words::list(&names)));
        }
    }
    for (root, values) in &after.identity.roots {
        let earlier = before.identity.roots.get(root).filter(|earlier| *earlier != values);
        if let Some(earlier) = earlier.filter(|earlier| !earlier.is_empty() && !values.is_empty()) {
            changes.push(format!(
                "{}: {}, before it {}",
                name(root),
                words::list(values),
                words::list(earlier)
            ));
        }
    }
    for (list, without, what) in [
        (&after.statements, &before.statements, "rests on"),
        (&before.statements, &after.statements, "rests no more on"),
    ] {
        let ids: Vec<&String> = list.iter().filter(|id| !without.contains(id)).collect();
        if !ids.is_empty() {
            changes.push(format!("{what} {}", words::list(&ids)));
        }
    }
    match (&before.reconciled, &after.reconciled) {
        (a, b) if a == b => {}
        (_, Some(reason)) => changes.push(format!("reconciled: {reason}")),
        (Some(_), None) => changes.push("reconciled no more".to_owned()),
        (None, None) => {}
    }
    match (before.accepted, after.accepted) {
        (false, true) => changes.push("accepted".to_owned()),
        (true, false) => changes.push("accepted no more".to_owned()),
        _ => {}
    }
    match (before.folded, after.folded) {
        (false, true) => changes.push("is told with another finding".to_owned()),
        (true, false) => changes.push("is told by itself".to_owned()),
        _ => {}
    }
    changes
}

/// The stand of a root in words, with its statements.
fn stand(stand: &Stand) -> String {
    let said: Vec<String> = stand.statements.iter().map(|(id, date)| format!("{date}, {id}")).collect();
    format!("{} ({})", stand.says, said.join("; "))
}

/// A reversal in words: before, after.
fn turned(one: &Reversed) -> [String; 2] {
    [format!("before: {}", stand(&one.before)), format!("after: {}", stand(&one.after))]
}

/// The last line.
fn summary(diff: &Diff) -> String {
    if diff.is_empty() {
        return "Nothing changed: the same findings, and nobody turned round.".to_owned();
    }
    format!(
        "{} new, {} settled, {} reversed, {} changed; {} before, {} after",
        diff.new.len(),
        diff.settled.len(),
        diff.reversed.len(),
        diff.changed.len(),
        counted(diff.statements.0, "statement", "statements"),
        diff.statements.1
    )
}
