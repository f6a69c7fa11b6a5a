//! Tolls as ladders: each party's counts by date, with its own revisions, and apart from them the disputes between
//! parties.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::focus::{self, Matter};
use crate::check::options::Options;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::statement::Long;
use crate::ledger::model::value::Value;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::{Hold, PositionId};
use crate::reason::state::State;
use crate::reason::values;
use crate::rules::Context;

/// The counts given on one proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// The proposition.
    pub proposition: Proposition,
    /// The proposition in words.
    pub reading: String,
    /// The roots that gave counts, the earliest first.
    pub parties: Vec<Party>,
    /// The pairs of standing counts that cannot both be right.
    pub disputes: Vec<Dispute>,
}

impl Ladder {
    /// True where it has something to compare: counts of two parties, or of two days.
    #[must_use]
    pub fn compares(&self) -> bool {
        let mut days = self.parties.iter().flat_map(|party| &party.rungs).map(|rung| rung.date);
        let first = days.next();
        self.parties.len() > 1 || days.any(|day| Some(day) != first)
    }
}

/// The counts of one root.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// The root.
    pub root: PartyId,
    /// The counts, by date.
    pub rungs: Vec<Rung>,
}

/// A count.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// The date.
    pub date: Date,
    /// The number.
    pub value: Value,
    /// Facts written beside it: its scope and day.
    pub long: Option<Long>,
    /// The stance.
    pub stance: Stance,
    /// The statement.
    pub statement: StatementId,
    /// The difference from the count before it.
    pub step: Step,
    /// The state of the position.
    pub state: State,
}

/// The difference of a count from the one before it of the same root.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// There is none before it whose place it takes.
    First,
    /// It takes the place of a lower count, given here.
    Raised(Value),
    /// It takes the place of another count, given here.
    Changed(Value),
}

/// Two roots whose standing counts cannot both be right.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute {
    /// One root and its count.
    pub one: (PartyId, Value),
    /// The other root and its count.
    pub other: (PartyId, Value),
    /// The scope of both.
    pub scope: Option<Box<str>>,
    /// The reason for which an editor holds it to be none; none where nobody does.
    pub reconciled: Option<String>,
}

/// The ladders of a ledger that pass the filters, by canonical text.
pub(super) fn ladders(reasoning: &Reasoning<'_>, options: &Options) -> Vec<Ladder> {
    let ledger = reasoning.ledger;
    let context = Context::new(reasoning);
    let mut counted: BTreeMap<PropositionId, BTreeMap<PartyId, Vec<Rung>>> = BTreeMap::new();
    for (at, position) in reasoning.positions.iter().enumerate() {
        let Some(value) = position.value(ledger).filter(|value| value.counts().is_some()) else { continue };
        let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
        let rung = Rung {
            date: position.date,
            value,
            long: position.long(ledger).cloned(),
            stance: position.stance,
            statement: position.statement,
            step: Step::First,
            state: reasoning.state(id),
        };
        let rungs = counted.entry(position.proposition).or_default().entry(position.root).or_default();
        if !rungs.contains(&rung) {
            rungs.push(rung);
        }
    }
    let mut ladders = Vec::new();
    for (id, roots) in counted {
        let proposition = reasoning.propositions.get(id);
        let statements: Vec<StatementId> =
            roots.values().flatten().map(|rung: &Rung| rung.statement).collect();
        let all: Vec<PartyId> = roots.keys().copied().collect();
        let matter =
            Matter { about: Some(proposition), parties: &all, statements: &statements, ..Matter::default() };
        if !focus::passes(reasoning, options, matter) {
            continue;
        }
        let mut parties: Vec<Party> =
            roots.into_iter().map(|(root, rungs)| Party { root, rungs: climbed(reasoning, rungs) }).collect();
        parties.sort_by_cached_key(|party| {
            let root = ledger.party(party.root);
            (party.rungs.first().map(|rung| rung.date.order()), root.name.clone(), root.id.clone())
        });
        let reading = words::sentence(ledger, &proposition, None, Sign::Plus);
        let disputes = disputes(reasoning, &context, id);
        ladders.push(Ladder { proposition, reading, parties, disputes });
    }
    ladders.sort_by_cached_key(|ladder| words::canonical(ledger, &ladder.proposition));
    ladders
}

/// The counts of one root by date, each with its difference from the count that it replaces.
fn climbed(reasoning: &Reasoning<'_>, mut rungs: Vec<Rung>) -> Vec<Rung> {
    rungs.sort_by_cached_key(|rung| {
        (rung.date.order(), reasoning.ledger.statement(rung.statement).id.clone(), rung.value)
    });
    for at in 1..rungs.len() {
        let statement = rungs[at].statement;
        let replaced =
            |rung: &&Rung| matches!(&rung.state, State::Superseded { by, .. } if by.contains(&statement));
        let before = rungs[..at].iter().rev().find(replaced).map(|rung| rung.value);
        let value = rungs[at].value;
        if let Some(before) = before.filter(|before| *before != value) {
            let raised = values::rises(before, value);
            rungs[at].step = if raised { Step::Raised(before) } else { Step::Changed(before) };
        }
    }
    rungs
}

/// The pairs of standing counts of different roots that cannot both be right, each once.
fn disputes(reasoning: &Reasoning<'_>, context: &Context<'_>, id: PropositionId) -> Vec<Dispute> {
    let ledger = reasoning.ledger;
    let proposition = reasoning.propositions.get(id);
    let plus: Vec<&Hold> = reasoning.on(id).iter().filter(|hold| hold.sign() == Sign::Plus).collect();
    let statement = |hold: &Hold| reasoning.position(hold.base).statement;
    let key = |hold: &Hold| {
        let said = ledger.statement(statement(hold));
        (said.date.order(), ledger.party(hold.root).id.clone(), said.id.clone())
    };
    let mut plus = plus;
    plus.sort_by_cached_key(|hold| key(hold));
    let mut seen = BTreeSet::new();
    let mut found: Vec<Dispute> = Vec::new();
    for (at, a) in plus.iter().enumerate() {
        for b in &plus[at + 1..] {
            let Some((one, other)) = a.value(ledger).zip(b.value(ledger)) else { continue };
            if a.root == b.root || !reasoning.clash(a, b) {
                continue;
            }
            let reason = context.reconciled.reason(proposition, statement(a), statement(b));
            let scope = reasoning.position(a.base).long(ledger).and_then(|long| long.scope.clone());
            let reconciled = reason.map(str::to_owned);
            let dispute = Dispute { one: (a.root, one), other: (b.root, other), scope, reconciled };
            // Either may have spoken first, where one of them said it twice.
            let figures = |known: &Dispute| {
                let two = (known.one.min(known.other), known.one.max(known.other));
                (two, known.scope.clone())
            };
            if seen.insert(figures(&dispute)) {
                found.push(dispute);
            } else if reason.is_none() {
                // A pair of which one clash is not reconciled is still a dispute.
                let same = |known: &&mut Dispute| figures(known) == figures(&dispute);
                found.iter_mut().filter(same).for_each(|known| known.reconciled = None);
            }
        }
    }
    found
}
