//! An agreement in words: who says the same, and who only something that fits.

use std::collections::{BTreeMap, BTreeSet};

use super::agreement::Agreed;
use crate::ledger::Ledger;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::Hold;
use crate::reason::values;
use crate::rules::finding::Side;

/// What is agreed in a sentence, as strong as each said it: that they say the same only where they do.
pub(super) fn alike(ledger: &Ledger, agreed: &Agreed<'_>, sides: &[Side], sentence: &str) -> String {
    let parties = |wanted: &dyn Fn(&Side) -> bool| -> Vec<PartyId> {
        sides.iter().filter(|side| wanted(side)).map(|side| side.root).collect()
    };
    let names = |roots: &[PartyId]| words::capital(&words::parties(ledger, roots));
    let (certain, hedged) = (parties(&|side| side.stance.certain()), parties(&|side| !side.stance.certain()));
    let say = |roots: &[PartyId]| words::verb(words::parties_number(ledger, roots), "say");
    let likely = if agreed.sign == Sign::Minus { "likely" } else { "likely or possible" };
    // One moment may be written in the time of two places.
    let same = |value: Value| {
        agreed.value.is_some_and(|agreed| {
            values::contains(ledger, value, agreed) && values::contains(ledger, agreed, value)
        })
    };
    let exact = |side: &Side| side.values.iter().all(|value| same(*value));
    if !sides.iter().all(exact) {
        let hedge = match hedged.as_slice() {
            [] => String::new(),
            roots => format!(" {} {} only that it is {likely}.", names(roots), say(roots)),
        };
        return format!("{} agree on this much: {sentence}.{hedge}", names(&parties(&|_| true)));
    }
    match (certain.is_empty(), hedged.is_empty()) {
        (_, true) => format!("{} say the same: {sentence}.", names(&certain)),
        (true, _) => format!("{} {} it is {likely} that {sentence}.", names(&hedged), say(&hedged)),
        (false, false) => format!(
            "{} {} that {sentence}; {} {} it is {likely}.",
            names(&certain),
            say(&certain),
            words::parties(ledger, &hedged),
            say(&hedged)
        ),
    }
}

/// How many of so many parties speak independently of one another: "Neither cites the other".
pub(super) fn apart(origins: usize, parties: usize) -> String {
    match (origins, parties) {
        (1, _) => "All of it goes back to one source".to_owned(),
        (_, many) if origins < many => {
            let [independent, many] = [origins, many].map(words::number);
            format!("Of the {many}, {independent} speak independently of one another")
        }
        (_, 2) => "Neither cites the other".to_owned(),
        _ => "None of them cites another".to_owned(),
    }
}

/// The sentences on looser values that fit, one for each root: "Corda says at least 1, which fits."
pub(super) fn fitting(reasoning: &Reasoning<'_>, fits: &[&Hold]) -> String {
    let ledger = reasoning.ledger;
    let mut said: BTreeMap<(&str, PartyId), BTreeSet<String>> = BTreeMap::new();
    for hold in fits {
        let Some(value) = hold.value(reasoning.ledger) else { continue };
        let predicate = reasoning.propositions.get(hold.proposition).predicate;
        let plain = if hold.sign() == Sign::Minus { "deny" } else { "say" };
        let verb = words::verb(words::party_number(ledger, hold.root), plain);
        let says = format!("{verb} {}", words::amount(ledger, predicate, value));
        said.entry((&ledger.party(hold.root).name, hold.root)).or_default().insert(says);
    }
    let each = said.into_iter().map(|((name, _), says)| {
        let says: Vec<String> = says.into_iter().collect();
        format!(" {}, which fits.", words::capital(&format!("{name} {}", words::list(&says))))
    });
    each.collect()
}
