//! The status of a row: the first that applies of contested, reconciled, unverified, agreed, one-origin.
//!
//! *Contested*: a contradiction that is no note is found there, or it meets there by definition of what one side says
//! elsewhere. *Reconciled*: an editor holds that contradiction to be none. *Unverified*: it is a link that nothing on
//! file bears out. *Agreed*: two or more roots say the same, on more than one origin, or share the
//! attitude. *One-origin*: all that is on record of it rests on one word. None applies where several origins speak and
//! neither clash nor agree: one leaves open what another declines to say, or only hedges meet. That an editor has
//! accepted a finding takes it off the list of things to do, not out of the table.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::{Cell, Row};
use crate::check::Report;
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::ledger::model::stance::Sign;
use crate::reason::{Reasoning, origins};
use crate::rules::finding::{Family, Finding, Hanging, Level, Tells};

/// The status of a proposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A contradiction is found there.
    Contested,
    /// There was one, and an editor holds it to be none.
    Reconciled,
    /// A link that nothing on file bears out.
    Unverified,
    /// Two or more say the same on more than one origin, or share the attitude.
    Agreed,
    /// All that is on record of it rests on one word.
    OneOrigin,
}

impl Status {
    /// All, in the order of precedence.
    pub const ALL: [Status; 5] =
        [Self::Contested, Self::Reconciled, Self::Unverified, Self::Agreed, Self::OneOrigin];

    /// The word in the public JSON and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Contested => "contested",
            Self::Reconciled => "reconciled",
            Self::Unverified => "unverified",
            Self::Agreed => "agreed",
            Self::OneOrigin => "one-origin",
        }
    }

    /// The status with a word; none where there is none.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }
}

/// The findings of a report, by the proposition that they are about.
pub struct Findings<'r>(FxHashMap<Proposition, Vec<&'r Finding>>);

impl<'r> Findings<'r> {
    /// Indexes the findings of a report.
    pub fn new(report: &'r Report<'_>) -> Self {
        let mut by_proposition: FxHashMap<Proposition, Vec<&Finding>> = FxHashMap::default();
        for finding in &report.findings {
            if let Some(about) = finding.about {
                by_proposition.entry(about).or_default().push(finding);
            }
        }
        Self(by_proposition)
    }

    /// The status of a row; none where none applies.
    pub fn status(&self, reasoning: &Reasoning<'_>, row: &Row) -> Option<Status> {
        let all = self.on(reasoning, row);
        let clash =
            |finding: &&&Finding| finding.family == Family::Contradiction && finding.level != Level::Note;
        if all.iter().any(|finding| clash(&finding) && finding.reconciled.is_none()) {
            return Some(Status::Contested);
        }
        if all.iter().any(|finding| finding.family == Family::Contradiction && finding.reconciled.is_some()) {
            return Some(Status::Reconciled);
        }
        if all.iter().any(|finding| finding.rule.tells == Tells::Link) {
            return Some(Status::Unverified);
        }
        if all.iter().any(|finding| finding.family == Family::Agreement) {
            return Some(Status::Agreed);
        }
        let statements: BTreeSet<StatementId> = statements(row, |_| true).collect();
        let sets: Vec<_> = statements.iter().map(|statement| reasoning.origins(*statement)).collect();
        (origins::independent(&sets) == 1).then_some(Status::OneOrigin)
    }

    /// The roots other than those of its cells whose words contradict a proposition only as they may be read.
    pub fn read_as(&self, proposition: &Proposition, cells: &[Cell]) -> Vec<PartyId> {
        let mut roots: Vec<PartyId> = self
            .about(proposition)
            .filter(|finding| finding.rule.tells == Tells::Reading && finding.reconciled.is_none())
            .flat_map(|finding| finding.sides.iter())
            .filter(|side| side.sign == Sign::Plus && side.derived)
            .map(|side| side.root)
            .filter(|root| cells.iter().all(|cell| cell.root != *root))
            .collect();
        roots.dedup();
        roots
    }

    /// The findings that hang on a link.
    pub fn hanging(&self, proposition: &Proposition) -> Vec<Hanging> {
        self.about(proposition).flat_map(|finding| finding.hangs_on.iter().cloned()).collect()
    }

    fn about(&self, proposition: &Proposition) -> impl Iterator<Item = &'r Finding> + '_ {
        self.0.get(proposition).into_iter().flatten().copied()
    }

    /// The findings that concern a row.
    pub fn on(&self, reasoning: &Reasoning<'_>, row: &Row) -> Vec<&'r Finding> {
        let ledger = reasoning.ledger;
        let mut all: Vec<&Finding> = self.about(&row.proposition).collect();
        // Rival attributions are about `?`, shared attitudes about `self`, in the place of the party.
        let predicate = ledger.vocabulary.get(row.proposition.predicate);
        let holder = predicate.place_of(ArgumentKind::Party).filter(|_| predicate.attitude);
        let about = |at: usize, root: PartyId| row.proposition.arguments[at] == root.into();
        let holder = holder.map(|at| (at, Argument::SPEAKER));
        for (at, open) in holder.into_iter().chain(predicate.rival.map(|at| (at, Argument::UNKNOWN))) {
            let rests = |finding: &&Finding| {
                row.cells
                    .iter()
                    .filter(|cell| open == Argument::UNKNOWN || about(at, cell.root))
                    .flat_map(|cell| &cell.entries)
                    .flat_map(|entry| &entry.statements)
                    .any(|id| finding.statements.contains(id))
            };
            all.extend(self.about(&row.proposition.with(at, open)).filter(rests));
        }
        all.extend(self.by_definition(reasoning, row));
        // A finding on two opposites is about the first of them only.
        for (other, _) in ledger
            .vocabulary
            .iter()
            .filter(|(other, _)| ledger.vocabulary.opposites(row.proposition.predicate, *other))
        {
            let opposite = Proposition { predicate: other, ..row.proposition };
            let shared = |finding: &&Finding| finding.rule.tells == Tells::Opposites;
            all.extend(self.about(&opposite).filter(shared));
        }
        all
    }

    /// Contradictions that are reported at a proposition that the plus side states, and meet in this row by definition.
    fn by_definition(&self, reasoning: &Reasoning<'_>, row: &Row) -> Vec<&'r Finding> {
        let Some(id) = reasoning.propositions.find(&row.proposition) else { return Vec::new() };
        let minus: BTreeSet<StatementId> =
            statements(row, |entry| entry.stance.sign() == Sign::Minus).collect();
        let mut found = Vec::new();
        for hold in reasoning.on(id).iter().filter(|hold| hold.sign() == Sign::Plus && !hold.stated()) {
            let position = reasoning.position(hold.base);
            let premise = reasoning.propositions.get(position.proposition);
            let meets = |finding: &&Finding| {
                finding.family == Family::Contradiction
                    && finding.statements.contains(&position.statement)
                    && finding.statements.iter().any(|statement| minus.contains(statement))
            };
            found.extend(self.about(&premise).filter(meets));
        }
        found
    }
}

fn statements(row: &Row, fits: impl Fn(&super::Entry) -> bool) -> impl Iterator<Item = StatementId> {
    let entries = row.cells.iter().flat_map(|cell| &cell.entries);
    entries.filter(move |entry| fits(entry)).flat_map(|entry| entry.statements.iter().copied())
}
