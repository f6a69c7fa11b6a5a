//! The positions around a link that granting it or ruling it out can touch. Of the others nothing comes or goes with it,
//! and they weigh in nothing that does, so they need not be reasoned over anew for each link.
//!
//! What is said of an event may always be touched. The rest, such as who backs whom and who wants what, is not, where no
//! rule of reading joins it with what else is said, and nobody can gain or lose a stake in it.

use rustc_hash::FxHashSet;

use super::Premised;
use crate::ledger::Ledger;
use crate::ledger::model::proposition::{ArgumentKind, Proposition};
use crate::ledger::vocabulary::{HornRule, Predicate, Role, Term};
use crate::reason::Reasoning;
use crate::reason::position::PositionId;

/// The facts of vocabulary and parties by which positions are chosen that a link can touch.
#[derive(Debug)]
pub struct Touched {
    /// For each predicate its class, by its place in `classes`.
    class: Vec<usize>,
    classes: Vec<Class>,
    /// For each party the number of its family: of the parties that are parts and wholes of one another at any time.
    family: Vec<usize>,
}

/// Predicates that follow from one another or are opposites. What is said with one weighs in what is said with another,
/// so that all of it is chosen or none, of the same families.
#[derive(Clone, Debug, Default)]
struct Class {
    /// True when it may always be touched.
    always: bool,
    /// True when stakes in it count.
    link: bool,
    /// The classes with which a rule of reading joins it.
    partners: Vec<usize>,
}

/// The family of a party, or the place of another record in the table of its kind.
type Named = (ArgumentKind, usize);

impl Touched {
    /// Looks at the vocabulary and the parties of a ledger.
    #[must_use]
    pub fn new(ledger: &Ledger) -> Self {
        let predicates: Vec<&Predicate> = ledger.vocabulary.iter().map(|(_, predicate)| predicate).collect();
        let beside = |predicate: &Predicate| -> Vec<usize> {
            predicate.implies.iter().chain(&predicate.opposite).map(|other| other.index()).collect()
        };
        let class = joined(predicates.len(), |at| beside(predicates[at]));
        let mut classes = vec![Class::default(); predicates.len()];
        for (at, predicate) in predicates.iter().enumerate() {
            let own = &mut classes[class[at]];
            own.always |= always(predicate);
            own.link |= predicate.link;
        }
        let rules = &ledger.vocabulary.rules;
        for rule in rules.iter().filter(|rule| !ledger.settings.readings_off.contains(&rule.id)) {
            classes[class[rule.then.predicate.index()]].always = true;
            let when: Vec<usize> = rule.when.iter().map(|atom| class[atom.predicate.index()]).collect();
            match when[..] {
                [one, other] if share(rule) => {
                    classes[one].partners.push(other);
                    classes[other].partners.push(one);
                }
                _ => when.iter().for_each(|at| classes[*at].always = true),
            }
        }
        let wholes = |at: usize| -> Vec<usize> {
            let party = ledger.parties.iter().nth(at);
            party.into_iter().flat_map(|party| &party.part_of).map(|whole| whole.party.index()).collect()
        };
        Self { class, classes, family: joined(ledger.parties.len(), wholes) }
    }

    /// The positions around links that any of these premises can touch, in their order.
    #[must_use]
    pub fn of(
        &self,
        reasoning: &Reasoning<'_>,
        around: &[PositionId],
        trials: &[Premised<'_>],
    ) -> Vec<PositionId> {
        let vocabulary = &reasoning.ledger.vocabulary;
        let said = |id: &PositionId| reasoning.propositions.get(reasoning.position(*id).proposition);
        let premises: Vec<Proposition> = trials
            .iter()
            .flat_map(|(granted, ruled_out)| granted.iter().chain(*ruled_out))
            .copied()
            .collect();
        let bears = |proposition: &Proposition, fits: fn(Role) -> bool| {
            vocabulary.get(proposition.predicate).role.is_some_and(fits)
        };
        let all: Vec<Proposition> = around.iter().map(said).chain(premises.iter().copied()).collect();
        let joins = premises.iter().any(|premise| bears(premise, Role::joins));
        // What a member did, a class did that it need not name.
        let members = all.iter().any(|said| bears(said, |role| role == Role::Member));
        let weighing: Vec<FxHashSet<Named>> =
            self.classes.iter().map(|class| self.weighing(reasoning, class, joins, &all)).collect();
        let touched = |id: &&PositionId| {
            let proposition = said(id);
            let at = self.class[proposition.predicate.index()];
            let Class { always, link, partners } = &self.classes[at];
            *always
                || members && (*link || !partners.is_empty())
                || self.named(reasoning, &proposition).any(|named| weighing[at].contains(&named))
        };
        around.iter().filter(touched).copied().collect()
    }

    /// The families and other records of which so much is said that a position of a class that names one may be touched:
    /// those that a rule of reading may find in both, and those accused in an event, if events are `joined`.
    fn weighing(
        &self,
        reasoning: &Reasoning<'_>,
        class: &Class,
        joins: bool,
        all: &[Proposition],
    ) -> FxHashSet<Named> {
        let mut weighing = FxHashSet::default();
        if class.always || !(class.link && joins) && class.partners.is_empty() {
            return weighing;
        }
        for said in all {
            if class.partners.contains(&self.class[said.predicate.index()]) {
                weighing.extend(self.named(reasoning, said));
            }
            let predicate = reasoning.ledger.vocabulary.get(said.predicate);
            let of_event = predicate.place_of(ArgumentKind::Event).is_some();
            let accused = predicate.accused(said).filter(|_| of_event && class.link && joins);
            weighing.extend(accused.map(|party| (ArgumentKind::Party, self.family[party.index()])));
        }
        weighing
    }

    /// The families and other records that a proposition names; `?` is one too.
    fn named(&self, reasoning: &Reasoning<'_>, said: &Proposition) -> impl Iterator<Item = Named> {
        let kinds = reasoning.ledger.vocabulary.get(said.predicate).arguments.iter().map(|(kind, _)| *kind);
        let arguments: Vec<usize> =
            said.arguments().iter().map(|argument| argument.place().unwrap_or(usize::MAX)).collect();
        kinds.zip(arguments).map(|(kind, at)| {
            let family = if kind == ArgumentKind::Party { self.family.get(at) } else { None };
            (kind, family.copied().unwrap_or(at))
        })
    }
}

/// True when what is said with a predicate may be touched by any link: it may name an event or a statement, the reasoning
/// treats it in a way of its own, or it gives a figure for a part of what it gives another for.
fn always(predicate: &Predicate) -> bool {
    use ArgumentKind::{Party, Place, Topic};
    let kinds = predicate.arguments.iter().all(|(kind, _)| matches!(kind, Party | Place | Topic));
    let parts = !predicate.value.is_empty() && predicate.arguments.iter().any(|(_, optional)| *optional);
    !kinds || parts || predicate.transitive || predicate.role.is_some() || predicate.rival.is_some()
}

/// True when all premises of a rule name one variable.
fn share(rule: &HornRule) -> bool {
    let Some((first, rest)) = rule.when.split_first() else { return false };
    let variable = |term: &&Term| matches!(term, Term::Variable(_));
    first.terms.iter().filter(variable).any(|term| rest.iter().all(|atom| atom.terms.contains(term)))
}

/// For each of so many things the first of those that are joined with it, directly or through others.
fn joined(count: usize, beside: impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let mut first: Vec<usize> = (0..count).collect();
    let root = |first: &[usize], mut at: usize| {
        while first[at] != at {
            at = first[at];
        }
        at
    };
    for at in 0..count {
        for other in beside(at) {
            let (one, other) = (root(&first, at), root(&first, other));
            first[one.max(other)] = one.min(other);
        }
    }
    (0..count).map(|at| root(&first, at)).collect()
}
