//! Somebody is on record as reporting an event before it happened.
//!
//! # What it says
//!
//! A statement says, or calls it likely, who did it, how many died, where or why it happened, and its date is earlier
//! than the date of the event. A day without a time zone is that day anywhere on Earth, so neighbouring days are
//! never reported. Denials, warnings and intentions may come first.
//!
//! # Why it matters
//!
//! As a rule one of the two dates is wrong, or the statement is about an earlier event. If both are right, you have
//! found something.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: estia
//!   - id: norland
//! events:
//!   - id: harbour-blast
//!     date: 2024-05-10
//! statements:
//!   - id: estia-accuses
//!     by: estia
//!     date: 2024-05-02
//!     asserts:
//!       - carried-out(norland, harbour-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: estia
//!   - id: norland
//! events:
//!   - id: harbour-blast
//!     date: 2024-05-10
//! statements:
//!   - id: estia-accuses
//!     by: estia
//!     date: 2024-05-12
//!     asserts:
//!       - carried-out(norland, harbour-blast)
//! ```
//!
//! Said two days after the event.
//!
//! # What to do
//!
//! Check both dates against the sources. A date line may give the day in another zone: add the time and the zone if
//! you know them. If the statement is about another event, name that one.

use crate::ledger::Ledger;
use crate::ledger::model::proposition::ArgumentKind;
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::ValueKind;
use crate::ledger::vocabulary::Predicate;
use crate::ledger::words;
use crate::reason::values;
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Rule, Run, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "before-its-event",
    family: Family::Record,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("before_its_event.rs"),
    run: Run::Records(run),
};

fn run(rule: &'static Rule, ledger: &Ledger, findings: &mut Vec<Finding>) {
    for (_, statement) in ledger.said() {
        for written in statement.positions.iter().filter(|written| written.stance.sign() == Sign::Plus) {
            let proposition = ledger.proposition(written.proposition);
            let predicate = ledger.vocabulary.get(proposition.predicate);
            if !looks_back(predicate) {
                continue;
            }
            for at in predicate.places_of(ArgumentKind::Event) {
                let Some(event) = predicate.event(&proposition, at) else { continue };
                let event = ledger.event(event);
                let Some(date) = event.date else { continue };
                if values::before(&statement.date, &date) {
                    let finding = compose::record(
                        rule,
                        written.span,
                        format!(
                            "said on {}, before {}, which the record dates {}",
                            statement.date.words(),
                            event.name,
                            date.words()
                        ),
                        format!(
                            "check the date of `{}` and of the event: one of them, or the event named, is wrong ({})",
                            statement.id,
                            words::canonical(ledger, &proposition)
                        ),
                    );
                    findings.push(finding.between([&*statement.id, &*event.id]));
                }
            }
        }
    }
}

/// True when a predicate speaks of the past: a deed, a toll, a place, a cause.
fn looks_back(predicate: &Predicate) -> bool {
    let tells = predicate.value.iter().any(|kind| *kind != ValueKind::Date);
    predicate.happening || tells || predicate.id == "caused"
}
