//! Compact ids: within a run, a record is known by its index in its table.

/// Declares an index type for one kind of record.
macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(in crate::ledger) u32);

        impl $name {
            /// The index in its table.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            fn from(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
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
}
