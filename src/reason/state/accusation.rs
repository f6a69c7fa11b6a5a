//! Accusations: who is accused of what by whom, and what the accused says to it.

use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::Sign;
use crate::ledger::roots;
use crate::ledger::vocabulary::Role;
use crate::reason::Reasoning;
use crate::reason::position::Hold;

/// A proposition that accuses a party, and that another root asserts or suggests in so many words.
pub struct Accusation<'r> {
    /// The proposition.
    pub id: PropositionId,
    /// The party that is accused.
    pub accused: PartyId,
    /// The root of the accused, as of the latest accusing statement.
    pub root: PartyId,
    /// True when the accused is a description of several parties, which cannot answer.
    pub of_description: bool,
    /// The holds that bring the accusation.
    pub accusing: Vec<&'r Hold>,
    /// The accusing holds whose statement the accused has called neither accurate nor inaccurate.
    pub open: Vec<&'r Hold>,
    /// The answers of the accused.
    pub answers: Vec<Answer<'r>>,
    /// The answers that others say the accused gave; hearsay answers nothing.
    pub hearsay: Vec<Answer<'r>>,
}

/// An answer to an accusation, by the root of the accused or a part of it.
#[derive(Clone, Copy)]
pub struct Answer<'r> {
    /// The hold that answers.
    pub hold: &'r Hold,
    /// The subject of the answer.
    pub about: About,
}

/// The subject of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The accusation itself, or a consequence of it by definition.
    Deed,
    /// The same in another event: a whole of which the event is part, or one that the accuser holds to be one with it.
    OtherEvent,
    /// The accuracy of the accusing statement, and not the deed.
    Accuracy,
}

impl Accusation<'_> {
    /// True when the accused has spoken on the proposition, or on the accuracy of each accusing statement.
    #[must_use]
    pub fn answered(&self) -> bool {
        self.open.is_empty() || self.answers.iter().any(|answer| answer.about != About::Accuracy)
    }
}

/// All accusations, by proposition.
pub fn accusations<'r>(reasoning: &'r Reasoning<'_>) -> impl Iterator<Item = Accusation<'r>> {
    reasoning.groups().filter_map(|(id, _)| accusation(reasoning, id))
}

/// The accusation that a proposition makes; none where no other root brings it.
#[must_use]
pub fn accusation<'r>(reasoning: &'r Reasoning<'_>, id: PropositionId) -> Option<Accusation<'r>> {
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(id);
    let accused = ledger.vocabulary.get(proposition.predicate).accused(&proposition)?;
    let date = |hold: &Hold| reasoning.position(hold.base).date;
    let brings = |hold: &&Hold| {
        hold.sign() == Sign::Plus && hold.stated() && roots::root(ledger, accused, &date(hold)) != hold.root
    };
    let holds = reasoning.on(id);
    let accusing: Vec<&Hold> = holds.iter().filter(brings).collect();
    let latest = accusing.iter().map(|hold| date(hold)).max_by_key(Date::order)?;
    let root = roots::root(ledger, accused, &latest);
    let mut found = Accusation {
        id,
        accused,
        root,
        of_description: ledger.is_class(accused),
        open: Vec::new(),
        accusing,
        answers: Vec::new(),
        hearsay: Vec::new(),
    };
    if found.of_description {
        found.open.clone_from(&found.accusing);
        return Some(found);
    }
    // A part of the accused that speaks for itself and sides with the accusation accuses too; that is no answer.
    let answers =
        |hold: &&Hold| hold.root == root || hold.sign() != Sign::Plus && is_part(reasoning, hold, root);
    for hold in holds.iter().chain(reasoning.against(id)).filter(answers) {
        found.add(reasoning, Answer { hold, about: About::Deed });
    }
    for hold in elsewhere(reasoning, &found).into_iter().filter(answers) {
        found.add(reasoning, Answer { hold, about: About::OtherEvent });
    }
    for at in 0..found.accusing.len() {
        let brought = found.accusing[at];
        let before = found.answers.len();
        for hold in on_accuracy(reasoning, reasoning.position(brought.base).statement) {
            let part = || hold.root != brought.root && is_part(reasoning, hold, root);
            if hold.root == root || part() {
                found.add(reasoning, Answer { hold, about: About::Accuracy });
            }
        }
        if found.answers.len() == before {
            found.open.push(brought);
        }
    }
    Some(found)
}

impl<'r> Accusation<'r> {
    /// Adds an answer, apart where it is hearsay; words that the accused disputes are left out.
    fn add(&mut self, reasoning: &Reasoning<'_>, answer: Answer<'r>) {
        let position = reasoning.position(answer.hold.base);
        if position.disputed {
            return;
        }
        if position.hearsay { self.hearsay.push(answer) } else { self.answers.push(answer) }
    }
}

/// The denials about other events that answer an accusation too: about a whole of which its event is a part, or about
/// an event that an accuser holds to be one with it.
fn elsewhere<'r>(reasoning: &'r Reasoning<'_>, accusation: &Accusation<'_>) -> Vec<&'r Hold> {
    let mut found: Vec<&Hold> = reasoning.denying_whole(accusation.id).collect();
    let proposition = reasoning.propositions.get(accusation.id);
    for brought in &accusation.accusing {
        let Some(one_event) = reasoning.one_event.get(&brought.root) else { continue };
        let alike = one_event.said_alike(reasoning.ledger, proposition).into_iter();
        for id in alike.filter_map(|said| reasoning.propositions.find(&said)) {
            let meets = || reasoning.on(id).iter().any(|hold| hold.base == brought.base);
            if id != accusation.id && reasoning.against(id).next().is_some() && meets() {
                found.extend(reasoning.against(id));
            }
        }
    }
    found
}

/// True when the speaker of a hold was part of a root that day, even one that speaks for itself, as an outlet does.
fn is_part(reasoning: &Reasoning<'_>, hold: &Hold, root: PartyId) -> bool {
    let position = reasoning.position(hold.base);
    let statement = reasoning.ledger.statement(position.statement);
    roots::speaking(reasoning.ledger, statement, position.speaker).any(|whole| whole == root)
}

/// The holds that state whether a statement is accurate, without tacit ones.
fn on_accuracy<'r>(reasoning: &'r Reasoning<'_>, statement: StatementId) -> impl Iterator<Item = &'r Hold> {
    let accuracy = reasoning.ledger.vocabulary.bearing(Role::Accuracy);
    let said = accuracy.map(move |predicate| Proposition::of(predicate, statement));
    let holds = said.filter_map(|said| reasoning.propositions.find(&said)).flat_map(|id| reasoning.on(id));
    holds.filter(|hold| hold.stated() && !reasoning.position(hold.base).tacit)
}
