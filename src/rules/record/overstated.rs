//! A position is recorded as certain, and the quote hedges it.
//!
//! # What it says
//!
//! A statement asserts or denies, suggests and doubts nothing, and its quote holds a word that hedges: “probably”,
//! “apparently”, “may have”, “we believe” and the like. “We have no doubt” is no hedge.
//!
//! # Why it matters
//!
//! A guess becomes a claim, and then contradicts what it never contradicted.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: velmark
//!   - id: hill-watch
//! events:
//!   - id: quarry-blast
//! statements:
//!   - id: velmark-blames
//!     by: velmark
//!     date: 2032-06-07
//!     quote: The Hill Watch was probably behind the blast
//!     asserts:
//!       - carried-out(hill-watch, quarry-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: velmark
//!   - id: hill-watch
//! events:
//!   - id: quarry-blast
//! statements:
//!   - id: velmark-blames
//!     by: velmark
//!     date: 2032-06-07
//!     quote: The Hill Watch was without doubt behind the blast
//!     asserts:
//!       - carried-out(hill-watch, quarry-blast)
//! ```
//!
//! It is said with certainty.
//!
//! # What to do
//!
//! Put what is hedged under `suggests` or `doubts`.

use crate::ledger::Ledger;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::statement::Written;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};
use crate::text::quotes::hedges::hedge;

/// The rule.
pub const RULE: Rule = Rule {
    id: "overstated",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("overstated.rs"),
    run: Run::Records(run),
};

/// Words by which a speaker keeps a distance from what others say.
const AT_A_DISTANCE: &[&str] = &[
    "allegedly",
    "reportedly",
    "supposedly",
    "purportedly",
    "ostensibly",
    "it is alleged",
    "is said to",
    "are said to",
];

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    for (_, statement) in ledger.said() {
        let hedged = |position: &Written| {
            matches!(position.stance, Stance::Suggests | Stance::Doubts | Stance::LeavesOpen)
        };
        let certain = statement.positions.iter().any(|position| position.stance.certain());
        if !certain || statement.positions.iter().any(hedged) {
            continue;
        }
        for quote in &statement.quote {
            let (quote, span) = (quote.text(&ledger.texts), &quote.span);
            // A denial of what is "allegedly" so keeps a distance, and hedges nothing.
            let denies = statement.positions.iter().all(|position| position.stance.sign() == Sign::Minus);
            if let Some(hedge) =
                hedge(quote).filter(|hedge| !denies || !AT_A_DISTANCE.contains(&hedge.as_str()))
            {
                let message = format!("recorded as certain, and the quote says “{hedge}”");
                let help = "put what is hedged under `suggests` or `doubts`".to_owned();
                findings.push(compose::record(rule, *span, message, help).between([&*statement.id]));
            }
        }
    }
}
