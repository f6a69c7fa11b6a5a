//! Links that do not stand, accusations nobody answered, sources that do not bear what rests on them.

use std::collections::{BTreeMap, BTreeSet};

use gainsay::ledger::Ledger;
use gainsay::ledger::model::proposition::Argument;
use gainsay::ledger::model::stance::{Sign, Stance};
use gainsay::ledger::model::statement::Statement;
use gainsay::ledger::vocabulary::Role;

use super::clash::definition;
use super::held::World;
use super::readings::{accused, whole_denied};
use super::record::{self, class, kin, part_of};
use super::said::{Atom, Said, withdrawn};
use super::standing::{Standing, blames, standing};
use super::{Book, open_text};

/// `unverified-link`: a warning where somebody says so and somebody denies it; else it depends on what hangs on it.
pub fn unverified(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let links: BTreeSet<Atom> = world
        .said
        .iter()
        .filter(|said| said.words && ledger.vocabulary.get(said.atom.name).link)
        .filter(|said| said.sign() == Sign::Plus || said.stance == Stance::LeavesOpen)
        .map(|said| said.atom.clone())
        .collect();
    for link in links.iter().filter(|link| standing(world, link) == Standing::Unverified) {
        let (mut parties, mut statements) = (BTreeSet::new(), BTreeSet::new());
        let (mut said_so, mut denied) = (false, false);
        let of_members = members(world, link);
        for root in world.roots() {
            let stated = world.said.iter().filter(|said| said.root == root && said.atom == *link);
            for said in stated.filter(|said| said.words && said.sign() != Sign::Minus) {
                parties.insert(root);
                statements.insert(said.statement);
                said_so |= said.sign() == Sign::Plus;
            }
            let of_member = of_members.iter().filter(|(member, _)| *member == root).map(|(_, atom)| atom);
            for atom in of_member.chain([link]) {
                for denial in world.denials(root, atom, None) {
                    parties.insert(root);
                    statements.extend(denial.statements);
                    denied = true;
                }
            }
        }
        let level =
            if blames(ledger, link) { Some("note") } else { (said_so && denied).then_some("warning") };
        book.add("unverified-link", (link.text(ledger), 0), parties, statements, level);
    }
}

/// Where a link accuses a class: the roots that anybody calls a member of it, and the same link of each.
fn members(world: &World<'_>, link: &Atom) -> Vec<(usize, Atom)> {
    let ledger = world.ledger;
    let Some(place) = ledger.vocabulary.get(link.name).accuses else { return Vec::new() };
    let described = link.arguments[place];
    if !class(ledger, described) {
        return Vec::new();
    }
    let ties = world.held.values().flatten().filter(|held| held.atom.is(ledger, Role::Member));
    let named = ties.filter(|held| held.atom.arguments[1] == described).map(|held| held.atom.arguments[0]);
    let named: BTreeSet<usize> = named.collect();
    let mut found = Vec::new();
    for member in named {
        for root in world.roots().into_iter().filter(|root| kin(ledger, *root, member)) {
            found.push((root, link.with(ledger, place, member)));
        }
    }
    found
}

/// `unanswered-accusation`.
pub fn unanswered(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let mut open: BTreeMap<(Atom, usize), BTreeSet<usize>> = BTreeMap::new();
    for said in world.said.iter().filter(|said| said.words && said.sign() == Sign::Plus) {
        let Some(root) = accused(ledger, said).filter(|root| *root != said.root) else { continue };
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
                let arguments = proposition
                    .arguments()
                    .iter()
                    .map(|argument| argument.place().unwrap_or(usize::MAX))
                    .collect();
                Atom::new(ledger, proposition.predicate, arguments).events(ledger)
            })
            .collect();
        let spoke = world.said.iter().any(|said| {
            said.words
                && !said.hearsay
                && said.root == *root
                && !said.disputed
                && !said.atom.events(ledger).is_disjoint(&spoken_of)
        });
        let asked = left_open(ledger).into_iter().any(|(by, at, place)| {
            let statement = ledger.statements.at(at);
            by == *root
                && !record::hearsay(ledger, statement, by)
                && !question(ledger, statement, place).1.events(ledger).is_disjoint(&spoken_of)
        });
        let warning = (spoke || asked) && !names_another(world, *root, atom);
        let level = Some(if warning { "warning" } else { "note" });
        let at = (atom.text(ledger), *root);
        book.add("unanswered-accusation", at, [*root], statements.clone(), level);
    }
}

/// Whether the accused names somebody else for the deed, be it by a description.
fn names_another(world: &World<'_>, accused: usize, atom: &Atom) -> bool {
    let ledger = world.ledger;
    let predicate = ledger.vocabulary.get(atom.name);
    let Some(place) = predicate.rival.filter(|_| predicate.rival == predicate.accuses) else { return false };
    let question = open_text(ledger, atom, place);
    world.of(accused, Sign::Plus).any(|said| {
        said.words
            && !said.hearsay
            && !said.disputed
            && said.atom.name == atom.name
            && open_text(ledger, &said.atom, place) == question
            && !kin(ledger, said.atom.arguments[place], atom.arguments[place])
    })
}

/// Whether the accused has any position on what it is accused of, on the whole of which that is a part, or on the
/// accuracy of the accusing statement; or meets it where the accuser holds two events to be one.
fn answers(world: &World<'_>, root: usize, accusation: &Said) -> bool {
    let ledger = world.ledger;
    let speakers = world.roots().into_iter().filter(|speaker| {
        *speaker == root || record::outlet(ledger, *speaker) && part_of(ledger, *speaker, root)
    });
    let also: BTreeSet<&Atom> = world
        .plus(accusation.root)
        .iter()
        .filter(|held| world.stated(held) == Some(accusation) && held.atom.name == accusation.atom.name)
        .map(|held| &held.atom)
        .collect();
    speakers.into_iter().any(|speaker| {
        let heard = |said: &Said| !said.hearsay && !said.disputed;
        // An outlet that accuses its whole as well does not answer for it.
        let holds = || {
            let mut plus = world.plus(speaker).iter();
            plus.any(|held| held.atom == accusation.atom && world.words(held).all(heard))
        };
        let counts = |said: &Said| speaker == root || said.sign() != Sign::Plus;
        speaker == root && holds()
            || also
                .iter()
                .chain([&&accusation.atom])
                .any(|atom| world.denials(speaker, atom, None).iter().any(|denial| heard(denial.said)))
            || !whole_denied(world, speaker, accusation).is_empty()
            || world.said.iter().any(|said| {
                said.root == speaker
                    && heard(said)
                    && (said.atom == accusation.atom && counts(said)
                        || said.words
                            && said.atom.is(ledger, Role::Accuracy)
                            && said.atom.arguments == [accusation.statement])
            })
    })
}

/// `single-source`: everybody who says so is unnamed, and all have it from one.
pub fn single_source(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let mut asserted: BTreeMap<String, (BTreeSet<usize>, BTreeSet<usize>)> = BTreeMap::new();
    for said in world.said.iter().filter(|said| said.words && said.stance == Stance::Asserts) {
        let predicate = ledger.vocabulary.get(said.atom.name);
        if predicate.link || !predicate.value.is_empty() {
            let entry = asserted.entry(said.atom.plain(ledger)).or_default();
            entry.0.insert(said.root);
            entry.1.insert(said.statement);
        }
    }
    // Two unnamed voices of one root, in two papers, are two origins: here it is not asked whose they are.
    let origins = |statements: &BTreeSet<usize>| -> BTreeSet<record::Origin> {
        let known = statements.iter().map(|at| {
            let statement = ledger.statements.at(*at);
            let speaker = statement.by.first().map_or(0, |by| record::speaks_for(ledger, statement, *by));
            record::origin(ledger, *at, speaker)
        });
        known.collect()
    };
    for (text, (roots, statements)) in asserted {
        let unnamed = statements.iter().all(|at| ledger.statements.at(*at).anonymous.is_some());
        if unnamed && origins(&statements).len() == 1 && !book.has("unverified-link", &text) {
            book.add("single-source", (text, 0), roots, statements, Some("warning"));
        }
    }
}

/// `withdrawn-source`: what a root holds rests on corrected or withdrawn sources only.
pub fn withdrawn_sources(world: &World<'_>, book: &mut Book) {
    let ledger = world.ledger;
    let gone = |at: usize| {
        ledger.statements.at(at).source.is_some_and(|source| {
            let source = ledger.source(source);
            let corrected = source.corrected.zip(source.retrieved);
            source.withdrawn.is_some()
                || corrected.is_some_and(|(corrected, read)| corrected.later_than(&read))
        })
    };
    for said in world.said.iter().filter(|said| said.words && !said.fallen && gone(said.statement)) {
        let other_ground = world.said.iter().any(|other| {
            other.words
                && (other.root, &other.atom, other.stance, other.value)
                    == (said.root, &said.atom, said.stance, said.value)
                && !gone(other.statement)
        });
        if !other_ground {
            let at = (said.atom.plain(ledger), 0);
            book.add("withdrawn-source", at, [said.root], [said.statement], Some("warning"));
        }
    }
    // Who leaves open who did it holds a position as well, though it meets no other.
    let open: Vec<(usize, String, usize)> = left_open(ledger)
        .into_iter()
        .map(|(root, at, place)| (root, question(ledger, ledger.statements.at(at), place).0, at))
        .collect();
    for (root, asked, at) in open.iter().filter(|(_, _, at)| gone(*at)) {
        if !open.iter().any(|(other, also, at)| (other, also) == (root, asked) && !gone(*at)) {
            book.add("withdrawn-source", (asked.clone(), 0), [*root], [*at], Some("warning"));
        }
    }
}

/// Who leaves open who did something: root, statement and place of the position in it.
fn left_open(ledger: &Ledger) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    for (at, statement) in ledger.statements.iter().enumerate().filter(|(_, said)| said.condition.is_none()) {
        for by in &statement.by {
            let root = record::speaks_for(ledger, statement, *by);
            let open = |place: &usize| {
                let written = &statement.positions[*place];
                ledger.proposition(written.proposition).arguments().contains(&Argument::UNKNOWN)
            };
            if !withdrawn(ledger, at, root) {
                found.extend((0..statement.positions.len()).filter(open).map(|place| (root, at, place)));
            }
        }
    }
    found
}

/// The question that a position leaves open, and the proposition with anybody in the place of who is asked after.
pub fn question(ledger: &Ledger, statement: &Statement, place: usize) -> (String, Atom) {
    let proposition = ledger.proposition(statement.positions[place].proposition);
    let asked = proposition.arguments().iter().position(|one| *one == Argument::UNKNOWN).unwrap_or(0);
    let arguments = proposition.arguments().iter();
    let named = arguments.map(|one| one.place().unwrap_or(0));
    let atom = Atom::new(ledger, proposition.predicate, named.collect());
    (open_text(ledger, &atom, asked), atom)
}
