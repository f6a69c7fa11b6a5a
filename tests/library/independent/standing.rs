//! How a link stands, and who has a stake in it.

use std::collections::BTreeSet;

use gainsay::ledger::Ledger;
use gainsay::ledger::model::proposition::ArgumentKind;
use gainsay::ledger::model::stance::{Sign, Stance};
use gainsay::ledger::vocabulary::Role;

use super::agreed::{behind, distinct};
use super::held::{Held, World};
use super::record::{self, Origin, class, independent, kin, nobody, outlet, part_of};
use super::said::Atom;

/// How a link stands, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Documented,
    Corroborated,
    Undisputed,
    Unverified,
}

/// How a link stands.
pub fn standing(world: &World<'_>, link: &Atom) -> Standing {
    if blames(world.ledger, link) {
        Standing::Unverified
    } else if documented(world, link) {
        Standing::Documented
    } else if witnesses(world, link) >= world.ledger.settings.verify_origins {
        Standing::Corroborated
    } else if undisputed(world, link) {
        Standing::Undisputed
    } else {
        Standing::Unverified
    }
}

/// Blame without a deed: it is said, and never stands.
pub fn blames(ledger: &Ledger, atom: &Atom) -> bool {
    atom.is(ledger, Role::Blame)
}

/// What a root says of a link with certainty, from its own mouth.
fn vouched<'w>(world: &'w World<'_>, root: usize, link: &'w Atom) -> impl Iterator<Item = &'w Held> {
    world.plus(root).iter().filter(move |held| {
        held.atom == *link && held.certain && !world.words(held).any(|said| said.hearsay || said.disputed)
    })
}

fn documented(world: &World<'_>, link: &Atom) -> bool {
    let ledger = world.ledger;
    let vouched = world.roots().into_iter().flat_map(|root| vouched(world, root, link).collect::<Vec<_>>());
    // That two events are one may be documented; what is said of either is not, by that.
    let said = |held: &'_ Held| match world.stated(held) {
        Some(said) => BTreeSet::from([said.statement]),
        None => world.statements(held),
    };
    vouched.flat_map(said).any(|at| {
        let statement = ledger.statements.at(at);
        statement.evidence.iter().filter(|source| Some(**source) != statement.source).any(|source| {
            ledger.source(*source).outlet.is_some_and(|outlet| {
                let whole = record::known_by(ledger, outlet.index(), &statement.date);
                !stake(world, outlet.index(), link) && !stake(world, whole, link)
            })
        })
    })
}

/// How many roots with no stake say so, each on its own knowledge.
fn witnesses(world: &World<'_>, link: &Atom) -> usize {
    let ledger = world.ledger;
    let mut offers: Vec<(usize, Origin)> = Vec::new();
    for root in world.roots() {
        let denies = world.denials(root, link, None).iter().any(|denial| !denial.said.hearsay);
        if nobody(ledger, root) || stake(world, root, link) || denies {
            continue;
        }
        for held in vouched(world, root, link) {
            let statements = world.statements(held);
            let shown = |at: &usize| !ledger.statements.at(*at).evidence.is_empty();
            if outlet(ledger, root) && !statements.iter().all(shown) {
                continue;
            }
            let knows = statements.iter().all(|at| {
                ledger.statements.at(*at).citing.is_empty()
                    || record::origin(ledger, *at, root).contains(&root)
            });
            let origin = behind(world, root, &statements);
            if knows && !origin.iter().any(|behind| stake(world, *behind, link)) {
                offers.push((root, origin));
            }
        }
    }
    independent(&distinct(offers))
}

/// Whether the accused says so of itself, another says so too, and nobody says otherwise.
fn undisputed(world: &World<'_>, link: &Atom) -> bool {
    let ledger = world.ledger;
    let Some(place) = ledger.vocabulary.get(link.name).accuses else { return false };
    let party = link.arguments[place];
    if class(ledger, party) || world.roots().into_iter().any(|root| world.denies(root, link, None)) {
        return false;
    }
    let says: BTreeSet<usize> = world
        .roots()
        .into_iter()
        .filter(|root| !nobody(ledger, *root) && vouched(world, *root, link).next().is_some())
        .collect();
    says.iter().any(|root| {
        let itself = vouched(world, *root, link)
            .flat_map(|held| world.words(held))
            .any(|said| record::root(ledger, party, said.date(ledger)) == *root);
        itself && says.iter().any(|other| other != root && !part_of(ledger, *other, *root))
    })
}

/// Whether a root has a stake in a link.
pub fn stake(world: &World<'_>, root: usize, link: &Atom) -> bool {
    let ledger = world.ledger;
    let everything = || world.held.values().flatten();
    let one_of = |party: usize| {
        kin(ledger, root, party)
            || class(ledger, party)
                && everything()
                    .any(|held| held.atom.is(ledger, Role::Member) && held.atom.arguments == [root, party])
    };
    let parties = link.of_kind(ledger, ArgumentKind::Party);
    let about = link.events(ledger);
    let takes_part = |event: usize| {
        ledger.events.at(event).participants.iter().any(|participant| one_of(participant.index()))
    };
    let declared = |event: usize| ledger.events.at(event).stakes.iter().any(|party| one_of(party.index()));
    // A part in an event, laid on somebody; blame lays nothing on anybody.
    let part = |atom: &Atom| -> Option<(usize, BTreeSet<usize>)> {
        let place = ledger.vocabulary.get(atom.name).accuses?;
        if blames(ledger, atom) || atom.is(ledger, Role::Knowledge) {
            return None;
        }
        Some((atom.arguments[place], atom.events(ledger)))
    };
    let laid: Vec<_> = everything().filter_map(|held| part(&held.atom)).collect();
    let read: Vec<_> = world.readings.iter().filter_map(|reading| part(&reading.then)).collect();
    let disowns = world.said.iter().any(|said| {
        let refuses = said.sign() == Sign::Minus || said.stance == Stance::Declines;
        refuses
            && said.root == root
            && !said.hearsay
            && !said.disputed
            && part(&said.atom).is_some_and(|(doer, events)| {
                record::root(ledger, doer, said.date(ledger)) == root && !events.is_disjoint(&about)
            })
    });
    parties.iter().any(|party| one_of(*party))
        || about.iter().any(|event| takes_part(*event) || declared(*event))
        || laid.iter().chain(&read).any(|(doer, events)| one_of(*doer) && !events.is_disjoint(&about))
        || laid
            .iter()
            .any(|(doer, events)| parties.contains(doer) && events.iter().any(|event| takes_part(*event)))
        || disowns
}
