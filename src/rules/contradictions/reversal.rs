//! One voice said one thing, and later said what contradicts it.
//!
//! # What it says
//!
//! The later position stands. The earlier takes no further part: it agrees with nobody and
//! contradicts nobody any more. It counts by definition too: a later denial of any involvement
//! reverses a claim to have carried it out. A spokeswoman and her successor are one voice.
//!
//! A count that only rises is a revision and no reversal; one that falls is reported as revised
//! downwards. A figure that covers a day or the past 24 hours is entered with its `scope`, for
//! figures of different scope are not compared. What a named voice says takes the place of what unnamed ones said before, without a
//! finding. Who admits what the party denied, in any voice, has turned round; so has who first says
//! deliberate and then an accident. Leaving open what one had said takes it
//! back without contradicting it: no reversal either. A refusal to comment takes nothing back. A
//! withdrawn statement is a retraction; another voice of the same party makes a split position.
//!
//! # Why it matters
//!
//! The text you quoted from last week may no longer be what the party says, and why it changed is a
//! question worth asking.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: norland, kind: state}, {id: front, kind: armed-group}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: norland
//!     date: 2031-05-04
//!     denies:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! Norland leaves it open. Its earlier word no longer stands, but the two do not contradict one
//! another.
//!
//! ```yaml
//! parties: [{id: norland, kind: state}, {id: front, kind: armed-group}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: norland
//!     date: 2031-05-04
//!     leaves-open:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # What to do
//!
//! Quote the later position as the current one, and say that it has changed. Check that the later
//! words are about the same thing. If the party withdrew the earlier statement, record that with
//! retracts.

use super::turns::{self, Told};
use crate::ledger::Ledger;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::position::Hold;
use crate::reason::time::{Change, Turn};
use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch};

/// The rule.
pub const RULE: Rule = Rule {
    id: "reversal",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Turn,
    source: include_str!("reversal.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    turns::findings(
        rule,
        context,
        Turn::Reversal,
        |context, change, pairs| {
            let root = turns::name(context, change.root);
            if let Some(figures) = figures(context, pairs) {
                let their = words::pronoun(context.reasoning.ledger, change.root).their;
                let how = if counts(context.reasoning.ledger, pairs[0].0) { " downwards" } else { "" };
                let turned = words::capital(&format!("{root} revised {their} figure{how}"));
                return Told {
                    message: format!("{turned}: {figures}. {LATER}"),
                    beyond: Some(format!("{turned}. {LATER}")),
                };
            }
            let steps: Vec<String> = pairs
                .iter()
                .map(|(earlier, later)| {
                    let (before, after) =
                        (turns::words_of(context, earlier), turns::words_of(context, later));
                    words::capital(&format!("{} first {before}, then {after}", turns::voice(context, later)))
                })
                .collect();
            changed(context, change, &steps)
        },
        findings,
    );
}

/// The message that a root has changed its word, step by step.
fn changed(context: &Context<'_>, change: &Change, steps: &[String]) -> Told {
    let ledger = context.reasoning.ledger;
    let have = words::verb(words::party_number(ledger, change.root), "have");
    let their = words::pronoun(ledger, change.root).their;
    let turned =
        words::capital(&format!("{} {have} changed {their} word.", turns::name(context, change.root)));
    Told {
        message: format!("{turned} {}. {LATER}", steps.join(". ")),
        beyond: Some(format!("{turned} {LATER}")),
    }
}

/// What a turn leaves.
const LATER: &str = "The later stands.";

/// True when a hold gives a count; a later count is a reversal only where it is lower.
fn counts(ledger: &Ledger, hold: &Hold) -> bool {
    hold.value(ledger).is_some_and(|value| value.counts().is_some())
}

/// The figures of a count that fell, or of another number, each with its day; none where it is neither.
fn figures(context: &Context<'_>, pairs: &[(&Hold, &Hold)]) -> Option<String> {
    let reasoning = context.reasoning;
    let mut told: Vec<String> = Vec::new();
    for hold in pairs.iter().flat_map(|(earlier, later)| [earlier, later]) {
        let value = hold.value(reasoning.ledger).filter(|_| hold.sign() == Sign::Plus)?;
        if !counts(reasoning.ledger, hold) && !matches!(value, Value::Number(..)) {
            return None;
        }
        let day = reasoning.position(hold.base).date.words();
        let predicate = reasoning.propositions.get(hold.proposition).predicate;
        let text = format!("{} ({day})", words::amount(reasoning.ledger, predicate, value));
        if !told.contains(&text) {
            told.push(text);
        }
    }
    Some(told.join(", then "))
}
