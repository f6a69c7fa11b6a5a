//! Identity: the facts by which a finding is the same in two ledgers, or in two runs; and the name that follows from them.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::words;
use crate::read::files::archives;
use crate::rules::finding::{Finding, Tells};

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

/// The number of roots that two findings of one rule on one subject have in common, where one has all those of the other: they
/// are one finding that somebody has joined or left. None where they are two.
#[must_use]
pub fn in_common<'r>(
    one: impl ExactSizeIterator<Item = &'r String>,
    other: impl ExactSizeIterator<Item = &'r String>,
) -> Option<usize> {
    let fewest = one.len().min(other.len());
    let other: BTreeSet<&String> = other.collect();
    let common = one.filter(|root| other.contains(root)).count();
    (common > 0 && common == fewest).then_some(common)
}

/// What makes a finding the same before and after a change, to the word. A link and an accusation are one by proposition and
/// statements: their words also tell what hangs on it, and what else the accused has said.
#[must_use]
pub fn key(ledger: &Ledger, finding: &Finding) -> String {
    let statements = finding.statements.iter().map(|id| ledger.statement(*id).id.as_str());
    let parties = finding.parties.iter().map(|id| ledger.party(*id).id.as_str());
    let on = finding.on(ledger).unwrap_or_default();
    let more = matches!(finding.rule.tells, Tells::Link | Tells::Accusation);
    let told = if more { "" } else { &finding.message };
    [finding.rule.id, &on, told].into_iter().chain(statements).chain(parties).collect::<Vec<_>>().join("\n")
}

/// The name of a finding in an address: 32 hexadecimal digits. Whoever has it has seen the finding as it is.
#[must_use]
pub fn name(ledger: &Ledger, finding: &Finding) -> String {
    archives::hash(key(ledger, finding).as_bytes())[..32].to_owned()
}
