//! Words for what a root does in a finding, to be read after its name.

use super::finding::Side;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId};
use crate::ledger::model::stance::Stance;
use crate::ledger::model::statement::Long;
use crate::ledger::words::{self, Number};
use crate::reason::Reasoning;
use crate::reason::acts::{self, Act};
use crate::reason::position::Hold;

/// The act of a root by the position from which a hold follows; none where that is no act.
pub(super) fn act(reasoning: &Reasoning<'_>, hold: &Hold) -> Option<Act> {
    let position = reasoning.position(hold.base);
    let proposition = reasoning.propositions.get(position.proposition);
    acts::act(reasoning.ledger, &proposition, hold.root, hold.stance, &position.date)
}

/// The words for the side of a root, to be read after its name.
pub(super) fn says(
    reasoning: &Reasoning<'_>,
    number: Number,
    at: Option<PropositionId>,
    holds: &[&Hold],
    derived: bool,
) -> String {
    let strongest: &Hold = holds.iter().find(|hold| hold.stance.certain()).copied().unwrap_or(holds[0]);
    let mut values: Vec<String> = Vec::new();
    for (hold, value) in holds.iter().filter_map(|hold| Some((hold, hold.value(reasoning.ledger)?))) {
        let all = if reasoning.in_all(at, hold) { " in all" } else { "" };
        let predicate = reasoning.propositions.get(hold.proposition).predicate;
        let text = words::amount(reasoning.ledger, predicate, value)
            + all
            + &Long::bracketed(reasoning.position(hold.base).long(reasoning.ledger));
        if !values.contains(&text) {
            values.push(text);
        }
    }
    let hearsay = holds.iter().all(|hold| reasoning.position(hold.base).hearsay);
    let mut text = match (values.is_empty(), strongest.stance) {
        (false, Stance::Asserts) => format!("{} {}", number.pick("says", "say"), words::list(&values)),
        (false, stance @ Stance::Suggests) => {
            format!("{}: {}", words::does(number, stance), words::list(&values))
        }
        (false, stance @ (Stance::Doubts | Stance::Denies)) => {
            let proposition = reasoning.propositions.get(holds[0].proposition);
            let value = holds.iter().find_map(|hold| hold.value(reasoning.ledger));
            words::says(reasoning.ledger, number, stance, &proposition, value)
        }
        (_, stance) => act(reasoning, strongest)
            .and_then(|act| acts::does(reasoning, number, strongest.proposition, strongest.root, stance, act))
            .unwrap_or_else(|| words::does(number, stance).to_owned()),
    };
    if derived {
        text = in_other_words(reasoning, number, at.unwrap_or(holds[0].proposition), holds[0]);
    }
    if hearsay {
        text.push_str(" (hearsay: the words reach us only through another party)");
    }
    text
}

/// Has a side say whom it names for a deed: "says it was Norland and Sudria", "claims it" of itself alone.
pub(super) fn name(ledger: &Ledger, side: &mut Side, names: &[PartyId]) {
    let who = words::parties(ledger, names);
    let was = if side.stance.certain() { "it was" } else { "it may have been" };
    let says = |number: Number| {
        if names == [side.root] {
            number.pick("claims it", "claim it").to_owned()
        } else {
            format!("{} {was} {who}", number.pick("says", "say"))
        }
    };
    (side.says, side.say) = (says(words::party_number(ledger, side.root)), says(Number::Many));
}

/// The words for what a root said and from which a hold follows.
fn in_other_words(reasoning: &Reasoning<'_>, number: Number, at: PropositionId, hold: &Hold) -> String {
    let base = reasoning.position(hold.base);
    if let Some(denies) = acts::denies_doing(reasoning, number, at, base) {
        return denies;
    }
    let proposition = reasoning.propositions.get(base.proposition);
    words::says(reasoning.ledger, number, base.stance, &proposition, base.value(reasoning.ledger))
}
