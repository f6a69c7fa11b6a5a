//! Sketches: what a rule has found, before anybody wants to read it. A check of a million statements counts what it
//! finds, and words only what is printed.

use super::Rule;
use super::finding::{Finding, Level};
use crate::ledger::model::id::{PartyId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::reason::Reasoning;
use crate::reason::position::Hold;

/// A finding that is counted, and not yet in words.
pub struct Sketch<'r> {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// The roots it rests on, each once.
    pub parties: Vec<PartyId>,
    /// The statements it rests on, where another finding may be folded into it.
    pub statements: Vec<StatementId>,
    /// How much it weighs.
    pub level: Level,
    /// The proposition it is about; for some rules with `?` or `self` in it.
    pub about: Option<Proposition>,
    /// Why an editor holds it to be no contradiction.
    pub reconciled: Option<String>,
    words: Box<dyn FnOnce() -> Finding + Send + 'r>,
    added: Option<Addition<'r>>,
}

/// What is added to a finding once it is in words.
type Addition<'r> = Box<dyn FnOnce(&mut Finding) + Send + 'r>;

impl<'r> Sketch<'r> {
    /// A finding of a rule, at the rule's level, resting on these roots; `words` words it.
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

    /// A finding that is in words already.
    #[must_use]
    pub fn worded(rule: &'static Rule, finding: Finding) -> Self {
        let (level, reconciled) = (finding.level, finding.reconciled.clone());
        let (about, parties, statements) =
            (finding.about, finding.parties.clone(), finding.statements.clone());
        Self { statements, level, about, reconciled, ..Self::new(rule, parties, move || finding) }
    }

    /// The same about a proposition.
    #[must_use]
    pub fn about(self, proposition: Proposition) -> Self {
        Self { about: Some(proposition), ..self }
    }

    /// The same, resting on the statements of these holds.
    #[must_use]
    pub fn resting_on(self, reasoning: &Reasoning<'_>, holds: &[&Hold]) -> Self {
        let mut statements = Vec::with_capacity(holds.len());
        for hold in holds {
            statements.push(reasoning.position(hold.base).statement);
            let further = hold.way.iter().flat_map(|step| step.with.ids().into_owned());
            statements.extend(further.map(|base| reasoning.position(base).statement));
        }
        statements.sort_unstable();
        statements.dedup();
        Self { statements, ..self }
    }

    /// The same at another level.
    #[must_use]
    pub fn level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// The same where an editor holds it to be no contradiction.
    #[must_use]
    pub fn reconciled(self, reason: Option<String>) -> Self {
        Self { reconciled: reason, ..self }
    }

    /// Says what is to be added once the finding is in words.
    pub fn add(&mut self, add: impl FnOnce(&mut Finding) + Send + 'r) {
        self.added = Some(Box::new(add));
    }

    /// The finding in words.
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
