//! The changes as JSON, version 1.

use serde::Serialize;

use super::Ends;
use crate::layout::said;
use crate::views::compare::{Diff, Kept, Stand};

#[derive(Serialize)]
struct Document<'d> {
    version: u8,
    before: &'d str,
    after: &'d str,
    statements: [usize; 2],
    reversed: Vec<Turned<'d>>,
    new: Vec<Entry<'d>>,
    settled: Vec<Entry<'d>>,
    changed: Vec<Changed<'d>>,
}

#[derive(Serialize)]
struct Entry<'d> {
    rule: &'static str,
    family: &'static str,
    level: &'static str,
    proposition: Option<&'d str>,
    reading: &'d str,
    parties: Vec<&'d str>,
    statements: &'d [String],
    message: &'d str,
    reconciled: Option<&'d str>,
    accepted: bool,
    /// True when it is told with another finding; left out where it is not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    folded: bool,
    place: Option<&'d str>,
}

#[derive(Serialize)]
struct Changed<'d> {
    before: Entry<'d>,
    after: Entry<'d>,
}

#[derive(Serialize)]
struct Turned<'d> {
    root: &'d str,
    proposition: &'d str,
    before: Side<'d>,
    after: Side<'d>,
}

#[derive(Serialize)]
struct Side<'d> {
    sign: &'static str,
    says: &'d str,
    stated: bool,
    statements: Vec<&'d str>,
}

/// The changes as a JSON document.
#[must_use]
pub fn json(diff: &Diff, ends: &Ends) -> String {
    said::write(&Document {
        version: 1,
        before: &ends.before,
        after: &ends.after,
        statements: [diff.statements.0, diff.statements.1],
        reversed: diff
            .reversed
            .iter()
            .map(|one| Turned {
                root: &one.root.0,
                proposition: &one.proposition,
                before: side(&one.before),
                after: side(&one.after),
            })
            .collect(),
        new: diff.new.iter().map(entry).collect(),
        settled: diff.settled.iter().map(entry).collect(),
        changed: diff
            .changed
            .iter()
            .map(|(before, after)| Changed { before: entry(before), after: entry(after) })
            .collect(),
    })
}

fn side(stand: &Stand) -> Side<'_> {
    Side {
        sign: stand.sign.key(),
        says: &stand.says,
        stated: stand.stated,
        statements: stand.statements.iter().map(|(id, _)| id.as_str()).collect(),
    }
}

fn entry(found: &Kept) -> Entry<'_> {
    Entry {
        rule: found.identity.rule,
        family: found.family.singular(),
        level: found.level.word(),
        proposition: found.proposition.as_deref(),
        reading: &found.reading,
        parties: found.identity.roots.keys().map(String::as_str).collect(),
        statements: &found.statements,
        message: &found.message,
        reconciled: found.reconciled.as_deref(),
        accepted: found.accepted,
        folded: found.folded,
        place: found.place.as_deref(),
    }
}
