//! The ledger: all records of a run, indexed and read-only.

mod amounts;
pub(crate) mod english;
pub(crate) mod hierarchy;
pub mod ids;
pub mod model;
mod names;
mod numbers;
mod questions;
pub mod roots;
mod stances;
mod suggestions;
mod table;
pub mod vocabulary;
pub mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::text::{Sources, Span};
use model::date::Date;
use model::editorial::{Accepted, Expectation, Reconciliation, Request, Settings};
use model::entity::Entity;
use model::event::Event;
use model::id::{EventId, PartyId, PlaceId, PropositionId, SourceId, StatementId, TextId, TopicId, ValueId};
use model::party::{Party, PartyKind, UNKNOWN};
use model::place::{Place, Topic};
use model::proposition::Propositions;
use model::source::Source;
use model::statement::Statement;
use model::value::{Value, Values};
use suggestions::Suggestions;
pub use table::Table;
use vocabulary::Vocabulary;

/// The text of a source as it was archived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// What a reader reads.
    pub text: String,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
}

/// All records of a run.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The texts they were read from.
    pub texts: Sources,
    /// How many files of the store were read.
    pub files: usize,
    /// Predicates and rules of reading.
    pub vocabulary: Vocabulary,
    /// Who speaks or is spoken of.
    pub parties: Table<Party>,
    /// Places.
    pub places: Table<Place>,
    /// Topics.
    pub topics: Table<Topic>,
    /// Incidents.
    pub events: Table<Event>,
    /// Where statements were found.
    pub sources: Table<Source>,
    /// Every id of a statement that was met, in the order read. Who said what is in [`said`](Self::said).
    pub statements: Table<Statement>,
    /// Requests for a reply.
    pub requests: Vec<Request>,
    /// Contradictions that an editor holds to be none.
    pub reconciliations: Vec<Reconciliation>,
    /// Findings seen and left.
    pub accepted: Vec<Accepted>,
    /// What the store expects of its own check.
    pub expectations: Vec<Expectation>,
    /// Expectations that could not be read, with the reason: they are failures, not passes.
    pub unsound_expectations: Vec<(Span, String)>,
    /// The archived texts of sources, as far as they are at hand.
    pub archives: BTreeMap<SourceId, Arc<Archive>>,
    /// The store's settings.
    pub settings: Settings,
    /// The propositions that statements name, `self` unresolved.
    pub propositions: Propositions,
    /// The values that statements give.
    pub values: Values,
    /// Pieces of text used as values.
    pub phrases: Phrases,
    /// Answers already given for names on file nowhere, by list and name: reason and remedy.
    pub(crate) suggestions: Suggestions,
}

/// Texts used as values, each once.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    rows: Vec<String>,
    ids: FxHashMap<String, TextId>,
}

impl Phrases {
    /// The id of a text, new or known.
    pub fn intern(&mut self, text: &str) -> TextId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = TextId::from(self.rows.len());
        self.rows.push(text.to_owned());
        self.ids.insert(text.to_owned(), id);
        id
    }

    /// The text of an id.
    #[must_use]
    pub fn get(&self, id: TextId) -> &str {
        &self.rows[id.index()]
    }
}

impl Ledger {
    /// The party of an id.
    #[must_use]
    pub fn party(&self, id: PartyId) -> &Party {
        self.parties.at(id.index())
    }

    /// The place of an id.
    #[must_use]
    pub fn place(&self, id: PlaceId) -> &Place {
        self.places.at(id.index())
    }

    /// The topic of an id.
    #[must_use]
    pub fn topic(&self, id: TopicId) -> &Topic {
        self.topics.at(id.index())
    }

    /// The event of an id.
    #[must_use]
    pub fn event(&self, id: EventId) -> &Event {
        self.events.at(id.index())
    }

    /// The source of an id.
    #[must_use]
    pub fn source(&self, id: SourceId) -> &Source {
        self.sources.at(id.index())
    }

    /// Every statement on record, with its id: none that was set aside for an error, none of later than the day as of
    /// which the ledger is read. All that is said is read from here.
    pub fn said(&self) -> impl Iterator<Item = (StatementId, &Statement)> + Clone {
        let rows = self.statements.iter().enumerate();
        rows.filter(|(_, row)| row.on_record()).map(|(at, row)| (StatementId::from(at), row))
    }

    /// The statement of an id, which others may name though it was set aside: see [`Statement::on_record`].
    #[must_use]
    pub fn statement(&self, id: StatementId) -> &Statement {
        self.statements.at(id.index())
    }

    /// The words of a statement's quotes.
    pub fn quotes<'l>(&'l self, statement: &'l Statement) -> impl Iterator<Item = &'l str> {
        statement.quote.iter().map(|quote| quote.text(&self.texts))
    }

    /// The words of a statement's quotes as one text.
    #[must_use]
    pub fn quoted(&self, statement: &Statement, between: &str) -> String {
        self.quotes(statement).collect::<Vec<_>>().join(between)
    }

    /// Whether a party is a description that cannot speak.
    #[must_use]
    pub fn is_class(&self, id: PartyId) -> bool {
        self.party(id).kind == PartyKind::Class
    }

    /// The one party that stands for whoever is not known, where some statement is by such a speaker.
    #[must_use]
    pub fn unknown(&self) -> Option<PartyId> {
        self.parties.find(UNKNOWN).map(PartyId::from)
    }

    /// The value of an id.
    #[must_use]
    pub fn value(&self, id: ValueId) -> Value {
        self.values.get(id)
    }

    /// The id that names a proposition among those of the statements.
    #[must_use]
    pub fn proposition(&self, id: PropositionId) -> model::proposition::Proposition {
        self.propositions.get(id)
    }

    /// The ledger with the statements that are wanted, by their ids; the others say nothing.
    pub fn only(&mut self, wanted: impl Fn(&str) -> bool) {
        for at in 0..self.statements.len() {
            let statement = self.statements.at_mut(at);
            if !wanted(&statement.id) {
                *statement = Statement::named(&statement.id, statement.span);
            }
        }
    }

    /// The ledger as it stood on a date: what is dated after its last day does not exist yet. A statement whose
    /// source was not published yet was not on record.
    pub fn as_of(&mut self, date: &Date) {
        let later = |other: &Date| other.first() > date.last();
        let unpublished: Vec<bool> = self
            .sources
            .iter()
            .map(|source| source.published.is_some_and(|published| later(&published)))
            .collect();
        for at in 0..self.statements.len() {
            let statement = self.statements.at_mut(at);
            if later(&statement.date) || statement.source.is_some_and(|source| unpublished[source.index()]) {
                *statement = Statement::named(&statement.id, statement.span);
            }
        }
        for at in 0..self.sources.len() {
            let source = self.sources.at_mut(at);
            source.withdrawn = source.withdrawn.filter(|withdrawn| !later(withdrawn));
            source.corrected = source.corrected.filter(|corrected| !later(corrected));
        }
        let kept = |dated: Option<Date>| dated.is_none_or(|dated| !later(&dated));
        self.requests.retain(|request| kept(request.date));
        self.reconciliations.retain(|reconciliation| kept(reconciliation.date));
        self.accepted.retain(|accepted| kept(accepted.date));
    }
}
