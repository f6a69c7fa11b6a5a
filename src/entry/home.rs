//! In which file a new record goes, where nobody says: with what it belongs to, or with others of its kind.

use std::collections::BTreeMap;

use super::draft::Draft;
use crate::ledger::model::entity::Entity;
use crate::ledger::model::proposition;
use crate::ledger::model::stance::Stance;
use crate::ledger::{Ledger, Table};
use crate::read::find;
use crate::read::propositions::list_of;
use crate::text::{FileId, Span};

/// The path of the file; one named after the list, in the store called `store`, where nothing like it is on file. A
/// statement goes among statements that it belongs with, else into `statements.yaml`.
pub fn home(ledger: &Ledger, store: &str, draft: &Draft) -> String {
    let path = match draft.list.name {
        "statements" => beside(ledger, draft),
        "requests" => fullest(ledger.requests.iter().map(|row| row.span)),
        "accepted" => fullest(ledger.accepted.iter().map(|row| row.span)),
        "reconciliations" => {
            let mut between = draft.values("between").iter();
            let statement = between.find_map(|id| span(ledger, "statements", id));
            statement
                .map(|span| span.file)
                .or_else(|| fullest(ledger.reconciliations.iter().map(|row| row.span)))
        }
        list => fullest(spans(ledger, list).into_iter()),
    };
    path.map_or_else(
        || format!("{store}/{}.yaml", draft.list.name),
        |file| ledger.texts.file(file).path.clone(),
    )
}

/// The file of what a statement belongs with: what it answers; the statements beside the source where it was read, or beside
/// the event that it speaks of. None where that file holds no statements.
fn beside(ledger: &Ledger, draft: &Draft) -> Option<FileId> {
    let named = |key: &str, list: &'static str| {
        draft.values(key).iter().find_map(|id| span(ledger, list, id)).map(|span| span.file)
    };
    let among = |file: &FileId| ledger.statements.iter().any(|statement| statement.span.file == *file);
    ["answers", "retracts", "same-as"]
        .into_iter()
        .find_map(|key| named(key, "statements"))
        .or_else(|| named("source", "sources").filter(among))
        .or_else(|| spoken_of(ledger, draft).filter(among))
}

/// The file of the first event that a position names.
fn spoken_of(ledger: &Ledger, draft: &Draft) -> Option<FileId> {
    let positions = Stance::ALL.into_iter().flat_map(|stance| draft.values(stance.key()));
    positions.filter_map(|text| proposition::parse(text).ok()).find_map(|parsed| {
        let predicate = ledger.vocabulary.get(ledger.vocabulary.find(parsed.name)?);
        let names = parsed.arguments.iter().zip(&predicate.arguments);
        let mut events = names.filter(|(_, (kind, _))| list_of(*kind) == "events");
        events.find_map(|(id, _)| span(ledger, "events", id)).map(|span| span.file)
    })
}

/// The file with most of these places; of equals the first.
fn fullest(spans: impl Iterator<Item = Span>) -> Option<FileId> {
    let mut counts: BTreeMap<FileId, usize> = BTreeMap::new();
    for span in spans {
        *counts.entry(span.file).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(file, _)| file)
}

fn span(ledger: &Ledger, list: &str, id: &str) -> Option<Span> {
    spans(ledger, list).get(find(ledger, list, id)?).copied()
}

fn spans(ledger: &Ledger, list: &str) -> Vec<Span> {
    fn all<T: Entity>(table: &Table<T>) -> Vec<Span> {
        table.iter().map(Entity::span).collect()
    }
    // The built-in vocabulary stands in no file of the store.
    let own = |spans: &mut dyn Iterator<Item = Span>| spans.filter(|span| span.file.0 != 0).collect();
    match list {
        "parties" => all(&ledger.parties),
        "places" => all(&ledger.places),
        "topics" => all(&ledger.topics),
        "events" => all(&ledger.events),
        "sources" => all(&ledger.sources),
        "statements" => all(&ledger.statements),
        "predicates" => own(&mut ledger.vocabulary.iter().map(|(_, predicate)| predicate.span)),
        "rules" => own(&mut ledger.vocabulary.rules.iter().map(|rule| rule.span)),
        _ => Vec::new(),
    }
}
