//! What one root's own words do to one another, made into findings: the five rules of time share this.

use crate::ledger::model::id::PartyId;
use crate::ledger::roots::Voice;
use crate::ledger::words;
use crate::reason::position::Hold;
use crate::reason::time::{Change, Turn};
use crate::rules::finding::Finding;
use crate::rules::{Context, Rule, Sketch, compose};

/// Adds a finding for each proposition and root on which a turn was taken; `message` words it.
pub fn findings<'r>(
    rule: &'static Rule,
    context: &'r Context<'r>,
    turn: Turn,
    message: fn(&Context<'_>, &Change, &[(&Hold, &Hold)]) -> Told,
    findings: &mut Vec<Sketch<'r>>,
) {
    let reasoning = context.reasoning;
    for change in reasoning.changes.iter().filter(|change| change.turn == turn) {
        let on = reasoning.propositions.get(change.proposition);
        let statement = |hold: &Hold| reasoning.position(hold.base).statement;
        let pairs: Vec<(&Hold, &Hold)> =
            change.pairs.iter().filter_map(|(a, b)| Some((a, b.as_ref()?))).collect();
        let why = |a: &Hold, b: &Hold| context.reconciled.reason(on, statement(a), statement(b));
        let left: Vec<(&Hold, &Hold)> = pairs.iter().filter(|(a, b)| why(a, b).is_none()).copied().collect();
        let reconciled = left.is_empty().then(|| pairs.first().and_then(|(a, b)| why(a, b))).flatten();
        let pairs = if left.is_empty() { pairs } else { left };
        let certain = pairs.iter().any(|(a, b)| a.stance.certain() || b.stance.certain());
        let holds: Vec<&Hold> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
        findings.push(
            Sketch::new(rule, [change.root], move || finding(rule, context, change, &pairs, message))
                .about(on)
                .resting_on(reasoning, &holds)
                .level(compose::level_of_clash(rule, certain))
                .reconciled(reconciled.map(str::to_owned)),
        );
    }
}

/// The words for a turn: the message, and what it says beyond the sides where that is less.
pub struct Told {
    pub message: String,
    pub beyond: Option<String>,
}

impl From<String> for Told {
    fn from(message: String) -> Self {
        Self { message, beyond: None }
    }
}

fn finding(
    rule: &'static Rule,
    context: &Context<'_>,
    change: &Change,
    pairs: &[(&Hold, &Hold)],
    message: fn(&Context<'_>, &Change, &[(&Hold, &Hold)]) -> Told,
) -> Finding {
    let reasoning = context.reasoning;
    let mut holds: Vec<&Hold> = Vec::new();
    for (a, b) in pairs {
        for hold in [a, b] {
            // A position may clash in so many words and by definition; the hold with the shorter way is kept.
            match holds.iter_mut().find(|held| held.base == hold.base) {
                Some(held) if hold.way.len() < held.way.len() => *held = hold,
                Some(_) => {}
                None => holds.push(hold),
            }
        }
    }
    // Each statement has a side of its own, so that the order is seen.
    holds.sort_by_cached_key(|hold| {
        let statement = reasoning.ledger.statement(reasoning.position(hold.base).statement);
        (statement.date.order(), statement.id.clone())
    });
    let at = Some(change.proposition);
    let sides = holds.iter().map(|hold| compose::side(reasoning, at, &[hold])).collect();
    let Told { message, beyond } = message(context, change, pairs);
    Finding { beyond, ..compose::about(rule, reasoning, change.proposition, sides, &message) }
}

/// The position of a hold in words, with its date, to be read after the speaker's name.
pub fn words_of(context: &Context<'_>, hold: &Hold) -> String {
    let position = context.reasoning.position(hold.base);
    let proposition = context.reasoning.propositions.get(position.proposition);
    let ledger = context.reasoning.ledger;
    let number = words::party_number(ledger, position.speaker);
    let says = words::says(ledger, number, position.stance, &proposition, position.value(ledger));
    format!("{says} ({})", position.date.words())
}

/// The name of a root.
pub fn name<'r>(context: &Context<'r>, root: PartyId) -> &'r str {
    &context.reasoning.ledger.party(root).name
}

/// The name of a hold's voice; for an unnamed voice, its description.
pub fn voice(context: &Context<'_>, hold: &Hold) -> String {
    let ledger = context.reasoning.ledger;
    match context.reasoning.position(hold.base).voice {
        Voice::Party(party) => ledger.party(party).name.clone(),
        Voice::Unnamed(id) => ledger.statement(id).anonymous.clone().unwrap_or_default(),
    }
}
