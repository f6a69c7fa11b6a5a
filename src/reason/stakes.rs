//! Stakes: which roots have an interest in a link, and why. Their words do not bear it out.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Reasoning;
use super::standing::{events, parties};
use super::values::related;
use crate::ledger::model::id::{EventId, PartyId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::roots;
use crate::ledger::vocabulary::{Predicate, Role};
use crate::ledger::words::{self, Pronoun};

/// Why a root has a stake in a proposition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stake {
    /// The proposition names it, its part, its whole, or a class that anybody calls it a member of.
    Named,
    /// It takes part in the event as target or belligerent.
    Participant(EventId),
    /// Somebody, perhaps the root itself, says that it did it or had a part in it.
    LaidOn(EventId),
    /// It takes part in an event of which one of the parties named is accused.
    Wronged(EventId),
    /// It denies, doubts or declines to say that it had a part in the event.
    Answers(EventId),
    /// Somebody's words may be read as accusing it of a part in the event.
    ReadAs(EventId),
    /// The editor's record of the event says so.
    Editor(EventId),
}

impl Stake {
    /// The reason in words, to be read after the party's pronoun: "is said to have had a part in the quay fire".
    #[must_use]
    pub fn words(&self, reasoning: &Reasoning<'_>, pronoun: Pronoun) -> String {
        let name = |event: &EventId| &reasoning.ledger.event(*event).name;
        let verb = |plain| words::verb(pronoun.number, plain);
        match self {
            Self::Named => pronoun.number.pick("is concerned itself", "are concerned themselves").to_owned(),
            Self::Participant(event) => target_or_belligerent(&verb("be"), name(event)),
            Self::LaidOn(event) => format!("{} said to have had a part in {}", verb("be"), name(event)),
            Self::Wronged(event) => {
                let part = target_or_belligerent(&verb("be"), name(event));
                format!("{part}, of which another named here is accused")
            }
            Self::Answers(event) => {
                format!("{} answered for {} own part in {}", verb("have"), pronoun.their, name(event))
            }
            Self::ReadAs(event) => format!("may be read as accused over {}", name(event)),
            Self::Editor(event) => format!("{} one in {} by the editor's word", verb("have"), name(event)),
        }
    }
}

/// What the record of an event says of its participants: that one took part in it would be said of its victim too.
fn target_or_belligerent(be: &str, event: &str) -> String {
    format!("{be} on record as a target of {event} or a belligerent in it")
}

/// Facts from the whole record that decide who has a stake in a proposition.
#[derive(Debug, Default)]
pub struct Stakes {
    /// For each event, the parties that anybody accuses of a part in it.
    laid_on: FxHashMap<EventId, Accused>,
    /// For each party, the events of which anybody accuses it.
    concerned: FxHashMap<PartyId, FxHashSet<EventId>>,
    /// For each event, the roots that deny, doubt or decline a part of their own in it.
    answers: FxHashMap<EventId, FxHashSet<PartyId>>,
    /// For each event, the parties that somebody's words may be read as accusing of it.
    read_as: FxHashMap<EventId, Accused>,
    /// For each party, the classes that anybody calls it a member of.
    classes: FxHashMap<PartyId, FxHashSet<PartyId>>,
}

/// Parties accused of one event: asked for each root that speaks of it, so their wholes are kept beside them.
#[derive(Debug, Default)]
struct Accused {
    parties: FxHashSet<PartyId>,
    wholes: FxHashSet<PartyId>,
}

impl Accused {
    fn add(&mut self, reasoning: &Reasoning<'_>, party: PartyId) {
        if self.parties.insert(party) {
            self.wholes.extend(reasoning.ledger.upwards(party));
        }
    }
}

impl Stakes {
    /// Collects the facts from all holds and readings.
    #[must_use]
    pub fn new(reasoning: &Reasoning<'_>) -> Self {
        let vocabulary = &reasoning.ledger.vocabulary;
        let mut stakes = Self::default();
        for hold in &reasoning.holds {
            let proposition = reasoning.propositions.get(hold.proposition);
            let accused = laid(reasoning, &proposition);
            if hold.sign() == Sign::Plus {
                if let Some(party) = accused {
                    for event in events(reasoning, &proposition) {
                        stakes.laid_on.entry(event).or_default().add(reasoning, party);
                        stakes.concerned.entry(party).or_default().insert(event);
                    }
                }
                let predicate = vocabulary.get(proposition.predicate);
                let named = predicate.is(Role::Member).then(|| predicate.two_parties(&proposition)).flatten();
                if let Some((member, class)) = named.filter(|(_, class)| reasoning.ledger.is_class(*class)) {
                    stakes.classes.entry(member).or_default().insert(class);
                }
            } else if hold.sign() == Sign::Minus || hold.stance == Stance::Declines {
                let position = reasoning.position(hold.base);
                let own = |party: PartyId| roots::root(reasoning.ledger, party, &position.date) == hold.root;
                if !position.hearsay && !position.disputed && accused.is_some_and(own) {
                    for event in events(reasoning, &proposition) {
                        stakes.answers.entry(event).or_default().insert(hold.root);
                    }
                }
            }
        }
        for reading in &reasoning.readings {
            let accused = laid(reasoning, &reading.proposition);
            if let Some(party) = accused {
                for event in events(reasoning, &reading.proposition) {
                    stakes.read_as.entry(event).or_default().add(reasoning, party);
                }
            }
        }
        stakes
    }

    /// Why a root has a stake in a proposition; none where it has none.
    #[must_use]
    pub fn stake(
        &self,
        reasoning: &Reasoning<'_>,
        root: PartyId,
        proposition: &Proposition,
    ) -> Option<Stake> {
        let ledger = reasoning.ledger;
        let own = |party: &PartyId| self.belongs(reasoning, *party, root);
        // The same as asking of each of them whether the root belongs to it, without going through them all.
        let above = OnceCell::new();
        let among = |all: &FxHashMap<EventId, Accused>, event: &EventId| {
            all.get(event).is_some_and(|accused| {
                let mut up = above.get_or_init(|| ledger.upwards(root)).iter();
                let mut classes = self.classes.get(&root).into_iter().flatten();
                accused.wholes.contains(&root)
                    || up.any(|whole| accused.parties.contains(whole))
                    || classes.any(|class| accused.parties.contains(class))
            })
        };
        let events = events(reasoning, proposition);
        let arguments = parties(reasoning, proposition);
        if arguments.iter().any(own) {
            return Some(Stake::Named);
        }
        let takes_part = |event: &EventId| ledger.event(*event).participants.iter().any(own);
        let answers = |event: &EventId| self.answers.get(event).is_some_and(|roots| roots.contains(&root));
        let by_editor = |event: &EventId| ledger.event(*event).stakes.iter().any(own);
        let first = |fits: &dyn Fn(&EventId) -> bool, stake: fn(EventId) -> Stake| {
            events.iter().find(|event| fits(event)).map(|event| stake(*event))
        };
        let wronged = || {
            let laid = arguments.iter().filter_map(|party| self.concerned.get(party)).flatten();
            laid.filter(|event| takes_part(event)).min().map(|event| Stake::Wronged(*event))
        };
        first(&takes_part, Stake::Participant)
            .or_else(|| first(&|event| among(&self.laid_on, event), Stake::LaidOn))
            .or_else(|| first(&answers, Stake::Answers))
            .or_else(|| first(&|event| among(&self.read_as, event), Stake::ReadAs))
            .or_else(|| first(&by_editor, Stake::Editor))
            .or_else(wronged)
    }

    /// The parties that anybody calls members of a class, in the order of their table.
    #[must_use]
    pub fn members(&self, class: PartyId) -> Vec<PartyId> {
        let called = self.classes.iter().filter(|(_, classes)| classes.contains(&class));
        let mut members: Vec<PartyId> = called.map(|(member, _)| *member).collect();
        members.sort_unstable();
        members
    }

    /// True when a party is the root, its part or whole, or a class that anybody calls the root a member of.
    fn belongs(&self, reasoning: &Reasoning<'_>, party: PartyId, root: PartyId) -> bool {
        related(reasoning.ledger, party, root)
            || self.classes.get(&root).is_some_and(|classes| classes.contains(&party))
    }
}

/// True when a predicate blames for what another did. Nothing bears blame out.
#[must_use]
pub fn blame(predicate: &Predicate) -> bool {
    predicate.is(Role::Blame)
}

/// The party that a proposition accuses of a part in its event; none where it accuses nobody, only blames, or says only
/// that the party knew.
fn laid(reasoning: &Reasoning<'_>, proposition: &Proposition) -> Option<PartyId> {
    let predicate = reasoning.ledger.vocabulary.get(proposition.predicate);
    let lays = !blame(predicate) && !predicate.is(Role::Knowledge);
    if lays { predicate.accused(proposition) } else { None }
}
