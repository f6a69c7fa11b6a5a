//! What was said to an accusation: by the accusers, by the accused, and by the accused on the same events.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, Word};
use crate::ledger::model::id::{EventId, PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::{Argument, MOST_ARGUMENTS, Proposition};
use crate::ledger::words;
use crate::reason::position::{Hold, PositionId};
use crate::reason::{Reasoning, verification};

/// What a hold says to a proposition, in words.
pub(super) fn word(reasoning: &Reasoning<'_>, id: PropositionId, hold: &Hold) -> Word {
    let position = reasoning.position(hold.base);
    let mut says = words::does(hold.stance).to_owned();
    if position.proposition != id {
        let base = reasoning.propositions.get(position.proposition);
        let how = if hold.by_definition() { "by definition" } else { "on its own further word" };
        let what = words::says(reasoning.ledger, position.stance, &base, position.value);
        says = format!("{says} {how}: {what}");
    }
    Word {
        root: hold.root,
        statement: position.statement,
        stance: position.stance,
        says,
        hearsay: position.hearsay,
    }
}

/// What a root says of a statement's accuracy.
pub(super) fn on_accuracy(reasoning: &Reasoning<'_>, root: PartyId, statement: StatementId) -> Vec<Word> {
    let mut arguments = [Argument::NONE; MOST_ARGUMENTS];
    arguments[0] = Argument(statement.0);
    let accurate = reasoning.ledger.vocabulary.find("accurate");
    let id =
        accurate.and_then(|predicate| reasoning.propositions.find(&Proposition { predicate, arguments }));
    let Some(id) = id else { return Vec::new() };
    let own = |hold: &&Hold| hold.root == root && hold.stated() && !reasoning.position(hold.base).tacit;
    let proposition = reasoning.propositions.get(id);
    let says = |hold: &Hold| words::says(reasoning.ledger, hold.stance, &proposition, None);
    let on = reasoning.on(id).iter().filter(own);
    on.map(|hold| Word { says: says(hold), ..word(reasoning, id, hold) }).collect()
}

/// Words by date, each once.
pub(super) fn sorted(reasoning: &Reasoning<'_>, mut all: Vec<Word>) -> Vec<Word> {
    let ledger = reasoning.ledger;
    all.sort_by_cached_key(|word| {
        let statement = ledger.statement(word.statement);
        (statement.date.order(), statement.id.clone(), ledger.party(word.root).id.clone(), word.says.clone())
    });
    all.dedup();
    // One statement may answer twice over: in so many words and by definition. The first says enough.
    let mut seen = BTreeSet::new();
    all.sort_by_key(|word| word.says.len() > words::does(word.stance).len());
    all.retain(|word| seen.insert((word.root, word.statement)));
    all.sort_by_cached_key(|word| {
        let statement = ledger.statement(word.statement);
        (statement.date.order(), statement.id.clone(), ledger.party(word.root).id.clone())
    });
    all
}

/// What each root has said of each event, hearsay and what does not stand left out.
pub(super) struct Spoken(BTreeMap<(PartyId, EventId), Vec<PositionId>>);

impl Spoken {
    /// Reads it off all positions, once.
    pub(super) fn new(reasoning: &Reasoning<'_>) -> Self {
        let mut by: BTreeMap<(PartyId, EventId), Vec<PositionId>> = BTreeMap::new();
        for (at, position) in reasoning.positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            if position.hearsay || position.tacit || !reasoning.stands(id) {
                continue;
            }
            let proposition = reasoning.propositions.get(position.proposition);
            for event in verification::events(reasoning, &proposition) {
                by.entry((position.root, event)).or_default().push(id);
            }
        }
        Self(by)
    }

    /// What the accused said of the events that the accusing statements speak of: each once, by date.
    pub(super) fn beside(&self, reasoning: &Reasoning<'_>, found: &Found<'_>) -> Vec<String> {
        let ledger = reasoning.ledger;
        let written = found
            .accusing
            .iter()
            .flat_map(|hold| &ledger.statement(reasoning.position(hold.base).statement).positions);
        let events: BTreeSet<EventId> = written
            .flat_map(|written| verification::events(reasoning, &ledger.proposition(written.proposition)))
            .collect();
        let spoken = events.iter().filter_map(|event| self.0.get(&(found.root, *event))).flatten();
        let mut said = BTreeSet::new();
        for position in spoken.map(|id| reasoning.position(*id)) {
            let proposition = reasoning.propositions.get(position.proposition);
            let text = words::says(ledger, position.stance, &proposition, position.value);
            said.insert((position.date.order(), format!("{text} ({})", position.date.words())));
        }
        said.into_iter().map(|(_, said)| said).collect()
    }
}
