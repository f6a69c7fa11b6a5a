//! Two events lie so near each other that they might be one, and nobody has said whether they are.
//!
//! # What it says
//!
//! The records of two events date each of them to two days or less, and place them near each other in time and in
//! space, or near in time at places of one name in two countries. Nobody has related them: no statement says, denies
//! or leaves open how the one stands to the other, and they are not on record as parts of one larger event. And nobody
//! without a stake speaks of both: such a witness tells them apart, the accused may have reason to. Where a party with a
//! stake speaks of both, the finding is a note. Events of which nobody speaks are left alone. The finding names the nearest candidates and sets them side by side: date, place, country, target, weapon.
//! Of a crowd of more than fifty events near one another, no more of each are compared, and the finding says so.
//! How near is near stands in `settings`, under `near` (24 hours and 50 kilometres where nothing is said).
//!
//! # Why it matters
//!
//! One attack reported under two names is counted twice, and a claim for the one looks like no claim for the other.
//! Border places of one name are a classic trap.
//!
//! # An example that fires
//!
//! ```yaml,finding
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: coast-front, kind: armed-group}
//! places:
//!   - {id: norland-land, name: Norland}
//!   - {id: sudria-land, name: Sudria}
//!   - {id: marl-north, name: Marl, within: norland-land}
//!   - {id: marl-south, name: Marl, within: sudria-land}
//! events:
//!   - {id: post-attack, name: the attack on the post, date: 2031-03-04, place: marl-north}
//!   - {id: marl-strike, name: the Marl strike, date: 2031-03-04, place: marl-south}
//! statements:
//!   - id: norland-counts
//!     by: norland
//!     date: 2031-03-05
//!     asserts:
//!       - killed(post-attack) = 3
//!   - id: front-claims
//!     by: coast-front
//!     date: 2031-03-05
//!     asserts:
//!       - carried-out(self, marl-strike)
//! ```
//!
//! # An example that does not
//!
//! Here an outlet without a stake speaks of both events, and so tells them apart.
//!
//! ```yaml
//! parties:
//!   - {id: norland, kind: state}
//!   - {id: coast-front, kind: armed-group}
//!   - {id: marl-herald, kind: outlet}
//! places:
//!   - {id: norland-land, name: Norland}
//!   - {id: sudria-land, name: Sudria}
//!   - {id: marl-north, name: Marl, within: norland-land}
//!   - {id: marl-south, name: Marl, within: sudria-land}
//! events:
//!   - {id: post-attack, name: the attack on the post, date: 2031-03-04, place: marl-north}
//!   - {id: marl-strike, name: the Marl strike, date: 2031-03-04, place: marl-south}
//! statements:
//!   - id: norland-counts
//!     by: norland
//!     date: 2031-03-05
//!     asserts:
//!       - killed(post-attack) = 3
//!   - id: front-claims
//!     by: coast-front
//!     date: 2031-03-05
//!     asserts:
//!       - carried-out(self, marl-strike)
//!   - id: herald-reports
//!     by: marl-herald
//!     date: 2031-03-05
//!     asserts:
//!       - happened(post-attack)
//!       - happened(marl-strike)
//! ```
//!
//! # What to do
//!
//! Ask whether the two are one. Enter who says so, denies it or leaves it open: `same-event(one, other)`. If they are
//! parts of a larger event, say so with `part-of` in both records. `gainsay what-if 'same-event(one, other)'` shows
//! what would follow.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::Ledger;
use crate::ledger::model::event::Event;
use crate::ledger::model::id::{EventId, PartyId, PlaceId, PredicateId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::ledger::vocabulary::Role;
use crate::ledger::words;
use crate::reason::near::{self, Near};
use crate::reason::{Reasoning, standing};
use crate::rules::finding::{Family, Finding, Label, Level, Tells};
use crate::rules::{Context, Rule, Run, Sketch, compose};

/// The rule.
pub const RULE: Rule = Rule {
    id: "candidate-link",
    family: Family::UnverifiedLink,
    level: Level::Warning,
    tells: Tells::Message,
    source: include_str!("candidate_link.rs"),
    run: Run::Whole(run),
};

/// Largest number of candidates of one event that are shown; the rest are counted.
const MOST_CANDIDATES: usize = 3;

fn run<'r>(rule: &'static Rule, context: &'r Context<'r>, findings: &mut Vec<Sketch<'r>>) {
    let ledger = context.reasoning.ledger;
    let pairs = near::pairs(ledger);
    if pairs.is_empty() {
        return;
    }
    let known = Known::new(context.reasoning);
    let mut by_event: BTreeMap<&str, Vec<&Near>> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| known.open(context, pair.one, pair.other)) {
        by_event.entry(&ledger.event(pair.one).id).or_default().push(pair);
    }
    for pairs in by_event.into_values() {
        let told_apart = pairs.iter().all(|pair| known.both(pair.one, pair.other).next().is_some());
        let mut found = finding(rule, context, pairs);
        if told_apart {
            found.level = Level::Note;
        }
        findings.push(Sketch::worded(rule, found));
    }
}

/// The roots that speak of each event, and the pairs of events that somebody has related.
struct Known {
    speakers: BTreeMap<EventId, BTreeSet<PartyId>>,
    related: BTreeSet<(EventId, EventId)>,
}

impl Known {
    fn new(reasoning: &Reasoning<'_>) -> Self {
        let mut known = Self { speakers: BTreeMap::new(), related: BTreeSet::new() };
        for position in &reasoning.positions {
            let proposition = reasoning.propositions.get(position.proposition);
            let events = standing::events(reasoning, &proposition);
            for event in events {
                known.speakers.entry(event).or_default().insert(position.root);
            }
            if let [one, other] = events[..] {
                known.related.insert((one, other));
                known.related.insert((other, one));
            }
        }
        known
    }

    /// The roots that speak of both of two events.
    fn both(&self, one: EventId, other: EventId) -> impl Iterator<Item = &PartyId> {
        let [a, b] = [one, other].map(|event| self.speakers.get(&event));
        a.zip(b).into_iter().flat_map(|(a, b)| a.intersection(b))
    }

    /// True when nobody has related two events, they share no larger event, and no root without a stake in their being
    /// one speaks of both. A root with a stake may have a reason for telling them apart.
    fn open(&self, context: &Context<'_>, one: EventId, other: EventId) -> bool {
        let ledger = context.reasoning.ledger;
        let link = same_event(ledger, one, other);
        let apart = |root: &PartyId| {
            link.is_some_and(|link| context.stakes.stake(context.reasoning, *root, &link).is_none())
        };
        !self.both(one, other).any(apart)
            && !self.related.contains(&(one, other))
            && larger(ledger, one).is_disjoint(&larger(ledger, other))
    }
}

/// An event and the larger events of which it is a part.
fn larger(ledger: &Ledger, event: EventId) -> BTreeSet<EventId> {
    std::iter::successors(Some(event), |at| ledger.event(*at).part_of).collect()
}

fn finding(rule: &'static Rule, context: &Context<'_>, mut pairs: Vec<&Near>) -> Finding {
    let reasoning = context.reasoning;
    let ledger = reasoning.ledger;
    pairs.sort_by(|a, b| {
        let id = |pair: &Near| &ledger.event(pair.other).id;
        a.kilometres.unwrap_or(0.0).total_cmp(&b.kilometres.unwrap_or(0.0)).then_with(|| id(a).cmp(id(b)))
    });
    let one = pairs[0].one;
    let event = ledger.event(one);
    let mut sentences: Vec<String> =
        pairs.iter().take(MOST_CANDIDATES).map(|pair| side_by_side(reasoning, pair)).collect();
    if let Some(more @ 1..) = pairs.len().checked_sub(MOST_CANDIDATES) {
        sentences.push(format!("{} more", words::counted(more, "candidate", "candidates")));
    }
    if pairs.iter().any(|pair| pair.crowded) {
        sentences.push(format!(
            "More than {} events lie near one another there; no more of each were compared",
            near::MOST_NEAR
        ));
    }
    let sentences = sentences.join(". ");
    let message = format!(
        "Nobody has said whether they are one event, and nobody with no stake on file speaks of both. {sentences}."
    );
    let names: Vec<&str> =
        pairs.iter().take(MOST_CANDIDATES).map(|pair| ledger.event(pair.other).name.as_str()).collect();
    let mut finding = compose::finding(
        rule,
        format!("{} and {} might be one event", event.name, words::list(&names)),
        message,
    );
    finding.beyond = Some(format!(
        "Nobody has said whether they are one event, and nobody without an interest in it speaks of both. \
         {sentences}."
    ));
    finding.about = same_event(ledger, one, pairs[0].other);
    finding.help = Some("find out, and enter who says so, denies it or leaves it open".to_owned());
    let events = std::iter::once(one).chain(pairs.iter().take(MOST_CANDIDATES).map(|pair| pair.other));
    finding.labels = events
        .map(|id| Label { span: ledger.event(id).span, text: words::capital(&ledger.event(id).name) })
        .collect();
    finding
}

/// The proposition that two events are one; none where the vocabulary has no predicate for it.
fn same_event(ledger: &Ledger, one: EventId, other: EventId) -> Option<Proposition> {
    let predicate = ledger.vocabulary.bearing(Role::SameEvent).next()?;
    Some(crate::reason::spoken::in_id_order(ledger, Proposition::of_two(predicate, one, other)))
}

/// Two events compared in words, dimension by dimension.
fn side_by_side(reasoning: &Reasoning<'_>, pair: &Near) -> String {
    let ledger = reasoning.ledger;
    let (a, b) = (ledger.event(pair.one), ledger.event(pair.other));
    let place =
        |event: &Event| event.place.map_or("not given".to_owned(), |at| ledger.place(at).name.clone());
    let date = |event: &Event| event.date.map_or("not given".to_owned(), |date| date.words());
    let country = |event: &Event| event.place.map_or("not given".to_owned(), |at| countries(ledger, at));
    let apart = pair.kilometres.map_or(String::new(), |km| format!(" ({km:.0} km apart)"));
    let mut rows = vec![
        format!("date {} / {}", date(a), date(b)),
        format!("place {} / {}{apart}", place(a), place(b)),
        format!("country {} / {}", country(a), country(b)),
    ];
    let mut dimensions: Vec<(&str, PredicateId)> =
        ledger.vocabulary.bearing(Role::Dimension).map(|id| (&*ledger.vocabulary.get(id).id, id)).collect();
    dimensions.sort_unstable();
    for (name, dimension) in dimensions {
        let said = |event: EventId| said(reasoning, dimension, event);
        rows.push(format!("{} {} / {}", name.replace('-', " "), said(pair.one), said(pair.other)));
    }
    format!("{} beside {}: {}", words::capital(&b.name), a.name, rows.join("; "))
}

/// The names of the outermost places in which a place lies.
fn countries(ledger: &Ledger, place: PlaceId) -> String {
    let names: Vec<&str> =
        near::outermost(ledger, place).into_iter().map(|at| ledger.place(at).name.as_str()).collect();
    words::list(&names)
}

/// The values that anybody gives for an event under a predicate, in words.
fn said(reasoning: &Reasoning<'_>, predicate: PredicateId, event: EventId) -> String {
    let ledger = reasoning.ledger;
    let id = reasoning.propositions.find(&Proposition::of(predicate, event));
    let values: BTreeSet<String> = id
        .into_iter()
        .flat_map(|id| reasoning.on(id))
        .filter(|hold| hold.sign() == Sign::Plus)
        .filter_map(|hold| Some(words::amount(ledger, predicate, hold.value(reasoning.ledger)?)))
        .collect();
    let values: Vec<String> = values.into_iter().collect();
    if values.is_empty() { "not given".to_owned() } else { words::list(&values) }
}
