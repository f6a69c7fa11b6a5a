//! Requests for a reply: those on file for a party, and the one that decides whether it was asked.

use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::editorial::Request;
use crate::ledger::model::id::PartyId;
use crate::ledger::model::proposition::Proposition;
use crate::ledger::roots;
use crate::text::Span;

/// A request for a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The date, if given.
    pub date: Option<Date>,
    /// `replied`, `declined`, `no-reply` or `not-reached`; none where the record does not say.
    pub outcome: Option<String>,
    /// The place in the file where it is written.
    pub span: Span,
}

/// The requests on one proposition to one root, the earliest first, those without a date before all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requests(Vec<Asked>);

/// The outcomes from the least to the most. Of two requests of one day the one that got further counts as the later, in
/// whatever order they are written.
const OUTCOMES: [Option<&str>; 5] =
    [Some("not-reached"), None, Some("no-reply"), Some("declined"), Some("replied")];

impl Requests {
    /// The requests to a root, as of their dates, on a proposition; a request that names no proposition is on all of
    /// them.
    #[must_use]
    pub fn new(ledger: &Ledger, root: PartyId, on: &Proposition) -> Self {
        let fits = |request: &&Request| {
            let date = request.date.unwrap_or_else(|| Date::day(i32::MAX / 2));
            request.to.iter().any(|party| roots::root(ledger, *party, &date) == root)
                && (request.about.is_empty() || request.about.iter().any(|about| about == on))
        };
        let asked = |request: &Request| Asked {
            date: request.date,
            outcome: request.outcome.clone(),
            span: request.span,
        };
        let mut found: Vec<Asked> = ledger.requests.iter().filter(fits).map(asked).collect();
        let rank = |one: &Asked| OUTCOMES.iter().position(|known| *known == one.outcome.as_deref());
        found.sort_by_key(|one| (one.date.map(|date| date.order()), rank(one), one.span));
        Self(found)
    }

    /// All requests.
    #[must_use]
    pub fn all(&self) -> &[Asked] {
        &self.0
    }

    /// The latest request that reached the party; none where none did.
    #[must_use]
    pub fn asked(&self) -> Option<&Asked> {
        self.0.iter().rev().find(|request| request.outcome.as_deref() != Some("not-reached"))
    }

    /// The latest request that reached the party, else the latest of all; none where none is on file.
    #[must_use]
    pub fn deciding(&self) -> Option<&Asked> {
        self.asked().or(self.0.last())
    }
}
