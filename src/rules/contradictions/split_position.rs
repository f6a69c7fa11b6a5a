//! Two voices of one party contradict one another.
//!
//! # What it says
//!
//! Ministries, missions, an army: what each says is held by the state that it is part of. Where two
//! of these voices contradict one another, in so many words or by definition, the party has a split
//! position, whichever spoke later. Both stand, so the party contradicts by one voice whoever says
//! what the other says, and agrees with nobody on it.
//!
//! Each unnamed speaker is a voice of its own. A person speaks with the voice of the office held
//! that day. A higher count from another voice is a revision. A news outlet speaks for itself, even
//! when it belongs to the state.
//!
//! # Why it matters
//!
//! "The government says" is then not true. Which part of it says so is the story, or one of the two
//! is misreported.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: ministry, kind: body, part-of: norland}
//!   - {id: army, kind: body, part-of: norland}
//!   - {id: front, kind: armed-group}
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: ministry
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: army
//!     date: 2031-05-04
//!     denies:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # An example that does not
//!
//! The same ministry speaks both times: that is a reversal.
//!
//! ```yaml
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: ministry, kind: body, part-of: norland}
//!   - {id: army, kind: body, part-of: norland}
//!   - {id: front, kind: armed-group}
//! events: [{id: quay-fire}]
//! statements:
//!   - id: a
//!     by: ministry
//!     date: 2031-05-02
//!     asserts:
//!       - carried-out(front, quay-fire)
//!   - id: b
//!     by: ministry
//!     date: 2031-05-04
//!     denies:
//!       - carried-out(front, quay-fire)
//! ```
//!
//! # What to do
//!
//! Name the voice and not the party. Ask the party which of the two speaks for it. If one has
//! withdrawn the other's words as unauthorised, record that with retracts.

use super::turns;
use crate::ledger::words;
use crate::reason::time::Turn;
use crate::rules::finding::{Family, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch};

/// The rule.
pub const RULE: Rule = Rule {
    id: "split-position",
    family: Family::Contradiction,
    level: Level::Warning,
    tells: Tells::Turn,
    source: include_str!("split_position.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    turns::findings(
        rule,
        context,
        Turn::SplitPosition,
        |context, change, pairs| {
            let root = turns::name(context, change.root);
            let mut voices: Vec<String> = pairs
                .iter()
                .flat_map(|(a, b)| [turns::voice(context, a), turns::voice(context, b)])
                .collect();
            voices.sort();
            voices.dedup();
            words::capital(&format!(
                "{root} {} in different voices: {} do not say the same. {} stand.",
                words::verb(words::party_number(context.reasoning.ledger, change.root), "speak"),
                words::list(&voices),
                match voices.len() {
                    2 => "Both".to_owned(),
                    several => format!("All {}", words::number(several)),
                }
            ))
            .into()
        },
        findings,
    );
}
