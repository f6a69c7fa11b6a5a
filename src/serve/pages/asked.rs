//! What part of the store an address asks for: `?about=`, `?party=`, `?as-of=`, `?since=`, in every address of a page; of
//! statements also `?checked=no`.

use crate::check::options::Options;
use crate::check::{Case, Reasoned, Report};
use crate::ledger::Ledger;
use crate::ledger::model::date::Date;
use crate::read::{self, date_help};
use crate::serve::request::{Request, encoded};
use crate::serve::state::State;

/// What a page is made from, as the address asks for it.
pub(super) struct Sight<'s> {
    /// Who holds what.
    pub reasoned: &'s Reasoned<'s>,
    /// Every finding, whatever the filters.
    pub found: &'s Report<'s>,
    /// The filters.
    pub options: &'s Options,
    /// Whether of statements only those are asked for that nobody has checked.
    pub unchecked: bool,
}

impl Sight<'_> {
    /// Whether an address asks for less than the whole store as it is now.
    pub fn narrowed(&self) -> bool {
        self.options.as_of.is_some() || self.options.since.is_some() || !self.options.about.is_empty()
    }
}

/// Why an address asks for nothing that there is.
pub(super) struct Wrong(pub String);

/// Makes something from what an address asks for. The store as it stood on a date is reasoned over for the one request.
///
/// # Errors
/// A date cannot be read, or an id is not on file.
pub(super) fn seen<T>(
    state: &State<'_>,
    request: &Request,
    make: impl FnOnce(&Sight<'_>) -> T,
) -> Result<T, Wrong> {
    let options = options(state.case.ledger(), request)?;
    let unchecked = match request.asked("checked") {
        None => false,
        Some("no") => true,
        Some(_) => return Err(Wrong("Only ?checked=no can be asked for.".to_owned())),
    };
    if options.as_of.is_none() {
        return Ok(make(&Sight {
            reasoned: state.reasoned,
            found: state.found,
            options: &options,
            unchecked,
        }));
    }
    let case = Case::open(state.folder, Options { as_of: options.as_of, ..Options::default() })
        .map_err(|error| Wrong(format!("The folder of the store cannot be read: {error}.")))?;
    let reasoned = case.reason();
    let found = reasoned.unfiltered();
    Ok(make(&Sight { reasoned: &reasoned, found: &found, options: &options, unchecked }))
}

fn options(ledger: &Ledger, request: &Request) -> Result<Options, Wrong> {
    let date = |key| {
        let Some(text) = request.asked(key) else { return Ok(None) };
        Date::parse(text).map(Some).map_err(|message| Wrong(format!("{message}: {}", date_help(text))))
    };
    let named = request.every("about").chain(request.every("party"));
    let about: Vec<String> = named.map(str::to_owned).collect();
    for id in &about {
        let kinds =
            [ledger.parties.find(id), ledger.events.find(id), ledger.places.find(id), ledger.topics.find(id)];
        if kinds.iter().all(Option::is_none) {
            return Err(unknown("party, event, place or topic", id, ids(ledger)));
        }
    }
    Ok(Options { as_of: date("as-of")?, since: date("since")?, about, ..Options::default() })
}

/// The ids by which a page can be narrowed.
fn ids(ledger: &Ledger) -> impl Iterator<Item = &str> {
    ledger.parties.ids().chain(ledger.events.ids()).chain(ledger.places.ids()).chain(ledger.topics.ids())
}

fn unknown<'l>(what: &str, id: &str, known: impl Iterator<Item = &'l str>) -> Wrong {
    let near = read::nearest(id, known).map_or_else(String::new, |near| format!(" Did you mean {near}?"));
    Wrong(format!("No {what} {id} is on file.{near}"))
}

/// The filters of an address, to be put behind the address of another page; empty where there are none.
pub(super) fn kept(request: &Request) -> String {
    let filters = ["about", "party", "as-of", "since"];
    let pairs: Vec<String> = request
        .query
        .iter()
        .filter(|(key, value)| filters.contains(&key.as_str()) && !value.is_empty())
        .map(|(key, value)| format!("{key}={}", encoded(value)))
        .collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}
