//! The rows: the cells of a position, as they are shown and as they are told again.

use sha2::{Digest, Sha256};

use super::Sheet;
use super::columns::Column;
use super::names::BETWEEN;
use crate::entry::sentence;
use crate::layout::safe;
use crate::layout::spread::fitting;
use crate::ledger::ids::{argument_id, value_id};
use crate::ledger::model::id::StatementId;
use crate::ledger::model::party::UNKNOWN;
use crate::ledger::model::proposition::{Argument, Proposition};
use crate::ledger::model::statement::{Statement, Written};
use crate::ledger::model::value::{Value, ValueKind};
use crate::ledger::words::{self, capital};
use crate::read::fields::{Field, Kind};
use crate::read::propositions::list_of;
use crate::write::emit::{self, Record, Yaml};

/// Hexadecimal digits of the hash of what a row holds, and of that of its sentence.
pub(super) const HELD: usize = 12;
const TOLD: usize = 4;

impl Sheet<'_> {
    /// The rows, one for each position: a statement without any has one all the same. In the order read.
    pub fn rows(&self) -> impl Iterator<Item = Vec<String>> + '_ {
        self.ledger.said().flat_map(|(id, _)| self.rows_of(id))
    }

    /// The rows of one statement.
    pub(super) fn rows_of(&self, id: StatementId) -> Vec<Vec<String>> {
        let statement = self.ledger.statement(id);
        let record = emit::record(self.ledger, id);
        let positions = 0..statement.positions.len().max(1);
        positions.map(|at| self.row_of(&record, id, statement, at)).collect()
    }

    fn row_of(&self, record: &Record, id: StatementId, statement: &Statement, at: usize) -> Vec<String> {
        let shown = |text: &str| fitting(safe::line(text).into_owned());
        let columns = self.columns.iter().filter(|column| !matches!(column, Column::Mark));
        let mut cells: Vec<String> = columns
            .map(|column| match column {
                Column::Key(field) => shown(&self.of_key(record, field).join(BETWEEN)),
                column => shown(&self.cell(id, statement, at, *column)),
            })
            .collect();
        cells.push(self.mark(&statement.id, at, &cells));
        cells
    }

    /// What the ledger holds where a cell stands, names for ids: several values of a key, or one text.
    pub(super) fn written(&self, id: StatementId, at: usize, column: Column) -> Vec<String> {
        let statement = self.ledger.statement(id);
        match column {
            Column::Key(field) => self.of_key(&emit::record(self.ledger, id), field),
            column => vec![self.cell(id, statement, at, column)],
        }
    }

    fn of_key(&self, record: &Record, field: &Field) -> Vec<String> {
        let value = record.entries().iter().find(|(key, _)| *key == field.key);
        value.map_or_else(Vec::new, |(_, value)| self.values(field.kind, value))
    }

    /// What a cell of a position holds, before it is made safe.
    fn cell(&self, id: StatementId, statement: &Statement, at: usize, column: Column) -> String {
        let Some(written) = statement.positions.get(at) else { return String::new() };
        let ledger = self.ledger;
        let proposition = ledger.proposition(written.proposition);
        let long = statement.long(at);
        match column {
            Column::Stance => written.stance.key().to_owned(),
            Column::Predicate => ledger.vocabulary.get(proposition.predicate).id.clone(),
            Column::Argument(place) => self.argument(&proposition, place).unwrap_or_default(),
            Column::Value => {
                written.value(self.ledger).map_or_else(String::new, |value| self.value(&proposition, value))
            }
            Column::Scope => long.and_then(|long| long.scope.as_deref()).unwrap_or_default().to_owned(),
            Column::AsOf => long.and_then(|long| long.as_of).map(|day| day.to_string()).unwrap_or_default(),
            Column::Words => {
                let quote = long.and_then(|long| long.quote.as_ref());
                quote.map_or_else(String::new, |quote| quote.text(&ledger.texts).to_owned())
            }
            Column::Sentence => self.sentence(id, written, &proposition),
            Column::Key(_) | Column::Mark => String::new(),
        }
    }

    /// The values of a key as they are shown, names for ids.
    fn values(&self, kind: Kind, value: &Yaml) -> Vec<String> {
        match value {
            Yaml::List(items) => items.iter().map(|item| self.one(kind, item)).collect(),
            one => vec![self.one(kind, one)],
        }
    }

    fn one(&self, kind: Kind, value: &Yaml) -> String {
        match value {
            Yaml::Text(text) => self.named(kind, text),
            Yaml::Number(number) => number.to_string(),
            Yaml::Degrees(degrees) => degrees.to_string(),
            Yaml::Flag(flag) => flag.to_string(),
            Yaml::List(items) => items.iter().map(|item| self.one(kind, item)).collect::<Vec<_>>().join(", "),
            Yaml::Map(record) => self.mapping(kind, record),
        }
    }

    fn named(&self, kind: Kind, text: &str) -> String {
        match kind {
            Kind::Reference(list) => self.names.shown(list, text),
            Kind::Speaker | Kind::Carrier(_) if text == UNKNOWN => text.to_owned(),
            Kind::Speaker | Kind::Carrier(_) => self.names.shown("parties", text),
            Kind::StatementOrParty if self.ledger.parties.find(text).is_some() => {
                self.names.shown("parties", text)
            }
            _ => text.to_owned(),
        }
    }

    /// A mapping as somebody types it: `the Coast Front, anonymous: an officer`; `by: A. Lind; date: 2031-05-06`.
    fn mapping(&self, kind: Kind, record: &Record) -> String {
        let text = |value: &Yaml| match value {
            Yaml::Text(text) => text.clone(),
            other => self.one(Kind::Words, other),
        };
        let entries = record.entries().iter();
        match kind {
            Kind::Carrier(_) => {
                let part = entries.enumerate().map(|(at, (key, value))| match at {
                    0 => self.one(kind, value),
                    _ => format!("{key}: {}", text(value)),
                });
                part.collect::<Vec<_>>().join(", ")
            }
            _ => entries.map(|(key, value)| format!("{key}: {}", text(value))).collect::<Vec<_>>().join("; "),
        }
    }

    /// An argument by its name; none where the proposition has no such argument.
    fn argument(&self, proposition: &Proposition, place: usize) -> Option<String> {
        let argument = *proposition.arguments().get(place)?;
        let kind = self.ledger.vocabulary.get(proposition.predicate).arguments[place].0;
        let id = argument_id(self.ledger, kind, argument);
        let named = argument.place().is_some();
        Some(if named { self.names.shown(list_of(kind), id) } else { id.to_owned() })
    }

    /// A value as it is written behind a proposition, a name for an id, and text without its quotation marks where the
    /// predicate takes nothing but text.
    fn value(&self, proposition: &Proposition, value: Value) -> String {
        let kinds = &self.ledger.vocabulary.get(proposition.predicate).value;
        let list = match value {
            Value::Party(_) => Some("parties"),
            Value::Place(_) => Some("places"),
            Value::Topic(_) => Some("topics"),
            _ => None,
        };
        match (list.zip(value_id(self.ledger, value)), value) {
            (Some((list, id)), _) => self.names.shown(list, id),
            (None, Value::Text(text)) if kinds[..] == [ValueKind::Text] => {
                self.ledger.phrases.get(text).to_owned()
            }
            _ => words::value_text(self.ledger, value),
        }
    }

    /// The position as a sentence: "Norland denies that Norland was involved in the quay fire".
    fn sentence(&self, id: StatementId, written: &Written, proposition: &Proposition) -> String {
        let by = &self.ledger.statement(id).by;
        let number = words::parties_number(self.ledger, by);
        let own = proposition.arguments().iter().position(|argument| *argument == Argument::SPEAKER);
        let says = match (own, &by[..]) {
            (Some(_), [_, _, ..]) => {
                let ids: Vec<String> = by.iter().map(|party| self.ledger.party(*party).id.clone()).collect();
                let said = sentence::written_out(
                    self.ledger,
                    &self.ledger.phrases,
                    &ids,
                    proposition,
                    written.value(self.ledger),
                );
                words::says_that(number, written.stance, &said)
            }
            (Some(place), [speaker]) => {
                let resolved = proposition.with(place, (*speaker).into());
                words::says(self.ledger, number, written.stance, &resolved, written.value(self.ledger))
            }
            _ => words::says(self.ledger, number, written.stance, proposition, written.value(self.ledger)),
        };
        capital(&format!("{} {says}", words::parties(self.ledger, by)))
    }
}

impl Sheet<'_> {
    /// What tells a row again: the id of its statement, the place of its position there from 1, and two hashes.
    fn mark(&self, id: &str, at: usize, cells: &[String]) -> String {
        let given: Vec<Option<&str>> = cells.iter().map(|cell| Some(cell.as_str())).collect();
        let (held, told) = self.hashes(&given);
        format!("{id} {} {}{told}", at + 1, held.unwrap_or_default())
    }

    /// The hash of what a row holds, none where a cell is missing, and that of its sentence, whose words may change with other
    /// records. Marks against formulas and spaces around count for nothing.
    pub(super) fn hashes(&self, cells: &[Option<&str>]) -> (Option<String>, String) {
        let (mut held, mut told) = (Some(Sha256::new()), Sha256::new());
        for (column, cell) in self.columns.iter().zip(cells) {
            match (column, cell) {
                (Column::Mark, _) | (Column::Sentence, None) => {}
                (Column::Sentence, Some(cell)) => told.update(plain(cell).as_bytes()),
                (_, None) => held = None,
                (_, Some(cell)) => {
                    if let Some(held) = &mut held {
                        held.update(plain(cell).as_bytes());
                        held.update([0]);
                    }
                }
            }
        }
        (held.map(|held| digits(held, HELD)), digits(told, TOLD))
    }
}

/// The first hexadecimal digits of a hash.
fn digits(digest: Sha256, count: usize) -> String {
    let mut digits = format!("{:x}", digest.finalize());
    digits.truncate(count);
    digits
}

/// A cell as it is compared.
pub(super) fn plain(cell: &str) -> &str {
    safe::uncell(cell.trim()).trim()
}
