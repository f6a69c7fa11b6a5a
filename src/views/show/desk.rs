//! Facts from which every page is made, and rows that several pages share.

use crate::check::Report;
use crate::layout::credit::credit_of;
use crate::ledger::Ledger;
use crate::ledger::model::id::{PartyId, PropositionId, StatementId};
use crate::ledger::model::proposition::{ArgumentKind, Proposition};
use crate::ledger::roots;
use crate::ledger::words;
use crate::reason::Reasoning;
use crate::reason::position::{Position, PositionId};
use crate::rules::Context;
use crate::views::page::Row;

/// Largest number of characters of a quote that are shown where the statement is not itself the subject.
const MOST_QUOTE: usize = 200;

/// Facts from which every page is made.
pub(super) struct Desk<'r> {
    /// The records.
    pub(super) ledger: &'r Ledger,
    /// The reasoning: who holds what.
    pub(super) reasoning: &'r Reasoning<'r>,
    /// The context of rules: who has a stake in what.
    pub(super) context: &'r Context<'r>,
    /// The findings.
    pub(super) report: &'r Report<'r>,
    /// The positions of each statement.
    by_statement: Vec<Vec<PositionId>>,
    /// The positions on each proposition.
    by_proposition: Vec<Vec<PositionId>>,
}

impl<'r> Desk<'r> {
    /// Indexes the positions.
    pub(super) fn new(
        reasoning: &'r Reasoning<'r>,
        context: &'r Context<'r>,
        report: &'r Report<'r>,
    ) -> Self {
        let ledger = reasoning.ledger;
        let mut by_statement = vec![Vec::new(); ledger.statements.len()];
        let mut by_proposition = vec![Vec::new(); reasoning.propositions.len()];
        for (at, position) in reasoning.positions.iter().enumerate() {
            let id = PositionId(u32::try_from(at).unwrap_or(u32::MAX));
            by_statement[position.statement.index()].push(id);
            by_proposition[position.proposition.index()].push(id);
        }
        Self { ledger, reasoning, context, report, by_statement, by_proposition }
    }

    /// The positions of a statement, in the order written.
    pub(super) fn of_statement(&self, id: StatementId) -> &[PositionId] {
        &self.by_statement[id.index()]
    }

    /// The positions on a proposition, those that no longer stand among them.
    pub(super) fn on_proposition(&self, id: PropositionId) -> &[PositionId] {
        &self.by_proposition[id.index()]
    }

    /// A statement as a row. `root` is the root under which it is listed, and is not named again.
    pub(super) fn credit(&self, depth: usize, id: StatementId, root: Option<PartyId>) -> Row {
        self.credited(depth, id, root, &[])
    }

    /// The statement of a position as a row, with the words of that position alone where it has some.
    pub(super) fn credit_of(&self, depth: usize, position: &Position) -> Row {
        let own = position.long(self.ledger).and_then(|long| long.quote.as_ref());
        let own: Vec<&str> = own.iter().map(|quote| quote.text(&self.ledger.texts)).collect();
        self.credited(depth, position.statement, Some(position.root), &own)
    }

    fn credited(&self, depth: usize, id: StatementId, root: Option<PartyId>, own: &[&str]) -> Row {
        let statement = self.ledger.statement(id);
        let text = format!("{}: {}", statement.id, credit_of(self.ledger, id, root, own, MOST_QUOTE));
        Row { statement: Some(statement.id.clone()), ..Row::text(depth, text).at(statement.span) }
    }

    /// A row that names a proposition, with its canonical text at the margin.
    pub(super) fn headline(&self, depth: usize, proposition: &Proposition) -> Row {
        let name = words::canonical(self.ledger, proposition);
        Row {
            proposition: Some(name),
            ..Row::text(depth, words::capital(&words::question(self.ledger, proposition)))
        }
    }

    /// Statements by date, then id, each once.
    pub(super) fn by_date(&self, mut statements: Vec<StatementId>) -> Vec<StatementId> {
        statements.sort_by_cached_key(|id| {
            let statement = self.ledger.statement(*id);
            (statement.date.order(), statement.id.clone())
        });
        statements.dedup();
        statements
    }

    /// The statements on record.
    pub(super) fn statements(&self) -> impl Iterator<Item = StatementId> {
        self.ledger.said().map(|(id, _)| id)
    }

    /// True when a speaker is `whole`, or speaks as a part of it, on the day of a statement.
    pub(super) fn speaks_for(&self, speaker: PartyId, whole: PartyId, statement: StatementId) -> bool {
        let statement = self.ledger.statement(statement);
        let root = roots::spoken_for(self.ledger, statement, speaker);
        for at in roots::speaking(self.ledger, statement, speaker) {
            if at == whole {
                return true;
            }
            if at == root {
                return false;
            }
        }
        false
    }
}

/// True when a proposition names a record of a kind, given by its index.
pub(super) fn names(ledger: &Ledger, proposition: &Proposition, kind: ArgumentKind, at: usize) -> bool {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let arguments = proposition.arguments();
    predicate
        .places_of(kind)
        .any(|place| arguments.get(place).and_then(|argument| argument.place()) == Some(at))
}
