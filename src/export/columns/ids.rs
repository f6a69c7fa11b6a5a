//! Ids as numbers: the first 63 bits of a hash of what they stand for, so that every export gives the same.

use sha2::{Digest, Sha256};

use super::To;
use crate::ledger::Ledger;
use crate::ledger::model::id::{EventId, PartyId, PropositionId, StatementId};
use crate::ledger::words;
use crate::reason::Reasoning;

/// The number of a text of a kind.
pub(crate) fn id(kind: &str, text: &str) -> i64 {
    number(Sha256::new_with_prefix(kind).chain_update(" ").chain_update(text))
}

/// The first 63 bits of a hash.
pub(super) fn number(hash: Sha256) -> i64 {
    let bytes: [u8; 8] = hash.finalize().first_chunk().copied().unwrap_or_default();
    i64::from_be_bytes(bytes) & i64::MAX
}

/// The numbers of the records of a ledger, worked out once.
pub(super) struct Ids {
    parties: Vec<i64>,
    events: Vec<i64>,
    statements: Vec<i64>,
    propositions: Vec<i64>,
}

impl Ids {
    pub fn new(reasoning: &Reasoning<'_>, to: &To<'_, '_>) -> Self {
        let ledger: &Ledger = reasoning.ledger;
        let proposition = |at| words::canonical(ledger, &reasoning.propositions.get(PropositionId::from(at)));
        Self {
            parties: ledger.parties.iter().map(|party| to.name("party", &party.id)).collect(),
            events: ledger.events.iter().map(|event| id("event", &event.id)).collect(),
            statements: ledger
                .statements
                .iter()
                .map(|row| if row.on_record() { to.name("statement", &row.id) } else { 0 })
                .collect(),
            propositions: (0..reasoning.propositions.len())
                .map(|at| to.name("proposition", &proposition(at)))
                .collect(),
        }
    }

    pub fn party(&self, party: PartyId) -> i64 {
        self.parties[party.index()]
    }

    pub fn event(&self, event: EventId) -> i64 {
        self.events[event.index()]
    }

    pub fn statement(&self, statement: StatementId) -> i64 {
        self.statements[statement.index()]
    }

    /// The number of a proposition; of one that came up since, worked out anew.
    pub fn proposition(&self, proposition: PropositionId) -> Option<i64> {
        self.propositions.get(proposition.index()).copied()
    }
}
