//! Two parties that are one: one record is kept, and what refers to the other refers to it.

use std::collections::BTreeMap;

use super::desk::Change;
use super::editing::{Place, find};
use super::outlook::{Foreseen, Outlook};
use super::renaming::renamed;
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::party::Party;
use crate::read::{Text, unknown};
use crate::views::compare::{self, Kept, Snapshot};
use crate::write::edit::{self, Refused};
use crate::write::emit::{self, Yaml};
use crate::write::store::{self, Failure};

/// Two parties made one, as it would be written.
pub struct Merged {
    /// The files that would change.
    pub changes: Vec<Change>,
    /// In how many places something refers to the other.
    pub places: usize,
    /// The record that is kept, as it would stand.
    pub kept: String,
    /// The record that is taken out.
    pub out: String,
    /// The id of the record that is kept, and that of the other.
    pub ids: [String; 2],
    /// What it would bring: the two counted as one before as well, so that what is told is what comes of it.
    pub foreseen: Foreseen,
    /// What the change is called where it is taken back.
    pub what: String,
}

/// Makes two parties one: the names of the other become aliases of the one that is kept, which takes over the keys that it has not
/// itself; the other record is taken out, and what referred to it refers to the one that is kept.
///
/// # Errors
/// One of them is not on file, both are the same, or a file cannot be changed so.
pub fn merge(outlook: &Outlook, keep: &str, other: &str) -> Result<Merged, Failure> {
    let ledger = outlook.case.ledger();
    let (one_id, two_id) = (party(ledger, keep)?, party(ledger, other)?);
    let (one, two) = (ledger.party(one_id), ledger.party(two_id));
    let (keep, other) = (one.id.as_str(), two.id.as_str());
    if keep == other {
        return Err(failure("These are the same record already.", "Choose another party."));
    }
    let texts = outlook.writer.texts();
    let Place { path, at, lines, .. } = find(texts, Some("parties"), other)?;
    let without = edit::remove(store::text(texts, &path).unwrap_or_default(), at);
    let mut now = store::with(texts, &[(path.clone(), without.map_err(|refused| in_file(&path, refused))?)]);
    let keys = taken_over(ledger, one_id, two_id);
    if !keys.is_empty() {
        let path = &ledger.texts.file(one.span.file).path;
        let set = edit::set(store::text(&now, path).unwrap_or_default(), "parties", keep, &keys);
        now = store::with(&now, &[(path.clone(), set.map_err(|refused| in_file(path, refused))?)]);
    }
    let renamed = renamed(ledger, &now, "parties", other, keep)?;
    let places = renamed.iter().map(|(_, places)| places).sum();
    let renamed: Vec<Change> = renamed.into_iter().map(|(change, _)| change).collect();
    now = store::with(&now, &renamed);
    let changes = changed(texts, &now);
    let reasoned = outlook.case.reason();
    let before = compare::taken(&reasoned.reasoning, &reasoned.report(), outlook.case.options());
    let foreseen = outlook.foresee(&as_one(before, other, keep), &changes);
    let kept = find(&now, Some("parties"), keep)?.lines;
    let what = format!("merge party {other} into {keep}");
    Ok(Merged { changes, places, kept, out: lines, ids: [keep.to_owned(), other.to_owned()], foreseen, what })
}

/// The party of an id, else the only one of a name.
fn party(ledger: &Ledger, asked: &str) -> Result<PartyId, Failure> {
    let mut named = ledger.parties.iter().enumerate().filter(|(_, party)| party.name == asked);
    let only = || named.next().filter(|_| named.next().is_none()).map(|(at, _)| at);
    ledger.parties.find(asked).or_else(only).map(PartyId::from).ok_or_else(|| {
        let (message, help) = unknown(ledger, "parties", asked);
        Failure { message, help }
    })
}

/// The keys that the one that is kept takes over: all names of the other as aliases, and what it has itself nothing of.
fn taken_over(ledger: &Ledger, keep: PartyId, other: PartyId) -> Vec<(&'static str, Yaml)> {
    let (one, two) = (ledger.party(keep), ledger.party(other));
    let own = emit::party_record(ledger, keep);
    let lacks = |key: &str| own.entries().iter().all(|(other, _)| *other != key);
    let further = emit::party_record(ledger, other);
    let further = further.entries().iter().filter(|(key, _)| *key != "aliases" && lacks(key)).cloned();
    let names = names(one, two);
    let more = names.len() > one.aliases.len();
    let names = more.then(|| ("aliases", Yaml::List(names.into_iter().map(Yaml::Text).collect())));
    names.into_iter().chain(further).collect()
}

/// The other names of the one that is kept, with all names of the other that it has not yet.
fn names(one: &Party, two: &Party) -> Vec<String> {
    let mut names = one.aliases.clone();
    for name in std::iter::once(&two.name).chain(&two.aliases) {
        if *name != one.name && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// The files that are not what they were.
fn changed(before: &[Text], now: &[Text]) -> Vec<Change> {
    let other = |text: &&Text| store::text(before, &text.path) != text.content.as_deref().ok();
    let change = |text: &Text| Some((text.path.clone(), text.content.clone().ok()?));
    now.iter().filter(other).filter_map(change).collect()
}

/// What a store finds, with two parties under one id, as though they had been one before.
fn as_one(before: Snapshot, other: &str, keep: &str) -> Snapshot {
    let Snapshot { findings, standing, statements } = before;
    let within = |text: &str| exchanged(text, other, keep);
    let of = |mut found: Kept| {
        found.identity.about = within(&found.identity.about);
        let mut roots: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (root, values) in found.identity.roots {
            let all = roots.entry(within(&root)).or_default();
            all.extend(values.iter().map(|value| within(value)));
            all.sort();
            all.dedup();
        }
        found.identity.roots = roots;
        found
    };
    let mut standing: Vec<_> = standing.into_iter().collect();
    // Where both take a side, that of the one that is kept is the one that is compared: it is entered last.
    standing.sort_by_key(|((_, root), _)| root == keep);
    let standing =
        standing.into_iter().map(|((about, root), stand)| ((within(&about), within(&root)), stand)).collect();
    Snapshot { findings: findings.into_iter().map(of).collect(), standing, statements }
}

/// A text in which an id is exchanged wherever it stands by itself.
fn exchanged(text: &str, old: &str, new: &str) -> String {
    let of_id = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(of_id) {
        let end = rest[at..].find(|letter| !of_id(letter)).map_or(rest.len(), |length| at + length);
        out.push_str(&rest[..at]);
        out.push_str(if rest[at..end] == *old { new } else { &rest[at..end] });
        rest = &rest[end..];
    }
    out + rest
}

fn in_file(path: &str, refused: Refused) -> Failure {
    Failure { message: format!("{path}: {}", refused.message), help: refused.help }
}

fn failure(message: &str, help: &str) -> Failure {
    Failure { message: message.to_owned(), help: help.to_owned() }
}
