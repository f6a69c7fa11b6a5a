//! Parties, statements and other records by name, alone and in a row.

use super::Ledger;
use super::model::id::{PartyId, SourceId, StatementId};
use super::model::statement::Carrier;

/// A statement in words: "what Norland said on 5 Mar 2031 (`norland-denies`)".
#[must_use]
pub fn statement_name(ledger: &Ledger, id: StatementId) -> String {
    let statement = ledger.statement(id);
    if !statement.on_record() {
        return format!("the statement `{}`", statement.id);
    }
    format!("{} (`{}`)", said_on(ledger, id), statement.id)
}

/// A statement by its speakers and its day: "what Norland said on 5 Mar 2031".
#[must_use]
pub fn said_on(ledger: &Ledger, id: StatementId) -> String {
    let statement = ledger.statement(id);
    format!("what {} said {}", parties(ledger, &statement.by), statement.date.on())
}

/// A source by its outlet and its title: "The Wire, “Fire on the quay”"; by its id where neither is on file.
#[must_use]
pub fn source(ledger: &Ledger, id: SourceId) -> String {
    let source = ledger.source(id);
    let outlet = source.outlet.map(|outlet| ledger.party(outlet).name.clone());
    let title = source.title.as_ref().map(|title| format!("“{title}”"));
    let named: Vec<String> = outlet.into_iter().chain(title).collect();
    if named.is_empty() { source.id.clone() } else { named.join(", ") }
}

/// Who carried words: a party's name, or an unnamed carrier as described: "an officer (the Coast Front)".
#[must_use]
pub fn carrier(ledger: &Ledger, carrier: &Carrier) -> String {
    let name = &ledger.party(carrier.party).name;
    match &carrier.anonymous {
        Some(described) => format!("{described} ({name})"),
        None => name.clone(),
    }
}

/// Names in a row: "Norland, Sudria and Estia".
#[must_use]
pub fn list(names: &[impl AsRef<str>]) -> String {
    match names {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// The names of parties in a row.
#[must_use]
pub fn parties(ledger: &Ledger, ids: &[PartyId]) -> String {
    let names: Vec<&str> = ids.iter().map(|id| ledger.party(*id).name.as_str()).collect();
    list(&names)
}

/// The names of what ids stand for, whatever kind of record bears them: "Norland and the Harbour strike".
#[must_use]
pub fn subjects(ledger: &Ledger, ids: &[String]) -> String {
    let name = |id: &String| {
        let event = ledger.events.find(id).map(|at| &ledger.events.at(at).name);
        let party = ledger.parties.find(id).map(|at| &ledger.parties.at(at).name);
        let place = ledger.places.find(id).map(|at| &ledger.places.at(at).name);
        let topic = ledger.topics.find(id).map(|at| &ledger.topics.at(at).name);
        event.or(party).or(place).or(topic).unwrap_or(id).clone()
    };
    list(&ids.iter().map(name).collect::<Vec<_>>())
}
