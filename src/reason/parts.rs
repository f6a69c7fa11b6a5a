//! Counts of a part beside counts of the whole: how many children were killed, and how many people in all.

use super::Reasoning;
use super::position::Hold;
use super::time::{Timeline, Turn};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::PropositionId;
use crate::ledger::model::proposition::{Argument, Proposition, Propositions};
use crate::ledger::model::stance::Sign;
use crate::ledger::model::value::Value;

/// The proposition that counts the whole for one that counts a part: the same without its last argument, where that is
/// optional. None where it counts no part, or nobody speaks of the whole.
pub(super) fn whole(
    ledger: &Ledger,
    propositions: &Propositions,
    part: PropositionId,
) -> Option<PropositionId> {
    let Proposition { predicate, mut arguments } = propositions.get(part);
    let known = ledger.vocabulary.get(predicate);
    let last = known.arguments.len().checked_sub(1).filter(|last| known.arguments[*last].1)?;
    if std::mem::replace(&mut arguments[last], Argument::NONE) == Argument::NONE {
        return None;
    }
    propositions.find(&Proposition { predicate, arguments })
}

/// True when the least that one hold counts of a part exceeds the most that another counts of the whole.
pub(crate) fn exceeds(ledger: &Ledger, part: &Hold, whole: &Hold) -> bool {
    let counts =
        |hold: &Hold| hold.value(ledger).filter(|_| hold.sign() == Sign::Plus).and_then(Value::counts);
    part.scope == whole.scope && counts(part).zip(counts(whole)).is_some_and(|(part, whole)| part.0 > whole.1)
}

/// True when a part is counted for a later day than the whole, so that the whole may have risen by then too.
pub(crate) fn overtaken(part: &Date, whole: &Date) -> bool {
    !part.doubtful() && !whole.doubtful() && part.first() > whole.last()
}

impl Reasoning<'_> {
    /// The proposition that counts the whole for one that counts a part; none where it counts no part, or nobody speaks
    /// of the whole.
    #[must_use]
    pub fn whole(&self, part: PropositionId) -> Option<PropositionId> {
        whole(self.ledger, &self.propositions, part)
    }

    /// True when a hold states a count of the whole of which the proposition `at`, where it is reported, counts a part.
    #[must_use]
    pub fn in_all(&self, at: Option<PropositionId>, hold: &Hold) -> bool {
        let other = at.filter(|at| *at != hold.proposition && hold.stated());
        other.is_some_and(|at| self.whole(at) == Some(hold.proposition))
    }
}

impl Timeline<'_> {
    /// Notes where one root counts more of a part than of the whole: the two clash, and both stand.
    pub(super) fn part_and_whole(&mut self, part: &[Hold], whole: &[Hold]) {
        for a in part.iter().filter(|hold| hold.stated()) {
            for b in whole.iter().filter(|hold| hold.stated() && exceeds(self.ledger, a, hold)) {
                let [one, other] = [a, b].map(|hold| self.position(hold));
                if self.not_its_own(a, b) || overtaken(&one.day(), &other.day()) {
                    continue;
                }
                if self.one_wording(one, other) {
                    self.standing.push((Turn::DisputedWording, *a, *b, a.proposition));
                } else if !(one.hearsay || other.hearsay) {
                    self.both_stand(a, b, a.proposition);
                }
            }
        }
    }
}
