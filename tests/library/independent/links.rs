//! Links nobody has verified, accusations nobody answered, sources that do not bear what rests on them.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::model::party::PartyKind;
use gainsay::ledger::model::proposition::ArgumentKind;
use gainsay::ledger::model::stance::{Sign, Stance};

use super::Book;
use super::across::events;
use super::held::World;
use super::record::{self, kin, origins, part_of};
use super::said::{Atom, Said, definition};

/// `unverified-link`.
pub fn unverified(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let links: BTreeSet<Atom> = world
        .said
        .iter()
        .filter(|said| said.words && ledger.vocabulary.get(said.atom.name).link)
        .filter(|said| said.sign() == Sign::Plus || said.stance == Stance::LeavesOpen)
        .map(|said| said.atom.clone())
        .collect();
    for link in links.iter().filter(|link| !verified(world, link)) {
        let (mut parties, mut statements) = (BTreeSet::new(), BTreeSet::new());
        for root in world.roots() {
            let stated = world.said.iter().filter(|said| said.root == root && said.atom == *link);
            let stated = stated.filter(|said| said.sign() != Sign::Minus);
            for said in stated {
                parties.insert(root);
                statements.insert(said.statement);
            }
            for denial in world.denials(root, link, None) {
                parties.insert(root);
                statements.extend(denial.statements);
            }
        }
        book.add("unverified-link", (link.text(ledger), 0), parties, statements, None);
    }
}

fn verified(world: &World<'_>, link: &Atom) -> bool {
    let ledger = world.ledger;
    let denied = world
        .roots()
        .into_iter()
        .filter(|root| !interested(world, *root, link))
        .any(|root| world.denials(root, link, None).iter().any(|denial| !denial.said.hearsay));
    if denied {
        return false;
    }
    let mut signed: BTreeSet<record::Origin> = BTreeSet::new();
    let mut borne_out = false;
    for root in world.roots() {
        for held in world.plus(root).iter().filter(|held| held.atom == *link && held.certain) {
            let bases = held.rests.iter().map(|at| &world.said[*at]);
            if interested(world, root, link) || bases.clone().any(|said| said.hearsay) {
                continue;
            }
            for said in bases {
                let statement = ledger.statements.at(said.statement);
                for who in origins(ledger, said.statement) {
                    if who.iter().any(|root| interested(world, *root, link)) {
                        continue;
                    }
                    signed.insert(who.clone());
                    borne_out |= statement.evidence.iter().any(|source| {
                        let outlet = ledger.source(*source).outlet;
                        let publisher =
                            outlet.map(|outlet| record::root(ledger, outlet.index(), &statement.date));
                        Some(*source) != statement.source
                            && publisher.is_none_or(|root| !interested(world, root, link))
                    });
                }
            }
        }
    }
    // A joint word is one origin, and none where one of those who sign it is counted already.
    let alone: BTreeSet<usize> = signed.iter().filter(|who| who.len() == 1).flatten().copied().collect();
    let joint: Vec<&record::Origin> =
        signed.iter().filter(|who| who.len() > 1 && who.is_disjoint(&alone)).collect();
    let apart = (0..joint.len())
        .filter(|at| joint[..*at].iter().all(|before| before.is_disjoint(joint[*at])))
        .count();
    alone.len() + apart >= ledger.settings.verify_origins || borne_out
}

/// Whether a root has a stake in a proposition.
fn interested(world: &World<'_>, root: usize, atom: &Atom) -> bool {
    let ledger = world.ledger;
    let everything = || world.held.values().flatten();
    let one_of = |party: usize| {
        kin(ledger, root, party)
            || everything().any(|held| {
                held.atom.is(ledger, "member-of")
                    && held.atom.arguments == [root, party]
                    && ledger.parties.at(party).kind == PartyKind::Class
            })
    };
    let parties = atom.of_kind(ledger, ArgumentKind::Party);
    let about = events(world, atom);
    let takes_part = |event: usize| {
        ledger.events.at(event).participants.iter().any(|participant| one_of(participant.index()))
    };
    // Who is said, by anybody, to have a part in which event.
    let laid: Vec<(usize, BTreeSet<usize>)> = everything()
        .filter_map(|held| {
            let place = ledger.vocabulary.get(held.atom.name).accuses?;
            Some((held.atom.arguments[place], events(world, &held.atom)))
        })
        .collect();
    parties.iter().any(|party| one_of(*party))
        || about.iter().any(|event| takes_part(*event))
        || laid.iter().any(|(doer, events)| one_of(*doer) && !events.is_disjoint(&about))
        || laid
            .iter()
            .any(|(doer, events)| parties.contains(doer) && events.iter().any(|event| takes_part(*event)))
}

/// `unanswered-accusation`.
pub fn unanswered(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let mut open: BTreeMap<(Atom, usize), BTreeSet<usize>> = BTreeMap::new();
    for said in world.said.iter().filter(|said| said.words && said.sign() == Sign::Plus) {
        let Some(place) = ledger.vocabulary.get(said.atom.name).accuses else { continue };
        let accused = said.atom.arguments[place];
        let root = record::root(ledger, accused, said.date(ledger));
        if ledger.parties.at(accused).kind == PartyKind::Class || root == said.root {
            continue;
        }
        if !answers(world, root, said) {
            open.entry((said.atom.clone(), root)).or_default().insert(said.statement);
        }
    }
    for ((atom, root), statements) in &open {
        let weaker = open.iter().any(|((other, accused), others)| {
            other != atom
                && accused == root
                && others
                    .iter()
                    .any(|at| definition(ledger, other, &ledger.statements.at(*at).date).contains(atom))
        });
        if weaker {
            continue;
        }
        let spoken_of: BTreeSet<usize> = statements
            .iter()
            .flat_map(|at| &ledger.statements.at(*at).positions)
            .flat_map(|written| {
                let proposition = ledger.proposition(written.proposition);
                let arguments = proposition.arguments().iter().map(|argument| argument.0 as usize).collect();
                events(world, &Atom::new(ledger, proposition.predicate, arguments))
            })
            .collect();
        let spoke = world.said.iter().any(|said| {
            said.words
                && !said.hearsay
                && said.root == *root
                && !events(world, &said.atom).is_disjoint(&spoken_of)
        });
        let level = Some(if spoke { "warning" } else { "note" });
        let at = (atom.text(ledger), *root);
        book.add("unanswered-accusation", at, [*root], statements.clone(), level);
    }
}

/// Whether the accused has any position on what it is accused of, or on the accuracy of the accusing statement.
fn answers(world: &World<'_>, root: usize, accusation: &Said) -> bool {
    let ledger = world.ledger;
    let speakers: Vec<usize> = world
        .roots()
        .into_iter()
        .filter(|speaker| {
            let part = super::pending::OUTLETS_ANSWER_FOR_THEIR_WHOLE && part_of(ledger, *speaker, root);
            *speaker == root || part
        })
        .filter(|speaker| *speaker != accusation.root)
        .collect();
    speakers.into_iter().any(|speaker| {
        let heard = |at: &usize| !world.said[*at].hearsay;
        world.plus(speaker).iter().any(|held| held.atom == accusation.atom && held.rests.iter().all(heard))
            || world.denials(speaker, &accusation.atom, None).iter().any(|denial| !denial.said.hearsay)
            || world.said.iter().any(|said| {
                said.root == speaker
                    && !said.hearsay
                    && (said.atom == accusation.atom
                        || said.words
                            && said.atom.is(ledger, "accurate")
                            && said.atom.arguments == [accusation.statement])
            })
    })
}

/// `single-source`: everybody who says so is unnamed, and all have it from one.
pub fn single_source(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let mut asserted: BTreeMap<&Atom, (BTreeSet<usize>, BTreeSet<usize>)> = BTreeMap::new();
    for said in world.said.iter().filter(|said| said.words && said.stance == Stance::Asserts) {
        let predicate = ledger.vocabulary.get(said.atom.name);
        if predicate.link || !predicate.value.is_empty() {
            let entry = asserted.entry(&said.atom).or_default();
            entry.0.insert(said.root);
            entry.1.insert(said.statement);
        }
    }
    for (atom, (roots, statements)) in asserted {
        let unnamed = statements.iter().all(|at| ledger.statements.at(*at).anonymous.is_some());
        let text = atom.text(ledger);
        if unnamed && record::count_origins(ledger, &statements) == 1 && !book.has("unverified-link", &text) {
            book.add("single-source", (text, 0), roots, statements, Some("warning"));
        }
    }
}

/// `withdrawn-source`: what a root holds rests on corrected or withdrawn sources only.
pub fn withdrawn(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let gone = |at: usize| {
        ledger.statements.at(at).source.is_some_and(|source| {
            let source = ledger.source(source);
            let corrected = source.corrected.zip(source.retrieved);
            source.withdrawn.is_some()
                || corrected.is_some_and(|(corrected, read)| corrected.later_than(&read))
        })
    };
    for said in world.said.iter().filter(|said| said.words && gone(said.statement)) {
        let other_ground = world.said.iter().any(|other| {
            other.words
                && (other.root, &other.atom, other.stance, other.value)
                    == (said.root, &said.atom, said.stance, said.value)
                && !gone(other.statement)
        });
        if !other_ground {
            let at = (said.atom.text(ledger), 0);
            book.add("withdrawn-source", at, [said.root], [said.statement], Some("warning"));
        }
    }
}
