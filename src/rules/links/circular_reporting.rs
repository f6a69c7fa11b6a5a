//! Several parties say the same, but all of them have it from one place.
//!
//! # What it says
//!
//! Two or more parties hold the same, and gainsay would report an agreement, but the statements have one origin.
//! The origin of a statement is whoever spoke, unless the speaker cites somebody: then it is the one cited, however
//! many hands the words went through. An unnamed speaker is known only through whoever carried the words, so two
//! unnamed officials in one newspaper are one origin, and so is all that one party says others said. A joint statement
//! is one origin too; by itself it is no finding, since it does not pretend to be two.
//!
//! # Why it matters
//!
//! Five reports that go back to one sentence are one report. Counting them as five is the commonest way in which
//! a claim comes to look confirmed.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: vardia
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-counts
//!     by: estia
//!     date: 2024-05-12
//!     asserts: ["killed(harbour-blast) = 12"]
//!   - id: vardia-counts
//!     by: vardia
//!     date: 2024-05-12
//!     citing: [estia]
//!     asserts: ["killed(harbour-blast) = 12"]
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//!   - id: vardia
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: estia-counts
//!     by: estia
//!     date: 2024-05-12
//!     asserts: ["killed(harbour-blast) = 12"]
//!   - id: vardia-counts
//!     by: vardia
//!     date: 2024-05-12
//!     asserts: ["killed(harbour-blast) = 12"]
//! ```
//!
//! Vardia cites nobody: two parties, each on its own word, agree.
//!
//! # What to do
//!
//! Name the one origin in your text rather than those who repeat it. If one of them does have knowledge of its
//! own, find where it says so and take out `citing`. Look for somebody who does not depend on that origin.

use crate::ledger::words;
use crate::rules::agreements::agreement::{self, Agreed};
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "circular-reporting",
    family: Family::UnverifiedLink,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("circular_reporting.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    for agreed in context.agreed().iter().filter(|agreed| agreed.origins == 1) {
        let on = context.reasoning.propositions.get(agreed.id);
        let roots = compose::roots(&agreed.holds);
        findings.push(Sketch::new(rule, roots, move || finding(rule, context, agreed)).about(on));
    }
}

fn finding(rule: &'static Rule, context: &Context<'_>, agreed: &Agreed<'_>) -> Finding {
    let ledger = context.reasoning.ledger;
    let mut finding = agreement::finding(rule, context, agreed);
    let roots: Vec<_> = finding.sides.iter().map(|side| side.root).collect();
    let mut origins: Vec<_> = Vec::new();
    for statement in finding.sides.iter().flat_map(|side| &side.statements) {
        for origin in context.reasoning.origins(*statement) {
            if !origins.contains(origin) {
                origins.push(*origin);
            }
        }
    }
    let (names, origins) = (words::parties(ledger, &roots), words::parties(ledger, &origins));
    finding.beyond =
        Some(format!("What {names} say goes back to one source, {origins}: {}.", finding.reading));
    finding.message =
        format!("{names} seem to bear one another out, and all of it rests on one origin: {origins}.");
    finding.help =
        Some("count it as one source, or find a second that does not rest on the first".to_owned());
    finding
}
