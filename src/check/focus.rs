//! Filters: which findings touch an id, or rest on a statement of a date or later.

use super::options::{Options, Setting};
use crate::ledger::model::event::Event;
use crate::ledger::model::id::{PartyId, PlaceId, StatementId};
use crate::ledger::model::proposition::{Argument, ArgumentKind, Proposition};
use crate::ledger::model::value::Value;
use crate::ledger::roots;
use crate::ledger::{Ledger, ids};
use crate::reason::{Reasoning, values};
use crate::rules::finding::{Family, Finding, Hanging, Tells};

/// The facts by which filters judge a finding or any other item of a list: a position, an accusation, a row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Matter<'m> {
    /// The proposition that it is about; none where it is about none.
    pub about: Option<Proposition>,
    /// The values given.
    pub values: &'m [Value],
    /// The roots on which it rests.
    pub parties: &'m [PartyId],
    /// The statements on which it rests.
    pub statements: &'m [StatementId],
    /// The findings that hang on it.
    pub hangs_on: &'m [Hanging],
    /// True when it is an accusation.
    pub accuses: bool,
}

/// True when a finding passes the filters; findings about the record always do.
#[must_use]
pub fn keeps(reasoning: &Reasoning<'_>, options: &Options, finding: &Finding) -> bool {
    if finding.family == Family::Record || !filters(options) {
        return true;
    }
    let values: Vec<Value> = finding.sides.iter().flat_map(|side| side.values.iter().copied()).collect();
    let matter = Matter {
        about: finding.about,
        values: &values,
        parties: &finding.parties,
        statements: &finding.statements,
        hangs_on: &finding.hangs_on,
        accuses: finding.rule.tells == Tells::Accusation,
    };
    passes(reasoning, options, matter)
}

/// True when an item passes the filters: it rests on a statement of a late enough date, and touches one of the ids
/// asked for.
#[must_use]
pub fn passes(reasoning: &Reasoning<'_>, options: &Options, matter: Matter<'_>) -> bool {
    let ledger = reasoning.ledger;
    let recent = options.since.is_none_or(|since| {
        matter.statements.iter().any(|statement| ledger.statement(*statement).date.last() >= since.first())
    });
    recent && (options.about.is_empty() || options.about.iter().any(|id| touches(reasoning, matter, id)))
}

/// True when the filters can leave anything out.
fn filters(options: &Options) -> bool {
    options.since.is_some() || !options.about.is_empty()
}

/// The sentence on what is shown; none where neither filters nor levels leave anything out.
#[must_use]
pub fn words(options: &Options) -> Option<String> {
    let mut parts = Vec::new();
    if !options.about.is_empty() {
        parts.push(format!("what touches {}", options.about.join(" or ")));
    }
    if let Some(since) = options.since {
        parts.push(format!("what rests on a statement of {} or later", since.words()));
    }
    let allowed: Vec<&str> = options
        .levels
        .iter()
        .filter(|(_, setting)| *setting == Setting::Allow)
        .map(|(name, _)| name.as_str())
        .collect();
    if !allowed.is_empty() {
        parts.push(format!("no finding of {}", allowed.join(" or ")));
    }
    (!parts.is_empty()).then(|| format!("Shown: {}.", parts.join(", and ")))
}

/// True when an item touches an id: the id is in the proposition, a value or the roots; it is that of a speaker or of a
/// party of which a speaker is part; or an event of the proposition lies in that place. What is said of a statement, such
/// as that it is not accurate, touches what that statement touches. A link touches what hangs on it, and an accusation
/// the events of which the accusing statement speaks.
fn touches(reasoning: &Reasoning<'_>, matter: Matter<'_>, id: &str) -> bool {
    let ledger = reasoning.ledger;
    if matter
        .about
        .is_some_and(|about| names(ledger, &about, id) || of_words_on(reasoning, matter, &about, id))
        || matter.values.iter().any(|value| ids::value_id(ledger, *value) == Some(id))
    {
        return true;
    }
    if let Some(at) = ledger.parties.find(id) {
        let party = PartyId::from(at);
        let speaks = matter.statements.iter().any(|statement| {
            let statement = ledger.statement(*statement);
            statement.by.iter().any(|by| roots::speaking(ledger, statement, *by).any(|whole| whole == party))
        });
        let mut named = matter.about.iter().flat_map(|about| ids::parties(ledger, about));
        let about_part = named.any(|named| values::part(ledger, named, party));
        if matter.parties.contains(&party) || speaks || about_part {
            return true;
        }
    }
    let events =
        || matter.about.iter().flat_map(|about| ids::events(ledger, about)).map(|id| ledger.event(id));
    if let Some(at) = ledger.places.find(id) {
        let place = PlaceId::from(at);
        let lies = |event: &Event| event.place.is_some_and(|at| ledger.inside(at, place));
        if events().any(lies) {
            return true;
        }
    }
    ledger.events.find(id).is_some_and(|whole| {
        let mut hangs = matter.hangs_on.iter().filter_map(|hanging| hanging.about);
        events().any(|event| event.part_of.is_some_and(|part_of| part_of.index() == whole))
            || hangs.any(|about| names(ledger, &about, id))
            || matter.accuses && matter.statements.iter().any(|said| speaks_of(ledger, *said, whole))
    })
}

/// True when a proposition is about a statement that touches an id by its own positions or speakers.
fn of_words_on(reasoning: &Reasoning<'_>, matter: Matter<'_>, about: &Proposition, id: &str) -> bool {
    let ledger = reasoning.ledger;
    let statement = |(kind, argument): (ArgumentKind, Argument)| match kind {
        ArgumentKind::Statement => argument.place().map(StatementId::from),
        _ => None,
    };
    ids::named(ledger, about).filter_map(statement).any(|said| {
        ledger.statement(said).positions.iter().any(|written| {
            let own = ledger.proposition(written.proposition);
            // Words about words about words are followed one step.
            let further = ids::named(ledger, &own).any(|(kind, _)| kind == ArgumentKind::Statement);
            let statements = &[said];
            let of_it = Matter { about: Some(own), statements, hangs_on: &[], accuses: false, ..matter };
            !further && touches(reasoning, of_it, id)
        })
    })
}

/// True when a statement has a position on a proposition that names an event.
fn speaks_of(ledger: &Ledger, statement: StatementId, event: usize) -> bool {
    ledger.statement(statement).positions.iter().any(|written| {
        let proposition = ledger.proposition(written.proposition);
        let mut places = ledger.vocabulary.get(proposition.predicate).places_of(ArgumentKind::Event);
        places.any(|at| proposition.arguments().get(at).and_then(|argument| argument.place()) == Some(event))
    })
}

/// True when a proposition names a record with an id.
fn names(ledger: &Ledger, proposition: &Proposition, id: &str) -> bool {
    ids::named(ledger, proposition).any(|(kind, argument)| ids::argument_id(ledger, kind, argument) == id)
}
