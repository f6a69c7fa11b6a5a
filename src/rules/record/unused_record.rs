//! A record is on file and nothing refers to it, or an editor's decision touches nothing any more.
//!
//! # What it says
//!
//! Of a party, place, topic, event or source: nobody speaks by it, of it or from it, and no other record names it.
//! This is reported only with `--strict`. Of a reconciliation or an accepted finding: there is nothing that it takes
//! away or accepts. This is always reported.
//!
//! # Why it matters
//!
//! A source without a statement may be one that was never read to the end; an event that nobody speaks of may be the
//! double of another. Most are harmless, and therefore this is not reported every day. A decision that touches
//! nothing may have lost what it settled to a changed record, and the dispute may be back in another shape.
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
//!   - id: estia-judges
//!     by: estia
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
//! events:
//!   - id: harbour-blast
//!     participants: [vardia]
//! statements:
//!   - id: estia-judges
//!     by: estia
//!     date: 2024-05-12
//!     asserts:
//!       - terrorism(harbour-blast)
//! ```
//!
//! Vardia is a participant of the event, and so it is used.
//!
//! # What to do
//!
//! Record what was forgotten, or delete what is not needed. If two records describe the same thing under two ids,
//! keep one and use `aliases` for the other name. Of a decision, see whether what it settled is gone or has changed
//! its shape; then correct it or take it out.

use std::collections::BTreeSet;

use crate::ledger::Ledger;
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::statement::Cited;
use crate::ledger::model::value::Value;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    id: "unused-record",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("unused_record.rs"),
    run: Run::Strict(run),
};

/// Reports the editors' decisions that no longer touch anything. These are reported without `--strict`, since what they
/// settled may have come back in another shape.
pub(crate) fn stale(
    ledger: &Ledger,
    reconciled: impl Fn(usize) -> bool,
    accepted: impl Fn(usize) -> bool,
    findings: &mut Vec<Finding>,
) {
    let mut report = |span: Span, what: &str| {
        let message = format!("this {what} touches nothing any more");
        let help = "look whether what it settled has changed its shape; if it is gone, take this out";
        findings.push(compose::record(&RULE, span, message, help.to_owned()));
    };
    for (_, record) in ledger.reconciliations.iter().enumerate().filter(|(at, _)| !reconciled(*at)) {
        report(record.span, "reconciliation");
    }
    for (_, record) in ledger.accepted.iter().enumerate().filter(|(at, _)| !accepted(*at)) {
        report(record.span, "acceptance");
    }
}

/// The records to which others refer, by kind and index in their table.
type Used = BTreeSet<(ArgumentKind, usize)>;

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    let used = used(ledger);
    let mut report = |kind: ArgumentKind, rows: &mut dyn Iterator<Item = (&str, Span)>| {
        for (at, (id, span)) in rows.enumerate() {
            if !used.contains(&(kind, at)) {
                let message = format!("nothing refers to the {} `{id}`", kind.word());
                let finding = compose::record(rule, span, message, "use it, or take it out".to_owned());
                findings.push(finding.between([id]));
            }
        }
    };
    report(ArgumentKind::Party, &mut ledger.parties.iter().map(|party| (party.id.as_str(), party.span)));
    report(ArgumentKind::Place, &mut ledger.places.iter().map(|place| (place.id.as_str(), place.span)));
    report(ArgumentKind::Topic, &mut ledger.topics.iter().map(|topic| (topic.id.as_str(), topic.span)));
    report(ArgumentKind::Event, &mut ledger.events.iter().map(|event| (event.id.as_str(), event.span)));
    report(ArgumentKind::Source, &mut ledger.sources.iter().map(|source| (source.id.as_str(), source.span)));
}

fn used(ledger: &Ledger) -> Used {
    let mut used = Used::new();
    for party in &ledger.parties {
        used.extend(party.part_of.iter().map(|membership| (ArgumentKind::Party, membership.party.index())));
    }
    for place in &ledger.places {
        used.extend(place.within.iter().map(|outer| (ArgumentKind::Place, outer.index())));
    }
    for topic in &ledger.topics {
        used.extend(topic.within.iter().map(|wider| (ArgumentKind::Topic, wider.index())));
    }
    for event in &ledger.events {
        used.extend(event.place.iter().map(|place| (ArgumentKind::Place, place.index())));
        used.extend(event.part_of.iter().map(|whole| (ArgumentKind::Event, whole.index())));
        let concerned = event.participants.iter().chain(&event.stakes);
        used.extend(concerned.map(|party| (ArgumentKind::Party, party.index())));
    }
    for source in &ledger.sources {
        used.extend(source.outlet.iter().map(|outlet| (ArgumentKind::Party, outlet.index())));
    }
    for (_, statement) in ledger.said() {
        let named = statement.by.iter().copied().chain(statement.carriers()).chain(statement.capacity);
        used.extend(named.map(|party| (ArgumentKind::Party, party.index())));
        used.extend(
            statement
                .source
                .iter()
                .chain(&statement.evidence)
                .map(|source| (ArgumentKind::Source, source.index())),
        );
        for cited in &statement.citing {
            if let Cited::Party(party) = cited {
                used.insert((ArgumentKind::Party, party.index()));
            }
        }
        for written in &statement.positions {
            let proposition = ledger.proposition(written.proposition);
            let kinds = &ledger.vocabulary.get(proposition.predicate).arguments;
            used.extend(
                proposition
                    .arguments()
                    .iter()
                    .zip(kinds)
                    .filter_map(|(argument, (kind, _))| Some((*kind, argument.place()?))),
            );
            used.extend(match written.value(ledger) {
                Some(Value::Place(place)) => Some((ArgumentKind::Place, place.index())),
                Some(Value::Party(party)) => Some((ArgumentKind::Party, party.index())),
                Some(Value::Topic(topic)) => Some((ArgumentKind::Topic, topic.index())),
                _ => None,
            });
        }
    }
    for request in &ledger.requests {
        used.extend(request.to.iter().map(|party| (ArgumentKind::Party, party.index())));
    }
    used
}
