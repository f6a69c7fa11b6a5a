//! Roles: what a predicate is to the reasoning beyond its logic. No code names a predicate by its id.

use super::Predicate;
use crate::ledger::model::proposition::ArgumentKind;

/// What a predicate is to the reasoning. Several predicates may bear one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Says that two events are one: what is said of the one is said of the other.
    SameEvent,
    /// Says that the first party is among those that the second describes: its deeds are theirs.
    Member,
    /// Ties two parties, so that naming the one and naming the other are no rival attributions.
    Tie,
    /// Something that a party did: done by a member, done by what it is a member of.
    Deed,
    /// Says that an event took place at all.
    Happened,
    /// Says that a statement is right; whoever speaks holds it of his own.
    Accuracy,
    /// Says that a statement was made; the outlet that carries it holds it.
    Authenticity,
    /// A value of an event that is set beside the same of another event that may be the same one.
    Dimension,
    /// Blames a party for what another did: nothing bears that out, and it lays the event on nobody.
    Blame,
    /// Says what a party knew: it lays the event on nobody.
    Knowledge,
}

impl Role {
    /// Every role with its word, in the order of the table of fields.
    pub const WORDS: [(&'static str, Self); 10] = [
        ("same-event", Self::SameEvent),
        ("member", Self::Member),
        ("tie", Self::Tie),
        ("deed", Self::Deed),
        ("happened", Self::Happened),
        ("accuracy", Self::Accuracy),
        ("authenticity", Self::Authenticity),
        ("dimension", Self::Dimension),
        ("blame", Self::Blame),
        ("knowledge", Self::Knowledge),
    ];

    /// The role of a word; none where there is no such role.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, role)| *role)
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, role)| *role == self).map_or("", |(word, _)| word)
    }

    /// What a predicate must look like to bear it, in words, to be read after "a predicate".
    #[must_use]
    pub fn shape(self) -> &'static str {
        match self {
            Self::SameEvent => "of two events and without a value: `arguments: [event, event]`",
            Self::Member | Self::Tie => "of two parties and without a value: `arguments: [party, party]`",
            Self::Deed => "that names who did it: `arguments: [party, event]`",
            Self::Blame | Self::Knowledge => "that accuses a party: `accuses: 1`",
            Self::Happened => "of one event and without a value: `arguments: [event]`",
            Self::Accuracy | Self::Authenticity => {
                "of one statement and without a value: `arguments: [statement]`"
            }
            Self::Dimension => "of one event with a value: `arguments: [event]`, `value: topic`",
        }
    }

    /// Whether a predicate can bear it.
    #[must_use]
    pub fn fits(self, predicate: &Predicate) -> bool {
        use ArgumentKind::{Event, Party, Statement};
        let kinds = |wanted: &[ArgumentKind]| {
            predicate.arguments.len() == wanted.len()
                && predicate
                    .arguments
                    .iter()
                    .zip(wanted)
                    .all(|((kind, optional), wanted)| kind == wanted && !optional)
        };
        let plain = predicate.value.is_empty();
        match self {
            Self::SameEvent => plain && kinds(&[Event, Event]),
            Self::Member | Self::Tie => plain && kinds(&[Party, Party]),
            Self::Blame | Self::Knowledge => predicate.accuses.is_some(),
            Self::Deed => predicate.doer().is_some_and(|at| !predicate.arguments[at].1),
            Self::Happened => plain && kinds(&[Event]),
            Self::Accuracy | Self::Authenticity => plain && kinds(&[Statement]),
            Self::Dimension => !plain && kinds(&[Event]),
        }
    }

    /// Whether naming either of the two parties is no rival of naming the other. What a party is a member of is tied
    /// to it.
    #[must_use]
    pub fn ties(self) -> bool {
        matches!(self, Self::Member | Self::Tie)
    }

    /// Whether granting a predicate of this role lets one read everybody's words anew.
    #[must_use]
    pub fn joins(self) -> bool {
        matches!(self, Self::SameEvent | Self::Member)
    }

    /// Whether its two arguments may be exchanged, by what it means.
    #[must_use]
    pub fn symmetric(self) -> bool {
        self == Self::SameEvent
    }

    /// Whether it is passed on from one to a second and on to a third, by what it means.
    #[must_use]
    pub fn transitive(self) -> bool {
        self.joins()
    }
}
