//! Answers to an accusation: the words of the accusers, of the accused, and of the accused on the same events.

use std::collections::BTreeSet;

use super::Word;
use crate::ledger::model::id::PropositionId;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::acts;
use crate::reason::position::Hold;
use crate::reason::state::accusation::{About, Accusation, Answer};
use crate::reason::state::spoken_of::Spoken;

/// A hold on a proposition, in words.
pub(super) fn word(reasoning: &Reasoning<'_>, id: PropositionId, hold: &Hold) -> Word {
    let position = reasoning.position(hold.base);
    let number = words::party_number(reasoning.ledger, hold.root);
    let direct = position.proposition == id;
    let proposition = reasoning.propositions.get(position.proposition);
    let does = if direct {
        acts::act(reasoning.ledger, &proposition, hold.root, hold.stance, &position.date)
            .and_then(|act| acts::does(reasoning, number, id, hold.root, hold.stance, act))
            .or_else(|| Some(words::does(number, hold.stance).to_owned()))
    } else {
        acts::denies_doing(reasoning, number, id, position)
    };
    let says = does.unwrap_or_else(|| {
        words::says(reasoning.ledger, number, position.stance, &proposition, position.value(reasoning.ledger))
    });
    Word {
        root: hold.root,
        statement: position.statement,
        stance: position.stance,
        says,
        direct,
        hearsay: position.hearsay,
    }
}

/// An answer of the accused, in words.
pub(super) fn answer(reasoning: &Reasoning<'_>, id: PropositionId, answer: &Answer<'_>) -> Word {
    let hold = answer.hold;
    let mut found = word(reasoning, id, hold);
    if answer.about != About::Deed {
        let proposition = reasoning.propositions.get(hold.proposition);
        let number = words::party_number(reasoning.ledger, hold.root);
        found.says = words::says(reasoning.ledger, number, hold.stance, &proposition, None);
    }
    found
}

/// The words by date, each once.
pub(super) fn sorted(reasoning: &Reasoning<'_>, mut all: Vec<Word>) -> Vec<Word> {
    let ledger = reasoning.ledger;
    all.sort_by_cached_key(|word| {
        let statement = ledger.statement(word.statement);
        (statement.date.order(), statement.id.clone(), ledger.party(word.root).id.clone(), word.says.clone())
    });
    all.dedup();
    // A statement may answer in so many words and by definition; the words on the accusation itself are kept.
    let mut seen = BTreeSet::new();
    all.sort_by_key(|word| !word.direct);
    all.retain(|word| seen.insert((word.root, word.statement)));
    all.sort_by_cached_key(|word| {
        let statement = ledger.statement(word.statement);
        (statement.date.order(), statement.id.clone(), ledger.party(word.root).id.clone())
    });
    all
}

/// The positions of the accused on who did what in the events of the accusing statements, in words: each once, by date.
pub(super) fn beside(
    reasoning: &Reasoning<'_>,
    spoken: &Spoken<'_>,
    accusation: &Accusation<'_>,
) -> Vec<String> {
    let mut said = BTreeSet::new();
    for position in spoken.beside(reasoning, accusation) {
        let proposition = reasoning.propositions.get(position.proposition);
        if reasoning.ledger.vocabulary.get(proposition.predicate).accuses.is_some() {
            let number = words::pronoun(reasoning.ledger, position.root).number;
            let text = words::says(
                reasoning.ledger,
                number,
                position.stance,
                &proposition,
                position.value(reasoning.ledger),
            );
            said.insert((position.date.order(), format!("{text} ({})", position.date.words())));
        }
    }
    said.into_iter().map(|(_, said)| said).collect()
}
