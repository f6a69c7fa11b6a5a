//! The standing of a link in the JSON of a finding: on whose word and evidence, who has a stake, and who is against.

use serde::Serialize;

use super::sorted;
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::reason::standing::Standing;

/// The parties and evidence by which a link stands as it does; empty lists are left out.
#[derive(Serialize)]
pub(super) struct JsonStandingBy<'r> {
    /// Parties with no stake that say so on their own knowledge.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    witnesses: Vec<JsonWitness<'r>>,
    /// Evidence from an outlet with no stake.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<JsonEvidence<'r>>,
    /// The accused parties that say so of themselves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    admitted: Vec<&'r str>,
    /// Parties that say so and have a stake in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    with_a_stake: Vec<&'r str>,
    /// Parties with no stake that say it is not so, or unlikely.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    against: Vec<&'r str>,
}

#[derive(Serialize)]
struct JsonWitness<'r> {
    root: &'r str,
    statement: &'r str,
    origins: Vec<&'r str>,
}

#[derive(Serialize)]
struct JsonEvidence<'r> {
    source: &'r str,
    statement: &'r str,
}

impl<'r> JsonStandingBy<'r> {
    /// The parties and evidence of a standing; none where there are none.
    pub(super) fn of(ledger: &'r Ledger, standing: &Standing) -> Option<Self> {
        let party = |id: &PartyId| ledger.party(*id).id.as_str();
        let mut witnesses: Vec<JsonWitness<'r>> = standing
            .witnesses
            .iter()
            .map(|witness| JsonWitness {
                root: party(&witness.root),
                statement: &ledger.statement(witness.statement).id,
                origins: sorted(witness.origin.iter().map(party)),
            })
            .collect();
        witnesses.sort_by_key(|witness| (witness.root, witness.statement));
        let mut evidence: Vec<JsonEvidence<'r>> = standing
            .documents
            .iter()
            .map(|(statement, source)| JsonEvidence {
                source: &ledger.source(*source).id,
                statement: &ledger.statement(*statement).id,
            })
            .collect();
        evidence.sort_by_key(|evidence| (evidence.source, evidence.statement));
        let admitted = sorted(standing.admitted.iter().map(party));
        let with_a_stake = sorted(standing.interested.keys().map(party));
        let against = sorted(standing.against.iter().map(party));
        let nobody = witnesses.is_empty()
            && evidence.is_empty()
            && admitted.is_empty()
            && with_a_stake.is_empty()
            && against.is_empty();
        (!nobody).then_some(Self { witnesses, evidence, admitted, with_a_stake, against })
    }
}
