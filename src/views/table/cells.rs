//! The cells of a row: the positions of each root on a proposition, stated or by definition, and those under a
//! condition.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Cell, Entry, How};
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::statement::Long;
use crate::ledger::model::value::Value;
use crate::ledger::{roots, words};
use crate::reason::acts::{self, Act};
use crate::reason::position::Hold;
use crate::reason::{Reasoning, spoken};

/// A position with all that a cell shows of it.
struct Held<'r> {
    root: PartyId,
    speaker: PartyId,
    statement: StatementId,
    stance: Stance,
    value: Option<Value>,
    /// Facts written beside it.
    long: Option<&'r Long>,
    how: How,
    hearsay: bool,
}

impl<'r> Held<'r> {
    /// The scope and day of its figure; figures of different scope stand side by side.
    fn covers(&self) -> (Option<&'r str>, Option<Date>) {
        (self.long.and_then(|long| long.scope.as_deref()), self.long.and_then(|long| long.as_of))
    }

    /// The sign, value, scope and day of a position, without its certainty.
    fn figure(&self) -> (Sign, Option<Value>, (Option<&'r str>, Option<Date>)) {
        (self.stance.sign(), self.value, self.covers())
    }
}

/// Conditional positions by proposition; they are shown and never compared.
pub struct Conditional<'r>(BTreeMap<Proposition, Vec<Held<'r>>>);

impl<'r> Conditional<'r> {
    /// Collects the conditional positions that their own root has not withdrawn.
    pub fn new(reasoning: &Reasoning<'r>) -> Self {
        let ledger = reasoning.ledger;
        let mut found: BTreeMap<Proposition, Vec<Held<'r>>> = BTreeMap::new();
        for (id, statement) in ledger.said() {
            if statement.condition.is_none() {
                continue;
            }
            for speaker in &statement.by {
                let root = roots::spoken_for(ledger, statement, *speaker);
                if !reasoning.withdrawn_by(id, root).is_empty() {
                    continue;
                }
                let hearsay = spoken::hearsay(ledger, statement, root);
                for (at, written) in statement.positions.iter().enumerate() {
                    let proposition = spoken::resolve(ledger, ledger.proposition(written.proposition), root);
                    found.entry(proposition).or_default().push(Held {
                        root,
                        speaker: *speaker,
                        statement: id,
                        stance: written.stance,
                        value: written.value(ledger),
                        long: statement.long(at),
                        how: How::Stated,
                        hearsay,
                    });
                }
            }
        }
        Self(found)
    }

    /// The propositions of which somebody speaks under a condition.
    pub fn propositions(&self) -> impl Iterator<Item = Proposition> + '_ {
        self.0.keys().copied()
    }
}

/// The cells of a proposition, by root.
pub fn cells<'r>(
    reasoning: &Reasoning<'r>,
    conditional: &Conditional<'r>,
    proposition: &Proposition,
) -> Vec<Cell> {
    let mut by_root: BTreeMap<PartyId, Vec<Held<'_>>> = BTreeMap::new();
    if let Some(id) = reasoning.propositions.find(proposition) {
        let elsewhere = reasoning.against(id).filter(|hold| hold.proposition != id).map(|hold| (hold, true));
        for (hold, elsewhere) in reasoning.on(id).iter().map(|hold| (hold, false)).chain(elsewhere) {
            by_root.entry(hold.root).or_default().push(held(reasoning, hold, elsewhere));
        }
    }
    // A stated position needs no derived one beside it.
    for found in by_root.values_mut() {
        let stated: Vec<_> =
            found.iter().filter(|one| one.how == How::Stated && !one.hearsay).map(Held::figure).collect();
        found.retain(|one| one.how == How::Stated || !stated.contains(&one.figure()));
    }
    let said = conditional.0.get(proposition).map(Vec::as_slice).unwrap_or_default();
    for root in said.iter().map(|one| one.root) {
        by_root.entry(root).or_default();
    }
    by_root
        .into_iter()
        .map(|(root, found)| {
            let all: Vec<&Held<'_>> =
                found.iter().chain(said.iter().filter(|one| one.root == root)).collect();
            Cell { root, predicate: proposition.predicate, entries: entries(reasoning, proposition, &all) }
        })
        .collect()
}

/// A hold as a cell shows it; `elsewhere` is true for a denial of a consequence of the proposition.
fn held<'r>(reasoning: &Reasoning<'r>, hold: &Hold, elsewhere: bool) -> Held<'r> {
    let position = reasoning.position(hold.base);
    let how = match (hold.stated(), hold.by_definition()) {
        (true, _) if elsewhere => How::Definition,
        (true, _) if position.tacit => How::Speaking,
        (true, _) => How::Stated,
        (_, true) => How::Definition,
        _ => How::OwnWords,
    };
    Held {
        root: hold.root,
        speaker: position.speaker,
        statement: position.statement,
        stance: hold.stance,
        value: hold.value(reasoning.ledger).filter(|_| !elsewhere),
        long: position
            .long(reasoning.ledger)
            .filter(|_| !elsewhere && (hold.stated() || hold.value.is_some())),
        how,
        hearsay: position.hearsay,
    }
}

/// The act of a position in words, where its stance says less; otherwise none.
fn does(reasoning: &Reasoning<'_>, proposition: &Proposition, found: &Held<'_>, act: Act) -> Option<String> {
    let number = words::party_number(reasoning.ledger, found.root);
    let id = reasoning.propositions.find(proposition)?;
    match act {
        Act::Accusation if found.stance.certain() => Some(words::verb(number, "accuse")),
        _ => acts::does(reasoning, number, id, found.root, found.stance, act),
    }
}

/// The entries of a cell, one for each different position.
fn entries(reasoning: &Reasoning<'_>, proposition: &Proposition, all: &[&Held<'_>]) -> Vec<Entry> {
    let ledger = reasoning.ledger;
    let condition = |found: &Held<'_>| ledger.statement(found.statement).condition.clone();
    let mut alike: BTreeMap<_, Vec<&Held<'_>>> = BTreeMap::new();
    for found in all {
        let key = (condition(found), found.hearsay, found.how, found.stance, found.value, found.covers());
        alike.entry(key).or_default().push(found);
    }
    let order = |id: StatementId| (ledger.statement(id).date.order(), ledger.statement(id).id.as_str());
    let mut entries: Vec<Entry> = alike
        .into_iter()
        .filter_map(|((condition, hearsay, how, stance, value, _), mut group)| {
            group.sort_by_key(|found| order(found.statement));
            let last = group.last()?;
            let statement = ledger.statement(last.statement);
            let mut statements: Vec<StatementId> = group.iter().map(|found| found.statement).collect();
            statements.dedup();
            let date: Date = statement.date;
            // Words under a condition are no act yet.
            let act =
                acts::act(ledger, proposition, last.root, stance, &date).filter(|_| condition.is_none());
            Some(Entry {
                stance,
                value,
                long: last.long.cloned(),
                how,
                hearsay,
                date,
                source: statement.source,
                speaker: last.speaker,
                statements,
                act,
                does: act.and_then(|act| does(reasoning, proposition, last, act)),
                condition,
                words: None,
            })
        })
        .collect();
    entries.sort_by_cached_key(|entry| {
        let last = entry.statements.last().map(|id| ledger.statement(*id).id.clone());
        (entry.condition.is_some(), entry.hearsay, entry.how, Reverse(entry.date.order()), last, entry.stance)
    });
    entries
}
