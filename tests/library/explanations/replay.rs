//! A second, simple-minded reasoner: it takes a derivation and goes it again, step by step, from the record and the
//! vocabulary alone. It shares no code with the one that it watches over.

use std::collections::BTreeSet;

use gainsay::ledger::model::id::PartyId;
use gainsay::ledger::model::party::PartyKind;
use gainsay::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use gainsay::ledger::model::stance::{Sign, Stance};
use gainsay::ledger::vocabulary::{Atom, Predicate, Role, Term};
use gainsay::reason::Reasoning;
use gainsay::reason::position::{Hold, Position, PositionId, Reason, Step};
use gainsay::reason::readings::Reading;

/// Goes a derivation again: the way of a hold, which is given beside it.
///
/// # Errors
/// Where it goes wrong.
pub fn hold(reasoning: &Reasoning<'_>, hold: &Hold, way: &[Step]) -> Result<(), String> {
    let base = position(reasoning, hold.base, hold.root)?;
    let mut at = reasoning.propositions.get(base.proposition);
    let mut certain = base.stance.certain();
    for step in way {
        let with: Result<Vec<&Position>, String> =
            step.with.ids().iter().map(|id| position(reasoning, *id, hold.root)).collect();
        let with = with?;
        certain &= with.iter().all(|position| position.stance.certain());
        let to = reasoning.propositions.get(step.to);
        if !leads(reasoning, base, &at, step, &to, &with) {
            return Err(format!("{:?} does not lead from {at:?} to {to:?}", step.reason));
        }
        at = to;
    }
    if at != reasoning.propositions.get(hold.proposition) {
        return Err("the way does not end at what is held".to_owned());
    }
    let stance = match base.stance.sign() {
        Sign::None => base.stance,
        sign => Stance::of(sign, certain),
    };
    if hold.stance != stance {
        return Err(format!("held as {:?}, and the premises give {stance:?}", hold.stance));
    }
    let valued = !predicate(reasoning, &at).value.is_empty();
    let value = base.value.filter(|_| valued);
    if hold.value == value { Ok(()) } else { Err("another value than the premise's".to_owned()) }
}

/// Goes a reading again: its premises are the root's own, they stand, and they fit the rule.
///
/// # Errors
/// Where it goes wrong.
pub fn reading(reasoning: &Reasoning<'_>, reading: &Reading) -> Result<(), String> {
    let rule = &reasoning.ledger.vocabulary.rules[reading.rule];
    let premises: Vec<&Hold> = reading.premises.iter().map(|at| &reasoning.holds[*at]).collect();
    if premises.len() != rule.when.len() {
        return Err("not as many premises as the rule has".to_owned());
    }
    let mut bound: Vec<Option<Argument>> = vec![None; rule.variables];
    for (atom, premise) in rule.when.iter().zip(&premises) {
        hold(reasoning, premise, &reasoning.way(premise))?;
        if premise.root != reading.root || premise.sign() != Sign::Plus {
            return Err("a premise that the root does not hold".to_owned());
        }
        let fact = reasoning.propositions.get(premise.proposition);
        fits(reasoning, reading.root, atom, &fact, &mut bound)?;
    }
    fits(reasoning, reading.root, &rule.then, &reading.proposition, &mut bound)?;
    let certain = premises.iter().all(|premise| premise.stance.certain());
    if certain == reading.certain { Ok(()) } else { Err("surer than its premises".to_owned()) }
}

/// Whether a fact fits an atom; an event also fits another that the root holds to be the same.
fn fits(
    reasoning: &Reasoning<'_>,
    root: PartyId,
    atom: &Atom,
    fact: &Proposition,
    bound: &mut [Option<Argument>],
) -> Result<(), String> {
    let own: Vec<&Position> = reasoning
        .positions
        .iter()
        .enumerate()
        .filter(|(at, _)| reasoning.stands(PositionId(u32::try_from(*at).unwrap())))
        .map(|(_, position)| position)
        .filter(|position| position.root == root)
        .collect();
    let same = |a: Argument, b: Argument| a == b || tied(reasoning, &own, joins, a, b, true);
    let agree = atom.predicate == fact.predicate
        && atom.terms.len() == fact.arguments().len()
        && atom.terms.iter().zip(fact.arguments()).all(|(term, argument)| match term {
            Term::Fixed(fixed) => same(*fixed, *argument),
            Term::Variable(at) => same(*bound[*at].get_or_insert(*argument), *argument),
        });
    if agree { Ok(()) } else { Err(format!("{fact:?} does not fit the rule")) }
}

/// A position that may be used: the root's own, and standing.
fn position<'r>(reasoning: &'r Reasoning<'_>, id: PositionId, root: PartyId) -> Result<&'r Position, String> {
    let position = reasoning.position(id);
    if position.root != root {
        return Err(format!("{id:?} is another root's word"));
    }
    if !reasoning.stands(id) {
        return Err(format!("{id:?} no longer stands"));
    }
    Ok(position)
}

fn predicate<'r>(reasoning: &'r Reasoning<'_>, proposition: &Proposition) -> &'r Predicate {
    reasoning.ledger.vocabulary.get(proposition.predicate)
}

/// Whether a step is one that the rules of inference allow.
fn leads(
    reasoning: &Reasoning<'_>,
    base: &Position,
    from: &Proposition,
    step: &Step,
    to: &Proposition,
    with: &[&Position],
) -> bool {
    let before = predicate(reasoning, from);
    let same_but = |place: usize| {
        from.predicate == to.predicate && from.with(place, Argument::NONE) == to.with(place, Argument::NONE)
    };
    let helped = !with.is_empty() && with.iter().all(|position| position.stance == Stance::Asserts);
    match step.reason {
        Reason::Implies => {
            with.is_empty() && before.implies.contains(&to.predicate) && from.arguments == to.arguments
        }
        Reason::Happening => {
            let event = before.place_of(ArgumentKind::Event).map(|place| from.arguments[place]);
            with.is_empty()
                && before.happening
                && predicate(reasoning, to).is(Role::Happened)
                && to.arguments() == event.as_slice()
        }
        Reason::Whole => {
            let Some((place, body)) = before.accuses.zip(before.accused(from)) else { return false };
            let body = reasoning.ledger.party(body);
            with.is_empty()
                && same_but(place)
                && body.kind == PartyKind::Body
                && body.part_of.iter().any(|membership| {
                    let (first, last) = membership.days();
                    to.arguments[place] == membership.party.into()
                        && first <= base.date.last()
                        && base.date.first() <= last
                })
        }
        Reason::Member => {
            let Some(place) = before.doer() else { return false };
            let (one, other) = (from.arguments[place], to.arguments[place]);
            let member = |link: &Predicate| link.is(Role::Member);
            helped
                && before.is(Role::Deed)
                && same_but(place)
                && tied(reasoning, with, member, one, other, false)
        }
        Reason::SameEvent => {
            let moved = |swapped: &Proposition| {
                (0..from.arguments.len()).all(|place| {
                    let (a, b) = (from.arguments[place], swapped.arguments[place]);
                    let event =
                        before.arguments.get(place).is_some_and(|(kind, _)| *kind == ArgumentKind::Event);
                    a == b || event && tied(reasoning, with, joins, a, b, true)
                })
            };
            let mut swapped = *to;
            swapped.arguments.swap(0, 1);
            helped && from.predicate == to.predicate && (moved(to) || before.symmetric && moved(&swapped))
        }
        Reason::Transitive => {
            let all: Vec<&Position> = std::iter::once(base).chain(with.iter().copied()).collect();
            let (a, b) = (to.arguments[0], to.arguments[1]);
            helped
                && before.transitive
                && from.predicate == to.predicate
                && tied(reasoning, &all, |link| link.id == before.id, a, b, before.symmetric)
        }
    }
}

/// Whether a predicate says that two events are one.
fn joins(predicate: &Predicate) -> bool {
    predicate.is(Role::SameEvent)
}

/// Whether positions of such predicates, asserted, make a chain from one argument to another.
fn tied(
    reasoning: &Reasoning<'_>,
    positions: &[&Position],
    such: impl Fn(&Predicate) -> bool,
    from: Argument,
    to: Argument,
    both_ways: bool,
) -> bool {
    let mut reached = BTreeSet::from([from]);
    loop {
        let before = reached.len();
        for position in positions.iter().filter(|position| position.stance == Stance::Asserts) {
            let link = reasoning.propositions.get(position.proposition);
            if !such(predicate(reasoning, &link)) {
                continue;
            }
            let (a, b) = (link.arguments[0], link.arguments[1]);
            if reached.contains(&a) {
                reached.insert(b);
            }
            if both_ways && reached.contains(&b) {
                reached.insert(a);
            }
        }
        if reached.contains(&to) || reached.len() == before {
            return reached.contains(&to);
        }
    }
}
