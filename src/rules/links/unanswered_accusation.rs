//! Somebody is accused in so many words and has not answered that accusation on file.
//!
//! # What it says
//!
//! A party that can speak is said to have done something, certainly or probably, by somebody else. Neither it,
//! nor the whole it belongs to, nor a part of it has said anything to that: it has not confirmed, denied, left it
//! open or declined to comment, and has not rejected the accusing statement as a whole. A wide denial answers a
//! narrow charge: who denies any involvement denies having done it. Denying involvement in an attack does not answer the
//! charge of arming those who did it. A reply that speaks of something else is no answer.
//!
//! # Why it matters
//!
//! Fairness asks for the other side of each accusation. A denial of one charge is easily printed as a denial of
//! all. The finding is a warning where the accused has spoken of the event and left this out, and otherwise a
//! note. Where one accusation implies another, only the strongest is reported.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - id: norland
//!   - id: sudria
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: sudria-accuses
//!     by: sudria
//!     date: 2024-05-12
//!     asserts:
//!       - carried-out(norland, harbour-blast)
//! ```
//!
//! # An example that does not
//!
//! ```yaml
//! parties:
//!   - id: norland
//!   - id: sudria
//! events:
//!   - id: harbour-blast
//! statements:
//!   - id: sudria-accuses
//!     by: sudria
//!     date: 2024-05-12
//!     asserts:
//!       - carried-out(norland, harbour-blast)
//!   - id: norland-declines
//!     by: norland
//!     date: 2024-05-12
//!     declines:
//!       - carried-out(norland, harbour-blast)
//! ```
//!
//! Norland has answered, though only to decline.
//!
//! # What to do
//!
//! Look for an answer that is not yet on file. If there is none, ask, and record the request under `requests`
//! with its outcome; `gainsay replies` lists what to ask of whom. Until then write that the accused has not
//! answered this, and not that it denies everything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::ledger::model::date::Date;
use crate::ledger::model::id::{EventId, PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::{Argument, MOST_ARGUMENTS, Proposition};
use crate::ledger::model::stance::Sign;
use crate::ledger::roots;
use crate::ledger::words;
use crate::reason::position::{Hold, Position, PositionId};
use crate::reason::{Reasoning, verification};
use crate::rules::finding::{Family, Finding, Level};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "unanswered-accusation",
    family: Family::UnverifiedLink,
    level: Level::Warning,
    source: include_str!("unanswered_accusation.rs"),
    run: Run::Positions(run),
};

/// An accusation that nobody of the accused has answered.
struct Unanswered<'r> {
    accusing: Vec<&'r Hold>,
    root: PartyId,
}

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let spoken = Arc::new(Spoken::new(reasoning));
    let mut open: BTreeMap<PropositionId, Unanswered<'_>> = BTreeMap::new();
    for (id, holds) in reasoning.groups() {
        if let Some(found) = unanswered(reasoning, id, holds) {
            open.insert(id, found);
        }
    }
    // Where one accusation implies another of the same root, the strongest alone.
    let mut weaker = BTreeSet::new();
    for (id, found) in &open {
        for implied in reasoning.consequences(*id).iter().map(|consequence| consequence.to) {
            if open.get(&implied).is_some_and(|other| other.root == found.root) {
                weaker.insert(implied);
            }
        }
    }
    for (id, found) in open.into_iter().filter(|(id, _)| !weaker.contains(id)) {
        let events = spoken_of(reasoning, &found);
        let has_spoken = spoken.of(found.root, &events).next().is_some();
        let said = has_spoken.then(|| Arc::clone(&spoken));
        findings.push(
            Sketch::new(rule, [found.root], move || finding(rule, context, said.as_deref(), id, &found))
                .about(id)
                .level(if has_spoken { rule.level } else { Level::Note }),
        );
    }
}

/// What each root has spoken of, by root and event, hearsay left out.
struct Spoken<'r>(FxHashMap<(PartyId, EventId), Vec<&'r Position>>);

impl<'r> Spoken<'r> {
    fn new(reasoning: &'r Reasoning<'_>) -> Self {
        let mut spoken: FxHashMap<(PartyId, EventId), Vec<&Position>> = FxHashMap::default();
        for (at, position) in reasoning.positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            if !position.hearsay && !position.tacit && reasoning.stands(id) {
                let proposition = reasoning.propositions.get(position.proposition);
                for event in verification::events(reasoning, &proposition) {
                    spoken.entry((position.root, event)).or_default().push(position);
                }
            }
        }
        Self(spoken)
    }

    /// What a root has said of any of these events.
    fn of<'s>(
        &'s self,
        root: PartyId,
        events: &'s BTreeSet<EventId>,
    ) -> impl Iterator<Item = &'s &'r Position> {
        events.iter().flat_map(move |event| self.0.get(&(root, *event)).into_iter().flatten())
    }
}

fn unanswered<'r>(
    reasoning: &'r Reasoning<'_>,
    id: PropositionId,
    holds: &'r [Hold],
) -> Option<Unanswered<'r>> {
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(id);
    let at = ledger.vocabulary.get(proposition.predicate).accuses?;
    let accused = PartyId(proposition.arguments().get(at)?.0);
    if ledger.is_class(accused) {
        return None;
    }
    let root_on = |date: &Date| roots::root(ledger, accused, date);
    let accusing: Vec<&Hold> = holds
        .iter()
        .filter(|hold| {
            hold.sign() == Sign::Plus
                && hold.stated()
                && root_on(&reasoning.position(hold.base).date) != hold.root
        })
        .collect();
    let latest = accusing.iter().map(|hold| reasoning.position(hold.base).date).max_by_key(Date::order)?;
    let root = root_on(&latest);
    // A part that speaks for itself, an outlet, answers too.
    let heard = |hold: &Hold| {
        let position = reasoning.position(hold.base);
        let own = || roots::wholes(ledger, position.speaker, &position.date).any(|whole| whole == root);
        !position.hearsay && (hold.root == root || hold.sign() != Sign::Plus && own())
    };
    let answered = holds.iter().any(heard) || reasoning.against(id).any(heard);
    if answered {
        return None;
    }
    let accusing: Vec<&Hold> = accusing
        .into_iter()
        .filter(|hold| !calls_inaccurate(reasoning, root, reasoning.position(hold.base).statement))
        .collect();
    (!accusing.is_empty()).then_some(Unanswered { accusing, root })
}

/// Whether a root has any position on a statement's accuracy.
fn calls_inaccurate(reasoning: &Reasoning<'_>, root: PartyId, statement: StatementId) -> bool {
    let Some(accurate) = reasoning.ledger.vocabulary.find("accurate") else { return false };
    let mut arguments = [Argument::NONE; MOST_ARGUMENTS];
    arguments[0] = Argument(statement.0);
    let id = reasoning.propositions.find(&Proposition { predicate: accurate, arguments });
    id.into_iter().flat_map(|id| reasoning.on(id)).any(|hold| {
        let position = reasoning.position(hold.base);
        hold.root == root && !position.tacit && !position.hearsay
    })
}

/// The events that the accusing statements speak of.
fn spoken_of(reasoning: &Reasoning<'_>, found: &Unanswered<'_>) -> BTreeSet<EventId> {
    let ledger = reasoning.ledger;
    found
        .accusing
        .iter()
        .flat_map(|hold| &ledger.statement(reasoning.position(hold.base).statement).positions)
        .flat_map(|written| verification::events(reasoning, &ledger.proposition(written.proposition)))
        .collect()
}

/// `spoken`: what everybody said, where the accused has spoken of one of those events.
fn finding(
    rule: &Rule,
    context: &Context<'_>,
    spoken: Option<&Spoken<'_>>,
    id: PropositionId,
    found: &Unanswered<'_>,
) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let name = &ledger.party(found.root).name;
    let sides = compose::sides(reasoning, Some(id), &found.accusing);
    let accusers: Vec<PartyId> = sides.iter().map(|side| side.root).collect();
    let sentence = words::sentence(ledger, &reasoning.propositions.get(id), None, Sign::Plus);
    let mut message = format!(
        "{} {} that {sentence}, and {name} has not answered that on file.",
        words::parties(ledger, &accusers),
        words::verb(accusers.len(), "say")
    );
    if let Some(spoken) = spoken {
        let answers = what_it_said(reasoning, spoken, found.root, &spoken_of(reasoning, found));
        message.push_str(&format!(" It has spoken of the same event: it {}.", words::list(&answers)));
    }
    let on = words::canonical(ledger, &reasoning.propositions.get(id));
    message.push_str(&asked(context, found.root, &on));
    let mut finding = compose::about(rule, reasoning, id, sides, &message);
    finding.parties = vec![found.root];
    finding.help = Some(format!("ask {name} for its answer, or enter the answer where it is on record"));
    finding
}

/// What a root has said of events, each position once, at most three of them.
fn what_it_said(
    reasoning: &Reasoning<'_>,
    spoken: &Spoken<'_>,
    root: PartyId,
    events: &BTreeSet<EventId>,
) -> Vec<String> {
    let mut said: Vec<(_, String)> = Vec::new();
    for position in spoken.of(root, events) {
        let proposition = reasoning.propositions.get(position.proposition);
        let what = words::says(reasoning.ledger, position.stance, &proposition, position.value);
        said.push((position.date.order(), what));
    }
    said.sort();
    said.dedup_by(|a, b| a.1 == b.1);
    let more = said.len().saturating_sub(3);
    let mut said: Vec<String> = said.into_iter().take(3).map(|(_, said)| said).collect();
    if more > 0 {
        said.push(format!("{more} more"));
    }
    said
}

/// Whether a request for a reply is on file.
fn asked(context: &Context<'_>, root: PartyId, on: &str) -> String {
    let ledger = context.reasoning.ledger;
    let request = ledger.requests.iter().rev().find(|request| {
        let to = |party: &PartyId| {
            let date = request.date.unwrap_or_else(|| Date::day(i32::MAX / 2));
            roots::root(ledger, *party, &date) == root
        };
        request.to.iter().any(to)
            && (request.about.is_empty() || request.about.iter().any(|about| about == on))
    });
    let Some(request) = request else { return " No request for a reply is on file.".to_owned() };
    let when = request.date.map_or(String::new(), |date| format!(" on {}", date.words()));
    let outcome = match request.outcome.as_deref() {
        Some("replied") => ": it replied",
        Some("declined") => ": it declined",
        Some("no-reply") => ": no reply",
        Some("not-reached") => ": not reached",
        _ => "",
    };
    format!(" It was asked{when}{outcome}.")
}
