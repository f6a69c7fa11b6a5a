//! Who took which position in so many words.

use std::collections::BTreeSet;

use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::{PartyId, PredicateId};
use gainsay::ledger::model::party::PartyKind;
use gainsay::ledger::model::proposition::{Argument, ArgumentKind};
use gainsay::ledger::model::stance::{Sign, Stance};
use gainsay::ledger::model::statement::Statement;
use gainsay::ledger::model::value::Value;
use gainsay::ledger::vocabulary::Role;

use super::record::{self, Voice};

/// A proposition without value: predicate and arguments, `self` resolved, symmetric ones in order, and what a figure
/// covers: figures of different scope are never compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Atom {
    pub name: PredicateId,
    pub arguments: Vec<usize>,
    pub scope: Option<String>,
}

/// One position of one root.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // each is one thing that may be so of a position
pub struct Said {
    pub statement: usize,
    pub root: usize,
    pub voice: Voice,
    pub atom: Atom,
    pub value: Option<Value>,
    pub stance: Stance,
    /// The day for which a figure holds.
    pub day: Date,
    /// Written in the statement, not merely held by speaking.
    pub words: bool,
    pub hearsay: bool,
    /// The root denies that the statement is authentic.
    pub disputed: bool,
    /// It speaks of the accuracy or authenticity of a statement that was withdrawn or superseded.
    pub fallen: bool,
    /// Of a predicate that takes many values: all that the voice lists.
    pub list: Vec<Value>,
}

impl Said {
    pub fn sign(&self) -> Sign {
        self.stance.sign()
    }

    pub fn certain(&self) -> bool {
        self.stance.certain()
    }

    pub fn date<'l>(&self, ledger: &'l Ledger) -> &'l Date {
        &ledger.statements.at(self.statement).date
    }

    /// Whether it is a word of its root: not denied to be authentic, and of somebody known.
    pub fn own(&self, ledger: &Ledger) -> bool {
        !self.disputed && !record::nobody(ledger, self.root)
    }

    pub fn counts(&self) -> bool {
        self.sign() == Sign::Plus && matches!(self.value, Some(Value::Count(..)))
    }
}

/// Every position on file, conditions and withdrawn words left out.
pub fn said(ledger: &Ledger) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    for (at, statement) in ledger.statements.iter().enumerate() {
        if statement.condition.is_some() {
            continue;
        }
        for speaker in &statement.by {
            let root = record::speaks_for(ledger, statement, *speaker);
            if withdrawn(ledger, at, root) {
                continue;
            }
            let held = |atom, value, stance, words, day| Said {
                statement: at,
                root,
                voice: record::voice(ledger, at, *speaker),
                atom,
                value,
                stance,
                day,
                words,
                hearsay: record::hearsay(ledger, statement, root),
                disputed: false,
                fallen: false,
                list: Vec::new(),
            };
            for place in 0..statement.positions.len() {
                let Some(atom) = resolved(ledger, statement, place, *speaker) else { continue };
                let written = &statement.positions[place];
                let day = statement.long(place).and_then(|long| long.as_of).unwrap_or(statement.date);
                all.push(held(atom, written.value(ledger), written.stance, true, day));
            }
            for accurate in ledger.vocabulary.bearing(Role::Accuracy) {
                let atom = Atom::new(ledger, accurate, vec![at]);
                all.push(held(atom, None, Stance::Asserts, false, statement.date));
            }
        }
        let outlet = statement.source.and_then(|source| ledger.source(source).outlet);
        let outlet = outlet.filter(|_| !statement.by.is_empty());
        for (authentic, outlet) in ledger
            .vocabulary
            .bearing(Role::Authenticity)
            .filter_map(|named| outlet.map(|outlet| (named, outlet)))
        {
            all.push(Said {
                statement: at,
                root: record::root(ledger, outlet.index(), &statement.date),
                voice: Voice::Party(outlet.index()),
                atom: Atom::new(ledger, authentic, vec![at]),
                value: None,
                stance: Stance::Asserts,
                day: statement.date,
                words: false,
                hearsay: false,
                disputed: false,
                fallen: false,
                list: Vec::new(),
            });
        }
    }
    let mut unique: Vec<Said> = Vec::new();
    for one in all {
        if !unique.contains(&one) {
            unique.push(one);
        }
    }
    unique
}

/// The proposition of a position in the mouth of one who speaks; nothing where it leaves open who is meant. `self` is,
/// where a deed is claimed, the body that speaks; else its root.
pub fn resolved(ledger: &Ledger, statement: &Statement, place: usize, speaker: PartyId) -> Option<Atom> {
    let written = &statement.positions[place];
    let proposition = ledger.proposition(written.proposition);
    let accuses = ledger.vocabulary.get(proposition.predicate).accuses;
    let claimed = written.stance.sign() == Sign::Plus;
    let root = record::speaks_for(ledger, statement, speaker);
    let body = record::speaks_as(ledger, statement, speaker);
    let is_body = ledger.parties.at(body).kind == PartyKind::Body;
    let mut arguments = Vec::new();
    for (at, argument) in proposition.arguments().iter().enumerate() {
        arguments.push(match *argument {
            Argument::SPEAKER if claimed && accuses == Some(at) && is_body => body,
            Argument::SPEAKER => root,
            named => named.place()?,
        });
    }
    let scope = statement.long(place).and_then(|long| long.scope.as_deref()).map(str::to_owned);
    let valued = !ledger.vocabulary.get(proposition.predicate).value.is_empty();
    Some(Atom { scope: scope.filter(|_| valued), ..Atom::new(ledger, proposition.predicate, arguments) })
}

/// Whether a root has withdrawn a statement: hearsay and conditional words withdraw nothing.
pub fn withdrawn(ledger: &Ledger, at: usize, root: usize) -> bool {
    ledger.statements.iter().any(|later| {
        later.condition.is_none()
            && !ledger.statements.at(at).date.later_than(&later.date)
            && later.retracts.iter().any(|target| target.index() == at)
            && later.by.iter().any(|speaker| record::speaks_for(ledger, later, *speaker) == root)
            && !record::hearsay(ledger, later, root)
    })
}

impl Atom {
    pub fn new(ledger: &Ledger, name: PredicateId, mut arguments: Vec<usize>) -> Self {
        let predicate = ledger.vocabulary.get(name);
        if predicate.symmetric && arguments.len() == 2 {
            arguments.sort_by_key(|at| id(ledger, predicate.arguments[0].0, *at).to_owned());
        }
        Self { name, arguments, scope: None }
    }

    /// The same with another argument at a place.
    pub fn with(&self, ledger: &Ledger, place: usize, argument: usize) -> Self {
        let mut arguments = self.arguments.clone();
        arguments[place] = argument;
        Self { scope: self.scope.clone(), ..Self::new(ledger, self.name, arguments) }
    }

    /// Its name, and what tells figures of one scope from those of another.
    pub fn text(&self, ledger: &Ledger) -> String {
        let predicate = ledger.vocabulary.get(self.name);
        let arguments: Vec<&str> = self
            .arguments
            .iter()
            .zip(&predicate.arguments)
            .map(|(at, (kind, _))| id(ledger, *kind, *at))
            .collect();
        let scope = self.scope.as_ref().map_or(String::new(), |scope| format!("\u{1f}{scope}"));
        format!("{}({}){scope}", predicate.id, arguments.join(", "))
    }

    /// Its name, whatever its scope.
    pub fn plain(&self, ledger: &Ledger) -> String {
        Self { scope: None, ..self.clone() }.text(ledger)
    }

    pub fn is(&self, ledger: &Ledger, role: Role) -> bool {
        ledger.vocabulary.get(self.name).is(role)
    }

    /// Whether it speaks of a statement itself.
    pub fn of_words(&self, ledger: &Ledger) -> bool {
        self.is(ledger, Role::Accuracy) || self.is(ledger, Role::Authenticity)
    }

    /// Its arguments of one kind.
    pub fn of_kind(&self, ledger: &Ledger, kind: ArgumentKind) -> BTreeSet<usize> {
        let kinds = &ledger.vocabulary.get(self.name).arguments;
        self.arguments.iter().zip(kinds).filter(|(_, (is, _))| *is == kind).map(|(at, _)| *at).collect()
    }

    pub fn events(&self, ledger: &Ledger) -> BTreeSet<usize> {
        self.of_kind(ledger, ArgumentKind::Event)
    }
}

fn id(ledger: &Ledger, kind: ArgumentKind, at: usize) -> &str {
    match kind {
        ArgumentKind::Party => &ledger.parties.at(at).id,
        ArgumentKind::Place => &ledger.places.at(at).id,
        ArgumentKind::Event => &ledger.events.at(at).id,
        ArgumentKind::Topic => &ledger.topics.at(at).id,
        ArgumentKind::Source => &ledger.sources.at(at).id,
        ArgumentKind::Statement => &ledger.statements.at(at).id,
    }
}
