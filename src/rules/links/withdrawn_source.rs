//! A position rests only on reports that were withdrawn, or corrected after we read them.
//!
//! # What it says
//!
//! The party still stands by this on file, but every report in which we found the words has since been withdrawn,
//! or was corrected after the day on which we read it (`retrieved`). A report that we read after its correction is
//! sound. Positions that the party itself has replaced or taken back are left alone.
//!
//! # Why it matters
//!
//! A withdrawn report is no proof that anybody said anything. Ledgers outlive the reports they quote, and a
//! correction seldom reaches those who copied the text.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//! events:
//!   - id: harbour-blast
//! sources:
//!   - id: times-report
//!     published: 2024-05-12
//!     withdrawn: 2024-06-01
//! statements:
//!   - id: estia-counts
//!     by: estia
//!     date: 2024-05-12
//!     source: times-report
//!     asserts: ["killed(harbour-blast) = 12"]
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//! events:
//!   - id: harbour-blast
//! sources:
//!   - id: times-report
//!     published: 2024-05-12
//! statements:
//!   - id: estia-counts
//!     by: estia
//!     date: 2024-05-12
//!     source: times-report
//!     asserts: ["killed(harbour-blast) = 12"]
//! ```
//!
//! The report still stands.
//!
//! # What to do
//!
//! Read the correction or the notice of withdrawal. If the words stand, record another report that carries them
//! (`same-as` ties the two), or read the corrected text and put the new day under `retrieved`. If they do not, take
//! the statement out of what you publish, and look for what else was built on it.

use std::collections::BTreeMap;

use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::position::Hold;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "withdrawn-source",
    family: Family::UnverifiedLink,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("withdrawn_source.rs"),
    run: Run::Whole(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    if !ledger.sources.iter().any(|source| source.withdrawn.is_some() || source.corrected.is_some()) {
        return;
    }
    let fallen = |hold: &Hold| hold.stated() && unsound(context, reasoning.position(hold.base).statement);
    for (id, holds) in reasoning.groups().filter(|(_, holds)| holds.iter().any(fallen)) {
        let mut held: BTreeMap<(PartyId, Stance, Option<Value>, u32), Vec<&Hold>> = BTreeMap::new();
        for hold in holds.iter().filter(|hold| hold.stated() && !reasoning.position(hold.base).tacit) {
            held.entry((hold.root, hold.stance, hold.value(ledger), hold.scope)).or_default().push(hold);
        }
        held.retain(|_, holds| {
            holds.iter().all(|hold| unsound(context, reasoning.position(hold.base).statement))
        });
        let fallen: Vec<&Hold> = held.into_values().flatten().collect();
        if fallen.is_empty() {
            continue;
        }
        let roots = compose::roots(&fallen);
        findings.push(
            Sketch::new(rule, roots, move || finding(rule, context, id, &fallen))
                .about(reasoning.propositions.get(id)),
        );
    }
}

fn finding(rule: &'static Rule, context: &Context<'_>, id: PropositionId, fallen: &[&Hold]) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let mut sides: Vec<_> = Vec::new();
    for sign in [Sign::Plus, Sign::Minus, Sign::None] {
        let of: Vec<&Hold> = fallen.iter().filter(|hold| hold.sign() == sign).copied().collect();
        sides.extend(compose::sides(reasoning, Some(id), &of));
    }
    let mut sources: Vec<String> = fallen
        .iter()
        .filter_map(|hold| {
            let source = ledger.statement(reasoning.position(hold.base).statement).source?;
            let record = ledger.source(source);
            let what = if record.withdrawn.is_some() { "withdrawn" } else { "corrected after we read it" };
            Some(format!("{} ({what})", words::source(ledger, source)))
        })
        .collect();
    sources.sort();
    sources.dedup();
    let roots: Vec<PartyId> = sides.iter().map(|side| side.root).collect();
    let message = format!(
        "What {} is on record for rests on nothing but {}.",
        words::parties(ledger, &compose::sorted_roots(ledger, roots.into_iter())),
        words::list(&sources)
    );
    let mut finding = compose::about(rule, reasoning, id, sides, &message);
    finding.help = Some("read the corrected text, or find the words in a source that stands".to_owned());
    finding
}

/// True when a statement rests on a source that was withdrawn, or corrected after we read it.
fn unsound(context: &Context<'_>, statement: StatementId) -> bool {
    let ledger = context.reasoning.ledger;
    ledger.statement(statement).source.is_some_and(|source| ledger.source(source).fallen())
}
