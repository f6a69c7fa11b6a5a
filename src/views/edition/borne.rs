//! How a link stands, in words for readers: who says so from knowledge of their own, and who has an interest in it.

use std::collections::BTreeSet;

use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::stance::Sign;
use crate::ledger::words::{self, Number, Pronoun};
use crate::reason::Reasoning;
use crate::reason::standing::{Stake, Standing};
use crate::rules::compose;
use crate::rules::finding::Finding;

/// The sentence on what an unverified link lacks; none where it is blame, which nothing could bear out.
pub(super) fn lacks(reasoning: &Reasoning<'_>, standing: &Standing) -> Option<String> {
    if standing.blame {
        return None;
    }
    let ledger = reasoning.ledger;
    if standing.witnesses.is_empty() {
        return Some("Nobody without an interest in it says so from their own knowledge.".to_owned());
    }
    let who: Vec<String> =
        standing.witnesses.iter().map(|witness| compose::witness(ledger, witness)).collect();
    let say = if who.len() == 1 { "says" } else { "say" };
    let needed = words::number(ledger.settings.verify_origins);
    let who = words::list(&who);
    Some(format!("Of those without an interest in it, only {who} {say} so; it would take {needed}."))
}

/// The sentences on who has an interest in a link, and who without one speaks against it.
pub(super) fn interests(reasoning: &Reasoning<'_>, standing: &Standing) -> Vec<String> {
    let ledger = reasoning.ledger;
    let mut by_reason: Vec<(&Stake, Vec<PartyId>)> = Vec::new();
    for (root, stake) in standing.interested.iter().filter(|_| !standing.blame) {
        match by_reason.iter_mut().find(|(known, _)| *known == stake) {
            Some((_, roots)) => roots.push(*root),
            None => by_reason.push((stake, vec![*root])),
        }
    }
    let mut told: Vec<String> = by_reason
        .into_iter()
        .map(|(stake, roots)| {
            let pronoun = match roots.as_slice() {
                [only] => words::pronoun(ledger, *only),
                _ => Pronoun { they: "they", their: "their", number: Number::Many },
            };
            let have = words::verb(words::parties_number(ledger, &roots), "have");
            let (names, why) = (words::parties(ledger, &roots), stake.words(reasoning, pronoun));
            words::capital(&format!("{names} {have} an interest in it: {} {why}.", pronoun.they))
        })
        .collect();
    if !standing.against.is_empty() && !standing.blame {
        let against = compose::sorted_roots(ledger, standing.against.iter().copied());
        let say = words::verb(words::parties_number(ledger, &against), "say");
        let names = words::parties(ledger, &against);
        told.push(words::capital(&format!(
            "{names}, without an interest in it, {say} it is not so, or unlikely."
        )));
    }
    told
}

/// The sentence that all who agree on a fact were read in one place; none where they were read in several, or one has no
/// source.
pub(super) fn read_in_one(reasoning: &Reasoning<'_>, finding: &Finding) -> Option<&'static str> {
    let ledger = reasoning.ledger;
    let sources: BTreeSet<_> = finding.statements.iter().map(|id| ledger.statement(*id).source).collect();
    let attitude = finding.about.is_none_or(|about| ledger.vocabulary.get(about.predicate).attitude);
    let one = !attitude
        && sources.len() == 1
        && finding.statements.len() > 1
        && sources.iter().all(Option::is_some);
    one.then_some("All of it was read in one place.")
}

/// The parties of a finding that are only read as saying so.
pub(super) fn read(finding: &Finding) -> Vec<PartyId> {
    finding.sides.iter().filter(|side| side.read && side.sign != Sign::None).map(|side| side.root).collect()
}

/// The statements of which a party denies that the words are its own, each with that party.
pub(super) fn disowned(reasoning: &Reasoning<'_>) -> BTreeSet<(PartyId, StatementId)> {
    let disputed = reasoning.positions.iter().filter(|position| position.disputed);
    disputed.map(|position| (position.root, position.statement)).collect()
}
