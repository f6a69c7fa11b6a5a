//! The vocabulary: predicates as data, with their logic, and the Horn rules that give readings.

mod role;

use rustc_hash::FxHashMap;

pub use role::Role;

use super::model::id::{EventId, PartyId, PredicateId, StatementId};
use super::model::proposition::{Argument, ArgumentKind, Proposition};
use super::model::value::ValueKind;
use crate::text::Span;

/// The built-in vocabulary, in the form in which a store writes its own.
pub const BUILT_IN: &str = include_str!("vocabulary.yaml");

/// The questions under which tables group predicates: word, sentence.
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

/// Whether a record stands in the built-in vocabulary, which a store may override: it is the first text of a run.
#[must_use]
pub fn built_in(span: Span) -> bool {
    span.file.0 == 0
}

/// The question of a word; a word that is none stands for itself.
#[must_use]
pub fn question(word: &str) -> &str {
    QUESTIONS.iter().find(|(own, _)| *own == word).map_or(word, |(_, question)| question)
}

/// One predicate: its arguments, its sentences and its logic.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // each is one property of the vocabulary's table
pub struct Predicate {
    /// Id, unique among predicates.
    pub id: String,
    /// Kinds of its arguments; `true` where one may be left out.
    pub arguments: Vec<(ArgumentKind, bool)>,
    /// Kinds of value it takes; empty where it takes none.
    pub value: Vec<ValueKind>,
    /// Sentence for plus, with `{1}`, `{2}`, `{value}`; `[…]` is left out with the argument inside it.
    pub reads: String,
    /// The question that a value answers, as part of a sentence: "where {1} was".
    pub reads_open: Option<String>,
    /// Sentence for minus.
    pub reads_not: String,
    /// Sentence for plus where the first argument is a class, a description of several.
    pub reads_many: Option<String>,
    /// Sentence for minus where the first argument is a class.
    pub reads_not_many: Option<String>,
    /// Under which question tables group it.
    pub asks: String,
    /// Predicates of the same arguments that hold where this one does.
    pub implies: Vec<PredicateId>,
    /// Predicate of the same arguments that cannot hold beside this one.
    pub opposite: Option<PredicateId>,
    /// Its two arguments may be exchanged.
    pub symmetric: bool,
    /// From a to b and b to c follows a to c.
    pub transitive: bool,
    /// Place of the argument that names who did it (from 0).
    pub rival: Option<usize>,
    /// Holding it with plus says that its event happened.
    pub happening: bool,
    /// It ties one thing to another and needs verification.
    pub link: bool,
    /// Place of the argument that it accuses (from 0).
    pub accuses: Option<usize>,
    /// Of one's own: shared rather than agreed.
    pub attitude: bool,
    /// What it is to the reasoning beyond its logic; none for most.
    pub role: Option<Role>,
    /// Several values may hold at once: what a voice lists is one set.
    pub many: bool,
    /// The unit of its value: "percent".
    pub unit: Option<String>,
    /// The act in words of its own.
    pub act: Act,
    /// Where the record's id is written.
    pub span: Span,
}

impl Predicate {
    /// Place of its first argument of a kind.
    #[must_use]
    pub fn place_of(&self, kind: ArgumentKind) -> Option<usize> {
        self.arguments.iter().position(|(argument, _)| *argument == kind)
    }

    /// Place of the party that does what it says: the one it accuses or, where it accuses nobody, its first party.
    /// None where no argument is a party.
    #[must_use]
    pub fn doer(&self) -> Option<usize> {
        self.accuses.or_else(|| self.place_of(ArgumentKind::Party))
    }

    /// The party that a proposition of this predicate names at a place; none where it names none there, or `self`.
    #[must_use]
    pub fn party(&self, proposition: &Proposition, at: usize) -> Option<PartyId> {
        self.named(proposition, at, ArgumentKind::Party).map(PartyId::from)
    }

    /// The event that a proposition of this predicate names at a place; none where it names none there.
    #[must_use]
    pub fn event(&self, proposition: &Proposition, at: usize) -> Option<EventId> {
        self.named(proposition, at, ArgumentKind::Event).map(EventId::from)
    }

    /// The statement that a proposition of this predicate names at a place; none where it names none there.
    #[must_use]
    pub fn statement(&self, proposition: &Proposition, at: usize) -> Option<StatementId> {
        self.named(proposition, at, ArgumentKind::Statement).map(StatementId::from)
    }

    /// The two parties that a proposition of this predicate ties together, its first two arguments; none where one of
    /// them is no party, `self` or not known.
    #[must_use]
    pub fn two_parties(&self, proposition: &Proposition) -> Option<(PartyId, PartyId)> {
        Some((self.party(proposition, 0)?, self.party(proposition, 1)?))
    }

    /// The party that a proposition of this predicate accuses; none where it accuses nobody.
    #[must_use]
    pub fn accused(&self, proposition: &Proposition) -> Option<PartyId> {
        self.party(proposition, self.accuses?)
    }

    fn named(&self, proposition: &Proposition, at: usize, kind: ArgumentKind) -> Option<usize> {
        let (own, _) = self.arguments.get(at)?;
        if *own == kind { proposition.arguments().get(at)?.place() } else { None }
    }

    /// Whether it bears a role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.role == Some(role)
    }

    /// Places of its arguments of a kind.
    pub fn places_of(&self, kind: ArgumentKind) -> impl Iterator<Item = usize> + '_ {
        self.arguments
            .iter()
            .enumerate()
            .filter(move |(_, (argument, _))| *argument == kind)
            .map(|(at, _)| at)
    }
}

/// The act that a predicate accuses of, in words of its own; `{2}` and further stand for arguments as in its sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Act {
    /// After "accuses Norland of", "admits" or "denies": "having carried it out".
    pub doing: Option<String>,
    /// What those make who say it of themselves: "claims of responsibility".
    pub claims: Option<String>,
}

/// A term of a Horn rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// `?name`, by its place among the rule's variables.
    Variable(usize),
    /// A fixed argument.
    Fixed(Argument),
}

/// An atom of a Horn rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Its predicate.
    pub predicate: PredicateId,
    /// Its terms.
    pub terms: Vec<Term>,
}

/// A rule of reading: who says `when` may be read as saying `then`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HornRule {
    /// Id, unique among rules.
    pub id: String,
    /// One to four premises.
    pub when: Vec<Atom>,
    /// The conclusion; every variable in it occurs in a premise.
    pub then: Atom,
    /// How many variables there are.
    pub variables: usize,
    /// Where the record's id is written.
    pub span: Span,
}

/// All predicates and rules of a run.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    predicates: Vec<Predicate>,
    ids: FxHashMap<String, PredicateId>,
    /// The rules of reading.
    pub rules: Vec<HornRule>,
}

impl Vocabulary {
    /// Adds a predicate; one of the same id takes the place of the earlier.
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

    /// The predicate of an id.
    #[must_use]
    pub fn get(&self, id: PredicateId) -> &Predicate {
        &self.predicates[id.index()]
    }

    /// The predicate to be filled in further.
    pub fn get_mut(&mut self, id: PredicateId) -> &mut Predicate {
        &mut self.predicates[id.index()]
    }

    /// The predicate of that name.
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

    /// Whether two predicates are opposites, whichever of them says so.
    #[must_use]
    pub fn opposites(&self, a: PredicateId, b: PredicateId) -> bool {
        self.get(a).opposite == Some(b) || self.get(b).opposite == Some(a)
    }
}
