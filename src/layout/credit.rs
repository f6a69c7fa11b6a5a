//! Credits: who said it, when, in what words, and where we read it. One statement is one line of prose, not yet made
//! safe.

use super::wrap::shorten;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::statement::{Cited, Statement};
use crate::ledger::{roots, words};

/// A statement in a line: `Joe Biden, 28 Jan 2024: “…” (the agency)`. `root` is the root under which it is listed, and
/// is not named again; `most` is the number of characters of the quote that are shown.
pub(crate) fn credit(ledger: &Ledger, id: StatementId, root: Option<PartyId>, most: usize) -> String {
    credit_of(ledger, id, root, NONE, most)
}

/// The same line with `own` in place of the statement's words, where it is not empty: the words of the positions in
/// question alone.
pub(crate) fn credit_of(
    ledger: &Ledger,
    id: StatementId,
    root: Option<PartyId>,
    own: &[impl AsRef<str>],
    most: usize,
) -> String {
    said(ledger, id, &who(ledger, id, root), own, most)
}

/// The same line without its date, for where that stands above.
pub(crate) fn undated(ledger: &Ledger, id: StatementId, root: Option<PartyId>, most: usize) -> String {
    let (before, after) = around_the_date(ledger, id, root);
    said(ledger, id, &before.into_iter().chain(after).collect::<Vec<_>>().join(", "), NONE, most)
}

/// Speakers of one statement who are all named wherever it is shown.
const NAMED: usize = 6;

/// No words of a position's own.
const NONE: &[&str] = &[];

/// The words after `who`, and where we read them.
fn said(ledger: &Ledger, id: StatementId, who: &str, own: &[impl AsRef<str>], most: usize) -> String {
    let statement = ledger.statement(id);
    let line = match quoted(ledger, statement, own, most) {
        Some(words) if who.is_empty() => words,
        Some(words) => format!("{who}: {words}"),
        None => who.to_owned(),
    };
    match found(ledger, statement) {
        Some(name) if line.is_empty() => format!("({name})"),
        Some(name) => format!("{line} ({name})"),
        None => line,
    }
}

/// The words of a statement between marks, or `own` where that is not empty; none where no words are on file.
pub(crate) fn quoted(
    ledger: &Ledger,
    statement: &Statement,
    own: &[impl AsRef<str>],
    most: usize,
) -> Option<String> {
    if statement.quote.is_empty() {
        return None;
    }
    // Words that were cut are not closed; that we cut them is said outside the marks.
    let words: Vec<&str> = if own.is_empty() {
        ledger.quotes(statement).collect()
    } else {
        own.iter().map(AsRef::as_ref).collect()
    };
    let whole = words.join("” … “");
    Some(match shorten(&whole, most) {
        Some(head) => format!("“{} …” (cut short here)", without_mark(head)),
        None => format!("“{whole}”"),
    })
}

/// The name of the source, where it is not that of who speaks or carried the words.
pub(crate) fn found<'l>(ledger: &'l Ledger, statement: &Statement) -> Option<&'l str> {
    let carrier = statement.carriers().last().map(|via| ledger.party(via).name.as_str());
    source(ledger, statement).filter(|name| {
        carrier != Some(*name) && !statement.by.iter().any(|by| ledger.party(*by).name == *name)
    })
}

/// The beginning of several quotes without a mark or an ellipsis at its end, where it was cut between two of them.
fn without_mark(head: &str) -> &str {
    head.trim_end_matches(['”', '…', '“', ' '])
}

/// The speaker and the date, and the condition where there is one: `Joe Biden, via CNN, 28 Jan 2024`.
pub(crate) fn who(ledger: &Ledger, id: StatementId, root: Option<PartyId>) -> String {
    let (_, after) = around_the_date(ledger, id, root);
    [who_and_when(ledger, id, root)].into_iter().chain(after).collect::<Vec<_>>().join(", ")
}

/// The speaker and the date, for where the condition stands already.
pub(crate) fn who_and_when(ledger: &Ledger, id: StatementId, root: Option<PartyId>) -> String {
    let (mut parts, _) = around_the_date(ledger, id, root);
    parts.push(ledger.statement(id).date.words());
    parts.join(", ")
}

/// The parts before the date, that is, the speaker and through whom we have the words; and the condition, which stands
/// after it.
fn around_the_date(ledger: &Ledger, id: StatementId, root: Option<PartyId>) -> (Vec<String>, Option<String>) {
    let statement = ledger.statement(id);
    let mut parts = Vec::new();
    if statement.anonymous.is_some() || statement.by.iter().any(|by| Some(*by) != root) {
        parts.push(speaker(ledger, statement, root));
    }
    if !statement.via.is_empty() {
        let carriers: Vec<String> = statement.via.iter().map(|via| words::carrier(ledger, via)).collect();
        parts.push(format!("via {}", carriers.join(", ")));
    }
    let cited: Vec<String> = statement.citing.iter().map(|cited| cited_name(ledger, *cited)).collect();
    if !cited.is_empty() {
        parts.push(format!("citing {}", cited.join(", ")));
    }
    (parts, statement.condition.as_ref().map(|condition| format!("on the condition “{condition}”")))
}

/// The speakers by name; an unnamed one by description, with the party where it is not `root`. Under one root of a joint
/// statement of many, only that root's own speakers are named: the others stand under theirs.
pub(crate) fn speaker(ledger: &Ledger, statement: &Statement, root: Option<PartyId>) -> String {
    let by = match root.filter(|_| statement.by.len() > NAMED) {
        Some(root) => with_others(ledger, statement, root),
        None => words::parties(ledger, &statement.by),
    };
    match &statement.anonymous {
        Some(described) if statement.by.iter().all(|by| Some(*by) == root) => described.clone(),
        Some(described) => format!("{described} ({by})"),
        None => by,
    }
}

/// The speakers of one root by name, where they are not the root itself, and how many others signed beside them.
fn with_others(ledger: &Ledger, statement: &Statement, root: PartyId) -> String {
    let (own, others): (Vec<PartyId>, Vec<PartyId>) =
        statement.by.iter().partition(|by| roots::root(ledger, **by, &statement.date) == root);
    let named: Vec<PartyId> = own.into_iter().filter(|by| *by != root).collect();
    let with = format!("with {} others", others.len());
    if named.is_empty() { with } else { format!("{} {with}", words::parties(ledger, &named)) }
}

fn cited_name(ledger: &Ledger, cited: Cited) -> String {
    match cited {
        Cited::Party(party) => ledger.party(party).name.clone(),
        Cited::Statement(id) => speaker(ledger, ledger.statement(id), None),
    }
}

/// The name of the outlet in which we read it, else the title of the source; none where neither is given.
pub(crate) fn source<'l>(ledger: &'l Ledger, statement: &Statement) -> Option<&'l str> {
    let source = ledger.source(statement.source?);
    source.outlet.map(|outlet| ledger.party(outlet).name.as_str()).or(source.title.as_deref())
}
