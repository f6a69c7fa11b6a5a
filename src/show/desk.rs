//! What every page is made from, and the rows that several of them share.

use crate::check::Report;
use crate::ledger::Ledger;
use crate::model::id::{PartyId, StatementId};
use crate::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::model::stance::Sign;
use crate::model::value::ValueKind;
use crate::reason::Reasoning;
use crate::report::credit::credit;
use crate::report::page::Row;
use crate::roots;
use crate::rules::Context;
use crate::words;

/// How many characters of a quote are shown where the statement is not itself the subject.
const MOST_QUOTE: usize = 200;

/// What every page is made from.
pub(super) struct Desk<'r> {
    /// The records.
    pub(super) ledger: &'r Ledger,
    /// Who holds what.
    pub(super) reasoning: &'r Reasoning<'r>,
    /// Who has a stake in what.
    pub(super) context: &'r Context<'r>,
    /// What was found.
    pub(super) report: &'r Report<'r>,
}

impl Desk<'_> {
    /// One statement as a row: who, when, what words, where. `root` is who it stands under already.
    pub(super) fn credit(&self, depth: usize, id: StatementId, root: Option<PartyId>) -> Row {
        let statement = self.ledger.statement(id);
        let text = format!("{} ({})", credit(self.ledger, id, root, MOST_QUOTE), statement.id);
        Row { statement: Some(statement.id.clone()), ..Row::text(depth, text).at(statement.span) }
    }

    /// A proposition put so that nobody takes it for our word: "whether Norland was involved in …".
    pub(super) fn question(&self, proposition: &Proposition) -> String {
        let sentence = words::sentence(self.ledger, proposition, None, Sign::Plus);
        let predicate = self.ledger.vocabulary.get(proposition.predicate);
        match predicate.value.first() {
            Some(ValueKind::Count) => sentence,
            Some(_) => format!("{}: {}", predicate.id.replace('-', " "), sentence),
            None => format!("whether {sentence}"),
        }
    }

    /// A row that names a proposition, with its canonical text at the margin.
    pub(super) fn headline(&self, depth: usize, proposition: &Proposition) -> Row {
        let name = words::canonical(self.ledger, proposition);
        Row { proposition: Some(name), ..Row::text(depth, words::capital(&self.question(proposition))) }
    }

    /// Statements in order of date, then id.
    pub(super) fn by_date(&self, mut statements: Vec<StatementId>) -> Vec<StatementId> {
        statements.sort_by_cached_key(|id| {
            let statement = self.ledger.statement(*id);
            (statement.date.order(), statement.id.clone())
        });
        statements.dedup();
        statements
    }

    /// The statements on file and sound.
    pub(super) fn statements(&self) -> impl Iterator<Item = StatementId> {
        let ledger = self.ledger;
        (0..ledger.statements.len())
            .filter(|at| !ledger.statements.at(*at).by.is_empty())
            .map(StatementId::from)
    }

    /// Whether one party is another, or speaks as a part of it on the day of a statement.
    pub(super) fn speaks_for(&self, speaker: PartyId, whole: PartyId, statement: StatementId) -> bool {
        let date = &self.ledger.statement(statement).date;
        let root = roots::root(self.ledger, speaker, date);
        for at in roots::wholes(self.ledger, speaker, date) {
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

/// Whether a proposition has something of a kind among its arguments.
pub(super) fn names(ledger: &Ledger, proposition: &Proposition, kind: ArgumentKind, at: u32) -> bool {
    let predicate = ledger.vocabulary.get(proposition.predicate);
    let arguments = proposition.arguments();
    predicate.places_of(kind).any(|place| arguments.get(place) == Some(&Argument(at)))
}
