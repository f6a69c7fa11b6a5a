//! Compact ids: within a run, a record is known by its index in its table.

use std::num::NonZeroU32;

/// Declares an index type for one kind of record. It is kept as one more than it is, so that none takes no room of its own.
macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The index in its table.
            #[must_use]
            pub fn index(self) -> usize {
                self.0.get() as usize - 1
            }
        }

        impl From<usize> for $name {
            fn from(index: usize) -> Self {
                let one_more = u32::try_from(index).ok().and_then(|index| NonZeroU32::MIN.checked_add(index));
                Self(one_more.unwrap_or(NonZeroU32::MAX))
            }
        }
    )+};
}

index! {
    /// A party.
    PartyId,
    /// A place.
    PlaceId,
    /// A topic.
    TopicId,
    /// An event.
    EventId,
    /// A source.
    SourceId,
    /// A statement.
    StatementId,
    /// A predicate of the vocabulary.
    PredicateId,
    /// A proposition, without its value.
    PropositionId,
    /// A piece of quoted text used as a value.
    TextId,
    /// A value that positions give.
    ValueId,
}
