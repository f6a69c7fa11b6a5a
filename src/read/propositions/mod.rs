//! Propositions as written, looked up in the ledger: predicate, arguments and value, each of the kind it must be.

mod colon;
mod figures;
mod meant;
pub mod subject;
pub(crate) mod values;

pub(in crate::read) use colon::colon_help;

use super::lower::names::{self, a};
use crate::ledger::ids::argument_id;
use crate::ledger::model::id::{EventId, PartyId, PlaceId, PredicateId, SourceId, StatementId, TopicId};
use crate::ledger::model::proposition::{self, Argument, ArgumentKind, MOST_ARGUMENTS, Proposition};
use crate::ledger::model::value::Value;
use crate::ledger::vocabulary::Predicate;
use crate::ledger::{Ledger, Phrases};

/// Why a text is no proposition of this ledger: the rule it breaks, the reason, the remedy.
pub struct Refusal {
    /// The record rule.
    pub rule: &'static str,
    /// The reason.
    pub message: String,
    /// The remedy.
    pub help: String,
}

impl Refusal {
    pub(super) fn new(rule: &'static str, message: String, help: impl Into<String>) -> Self {
        Self { rule, message, help: help.into() }
    }
}

/// How a proposition is written.
pub const PROPOSITION_HELP: &str =
    "a proposition is written predicate(argument, argument), with a value behind it where it takes one";

/// Looks up a proposition with its value; `self` stays [`Argument::SPEAKER`].
///
/// # Errors
/// The rule that the text breaks, with reason and remedy.
pub fn resolve(ledger: &Ledger, phrases: &mut Phrases, text: &str) -> Result<Said, Refusal> {
    looked_up(ledger, phrases, text, |name| name.starts_with('?'))
}

/// The same for what is left open: `?` stands for a party that is not known, [`Argument::UNKNOWN`].
///
/// # Errors
/// The rule that the text breaks, with reason and remedy.
pub fn resolve_open(ledger: &Ledger, phrases: &mut Phrases, text: &str) -> Result<Said, Refusal> {
    looked_up(ledger, phrases, text, |name| name.len() > 1 && name.starts_with('?'))
}

/// A proposition with its value, looked up.
pub type Said = (Proposition, Option<Value>);

fn looked_up(
    ledger: &Ledger,
    phrases: &mut Phrases,
    text: &str,
    refused: impl Fn(&str) -> bool,
) -> Result<Said, Refusal> {
    let parsed = proposition::parse(text)
        .map_err(|message| Refusal::new("bad-value", message, meant::help(ledger, text)))?;
    let predicate =
        predicate(ledger, parsed.name).map_err(|refusal| match fitting(ledger, &parsed.arguments) {
            Some(help) if !refusal.help.ends_with('?') => Refusal { help, ..refusal },
            _ => refusal,
        })?;
    let proposition =
        arguments(ledger, predicate, &parsed.arguments, |text| refused(text).then_some(None::<Argument>))?;
    let value = match parsed.value {
        None => None,
        Some((comparison, literal, end)) => {
            Some(values::value(ledger, phrases, predicate, comparison, literal, end)?)
        }
    };
    Ok((proposition, value))
}

/// True when a text is a proposition of this ledger, whatever value it gives.
fn proposition_of(ledger: &Ledger, text: &str) -> bool {
    let parsed = proposition::parse(text).ok();
    let id = parsed.as_ref().and_then(|parsed| predicate(ledger, parsed.name).ok());
    parsed.zip(id).is_some_and(|(parsed, id)| {
        let open = |text: &str| (text == "?").then_some(Some(Argument::UNKNOWN));
        arguments(ledger, id, &parsed.arguments, open).is_ok()
    })
}

/// So many predicates are named where one could be meant.
const MOST_NAMED: usize = 60;

/// What could be said of these arguments, where the predicate is not known.
fn fitting(ledger: &Ledger, texts: &[&str]) -> Option<String> {
    let fits = |id: &PredicateId| arguments(ledger, *id, texts, |_| None).is_ok();
    let look = || {
        let fit = ledger.vocabulary.iter().filter(|(id, _)| fits(id));
        let names: Vec<&str> = fit.map(|(_, predicate)| predicate.id.as_str()).collect();
        let more = names.len().saturating_sub(MOST_NAMED);
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        (names[..names.len().min(MOST_NAMED)].join(", ") + &more, String::new())
    };
    let none = || (String::new(), String::new());
    let (list, _) = names::looked_for(ledger, "fitting", &texts.join(", "), look, none);
    (!list.is_empty())
        .then(|| format!("of these one can say {list}; a store may add its own under `predicates`"))
}

/// Looks up a proposition by its canonical text.
#[must_use]
pub fn resolve_name(ledger: &Ledger, text: &str) -> Option<Proposition> {
    let parsed = proposition::parse(text).ok()?;
    let predicate = predicate(ledger, parsed.name).ok()?;
    arguments(ledger, predicate, &parsed.arguments, |_| None).ok()
}

/// Looks up the predicate of a name.
///
/// # Errors
/// `unknown-reference`, with the nearest name.
pub fn predicate(ledger: &Ledger, name: &str) -> Result<PredicateId, Refusal> {
    ledger.vocabulary.find(name).ok_or_else(|| {
        let unknown = |help: String| (format!("unknown predicate `{name}`"), help);
        let other = || unknown("use a predicate of the vocabulary, or add it to `predicates`".to_owned());
        let look = || {
            let known = ledger.vocabulary.iter().map(|(_, predicate)| predicate.id.as_str());
            names::nearest(name, known).map_or_else(other, |near| unknown(format!("did you mean `{near}`?")))
        };
        let (message, help) = names::looked_for(ledger, "predicates", name, look, other);
        Refusal::new("unknown-reference", message, help)
    })
}

/// Whether a predicate takes so many arguments.
///
/// # Errors
/// `wrong-argument` where it does not.
pub fn takes(predicate: &Predicate, count: usize) -> Result<(), Refusal> {
    let needed = predicate.arguments.iter().filter(|(_, optional)| !optional).count();
    if count < needed || count > predicate.arguments.len() {
        let message = format!(
            "`{}` takes {} argument{}, and here {} {}",
            predicate.id,
            if needed == predicate.arguments.len() {
                needed.to_string()
            } else {
                format!("{needed} to {}", predicate.arguments.len())
            },
            if predicate.arguments.len() == 1 { "" } else { "s" },
            if count == 1 { "is" } else { "are" },
            count
        );
        return Err(Refusal::new("wrong-argument", message, wanted(predicate)));
    }
    Ok(())
}

/// How a predicate is written.
fn wanted(predicate: &Predicate) -> String {
    let kinds: Vec<String> = predicate
        .arguments
        .iter()
        .map(|(kind, optional)| format!("{}{}", kind.word(), if *optional { "?" } else { "" }))
        .collect();
    format!("it is written {}({})", predicate.id, kinds.join(", "))
}

/// Looks up arguments; `special` may take a text for itself: a placeholder, or nothing allowed.
///
/// # Errors
/// `wrong-argument` for their number or kind, `unknown-reference` for an id on file nowhere.
pub fn arguments(
    ledger: &Ledger,
    id: PredicateId,
    texts: &[&str],
    special: impl Fn(&str) -> Option<Option<Argument>>,
) -> Result<Proposition, Refusal> {
    let predicate = ledger.vocabulary.get(id);
    takes(predicate, texts.len())?;
    let wanted = || wanted(predicate);
    let mut arguments = [Argument::NONE; MOST_ARGUMENTS];
    for (at, text) in texts.iter().enumerate() {
        let kind = predicate.arguments[at].0;
        arguments[at] = match special(text) {
            Some(Some(argument)) => argument,
            Some(None) if *text == "?" && kind == ArgumentKind::Party => {
                let message = "`?` stands for who is not known, and only `leaves-open` says that".to_owned();
                let help = "name a party, or put it under `leaves-open`";
                return Err(Refusal::new("wrong-argument", message, help));
            }
            Some(None) => {
                let message =
                    format!("`{text}` stands for anything, and a statement says something definite");
                return Err(Refusal::new("wrong-argument", message, wanted()));
            }
            None => argument(ledger, kind, text).map_err(|refusal| {
                match meant::figure_within(predicate, texts, at) {
                    Some(help) => Refusal { help, ..refusal },
                    None if refusal.help.is_empty() => Refusal { help: wanted(), ..refusal },
                    None => refusal,
                }
            })?,
        };
    }
    let mut found = Proposition { predicate: id, arguments };
    if predicate.symmetric && texts.len() == 2 && !id_order(ledger, predicate.arguments[0].0, &found) {
        found.arguments.swap(0, 1);
    }
    Ok(found)
}

/// Whether the first two arguments stand in the order of their ids.
fn id_order(ledger: &Ledger, kind: ArgumentKind, proposition: &Proposition) -> bool {
    let [a, b] = [proposition.arguments[0], proposition.arguments[1]];
    a == b
        || b == Argument::SPEAKER
        || a != Argument::SPEAKER && argument_id(ledger, kind, a) <= argument_id(ledger, kind, b)
}

fn argument(ledger: &Ledger, kind: ArgumentKind, text: &str) -> Result<Argument, Refusal> {
    if text == "self" {
        return if kind == ArgumentKind::Party {
            Ok(Argument::SPEAKER)
        } else {
            Err(Refusal::new(
                "wrong-argument",
                format!("`self` stands for a party, and {} is wanted here", a(kind.word())),
                "",
            ))
        };
    }
    if text == "?" {
        if kind == ArgumentKind::Party {
            return Ok(Argument::UNKNOWN);
        }
        let message = format!("`?` stands for a party, and {} is wanted here", a(kind.word()));
        return Err(Refusal::new("wrong-argument", message, ""));
    }
    let list = list_of(kind);
    if let Some(at) = names::find(ledger, list, text) {
        return Ok(match kind {
            ArgumentKind::Party => PartyId::from(at).into(),
            ArgumentKind::Place => PlaceId::from(at).into(),
            ArgumentKind::Event => EventId::from(at).into(),
            ArgumentKind::Topic => TopicId::from(at).into(),
            ArgumentKind::Source => SourceId::from(at).into(),
            ArgumentKind::Statement => StatementId::from(at).into(),
        });
    }
    if let Some(other) = ArgumentKind::WORDS
        .into_iter()
        .map(|(_, other)| other)
        .find(|other| names::find(ledger, list_of(*other), text).is_some())
    {
        let message = format!("`{text}` is {}, and {} is wanted here", a(other.word()), a(kind.word()));
        return Err(Refusal::new("wrong-argument", message, ""));
    }
    let (message, help) = names::unknown(ledger, list, text);
    Err(Refusal::new("unknown-reference", message, help))
}

/// The list that holds records of a kind.
#[must_use]
pub fn list_of(kind: ArgumentKind) -> &'static str {
    match kind {
        ArgumentKind::Party => "parties",
        ArgumentKind::Place => "places",
        ArgumentKind::Event => "events",
        ArgumentKind::Topic => "topics",
        ArgumentKind::Source => "sources",
        ArgumentKind::Statement => "statements",
    }
}
