//! The vocabulary: predicates as data, with their logic, and the rules of reading.

mod role;
mod said;

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

pub use role::Role;
pub use said::{Part, Said};

use super::model::id::{EventId, PartyId, PredicateId, StatementId};
use super::model::proposition::{Argument, ArgumentKind, Proposition};
use super::model::value::ValueKind;
use crate::text::Span;

/// The built-in vocabulary, in the form in which a store writes its own.
pub const BUILT_IN: &str = include_str!("vocabulary.yaml");

/// The questions under which tables group predicates: word and sentence.
pub const QUESTIONS: [(&str, &str); 8] = [
    ("who", "Who did it?"),
    ("where", "Where?"),
    ("when", "When?"),
    ("how-many", "How many?"),
    ("who-backs-whom", "Who backs whom?"),
    ("who-wants-what", "Who wants what?"),
    ("same-or-not", "One event or several?"),
    ("what", "What happened?"),
];

/// True when a record stands in the built-in vocabulary, the first text of a run, which a store may override.
#[must_use]
pub fn built_in(span: Span) -> bool {
    span.file.0 == 0
}

/// The question with a word; the word itself where there is none.
#[must_use]
pub fn question(word: &str) -> &str {
    QUESTIONS.iter().find(|(own, _)| *own == word).map_or(word, |(_, question)| question)
}

/// A predicate: its arguments, its sentences and its logic.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // each is one property of the vocabulary's table
pub struct Predicate {
    /// Id, unique among predicates.
    pub id: String,
    /// Kinds of its arguments, each with `true` where it may be left out.
    pub arguments: Vec<(ArgumentKind, bool)>,
    /// Kinds of value it takes; empty where it takes none.
    pub value: Vec<ValueKind>,
    /// The sentence for plus, with `{1}`, `{2}`, `{value}`; `[…]` is left out with the argument inside it.
    pub reads: String,
    /// The question that a value answers, as part of a sentence: "where {1} was".
    pub reads_open: Option<String>,
    /// The sentence for minus.
    pub reads_not: String,
    /// The sentence for plus where the first argument is a class, a description of several.
    pub reads_many: Option<String>,
    /// The sentence for minus where the first argument is a class.
    pub reads_not_many: Option<String>,
    /// The word of the question under which tables group it.
    pub asks: String,
    /// Predicates with the same arguments that hold where this one does.
    pub implies: Vec<PredicateId>,
    /// A predicate with the same arguments that cannot hold beside this one.
    pub opposite: Option<PredicateId>,
    /// True when its two arguments may be exchanged.
    pub symmetric: bool,
    /// True when from a to b and from b to c follows a to c.
    pub transitive: bool,
    /// The index of the argument that names who did it.
    pub rival: Option<usize>,
    /// True when holding it with plus says that its event happened.
    pub happening: bool,
    /// True when it ties one thing to another and needs verification.
    pub link: bool,
    /// The index of the argument that it accuses.
    pub accuses: Option<usize>,
    /// The index of the topic that its sentences tell by its verb.
    pub verbal: Option<usize>,
    /// True when it tells the speaker's own attitude, which is shared rather than agreed.
    pub attitude: bool,
    /// Its role in the reasoning beyond its logic; none for most.
    pub role: Option<Role>,
    /// True when several values may hold at once, so that those that a voice lists are one set.
    pub many: bool,
    /// The unit of its value: "percent".
    pub unit: Option<String>,
    /// The act of which it accuses, in words of its own.
    pub act: Act,
    /// The sentences of prose in which it is said.
    pub said: Vec<Said>,
    /// The place of the record's id in the file.
    pub span: Span,
}

impl Predicate {
    /// The index of its first argument of a kind; none where it has none.
    #[must_use]
    pub fn place_of(&self, kind: ArgumentKind) -> Option<usize> {
        self.arguments.iter().position(|(argument, _)| *argument == kind)
    }

    /// The index of the party that does what it says: the one that it accuses or, where it accuses nobody, its first
    /// party. None where no argument is a party.
    #[must_use]
    pub fn doer(&self) -> Option<usize> {
        self.accuses.or_else(|| self.place_of(ArgumentKind::Party))
    }

    /// The party that a proposition of this predicate names at an index; none where it names none there, or `self`.
    #[must_use]
    pub fn party(&self, proposition: &Proposition, at: usize) -> Option<PartyId> {
        self.named(proposition, at, ArgumentKind::Party).map(PartyId::from)
    }

    /// The event that a proposition of this predicate names at an index; none where it names none there.
    #[must_use]
    pub fn event(&self, proposition: &Proposition, at: usize) -> Option<EventId> {
        self.named(proposition, at, ArgumentKind::Event).map(EventId::from)
    }

    /// The statement that a proposition of this predicate names at an index; none where it names none there.
    #[must_use]
    pub fn statement(&self, proposition: &Proposition, at: usize) -> Option<StatementId> {
        self.named(proposition, at, ArgumentKind::Statement).map(StatementId::from)
    }

    /// The two parties that a proposition of this predicate ties, its first two arguments; none where one of them is no
    /// party, `self` or not known.
    #[must_use]
    pub fn two_parties(&self, proposition: &Proposition) -> Option<(PartyId, PartyId)> {
        Some((self.party(proposition, 0)?, self.party(proposition, 1)?))
    }

    /// The party that a proposition of this predicate accuses; none where it accuses nobody.
    #[must_use]
    pub fn accused(&self, proposition: &Proposition) -> Option<PartyId> {
        self.party(proposition, self.accuses?)
    }

    /// The index of the record of a kind that a proposition names at an index; none where it names no such record
    /// there.
    fn named(&self, proposition: &Proposition, at: usize, kind: ArgumentKind) -> Option<usize> {
        let (own, _) = self.arguments.get(at)?;
        if *own == kind { proposition.arguments().get(at)?.place() } else { None }
    }

    /// True when it bears a role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.role == Some(role)
    }

    /// The indices of its arguments of a kind.
    pub fn places_of(&self, kind: ArgumentKind) -> impl Iterator<Item = usize> + '_ {
        self.arguments
            .iter()
            .enumerate()
            .filter(move |(_, (argument, _))| *argument == kind)
            .map(|(at, _)| at)
    }
}

/// The act of which a predicate accuses, in words of its own; `{2}` and so on stand for arguments, as in its sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Act {
    /// The words after "accuses Norland of", "admits" or "denies": "having carried it out".
    pub doing: Option<String>,
    /// The word for what roots make that say it of themselves: "claims of responsibility".
    pub claims: Option<String>,
}

/// A term of a rule of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// A variable `?name`, by its index among the rule's variables.
    Variable(usize),
    /// A fixed argument.
    Fixed(Argument),
}

/// An atom of a rule of reading: a predicate with terms for arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Its predicate.
    pub predicate: PredicateId,
    /// Its terms.
    pub terms: Vec<Term>,
}

/// A rule of reading: a root that says `when` may be read as saying `then`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HornRule {
    /// Id, unique among rules.
    pub id: String,
    /// One to four premises.
    pub when: Vec<Atom>,
    /// The conclusion; every variable in it occurs in a premise.
    pub then: Atom,
    /// The number of variables.
    pub variables: usize,
    /// The place of the record's id in the file.
    pub span: Span,
}

/// All predicates and rules of reading of a run.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    predicates: Vec<Predicate>,
    ids: FxHashMap<String, PredicateId>,
    /// The rules of reading.
    pub rules: Vec<HornRule>,
}

impl Vocabulary {
    /// Adds a predicate, in place of an earlier one with the same id.
    pub fn set(&mut self, predicate: Predicate) -> PredicateId {
        if let Some(id) = self.ids.get(&predicate.id) {
            self.predicates[id.index()] = predicate;
            return *id;
        }
        let id = PredicateId::from(self.predicates.len());
        self.ids.insert(predicate.id.clone(), id);
        self.predicates.push(predicate);
        id
    }

    /// The predicate with an id.
    #[must_use]
    pub fn get(&self, id: PredicateId) -> &Predicate {
        &self.predicates[id.index()]
    }

    /// The predicate with an id, to be filled in.
    pub fn get_mut(&mut self, id: PredicateId) -> &mut Predicate {
        &mut self.predicates[id.index()]
    }

    /// The id of the predicate with a name; none where there is none.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<PredicateId> {
        self.ids.get(name).copied()
    }

    /// The predicates that bear a role, in the order in which they were added.
    pub fn bearing(&self, role: Role) -> impl Iterator<Item = PredicateId> + '_ {
        self.iter().filter(move |(_, predicate)| predicate.is(role)).map(|(id, _)| id)
    }

    /// All predicates with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (PredicateId, &Predicate)> {
        self.predicates.iter().enumerate().map(|(at, predicate)| (PredicateId::from(at), predicate))
    }

    /// True when two predicates are opposites, whichever of them says so.
    #[must_use]
    pub fn opposites(&self, a: PredicateId, b: PredicateId) -> bool {
        self.get(a).opposite == Some(b) || self.get(b).opposite == Some(a)
    }

    /// For each predicate, by its number, its opposites, whichever of them says so.
    #[must_use]
    pub fn all_opposites(&self) -> Vec<BTreeSet<PredicateId>> {
        let mut all = vec![BTreeSet::new(); self.predicates.len()];
        for (one, other) in self.iter().filter_map(|(id, one)| Some((id, one.opposite?))) {
            all[one.index()].insert(other);
            all[other.index()].insert(one);
        }
        all
    }
}
