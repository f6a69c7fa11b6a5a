//! What makes a finding the same in two ledgers, or in two runs.

use std::collections::BTreeMap;

use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::words;
use crate::rules::finding::Finding;

/// What makes a finding the same in two ledgers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// Its rule.
    pub rule: &'static str,
    /// What it is about: the proposition in canonical text or, where it has none, what it is about in words.
    pub about: String,
    /// The roots it rests on and, where it is about values, those that each gives.
    pub roots: BTreeMap<String, Vec<String>>,
}

impl Identity {
    /// That of a finding.
    #[must_use]
    pub fn of(ledger: &Ledger, finding: &Finding) -> Self {
        let id = |party: &PartyId| ledger.party(*party).id.clone();
        let mut roots: BTreeMap<String, Vec<String>> =
            finding.parties.iter().map(|party| (id(party), Vec::new())).collect();
        for side in &finding.sides {
            if let Some(values) = roots.get_mut(&id(&side.root)) {
                values.extend(side.values.iter().map(|value| words::value_text(ledger, *value)));
                values.sort();
                values.dedup();
            }
        }
        let about = finding.on(ledger).unwrap_or_else(|| finding.reading.clone());
        Self { rule: finding.rule.id, about, roots }
    }
}
