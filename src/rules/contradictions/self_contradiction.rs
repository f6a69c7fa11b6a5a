//! One voice says two things that cannot both be so, and it is not known which came later.
//!
//! # What it says
//!
//! A voice is whoever speaks or, for a person, the office that he or she speaks for that day. Where
//! one voice holds both sides of a proposition, or two values that conflict, and the dates overlap,
//! it contradicts itself: in one statement, or in two of the same day without times. It counts by
//! definition too: claiming a deed and denying any involvement in it. Both positions stand.
//!
//! If the order is known it is a reversal; if the voices differ, a split position; if the two are
//! reports of the same words, disputed wording. Words known only through somebody else's mouth are
//! not held against the speaker.
//!
//! # Why it matters
//!
//! Sometimes it is news. More often one of the two records is wrong: a "not" lost, a wrong date, a
//! wrong speaker.
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
//!     date: 2031-05-02
//!     denies:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! The second is dated a day later: the order is known, and it is a reversal.
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
//!     date: 2031-05-03
//!     denies:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # What to do
//!
//! Read both sources again. If both give a time, add it to the dates, with the zone. If both are
//! reports of one utterance, say so with same-as. Otherwise ask the party which of the two it
//! stands by.

use super::turns;
use crate::ledger::words;
use crate::reason::position::Hold;
use crate::reason::time::Turn;
use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch};

/// The rule.
pub const RULE: Rule = Rule {
    id: "self-contradiction",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Turn,
    source: include_str!("self_contradiction.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    turns::findings(
        rule,
        context,
        Turn::SelfContradiction,
        |context, change, pairs| {
            let root = turns::name(context, change.root);
            let voice = pairs.first().map(|(a, _)| turns::voice(context, a)).unwrap_or_default();
            let whose = if voice == root { String::new() } else { format!(", in the one voice of {voice}") };
            let reasoning = context.reasoning;
            let in_all = |(a, b): &(&Hold, &Hold)| reasoning.whole(a.proposition) == Some(b.proposition);
            let (more, why) = if pairs.iter().any(in_all) {
                (" That is more of them than in all.", "Neither figure takes the place of the other")
            } else {
                ("", "The order of the statements is not known")
            };
            let number = words::party_number(reasoning.ledger, change.root);
            let say = words::verb(number, "say");
            words::capital(&format!("{root} {say} both{whose}.{more} {why}, so both stand.")).into()
        },
        findings,
    );
}
