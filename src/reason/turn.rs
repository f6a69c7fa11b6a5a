//! What time does to the words of one root, as it is reported: which positions are gone, and where the words clash.

use super::position::Hold;
use super::state::States;
use crate::ledger::model::id::{PartyId, PropositionId};

/// The kinds of clashes within the words of one root, and its withdrawals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// One voice says otherwise later: the later position stands.
    Reversal,
    /// One voice says otherwise on dates that overlap: both stand.
    SelfContradiction,
    /// Two voices of the root say otherwise: both stand.
    SplitPosition,
    /// Two reports of the same words differ.
    DisputedWording,
    /// The root withdrew an earlier statement.
    Retraction,
}

/// A clash within the words of one root, or a withdrawal.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The kind of clash.
    pub turn: Turn,
    /// The root.
    pub root: PartyId,
    /// The proposition at which it is reported.
    pub proposition: PropositionId,
    /// The clashing holds in pairs, the earlier or the part first; a withdrawn hold has none beside it.
    pub pairs: Vec<(Hold, Option<Hold>)>,
}

/// The positions that time takes away, and what is to be reported of that.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The positions that do not stand, and why.
    pub states: States,
    /// The clashes and withdrawals to report, by kind, proposition and root.
    pub changes: Vec<Change>,
}
