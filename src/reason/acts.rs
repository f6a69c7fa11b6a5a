//! Acts: what a party does by taking a position, after CAMEO. Derived from the position, never entered.

use rustc_hash::FxHashMap;

use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::{Argument, Proposition, Propositions};
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::roots;

/// What a party does by taking a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Says that another did it.
    Accusation,
    /// Says that it did it itself.
    Claim,
    /// Says that it did not do it.
    Denial,
    /// Says that another did not do it.
    Exoneration,
    /// Refuses to say.
    NoComment,
}

impl Act {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Accusation => "accusation",
            Self::Claim => "claim of responsibility",
            Self::Denial => "denial",
            Self::Exoneration => "exoneration",
            Self::NoComment => "no comment",
        }
    }

    /// Its code in CAMEO, which has none for an exoneration.
    #[must_use]
    pub fn cameo(self) -> Option<&'static str> {
        match self {
            Self::Accusation => Some("112"),
            Self::Claim => Some("015"),
            Self::Denial => Some("016"),
            Self::Exoneration => None,
            Self::NoComment => Some("011"),
        }
    }
}

/// The act of a root that takes a stance on a proposition (`self` resolved) on a date; none where nobody is accused.
#[must_use]
pub fn act(
    ledger: &Ledger,
    proposition: &Proposition,
    root: PartyId,
    stance: Stance,
    on: &Date,
) -> Option<Act> {
    if stance == Stance::Declines {
        return Some(Act::NoComment);
    }
    let accused = ledger.vocabulary.get(proposition.predicate).accused(proposition)?;
    match (stance.sign(), roots::root(ledger, accused, on) == root) {
        (Sign::Plus, false) => Some(Act::Accusation),
        (Sign::Plus, true) => Some(Act::Claim),
        (Sign::Minus, true) => Some(Act::Denial),
        (Sign::Minus, false) => Some(Act::Exoneration),
        (Sign::None, _) => None,
    }
}

/// Propositions that say who did it, by the same with nobody in that place.
pub(super) fn patterns(
    ledger: &Ledger,
    propositions: &Propositions,
) -> FxHashMap<Proposition, Vec<PropositionId>> {
    let mut patterns: FxHashMap<Proposition, Vec<PropositionId>> = FxHashMap::default();
    for id in (0..propositions.len()).map(PropositionId::from) {
        let proposition = propositions.get(id);
        if let Some(at) = ledger.vocabulary.get(proposition.predicate).rival {
            patterns.entry(proposition.with(at, Argument::SPEAKER)).or_default().push(id);
        }
    }
    patterns
}
