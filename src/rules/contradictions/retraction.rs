//! A party has withdrawn a statement of its own.
//!
//! # What it says
//!
//! A later statement by the same party, by any of its voices, names the earlier one under retracts:
//! a correction, a deleted post, a claim disowned as unauthorised. From that date on the positions
//! of the withdrawn statement take no part in anything: they agree with nobody and contradict
//! nobody. There is one finding for each of them.
//!
//! It is a note. What the party says in its place is its position now, and is no reversal, since
//! the party itself said that the first was not to stand.
//!
//! # Why it matters
//!
//! A claim lives on in copies after its author has withdrawn it. And a withdrawal is an act of its
//! own: it takes a claim back, and does not by itself deny it.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: front, kind: armed-group}, {id: council, kind: body, part-of: front}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: front
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(self, quay-fire)
//!   - id: b
//!     by: council
//!     date: 2031-05-04
//!     retracts:
//!       - a
//! ```
//!
//! # An example that does not
//!
//! The council only answers the claim, and does not withdraw it.
//!
//! ```yaml
//! parties: [{id: front, kind: armed-group}, {id: council, kind: body, part-of: front}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: front
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(self, quay-fire)
//!   - id: b
//!     by: council
//!     date: 2031-05-04
//!     answers:
//!       - a
//! ```
//!
//! # What to do
//!
//! Do not quote the withdrawn words as what the party says. If your own text rests on them, correct
//! it. Say who withdrew them, and whether a reason was given. Keep the record of the withdrawn
//! statement, for the file must show that it was made.

use super::turns;
use crate::ledger::model::id::StatementId;
use crate::ledger::words;
use crate::reason::position::Hold;
use crate::reason::state::State;
use crate::reason::time::{Change, Turn};
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "retraction",
    family: Family::Contradiction,
    level: Level::Note,
    tells: Tells::Message,
    source: include_str!("retraction.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    for change in context.reasoning.changes.iter().filter(|change| change.turn == Turn::Retraction) {
        findings.push(
            Sketch::new(rule, [change.root], move || finding(rule, context, change))
                .about(context.reasoning.propositions.get(change.proposition)),
        );
    }
}

fn finding(rule: &'static Rule, context: &Context<'_>, change: &Change) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let holds: Vec<&Hold> = change.pairs.iter().map(|(withdrawn, _)| withdrawn).collect();
    let states: Vec<State> = holds.iter().map(|hold| reasoning.state(hold.base)).collect();
    let by: Vec<StatementId> = compose::sorted_statements(ledger, states.iter().flat_map(State::by).copied());
    let mut when: Vec<String> = by.iter().map(|id| ledger.statement(*id).date.words()).collect();
    when.dedup();
    let message = format!(
        "{} withdrew it on {}: the earlier words take no further part.",
        turns::name(context, change.root),
        words::list(&when)
    );
    let mut sides = compose::sides(reasoning, Some(change.proposition), &holds);
    for side in &mut sides {
        let position = reasoning.position(holds[0].base);
        let proposition = reasoning.propositions.get(position.proposition);
        let number = words::party_number(ledger, position.speaker);
        let says = words::says(ledger, number, position.stance, &proposition, position.value(ledger));
        let said = position.date.words();
        side.says = format!("no longer {says} (said on {said}, withdrawn on {})", words::list(&when));
        side.say.clone_from(&side.says);
        side.statements.extend(by.iter().copied());
    }
    // The side says that it was withdrawn, and when.
    let beyond = Some(String::new());
    Finding { beyond, ..compose::about(rule, reasoning, change.proposition, sides, &message) }
}
