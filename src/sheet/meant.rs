//! What is meant by a cell that was changed or is new: the value of a key, or a part of a position.

use super::came::Refusal;
use super::columns::Column;
use super::names::{BETWEEN, Unclear};
use super::{Sheet, rows::plain};
use crate::ledger::Phrases;
use crate::ledger::model::date::Date;
use crate::ledger::model::party::UNKNOWN;
use crate::ledger::model::proposition::MOST_ARGUMENTS;
use crate::ledger::model::stance::{Sign, Stance};
use crate::ledger::model::value::ValueKind;
use crate::ledger::vocabulary::Predicate;
use crate::read;
use crate::read::fields::meant::dates;
use crate::read::fields::{Field, Kind};
use crate::read::propositions::{self, list_of};
use crate::write::emit::{Record, Yaml};

/// What is wrong with a row: the column, the reason and the remedy.
pub(super) struct Wrong {
    pub column: Column,
    pub message: String,
    pub help: String,
}

/// A position as its cells tell it.
pub(super) struct Told {
    pub stance: Stance,
    pub says: String,
    pub scope: String,
    pub as_of: String,
    pub words: String,
}

impl Wrong {
    /// The same as a refusal of a row.
    pub fn in_row(self, row: usize) -> Refusal {
        Refusal { row, column: Some(self.column.heading()), message: self.message, help: self.help }
    }

    /// What is wrong in a column.
    pub fn at(column: Column) -> impl Fn(Unclear) -> Self {
        move |(message, help)| Self { column, message, help }
    }
}

impl Sheet<'_> {
    /// The value of a key; none where the cell is empty.
    pub(super) fn key(&self, field: &Field, cell: &str) -> Result<Option<Yaml>, Unclear> {
        let cell = plain(cell);
        if cell.is_empty() {
            let needed = || (format!("a statement needs `{}`", field.key), "fill in the cell".to_owned());
            return if field.required { Err(needed()) } else { Ok(None) };
        }
        let words = matches!(field.kind, Kind::Words | Kind::Mapping(_));
        let parts: Vec<&str> = match field.many {
            true if words => cell.split(BETWEEN).collect(),
            true => cell.split(BETWEEN.trim()).collect(),
            false => vec![cell],
        };
        let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
        let mut values = parts.map(|part| self.part(field.kind, part)).collect::<Result<Vec<_>, _>>()?;
        Ok(if values.len() > 1 { Some(Yaml::List(values)) } else { values.pop() })
    }

    fn part(&self, kind: Kind, text: &str) -> Result<Yaml, Unclear> {
        let read = |list| self.names.read(list, text).map(Yaml::Text);
        match kind {
            Kind::Speaker if text == UNKNOWN => Ok(Yaml::Text(text.to_owned())),
            Kind::Reference(list) => read(list),
            Kind::StatementOrParty if self.ledger.statements.find(text).is_some() => {
                Ok(Yaml::Text(text.to_owned()))
            }
            Kind::Speaker | Kind::StatementOrParty => read("parties"),
            Kind::Carrier(_) => self.carrier(text),
            Kind::Date => day(text).map(Yaml::Text),
            Kind::Number(from, to) => {
                let number = text.parse().ok().filter(|number| (from..=to).contains(number));
                let wanted =
                    || (format!("`{text}` is no number from {from} to {to}"), "write one of them".to_owned());
                number.map(Yaml::Number).ok_or_else(wanted)
            }
            Kind::Mapping(keys) => mapping(keys, text),
            _ => Ok(Yaml::Text(text.to_owned())),
        }
    }

    /// `the Coast Front`, or `the Coast Front, anonymous: an officer`.
    fn carrier(&self, text: &str) -> Result<Yaml, Unclear> {
        let (party, described) = match text.split_once(", anonymous:") {
            Some((party, described)) => (party.trim(), Some(described.trim())),
            None => (text, None),
        };
        let party = if party == UNKNOWN { party.to_owned() } else { self.names.read("parties", party)? };
        Ok(match described {
            Some(described) => {
                Yaml::Map(Record::default().text("party", &party).text("anonymous", described))
            }
            None => Yaml::Text(party),
        })
    }

    /// The position that a row tells; none where all its cells are empty.
    pub(super) fn told(&self, cell: &dyn Fn(Column) -> String) -> Result<Option<Told>, Wrong> {
        let cell = |column| plain(&cell(column)).to_owned();
        let own = self.columns.iter().filter(|column| column.of_position());
        if own.clone().all(|column| cell(*column).is_empty()) {
            return Ok(None);
        }
        let word = cell(Column::Stance);
        let stance = Stance::ALL.into_iter().find(|stance| stance.key() == word).ok_or_else(|| {
            let all = Stance::ALL.map(Stance::key).join(", ");
            let message = match word.as_str() {
                "" => "the position has no stance".to_owned(),
                word => format!("`{word}` is no stance"),
            };
            Wrong { column: Column::Stance, message, help: format!("write one of {all}") }
        })?;
        let as_of = match cell(Column::AsOf).as_str() {
            "" => String::new(),
            text => day(text).map_err(Wrong::at(Column::AsOf))?,
        };
        let (scope, words) = (cell(Column::Scope), cell(Column::Words));
        Ok(Some(Told { stance, says: self.says(stance, &cell)?, scope, as_of, words }))
    }

    /// The proposition with its value, as a ledger writes it.
    fn says(&self, stance: Stance, cell: &dyn Fn(Column) -> String) -> Result<String, Wrong> {
        let name = cell(Column::Predicate);
        if name.is_empty() {
            let help = "choose what is said; to take a position away, use `gainsay edit`".to_owned();
            return Err(Wrong {
                column: Column::Predicate,
                message: "the position has no predicate".to_owned(),
                help,
            });
        }
        let id = propositions::predicate(self.ledger, &name)
            .map_err(|refusal| Wrong::at(Column::Predicate)((refusal.message, refusal.help)))?;
        let predicate = self.ledger.vocabulary.get(id);
        let mut arguments = Vec::new();
        for at in 0..MOST_ARGUMENTS {
            let text = cell(Column::Argument(at));
            if text.is_empty() {
                continue;
            }
            let wrong = Wrong::at(Column::Argument(at));
            let Some((kind, _)) = predicate.arguments.get(at) else {
                let most = predicate.arguments.len();
                let message = format!("`{name}` takes no argument {}", at + 1);
                return Err(wrong((message, format!("empty the cell: it takes {most} at most"))));
            };
            if arguments.len() < at {
                let message = format!("argument {at} is empty, and there is one behind it");
                return Err(Wrong::at(Column::Argument(at - 1))((message, "fill it in".to_owned())));
            }
            let special = text == "self" || text == "?";
            let list = list_of(*kind);
            let statement = list == "statements";
            let id = if special || statement { text } else { self.names.read(list, &text).map_err(wrong)? };
            arguments.push(id);
        }
        let value = self.valued(predicate, &cell(Column::Value)).map_err(Wrong::at(Column::Value))?;
        if value.is_empty() && !predicate.value.is_empty() && stance.sign() != Sign::None {
            let message = format!("`{name}` says nothing without a value");
            return Err(Wrong::at(Column::Value)((message, "write the value".to_owned())));
        }
        let text = format!("{name}({}) {value}", arguments.join(", ")).trim_end().to_owned();
        let mut phrases = Phrases::default();
        let resolve = match stance {
            Stance::LeavesOpen => propositions::resolve_open,
            _ => propositions::resolve,
        };
        resolve(self.ledger, &mut phrases, &text)
            .map(|_| text)
            .map_err(|refusal| Wrong::at(Column::Predicate)((refusal.message, refusal.help)))
    }

    /// A value as it stands behind a proposition: `= 7`; empty where there is none.
    fn valued(&self, predicate: &Predicate, text: &str) -> Result<String, Unclear> {
        if text.is_empty() || text.starts_with(['=', '<', '>', '~']) {
            return Ok(text.to_owned());
        }
        let list = predicate.value.iter().find_map(|kind| match kind {
            ValueKind::Party => Some("parties"),
            ValueKind::Place => Some("places"),
            ValueKind::Topic => Some("topics"),
            _ => None,
        });
        let free = predicate.value.contains(&ValueKind::Text);
        if let Some(list) = list.filter(|_| !text.starts_with('"')) {
            return match self.names.read(list, text) {
                Ok(id) => Ok(format!("= {id}")),
                Err((message, help)) if free => {
                    let other = format!("{help}; or write it between double quotes, as free words");
                    Err((message, other))
                }
                Err(unclear) => Err(unclear),
            };
        }
        if predicate.value.contains(&ValueKind::Date) && Date::parse(text).is_err() && !text.contains("..") {
            return day(text).map(|day| format!("= {day}"));
        }
        if predicate.value[..] == [ValueKind::Text] && !text.starts_with('"') {
            return Ok(format!("= \"{text}\""));
        }
        Ok(format!("= {text}"))
    }
}

/// A day as a ledger writes it.
fn day(text: &str) -> Result<String, Unclear> {
    if Date::parse(text).is_ok() {
        return Ok(text.to_owned());
    }
    match &dates(text)[..] {
        [one] => Ok(one.clone()),
        _ => Err((format!("`{text}` is no date"), read::date_help(text))),
    }
}

/// A mapping: `by: A. Lind; date: 2031-05-06`.
fn mapping(keys: &'static [Field], text: &str) -> Result<Yaml, Unclear> {
    let mut record = Record::default();
    for part in text.split(';').map(str::trim) {
        let (key, value) = part.split_once(':').unwrap_or((part, ""));
        let Some(field) = keys.iter().find(|field| field.key == key.trim()) else {
            let all: Vec<String> = keys.iter().map(|field| format!("{}: …", field.key)).collect();
            return Err((format!("`{part}` has no key of its own"), format!("write `{}`", all.join("; "))));
        };
        record = record.text(field.key, value.trim());
    }
    Ok(Yaml::Map(record))
}
