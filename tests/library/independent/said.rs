//! Who took which position in so many words, and what one proposition means by definition.

use std::collections::BTreeSet;

use gainsay::ledger::Ledger;
use gainsay::ledger::model::date::Date;
use gainsay::ledger::model::id::PredicateId;
use gainsay::ledger::model::party::PartyKind;
use gainsay::ledger::model::proposition::{Argument, ArgumentKind};
use gainsay::ledger::model::stance::{Sign, Stance};
use gainsay::ledger::model::value::Value;

use super::record::{self, Voice};
use super::values;

/// A proposition without value: predicate and arguments, `self` resolved, symmetric ones in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Atom {
    pub name: PredicateId,
    pub arguments: Vec<usize>,
}

/// One position of one root.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub statement: usize,
    pub root: usize,
    pub voice: Voice,
    pub atom: Atom,
    pub value: Option<Value>,
    pub stance: Stance,
    /// Written in the statement, not merely held by speaking.
    pub words: bool,
    pub hearsay: bool,
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
}

/// Every position on file, conditions and withdrawn words left out.
pub fn said(ledger: &Ledger) -> Vec<Said> {
    let mut all = Vec::new();
    for (at, statement) in ledger.statements.iter().enumerate() {
        if statement.condition.is_some() {
            continue;
        }
        for speaker in &statement.by {
            let root = record::root(ledger, speaker.index(), &statement.date);
            if withdrawn(ledger, at, root) {
                continue;
            }
            let voice = record::voice(ledger, speaker.index(), at);
            let hearsay = record::hearsay(ledger, statement, root);
            let held = |atom, value, stance, words| Said {
                statement: at,
                root,
                voice,
                atom,
                value,
                stance,
                words,
                hearsay,
            };
            for written in &statement.positions {
                let proposition = ledger.proposition(written.proposition);
                let arguments = proposition
                    .arguments()
                    .iter()
                    .map(|argument| if *argument == Argument::SPEAKER { root } else { argument.0 as usize })
                    .collect();
                let atom = Atom::new(ledger, proposition.predicate, arguments);
                all.push(held(atom, written.value, written.stance, true));
            }
            if let Some(accurate) = ledger.vocabulary.find("accurate") {
                let atom = Atom::new(ledger, accurate, vec![at]);
                all.push(held(atom, None, Stance::Asserts, false));
            }
        }
        let outlet = statement.source.and_then(|source| ledger.source(source).outlet);
        if let (Some(outlet), Some(authentic)) = (outlet, ledger.vocabulary.find("authentic"))
            && !statement.by.is_empty()
        {
            all.push(Said {
                statement: at,
                root: record::root(ledger, outlet.index(), &statement.date),
                voice: Voice::Party(outlet.index()),
                atom: Atom::new(ledger, authentic, vec![at]),
                value: None,
                stance: Stance::Asserts,
                words: false,
                hearsay: false,
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

/// Whether a root has withdrawn a statement: hearsay and conditional words withdraw nothing.
fn withdrawn(ledger: &Ledger, at: usize, root: usize) -> bool {
    ledger.statements.iter().any(|later| {
        later.condition.is_none()
            && !ledger.statements.at(at).date.later_than(&later.date)
            && later.retracts.iter().any(|target| target.index() == at)
            && later.by.iter().any(|speaker| record::root(ledger, speaker.index(), &later.date) == root)
            && !record::hearsay(ledger, later, root)
    })
}

impl Atom {
    pub fn new(ledger: &Ledger, name: PredicateId, mut arguments: Vec<usize>) -> Self {
        let predicate = ledger.vocabulary.get(name);
        if predicate.symmetric && arguments.len() == 2 {
            arguments.sort_by_key(|at| id(ledger, predicate.arguments[0].0, *at).to_owned());
        }
        Self { name, arguments }
    }

    pub fn text(&self, ledger: &Ledger) -> String {
        let predicate = ledger.vocabulary.get(self.name);
        let arguments: Vec<&str> = self
            .arguments
            .iter()
            .zip(&predicate.arguments)
            .map(|(at, (kind, _))| id(ledger, *kind, *at))
            .collect();
        format!("{}({})", predicate.id, arguments.join(", "))
    }

    pub fn is(&self, ledger: &Ledger, name: &str) -> bool {
        ledger.vocabulary.find(name) == Some(self.name)
    }

    /// Its arguments of one kind.
    pub fn of_kind(&self, ledger: &Ledger, kind: ArgumentKind) -> Vec<usize> {
        let kinds = &ledger.vocabulary.get(self.name).arguments;
        self.arguments.iter().zip(kinds).filter(|(_, (is, _))| *is == kind).map(|(at, _)| *at).collect()
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

/// Whoever holds this holds all of these, whoever it is: what it implies, that its event happened, and that a body's
/// deed is its whole's.
pub fn definition(ledger: &Ledger, atom: &Atom, day: &Date) -> BTreeSet<Atom> {
    let mut all = BTreeSet::from([atom.clone()]);
    let mut open = vec![atom.clone()];
    while let Some(next) = open.pop() {
        let predicate = ledger.vocabulary.get(next.name);
        let mut more: Vec<Atom> = Vec::new();
        for implied in &predicate.implies {
            more.push(Atom::new(ledger, *implied, next.arguments.clone()));
        }
        if let (true, Some(happened)) = (predicate.happening, ledger.vocabulary.find("happened")) {
            for event in next.of_kind(ledger, ArgumentKind::Event) {
                more.push(Atom::new(ledger, happened, vec![event]));
            }
        }
        if let Some(place) = predicate.accuses {
            let doer = next.arguments[place];
            let body = ledger.parties.at(doer).kind == PartyKind::Body;
            if let (true, Some(whole)) = (body, record::whole(ledger, doer, day)) {
                let mut arguments = next.arguments.clone();
                arguments[place] = whole;
                more.push(Atom::new(ledger, next.name, arguments));
            }
        }
        for one in more {
            if all.insert(one.clone()) {
                open.push(one);
            }
        }
    }
    all
}

/// Where two positions clash, by definition: the propositions at which it may be reported; empty where they do not.
pub fn clash(ledger: &Ledger, one: &Said, other: &Said) -> Option<Atom> {
    match (one.sign(), other.sign()) {
        (Sign::Plus, Sign::Minus) => {
            let met = if one.atom == other.atom {
                values::inside(ledger, one.value, other.value)
            } else {
                definition(ledger, &one.atom, one.date(ledger)).contains(&other.atom)
            };
            met.then(|| one.atom.clone())
        }
        (Sign::Minus, Sign::Plus) => clash(ledger, other, one),
        (Sign::Plus, Sign::Plus) => (one.atom == other.atom
            && values::conflict(ledger, one.value, other.value))
        .then(|| one.atom.clone()),
        _ => None,
    }
}
