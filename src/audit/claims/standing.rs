//! How something said without marks stands to the record, and the rule that says so.

use crate::rules::{Rule, drafts};

/// The relation of something said without marks to the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The record has the party saying the opposite.
    StanceConflict,
    /// The record of the party has another figure.
    NumberConflict,
    /// The draft is stronger than the record.
    Overreach,
    /// The record has it, and the party has withdrawn or revised it since.
    Superseded,
    /// The record has it.
    OnRecord,
    /// The record does not have it.
    NoRecord,
}

impl Standing {
    /// The rule that says so in a finding; none where there is nothing to find.
    #[must_use]
    pub fn rule(self) -> Option<&'static Rule> {
        match self {
            Self::StanceConflict => Some(&drafts::stance_conflict::RULE),
            Self::NumberConflict => Some(&drafts::number_conflict::RULE),
            Self::Overreach => Some(&drafts::overreach::RULE),
            Self::Superseded => Some(&drafts::superseded::RULE),
            Self::OnRecord | Self::NoRecord => None,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match (self, self.rule()) {
            (_, Some(rule)) => rule.id,
            (Self::OnRecord, None) => "on-record",
            (_, None) => "no-record",
        }
    }
}
