//! Sketches: findings that are counted and not yet worded. A check of a million statements counts all that it finds,
//! and words only what is printed.

use super::Rule;
use super::finding::{Finding, Level};
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::reason::Reasoning;
use crate::reason::position::Hold;

/// A finding that is counted and not yet worded.
pub struct Sketch<'r> {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The roots on which it rests, each once.
    pub parties: Vec<PartyId>,
    /// The statements on which it rests, where another finding may be folded into it.
    pub statements: Vec<StatementId>,
    /// The level.
    pub level: Level,
    /// The proposition that it is about, with `?` or `self` in it for some rules; none where it is about none.
    pub about: Option<Proposition>,
    /// The reason for which an editor holds it to be no contradiction; none where nobody does.
    pub reconciled: Option<String>,
    /// Makes the finding.
    words: Box<dyn FnOnce() -> Finding + Send + 'r>,
    /// Adds to the finding once it is made.
    added: Option<Addition<'r>>,
}

/// A function that adds to a finding once it is worded.
type Addition<'r> = Box<dyn FnOnce(&mut Finding) + Send + 'r>;

impl<'r> Sketch<'r> {
    /// A sketch at the rule's level that rests on these roots; `words` makes the finding.
    pub fn new(
        rule: &'static Rule,
        roots: impl IntoIterator<Item = PartyId>,
        words: impl FnOnce() -> Finding + Send + 'r,
    ) -> Self {
        let mut parties: Vec<PartyId> = roots.into_iter().collect();
        parties.sort_unstable();
        parties.dedup();
        Self {
            parties,
            statements: Vec::new(),
            rule,
            level: rule.level,
            about: None,
            reconciled: None,
            words: Box::new(words),
            added: None,
        }
    }

    /// The sketch of a finding that is worded already.
    #[must_use]
    pub fn worded(rule: &'static Rule, finding: Finding) -> Self {
        let (level, reconciled) = (finding.level, finding.reconciled.clone());
        let (about, parties, statements) =
            (finding.about, finding.parties.clone(), finding.statements.clone());
        Self { statements, level, about, reconciled, ..Self::new(rule, parties, move || finding) }
    }

    /// The same sketch about a proposition.
    #[must_use]
    pub fn about(self, proposition: Proposition) -> Self {
        Self { about: Some(proposition), ..self }
    }

    /// The same sketch resting on the statements of these holds.
    #[must_use]
    pub fn resting_on(self, reasoning: &Reasoning<'_>, holds: &[&Hold]) -> Self {
        let mut statements = Vec::with_capacity(holds.len());
        for hold in holds {
            statements.push(reasoning.position(hold.base).statement);
            statements
                .extend(reasoning.further(hold).into_iter().map(|base| reasoning.position(base).statement));
        }
        statements.sort_unstable();
        statements.dedup();
        Self { statements, ..self }
    }

    /// The same sketch at another level.
    #[must_use]
    pub fn level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// The same sketch with the reason for which an editor holds it to be no contradiction, if any.
    #[must_use]
    pub fn reconciled(self, reason: Option<String>) -> Self {
        Self { reconciled: reason, ..self }
    }

    /// Keeps a function that adds to the finding once it is worded, in place of one kept before.
    pub fn add(&mut self, add: impl FnOnce(&mut Finding) + Send + 'r) {
        self.added = Some(Box::new(add));
    }

    /// The worded finding.
    #[must_use]
    pub fn word(self) -> Finding {
        let mut finding = (self.words)();
        finding.about = self.about;
        finding.level = self.level;
        finding.reconciled = self.reconciled;
        if let Some(add) = self.added {
            add(&mut finding);
        }
        finding
    }
}
