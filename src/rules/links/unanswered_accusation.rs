//! Somebody is accused in so many words and has not answered that accusation on file.
//!
//! # What it says
//!
//! A party that can speak is said to have done something, certainly or probably, by somebody else. Neither it,
//! nor the whole it belongs to, nor a part of it has said anything to that: it has not confirmed, denied, left it
//! open or declined to comment, and has not rejected the accusing statement as a whole. A wide denial answers a
//! narrow charge: who denies any involvement denies having done it, and who denies it of a whole night of raids
//! answers for each raid. Nor is it unanswered where the accused denies the same of an event that the accuser holds
//! to be one with this: there the two contradict one another. Denying involvement in an attack does not answer the
//! charge of arming those who did it. A reply that speaks of something else is no answer.
//!
//! # Why it matters
//!
//! Fairness asks for the other side of each accusation. A denial of one charge is easily printed as a denial of
//! all. The finding is a warning where the accused has spoken of the event and left this out, and otherwise a
//! note; a note too where it names somebody else for the deed, which denies it in all but words. Where one accusation implies another, only the strongest is reported.
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

use super::accused;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::Sign;
use crate::ledger::words::{self, Pronoun};
use crate::reason::position::Position;
use crate::reason::state::accusation::Accusation;
use crate::reason::state::request::Requests;
use crate::reason::state::spoken_of::Spoken;
use crate::reason::{Reasoning, standing};
use crate::rules::finding::{Family, Finding, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "unanswered-accusation",
    family: Family::UnverifiedLink,
    level: Level::Warning,
    tells: Tells::Accusation,
    source: include_str!("unanswered_accusation.rs"),
    run: Run::Positions(run),
};

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let reasoning = context.reasoning;
    let spoken = Arc::new(Spoken::new(reasoning));
    let open: BTreeMap<PropositionId, &Accusation<'_>> = context
        .accusations()
        .iter()
        .filter(|found| !found.of_description && !found.answered())
        .map(|found| (found.id, found))
        .collect();
    // Where one accusation implies another of the same root, only the stronger is reported.
    let mut weaker = BTreeSet::new();
    for (id, found) in &open {
        for implied in reasoning.consequences(*id).iter().map(|consequence| consequence.to) {
            if open.get(&implied).is_some_and(|other| other.root == found.root) {
                weaker.insert(implied);
            }
        }
    }
    for (id, found) in open.into_iter().filter(|(id, _)| !weaker.contains(id)) {
        let has_spoken = spoken.any_beside(reasoning, found);
        let said = has_spoken.then(|| Arc::clone(&spoken));
        let names_another = !accused::instead(context, id).is_empty();
        findings.push(
            Sketch::new(rule, [found.root], move || finding(rule, context, said.as_deref(), found))
                .about(reasoning.propositions.get(id))
                .level(if has_spoken && !names_another { rule.level } else { Level::Note }),
        );
    }
}

/// The finding on an open accusation; `spoken` is given where the accused has spoken of one of its events.
fn finding(
    rule: &'static Rule,
    context: &Context<'_>,
    spoken: Option<&Spoken<'_>>,
    found: &Accusation<'_>,
) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    let name = &ledger.party(found.root).name;
    let sides = compose::sides(reasoning, Some(found.id), &found.open);
    let accusers: Vec<PartyId> = sides.iter().map(|side| side.root).collect();
    let sentence = words::sentence(ledger, &reasoning.propositions.get(found.id), None, Sign::Plus);
    let say = words::verb(words::parties_number(ledger, &accusers), "say");
    let (accusers, have) =
        (words::parties(ledger, &accusers), words::verb(words::party_number(ledger, found.root), "have"));
    let accused = words::pronoun(ledger, found.root);
    let mut message =
        format!("{accusers} {say} that {sentence}, and {name} {have} not answered that on file.");
    let instead = accused::instead(context, found.id);
    let mut beyond = None;
    if !instead.is_empty() {
        beyond = Some(format!("{} {have} not denied it in so many words.", words::capital(name)));
        message = format!(
            "{accusers} {say} that {sentence}. {} {have} not denied it in so many words; {} {} {}.",
            words::capital(name),
            accused.they,
            words::verb(accused.number, "name"),
            words::parties(ledger, &instead)
        );
    } else if let Some(spoken) = spoken {
        let said = what_it_said(reasoning, accused, found.id, &spoken.beside(reasoning, found));
        message.push_str(&format!(
            " {} {} spoken of the same event{said}.",
            words::capital(accused.they),
            words::verb(accused.number, "have")
        ));
    }
    let on = reasoning.propositions.get(found.id);
    message.push_str(&asked(accused, &Requests::new(ledger, found.root, &on)));
    let mut finding = compose::about(rule, reasoning, found.id, sides, &message);
    finding.parties = vec![found.root];
    finding.beyond = beyond;
    finding.help = Some(format!("ask {name} for an answer, or enter the answer where it is on record"));
    finding
}

/// The positions on who did it in words: ": it says that …", each once, three at most; on other events than the
/// accusation's own only where there are none on these. Empty where there are none at all.
fn what_it_said(
    reasoning: &Reasoning<'_>,
    pronoun: Pronoun,
    accusation: PropositionId,
    positions: &[&Position],
) -> String {
    let ledger = reasoning.ledger;
    let own = standing::events(reasoning, &reasoning.propositions.get(accusation));
    let (mut of_these, mut of_others) = (Vec::new(), Vec::new());
    for position in positions {
        let proposition = reasoning.propositions.get(position.proposition);
        if ledger.vocabulary.get(proposition.predicate).accuses.is_some() {
            let what =
                words::says(ledger, pronoun.number, position.stance, &proposition, position.value(ledger));
            let of_own = standing::events(reasoning, &proposition).iter().any(|event| own.contains(event));
            let said = if of_own { &mut of_these } else { &mut of_others };
            said.push((position.date.order(), what));
        }
    }
    let mut said = if of_these.is_empty() { of_others } else { of_these };
    said.sort();
    said.dedup_by(|a, b| a.1 == b.1);
    let more = said.len().saturating_sub(3);
    let mut said: Vec<String> = said.into_iter().take(3).map(|(_, said)| said).collect();
    if more > 0 {
        said.push(format!("{more} more"));
    }
    if said.is_empty() { String::new() } else { format!(": {} {}", pronoun.they, words::list(&said)) }
}

/// The sentence on the request for a reply, or that none is on file.
fn asked(pronoun: Pronoun, requests: &Requests) -> String {
    let Some(request) = requests.deciding() else {
        return " No request for a reply is on file.".to_owned();
    };
    let when = request.date.map_or(String::new(), |date| format!(" on {}", date.words()));
    let outcome = match request.outcome.as_deref() {
        Some("replied") => ": there was a reply",
        Some("declined") => ": declined",
        Some("no-reply") => ": no reply",
        Some("not-reached") => ": not reached",
        _ => "",
    };
    let were = pronoun.number.pick("was", "were");
    format!(" {} {were} asked{when}{outcome}.", words::capital(pronoun.they))
}
