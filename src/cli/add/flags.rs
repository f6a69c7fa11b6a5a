//! The flags of `gainsay add`, from the one table of fields: a flag is named like its field.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::entry::draft::Draft;
use crate::ledger::words;
use crate::read::fields::{self, Field, Kind, List};

/// The lists that records may be added to.
const LISTS: [&str; 10] = [
    "statements",
    "parties",
    "places",
    "topics",
    "events",
    "sources",
    "requests",
    "reconciliations",
    "predicates",
    "rules",
];

/// The lists that records may be added to, each with the word for one record.
pub fn kinds() -> impl Iterator<Item = (&'static str, &'static List)> {
    LISTS.into_iter().filter_map(fields::list).map(|list| (list.word(), list))
}

/// One subcommand for each kind of record.
pub fn commands() -> impl Iterator<Item = Command> {
    kinds().map(|(word, list)| {
        Command::new(word)
            .about(format!("Add a record to `{}`: {}", list.name, list.one))
            .args(list.fields.iter().map(flag))
    })
}

/// What was given on the command line.
pub fn given(word: &str, matches: &ArgMatches) -> Option<Draft> {
    let (_, list) = kinds().find(|(kind, _)| *kind == word)?;
    let mut draft = Draft::new(list);
    for field in list.fields {
        for value in matches.get_many::<String>(field.key).into_iter().flatten() {
            draft.give(field.key, value.clone());
        }
    }
    Some(draft)
}

fn flag(field: &Field) -> Arg {
    let action = if field.many { ArgAction::Append } else { ArgAction::Set };
    Arg::new(field.key)
        .long(field.key)
        .action(action)
        .value_name(value_name(field.kind))
        // What was said may begin with a hyphen.
        .allow_hyphen_values(true)
        .help(help(field))
}

fn value_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "DATE",
        Kind::Number(..) => "NUMBER",
        Kind::Choice(_) => "WORD",
        Kind::Id
        | Kind::Reference(_)
        | Kind::Speaker
        | Kind::Carrier(_)
        | Kind::StatementOrParty
        | Kind::AnyRecord
        | Kind::Membership(_) => "ID",
        Kind::Proposition | Kind::Position(_) | Kind::Subject => "PROPOSITION",
        Kind::Coordinates => "DEGREES",
        _ => "TEXT",
    }
}

fn help(field: &Field) -> StyledStr {
    let more = match field.kind {
        Kind::Choice(words) => format!(": {}", words.join(", ")),
        Kind::Id => "; made from the rest if not given".to_owned(),
        Kind::Coordinates => ", as in '31.9, 36.5'".to_owned(),
        Kind::Membership(_) => ", as in 'ministry' or 'ministry, title: spokesman, from: 2020'".to_owned(),
        Kind::Carrier(_) => ", as in 'front' or 'front, anonymous: an officer'".to_owned(),
        Kind::Position(_) => {
            ", as in 'killed(fire) = 7' or 'killed(fire) = 7; scope: the past day'".to_owned()
        }
        Kind::Mapping(keys) => {
            let example: Vec<String> = keys.iter().map(|field| format!("{}: …", field.key)).collect();
            format!(", as in '{}'", example.join("; "))
        }
        Kind::Flag => ": true or false".to_owned(),
        _ => String::new(),
    };
    let repeated = if field.many { "; may be repeated" } else { "" };
    let required = if field.required && field.key != "id" { " (required)" } else { "" };
    format!("{}{more}{repeated}{required}", words::capital(field.meaning)).into()
}
