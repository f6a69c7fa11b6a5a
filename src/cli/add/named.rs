//! Names and dates given by flags, as people say them, made the ids and dates that a ledger is written with.

use crate::cli::dates;
use crate::cli::output::Output;
use crate::entry::dates::{counted_from, given};
use crate::entry::draft::Draft;
use crate::entry::pick;
use crate::ledger::Ledger;
use crate::ledger::vocabulary::Predicate;
use crate::read::fields::{Field, Kind};
use crate::read::propositions::list_of;
use crate::read::{NAMED, find};

/// Puts ids in the place of names, and dates in the place of days that are only named; says what it took for what. A name that
/// nobody bears stays, for the reader to refuse.
///
/// # Errors
/// Several records bear a name, or a date may be several; each is named.
pub fn look_up(ledger: &Ledger, draft: &mut Draft) -> Result<(), String> {
    // A day is counted from that on which the source was published.
    let dated = |kind: Kind| matches!(kind, Kind::Date);
    let (days, others): (Vec<&Field>, Vec<&Field>) =
        draft.list.fields.iter().partition(|field| dated(field.kind));
    for field in others.into_iter().chain(days) {
        let from = if dated(field.kind) { counted_from(ledger, draft, dates::today) } else { 0 };
        let one = |text: &String| match field.kind {
            Kind::Reference(list) => id(ledger, &[list], text),
            Kind::Speaker => id(ledger, &["parties"], text),
            Kind::StatementOrParty => id(ledger, &["statements", "parties"], text),
            Kind::AnyRecord => id(ledger, &NAMED, text),
            Kind::Membership(_) | Kind::Carrier(_) => match text.split_once(',') {
                Some((party, more)) => Ok(format!("{},{more}", id(ledger, &["parties"], party)?)),
                None => id(ledger, &["parties"], text),
            },
            Kind::Position(_) | Kind::Proposition | Kind::Subject => proposition(ledger, text),
            Kind::Date => {
                let date = given(text, from)?;
                if date != *text {
                    Output::complain(&format!("{text} = {date}"));
                }
                Ok(date)
            }
            _ => Ok(text.clone()),
        };
        let values = draft.values(field.key).iter().map(one).collect::<Result<Vec<_>, _>>()?;
        if values != draft.values(field.key) {
            draft.forget(field.key);
            for value in values {
                draft.give(field.key, value);
            }
        }
    }
    Ok(())
}

/// The id of the record that bears a name; the text itself where it is an id, or nobody's name.
fn id(ledger: &Ledger, lists: &[&str], text: &str) -> Result<String, String> {
    let typed = text.trim();
    if lists.iter().any(|list| find(ledger, list, typed).is_some()) {
        return Ok(typed.to_owned());
    }
    match &pick::named(pick::candidates(ledger, lists), typed)[..] {
        [] => Ok(typed.to_owned()),
        [only] => {
            Output::complain(&format!("{typed} = {}", only.id));
            Ok(only.id.clone())
        }
        several => {
            let shown: Vec<&str> = several.iter().map(|it| it.shown.as_str()).collect();
            let help = format!("give the id of the one that you mean: {}", shown.join(", "));
            Err(format!("several records of `{}` are called `{typed}`\nhelp: {help}", lists[0]))
        }
    }
}

/// A proposition with ids in it. Its arguments stand between its first bracket and the last before its value; a name with a
/// comma in it cannot be told from two.
fn proposition(ledger: &Ledger, text: &str) -> Result<String, String> {
    let Some((name, rest)) = text.split_once('(') else { return Ok(text.to_owned()) };
    let Some((arguments, value)) = rest.split_once(')') else { return Ok(text.to_owned()) };
    let Some(found) = ledger.vocabulary.find(name.trim()) else { return Ok(text.to_owned()) };
    let predicate: &Predicate = ledger.vocabulary.get(found);
    let argument = |(at, written): (usize, &str)| {
        let special = matches!(written.trim(), "self" | "?") || written.trim().starts_with('?');
        match predicate.arguments.get(at) {
            Some((kind, _)) if !special => id(ledger, &[list_of(*kind)], written),
            _ => Ok(written.trim().to_owned()),
        }
    };
    let arguments = arguments.split(',').enumerate().map(argument).collect::<Result<Vec<_>, _>>()?;
    Ok(format!("{name}({}){value}", arguments.join(", ")))
}
