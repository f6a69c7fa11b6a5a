//! A party is part of two others at the same time.
//!
//! # What it says
//!
//! `part-of` lists two memberships whose times share a day. A membership without `from` has always been; one
//! without `until` lasts. Both the first and the last day belong to it, and a month stands for all of its days.
//!
//! # Why it matters
//!
//! Whoever speaks, speaks for one whole. On a day with two of them nobody can say whose position it is, and the
//! same words would be held by both.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: vardia
//!   - id: ann-berg
//!     kind: person
//!     part-of:
//!       - {party: estia, until: 2023-06}
//!       - {party: vardia, from: 2023-06}
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: berg-judges
//!     by: ann-berg
//!     date: 2024-05-12
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//!   - id: vardia
//!   - id: ann-berg
//!     kind: person
//!     part-of:
//!       - {party: estia, until: 2023-05}
//!       - {party: vardia, from: 2023-06}
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: berg-judges
//!     by: ann-berg
//!     date: 2024-05-12
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! The first membership ends with May, the second begins with June.
//!
//! # What to do
//!
//! Give the days on which the one ended and the other began. If the party did hold two offices at once, keep the
//! one for which it speaks in the statements on file, and mention the other in its `title`. Where a person speaks now
//! for the one and now for the other, say it at each statement: `for: estia`.

use crate::ledger::Ledger;
use crate::ledger::model::party::Party;
use crate::ledger::model::statement::Statement;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "overlapping-memberships",
    family: Family::Record,
    level: Level::Error,
    tells: Tells::Message,
    source: include_str!("overlapping_memberships.rs"),
    run: Run::Records(run),
};

/// True when a party spoke while two memberships overlap, and every statement of that time names its capacity.
fn said_for_whom(ledger: &Ledger, party: &Party, days: (i32, i32)) -> bool {
    let speaks = |statement: &&Statement| statement.by.iter().any(|by| ledger.party(*by).id == party.id);
    let then = |statement: &&Statement| statement.date.first() <= days.1 && days.0 <= statement.date.last();
    let mut spoken = ledger.said().map(|(_, statement)| statement).filter(speaks).filter(then).peekable();
    spoken.peek().is_some() && spoken.all(|statement| statement.capacity.is_some())
}

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    for party in &ledger.parties {
        for (at, later) in party.part_of.iter().enumerate() {
            for earlier in &party.part_of[..at] {
                let (a, b) = (earlier.days(), later.days());
                let both = (a.0.max(b.0), a.1.min(b.1));
                if both.0 <= both.1 && !said_for_whom(ledger, party, both) {
                    let (one, two) = (&ledger.party(earlier.party).id, &ledger.party(later.party).id);
                    let finding = compose::record(
                        rule,
                        later.span,
                        format!("`{}` is part of `{one}` and of `{two}` on the same day", party.id),
                        format!(
                            "end the one before the other begins: `until` names the last day, `from` the first; or say \
                             at each statement for which of the two it was made: `for: {two}`"
                        ),
                    );
                    findings.push(finding.between([&party.id, one, two].map(String::as_str)));
                }
            }
        }
    }
}
