//! A question to an accused party, ready to be sent: the accusation put to it, and who says so.

use super::{Brought, Word};
use crate::ledger::model::stance::Stance;
use crate::ledger::words;
use crate::reason::Reasoning;

/// The question: "Do you back the Front? Norland says so (5 May 2031)."
pub(super) fn question(reasoning: &Reasoning<'_>, found: &Brought<'_>) -> String {
    let open = |word: &&Word| {
        found.accusation.open.iter().any(|hold| reasoning.position(hold.base).statement == word.statement)
    };
    let accusers: Vec<&Word> = found.entry.accusers.iter().filter(open).collect();
    format!("{} {}", asks(reasoning, found), says_who(reasoning, &accusers))
}

/// The accusation as a question: to `you` where the accused is the root itself, by name where it is a part of it.
fn asks(reasoning: &Reasoning<'_>, found: &Brought<'_>) -> String {
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(found.accusation.id);
    let itself = found.accusation.accused == found.accusation.root;
    let name = (!itself).then(|| ledger.party(found.accusation.accused).name.as_str());
    let place = ledger.vocabulary.get(proposition.predicate).accuses.unwrap_or(0);
    let asked = words::put_to(ledger, &proposition, place, name)
        .unwrap_or_else(|| format!("is it correct that {}", found.entry.reading));
    format!("{}?", words::capital(&asked))
}

/// The accusers and the dates of their words: certain ones, then those who hedge.
fn says_who(reasoning: &Reasoning<'_>, accusers: &[&Word]) -> String {
    let mut sentences = Vec::new();
    for (stance, one, many) in [
        (Stance::Asserts, "says so", "say so"),
        (Stance::Suggests, "says it is likely or possible", "say it is likely or possible"),
    ] {
        let mut names: Vec<(String, Vec<String>)> = Vec::new();
        for word in accusers.iter().filter(|word| word.stance == stance) {
            let name = name(reasoning, word);
            let date = reasoning.ledger.statement(word.statement).date.words();
            match names.iter_mut().find(|(known, _)| *known == name) {
                Some((_, dates)) if dates.contains(&date) => {}
                Some((_, dates)) => dates.push(date),
                None => names.push((name, vec![date])),
            }
        }
        let verb = if names.len() == 1 { one } else { many };
        if let [(name, dates)] = names.as_slice() {
            sentences.push(format!("{} {verb} ({}).", words::capital(name), dates.join("; ")));
        } else if !names.is_empty() {
            let dated: Vec<String> =
                names.iter().map(|(name, dates)| format!("{name} ({})", dates.join("; "))).collect();
            sentences.push(format!("{} {verb}.", words::capital(&words::list(&dated))));
        }
    }
    sentences.join(" ")
}

/// The accuser as it may be named to the accused: an unnamed one by description, hearsay with its carrier.
fn name(reasoning: &Reasoning<'_>, word: &Word) -> String {
    let ledger = reasoning.ledger;
    let statement = ledger.statement(word.statement);
    let root = &ledger.party(word.root).name;
    let name = match &statement.anonymous {
        Some(described) => format!("{described} ({root})"),
        None => root.clone(),
    };
    match statement.via.first().filter(|_| word.hearsay) {
        Some(carrier) => format!("{name}, according to {},", words::carrier(ledger, carrier)),
        None => name,
    }
}
