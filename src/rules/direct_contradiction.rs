//! One party says that it is so, and another says that it is not.
//!
//! # What it says
//!
//! Two parties with different roots hold opposite sides of one proposition, in so many words or by
//! definition. Who denies any involvement denies having carried it out; who denies that an event
//! happened denies its toll; what is denied of a state is denied of its army. The finding stands at
//! what the one who says so said in so many words, and names all who take part.
//!
//! With values, all that the one says must lie within what the other denies: launched from the
//! coast of Vardia, not launched from Vardia. It says whether both are certain or one hedges; where
//! both hedge it is a note. No comment and "not known" contradict nothing.
//!
//! # Why it matters
//!
//! This is the plainest dispute there is. A text that gives only one side takes sides.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(sudria, quay-fire)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     denies:
//!       - involved-in(self, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! Norland says only that Sudria was involved, and Sudria denies only that it carried it out. Both
//! can be so.
//!
//! ```yaml
//! parties: [{id: norland, kind: state}, {id: sudria, kind: state}]
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: norland
//!     date: 2031-05-02
//!     asserts:
//!       - involved-in(sudria, quay-fire)
//!   - id: b
//!     by: sudria
//!     date: 2031-05-03
//!     denies:
//!       - carried-out(self, quay-fire)
//! ```
//!
//! # What to do
//!
//! Print both sides, each with its date and source. Check that they speak of the same event and the
//! same kind of responsibility. If they do not contradict one another after all, record a
//! reconciliation with your reason; the finding is then listed and not counted.

use super::{Context, Rule, Run, clash, draft};
use crate::finding::{Family, Finding, Level};
use crate::model::stance::Sign;
use crate::reason::position::Hold;
use crate::reason::time;
use crate::words;

/// The rule.
pub const RULE: Rule = Rule {
    id: "direct-contradiction",
    family: Family::Contradiction,
    level: Level::Warning,
    source: include_str!("direct_contradiction.rs"),
    run: Run::Positions(run),
};

fn run(rule: &Rule, context: &Context<'_>, findings: &mut Vec<Finding>) {
    let reasoning = context.reasoning;
    for (id, holds) in reasoning.groups() {
        // What is held by definition alone is reported where its premise is stated.
        let plus: Vec<&Hold> = holds
            .iter()
            .filter(|hold| hold.sign() == Sign::Plus && (hold.stated() || !hold.by_definition()))
            .collect();
        if plus.is_empty() {
            continue;
        }
        let minus: Vec<&Hold> = reasoning.against(id).collect();
        let on = words::canonical(reasoning.ledger, &reasoning.propositions.get(id));
        let clashes = |plus: &Hold, minus: &Hold| {
            (plus.stated() || minus.proposition == id) && time::clash(reasoning.ledger, plus, minus)
        };
        let Some(clash) = clash::between(reasoning, &context.reconciled, &on, &plus, &minus, clashes) else { continue };
        let sides = draft::sides(reasoning, &clash.holds);
        let (so, not) = (
            draft::roots_of(reasoning.ledger, &sides, Sign::Plus),
            draft::roots_of(reasoning.ledger, &sides, Sign::Minus),
        );
        let how = match (clash.certain, clash.both_certain) {
            (_, true) => "Both are certain.",
            (true, false) => "One is certain, the other hedges.",
            (false, false) => "Both hedge.",
        };
        let message = format!("{so} and {not} cannot both be right. {how}");
        let mut finding = draft::about(rule, reasoning, id, sides, message);
        finding.level = draft::level_of_clash(rule, clash.certain);
        finding.reconciled = clash.reconciled;
        findings.push(finding);
    }
}
