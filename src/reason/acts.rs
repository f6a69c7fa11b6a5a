//! Acts: what a party does by taking a position, after CAMEO. Derived from the position, never entered.

use super::position::Position;
use super::{Reasoning, standing};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::roots;
use crate::ledger::vocabulary::Role;
use crate::ledger::words::Number;

/// An act that a party performs by taking a position.
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
    /// The name of the act.
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

    /// The code in CAMEO; none for an exoneration, which CAMEO lacks.
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

/// The act of a root that takes a stance on a proposition (`self` resolved) on a date; none where nobody is accused or
/// the stance leaves it open. To decline is always an act.
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

/// The act in words, to be read after the root's name: "accuses Norland", "admits it" where the root denied it before
/// or speaks of its own blame. None for a hedged stance, a denial and a refusal, of which the stance says enough.
#[must_use]
pub fn does(
    reasoning: &Reasoning<'_>,
    number: Number,
    id: PropositionId,
    root: PartyId,
    stance: Stance,
    act: Act,
) -> Option<String> {
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(id);
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let accused = predicate.accused(&proposition)?;
    let name = &ledger.party(accused).name;
    let blame = predicate.is(Role::Blame) || predicate.is(Role::Knowledge);
    match (act, stance) {
        (Act::Accusation, Stance::Asserts) => Some(format!("{} {name}", number.pick("accuses", "accuse"))),
        (Act::Exoneration, Stance::Denies) => Some(format!("{} {name}", number.pick("clears", "clear"))),
        (Act::Claim, Stance::Asserts) if blame || denied_before(reasoning, id, root) => {
            Some(number.pick("admits it", "admit it").to_owned())
        }
        (Act::Claim, Stance::Asserts) => Some(number.pick("claims it", "claim it").to_owned()),
        _ => None,
    }
}

/// True when a root has denied a proposition, or a consequence of it by definition, and has superseded that denial
/// since.
fn denied_before(reasoning: &Reasoning<'_>, id: PropositionId, root: PartyId) -> bool {
    let implied = reasoning.consequences(id).iter().map(|consequence| consequence.to);
    std::iter::once(id)
        .chain(implied)
        .flat_map(|at| reasoning.superseded_on(at))
        .any(|position| position.root == root && position.stance.sign() == Sign::Minus)
}

/// The denial in words, to be read after the root's name, where a root denies its own part in what a proposition
/// accuses it of by another proposition: "denies any part in it". None where it denies with a hedge, of another party
/// or of another event, or where the predicate has no such words.
#[must_use]
pub fn denies_doing(
    reasoning: &Reasoning<'_>,
    number: Number,
    id: PropositionId,
    position: &Position,
) -> Option<String> {
    let ledger = reasoning.ledger;
    let (said, asked) = (reasoning.propositions.get(position.proposition), reasoning.propositions.get(id));
    let doing = ledger.vocabulary.get(said.predicate).act.doing.as_ref()?;
    let accused =
        |proposition: &Proposition| ledger.vocabulary.get(proposition.predicate).accused(proposition);
    let own = accused(&said).is_some_and(|party| roots::root(ledger, party, &position.date) == position.root);
    let same = accused(&said) == accused(&asked) || accused(&said) == Some(position.root);
    let events = [&said, &asked].map(|proposition| standing::events(reasoning, proposition));
    let fits = position.stance == Stance::Denies && own && same && *events[0] == *events[1];
    (fits && !doing.contains('{')).then(|| format!("{} {doing}", number.pick("denies", "deny")))
}
