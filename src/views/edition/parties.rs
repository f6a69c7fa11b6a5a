//! Who speaks in the edition or is spoken of: by kind, with those who spoke for each.

use std::collections::{BTreeMap, BTreeSet};

use super::grouped::group;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::party::PartyKind;
use crate::ledger::{ids, roots};
use crate::views::document::Document;

/// Parties of one kind.
pub(super) struct Kind {
    /// The word for the kind, for one or several of them.
    pub word: &'static str,
    /// The parties, each with those who spoke for it, in words.
    pub parties: Vec<(PartyId, Vec<String>)>,
}

/// The kinds in the order in which they are told, each with its word for one party and for several.
const KINDS: [(PartyKind, &str, &str); 7] = [
    (PartyKind::State, "State", "States"),
    (PartyKind::ArmedGroup, "Armed group", "Armed groups"),
    (PartyKind::Body, "Body", "Bodies"),
    (PartyKind::Organisation, "Organisation", "Organisations"),
    (PartyKind::Person, "Person", "Persons"),
    (PartyKind::Outlet, "News outlet", "News outlets"),
    (PartyKind::Class, "Not one party, but a description", "Not parties, but descriptions"),
];

/// The parties behind these lines and statements, and those of whom the findings speak.
pub(super) fn parties(
    document: &Document<'_>,
    lines: &[PartyId],
    statements: &BTreeSet<StatementId>,
) -> Vec<Kind> {
    let ledger = document.report.ledger;
    let mut speakers: BTreeMap<PartyId, Vec<PartyId>> = BTreeMap::new();
    let mut all: Vec<PartyId> = lines.to_vec();
    for id in statements {
        let statement = ledger.statement(*id);
        for by in &statement.by {
            let root = roots::spoken_for(ledger, statement, *by);
            all.push(root);
            let known = speakers.entry(root).or_default();
            if *by != root && !known.contains(by) {
                known.push(*by);
            }
        }
    }
    let told = document.report.findings.iter().filter(|finding| group(finding).is_some());
    all.extend(
        told.filter_map(|finding| finding.about)
            .flat_map(|about| ids::parties(ledger, &about).collect::<Vec<_>>()),
    );
    let mut seen: BTreeSet<PartyId> = speakers.values().flatten().copied().collect();
    all.retain(|party| seen.insert(*party));
    let of_kind = |(kind, one, many): (PartyKind, &'static str, &'static str)| {
        let of = all.iter().filter(|party| ledger.party(**party).kind == kind);
        let parties: Vec<_> = of
            .map(|party| {
                let for_it = speakers.get(party).into_iter().flatten();
                (*party, for_it.map(|speaker| titled(ledger, *speaker, *party)).collect())
            })
            .collect();
        Kind { word: if parties.len() == 1 { one } else { many }, parties }
    };
    KINDS.map(of_kind).into_iter().filter(|kind| !kind.parties.is_empty()).collect()
}

/// A speaker by name, with the office that makes it one of the party where that is on file.
fn titled(ledger: &Ledger, speaker: PartyId, of: PartyId) -> String {
    let party = ledger.party(speaker);
    let office = party.part_of.iter().find(|membership| membership.party == of);
    let office = office.and_then(|membership| membership.title.as_ref()).or(party.title.as_ref());
    match office {
        Some(office) => format!("{}, {office}", party.name),
        None => party.name.clone(),
    }
}
