//! Names of places on the page, and marks by which its filters go: parties, events and standings.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::check::identity;
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::ledger::model::id::{EventId, PartyId, SourceId, StatementId};
use crate::ledger::model::proposition::Proposition;
use crate::ledger::{ids, roots};
use crate::rules::finding::{Finding, Tells};
use crate::views::document::{Document, Kind, kind};
use crate::views::table::Status;
use crate::views::table::blocks::Line;

/// The standings: the word for programs, the word for people.
pub(super) const STANDINGS: [(&str, &str); 7] = [
    ("contradicted", "Contradicted"),
    ("reading", "Contradicted only on a reading"),
    ("unverified", "Not verified"),
    ("unanswered", "Not answered"),
    ("agreed", "Agreed"),
    ("one-origin", "On one word only"),
    ("settled", "Reconciled or accepted"),
];

/// Where the names on a page lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To places on the same page.
    Within,
    /// To pages of their own.
    Pages {
        /// What stands behind each address: a query, or nothing.
        query: String,
        /// Whether what is shown can be changed from here.
        change: bool,
    },
}

/// Marks for filters, and those that occur.
pub(super) struct Marks<'d> {
    ledger: &'d Ledger,
    leads: Leads,
    /// For each statement, the findings that rest on it, by their index on the page.
    used: BTreeMap<StatementId, Vec<usize>>,
    standings: BTreeMap<StatementId, BTreeSet<&'static str>>,
    /// The parties with which anything is marked.
    pub parties: RefCell<BTreeSet<PartyId>>,
    /// The events with which anything is marked.
    pub events: RefCell<BTreeSet<EventId>>,
}

impl<'d> Marks<'d> {
    pub(super) fn new(document: &'d Document<'_>, leads: Leads) -> Self {
        let mut used: BTreeMap<StatementId, Vec<usize>> = BTreeMap::new();
        let mut standings: BTreeMap<StatementId, BTreeSet<&'static str>> = BTreeMap::new();
        let shown = |(_, finding): &(usize, &Finding)| finding.folding.into.is_none();
        for (at, finding) in document.report.findings.iter().enumerate().filter(shown) {
            for id in
                finding.statements.iter().chain(finding.folding.also.iter().flat_map(|also| &also.statements))
            {
                used.entry(*id).or_default().push(at);
                standings.entry(*id).or_default().extend(standing(finding));
            }
        }
        let ledger = document.report.ledger;
        Self { ledger, leads, used, standings, parties: RefCell::default(), events: RefCell::default() }
    }

    /// The address of a statement.
    pub(super) fn to_statement(&self, id: StatementId) -> String {
        self.to("statement", &self.ledger.statement(id).id, &statement_anchor(self.ledger, id))
    }

    /// The address of a source.
    pub(super) fn to_source(&self, id: SourceId) -> String {
        self.to("source", &self.ledger.source(id).id, &source_anchor(self.ledger, id))
    }

    /// The address of a finding, by its index.
    pub(super) fn to_finding(&self, at: usize) -> String {
        match &self.leads {
            Leads::Within => format!("#{}", finding_anchor(at)),
            Leads::Pages { query, .. } => format!("/findings{query}#{}", finding_anchor(at)),
        }
    }

    /// The address at which an editor deals with a finding; none where that is not done from here.
    pub(super) fn to_settle(&self, finding: &Finding) -> Option<String> {
        (self.can_change() && finding.counts())
            .then(|| format!("/finding/{}", identity::name(self.ledger, finding)))
    }

    /// Whether names lead to pages of their own.
    pub(super) fn to_pages(&self) -> bool {
        matches!(self.leads, Leads::Pages { .. })
    }

    /// Whether what is shown can be changed from here.
    pub(super) fn can_change(&self) -> bool {
        matches!(self.leads, Leads::Pages { change: true, .. })
    }

    fn to(&self, kind: &str, id: &str, anchor: &str) -> String {
        match &self.leads {
            Leads::Within => format!("#{anchor}"),
            Leads::Pages { query, .. } => format!("/{kind}/{id}{query}"),
        }
    }

    /// The findings that rest on a statement, by their index on the page.
    pub(super) fn used(&self, id: StatementId) -> &[usize] {
        self.used.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The marks of a finding.
    pub(super) fn finding(&self, finding: &Finding) -> String {
        let date = finding.statements.last().map(|id| self.ledger.statement(*id).date);
        let named = finding.about.map(|about| self.named(&about, date));
        let (mut parties, events) = named.unwrap_or_default();
        parties.extend(&finding.parties);
        parties.extend(finding.sides.iter().map(|side| side.root));
        self.tokens(parties, events, standing(finding))
    }

    /// The marks of words on propositions.
    pub(super) fn said(&self, of: &[Proposition], roots: &[PartyId], statements: &[StatementId]) -> String {
        let (mut parties, mut events) = (BTreeSet::new(), BTreeSet::new());
        let date = statements.last().map(|id| self.ledger.statement(*id).date);
        for about in of {
            let (of_parties, of_events) = self.named(about, date);
            parties.extend(of_parties);
            events.extend(of_events);
        }
        parties.extend(roots);
        let standings = statements.iter().filter_map(|id| self.standings.get(id)).flatten().copied();
        self.tokens(parties, events, standings)
    }

    /// The marks of a line of the table.
    pub(super) fn line(&self, event: Option<EventId>, line: &Line<'_>) -> String {
        let roots = line.cells.iter().map(|cell| cell.root).chain(line.read_as.iter().copied());
        let standing = line.status.map(|status| match status {
            Status::Contested if !line.read_as.is_empty() => "reading",
            Status::Contested => "contradicted",
            Status::Reconciled => "settled",
            Status::Unverified => "unverified",
            Status::Agreed => "agreed",
            Status::OneOrigin => "one-origin",
        });
        self.tokens(roots.collect(), event.into_iter().collect(), standing.into_iter())
    }

    /// The parties and events that a proposition names, with the wholes of these parties.
    fn named(&self, about: &Proposition, on: Option<Date>) -> (BTreeSet<PartyId>, BTreeSet<EventId>) {
        let on = on.unwrap_or_else(|| Date::day(0));
        let wholes = ids::parties(self.ledger, about)
            .flat_map(|party| roots::wholes(self.ledger, party, &on).collect::<Vec<_>>());
        (wholes.collect(), ids::events(self.ledger, about).collect())
    }

    fn tokens(
        &self,
        parties: BTreeSet<PartyId>,
        events: BTreeSet<EventId>,
        standings: impl Iterator<Item = &'static str>,
    ) -> String {
        let tokens = parties.iter().map(|party| party_token(*party));
        let tokens = tokens.chain(events.iter().map(|event| event_token(*event)));
        let tokens: BTreeSet<String> = tokens.chain(standings.map(str::to_owned)).collect();
        self.parties.borrow_mut().extend(parties);
        self.events.borrow_mut().extend(events);
        tokens.into_iter().collect::<Vec<_>>().join(" ")
    }
}

/// The standing of a finding; none where no filter goes by it.
fn standing(finding: &Finding) -> impl Iterator<Item = &'static str> {
    let settled = finding.settled().then_some("settled");
    let word = match (kind(finding), finding.rule.tells) {
        (_, Tells::Reading) => Some("reading"),
        (_, Tells::Accusation) => Some("unanswered"),
        (_, Tells::Link) => Some("unverified"),
        (Some(Kind::Contradictions), _) => Some("contradicted"),
        (Some(Kind::Agreements), _) => Some("agreed"),
        _ => None,
    };
    settled.or(word).into_iter()
}

pub(super) fn party_token(party: PartyId) -> String {
    format!("p{}", party.index())
}

pub(super) fn event_token(event: EventId) -> String {
    format!("e{}", event.index())
}

/// The name of a finding's place on the page.
pub(super) fn finding_anchor(at: usize) -> String {
    format!("f{}", at + 1)
}

/// The name of a statement's place on the page: its id, where that can be a name.
pub(super) fn statement_anchor(ledger: &Ledger, id: StatementId) -> String {
    anchor("s", &ledger.statement(id).id, id.index())
}

/// The name of a source's place on the page.
pub(super) fn source_anchor(ledger: &Ledger, id: SourceId) -> String {
    anchor("source", &ledger.source(id).id, id.index())
}

fn anchor(list: &str, id: &str, at: usize) -> String {
    let plain = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if plain { format!("{list}-{id}") } else { format!("{list}--{at}") }
}
