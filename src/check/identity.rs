//! Identity: the facts by which a finding is the same in two ledgers, or in two runs.

use std::collections::BTreeMap;

use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::words;
use crate::rules::finding::Finding;

/// The facts by which a finding is the same in two ledgers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// Its rule.
    pub rule: &'static str,
    /// The proposition in canonical text; where there is none, the subject in words.
    pub about: String,
    /// The roots on which it rests, each with the values that it gives.
    pub roots: BTreeMap<String, Vec<String>>,
}

impl Identity {
    /// The identity of a finding.
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
