//! Roles: how the reasoning treats a predicate beyond its logic. No code names a predicate by its id.

use super::Predicate;
use crate::ledger::model::proposition::ArgumentKind;

/// The role of a predicate in the reasoning. Several predicates may bear one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Says that two events are one, so that whatever is said of one is said of the other.
    SameEvent,
    /// Says that the first party is among those that the second describes, so that its deeds are theirs.
    Member,
    /// Ties two parties, so that naming the one and naming the other are no rival attributions.
    Tie,
    /// Says that a party did something; if a member did it, so did the class of which it is a member.
    Deed,
    /// Says that an event took place at all.
    Happened,
    /// Says that a statement is right; each speaker holds that of its own statements.
    Accuracy,
    /// Says that a statement was made; the outlet that carries it holds that.
    Authenticity,
    /// Gives a value of an event, to be compared with that of another event that may be the same.
    Dimension,
    /// Blames a party for what another did. Nothing bears that out, and it accuses nobody of a part in the event.
    Blame,
    /// Says what a party knew, and accuses nobody of a part in the event.
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

    /// The role with a word; none where there is no such role.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, role)| *role)
    }

    /// The word for the role.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, role)| *role == self).map_or("", |(word, _)| word)
    }

    /// The shape that a predicate must have to bear it, in words to be read after "a predicate".
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

    /// True when a predicate has the shape to bear it.
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

    /// True when naming either of the two parties is no rival of naming the other. A party is tied to its class, too.
    #[must_use]
    pub fn ties(self) -> bool {
        matches!(self, Self::Member | Self::Tie)
    }

    /// True when granting a predicate of this role changes how everybody's words are read.
    #[must_use]
    pub fn joins(self) -> bool {
        matches!(self, Self::SameEvent | Self::Member)
    }

    /// True when, by its meaning, its two arguments may be exchanged.
    #[must_use]
    pub fn symmetric(self) -> bool {
        self == Self::SameEvent
    }

    /// True when, by its meaning, from a to b and from b to c follows a to c.
    #[must_use]
    pub fn transitive(self) -> bool {
        self.joins()
    }
}
