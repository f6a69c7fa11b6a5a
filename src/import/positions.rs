//! A proposition of a mapping, made for a row: names become ids, cells become values of the kind that its predicate takes.

use super::mapping::known;
use super::mapping::{Entry, Mapping, Piece, Template};
use super::values;
use crate::entry::pick;
use crate::grid::{Column, Row};
use crate::ledger::Ledger;
use crate::ledger::model::proposition;
use crate::ledger::model::value::ValueKind;
use crate::ledger::vocabulary::Predicate;
use crate::read::apart::{Fault, located};
use crate::read::fields::Kind;
use crate::read::fields::meant::meant_id;
use crate::read::propositions::{list_of, takes};
use crate::read::records::Problem;
use crate::read::{self, nearest, singular};

/// How a name in a list becomes an id.
pub type Look<'f> = &'f mut dyn FnMut(&'static str, &str) -> Result<String, String>;

/// The proposition for a row; none where one of its cells says nothing.
///
/// # Errors
/// Why it cannot be made, in words.
pub fn position(
    ledger: &Ledger,
    mapping: &Mapping,
    columns: &[Column],
    template: &Template,
    row: &Row,
    look: Look<'_>,
) -> Result<Option<String>, String> {
    let mut parts = parts(template);
    let empty = |column: usize| known(row, column, &mapping.unknown).is_none();
    parts.bound(&empty);
    if parts.columns().any(empty) {
        return Ok(None);
    }
    let predicate = predicate(ledger, &parts).map_err(|(message, _)| message)?;
    let mut arguments = Vec::new();
    for (at, argument) in parts.arguments.iter().enumerate() {
        let text = Template { pieces: argument.clone() }.fill(row, &[]).unwrap_or_default();
        let text = text.trim();
        if matches!(text, "self" | "?") {
            arguments.push(text.to_owned());
            continue;
        }
        let list = predicate.arguments.get(at).map(|(kind, _)| list_of(*kind));
        let list = list.ok_or_else(|| format!("`{}` has no argument {}", predicate.id, at + 1))?;
        arguments.push(look(list, text)?);
    }
    let mut value = String::new();
    for piece in &parts.value {
        match piece {
            Piece::Words(words) => value.push_str(words),
            Piece::Cell(column) => {
                let cell = row.text(*column);
                let at = |reason: String| {
                    let name = columns.get(*column).map_or("", |column| column.name.as_str());
                    format!("{reason} (column `{name}`)")
                };
                value.push_str(&match predicate.value.first() {
                    Some(ValueKind::Count | ValueKind::Number) => values::number(cell).map_err(at)?,
                    Some(ValueKind::Date) => values::date(cell, template, mapping).map_err(at)?,
                    Some(ValueKind::Place) => look("places", cell)?,
                    Some(ValueKind::Party) => look("parties", cell)?,
                    Some(ValueKind::Topic) => look("topics", cell)?,
                    Some(ValueKind::Text) => format!("\"{}\"", cell.replace('"', "'").replace('\n', " ")),
                    None => return Err(format!("`{}` takes no value", predicate.id)),
                });
            }
        }
    }
    let written = format!("{}({}){value}", predicate.id, arguments.join(", "));
    proposition::parse(&written).map_err(|message| format!("`{written}`: {message}"))?;
    Ok(Some(written))
}

/// The positions of a mapping that no row could fill, each at its place.
#[must_use]
pub fn faults(ledger: &Ledger, mapping: &Mapping, written: &str) -> Vec<Fault> {
    let mut problems = Vec::new();
    let values = mapping.entries.iter().flat_map(|entry| &entry.values);
    for (_, value) in values.filter(|(field, _)| matches!(field.kind, Kind::Position(_))) {
        for template in &value.templates {
            if let Err((message, help)) =
                fillable(ledger, template).and_then(|()| constants(ledger, mapping, template))
            {
                problems.push(Problem { rule: "bad-value", span: value.span, message, help });
            }
        }
    }
    located(written, problems)
}

/// Whether a row could fill a position: its fault and the remedy where none can.
fn fillable(ledger: &Ledger, template: &Template) -> Result<(), (String, String)> {
    let parts = parts(template);
    let predicate = predicate(ledger, &parts)?;
    takes(predicate, parts.arguments.len()).map_err(|refusal| (refusal.message, refusal.help))?;
    let written =
        |message| (message, format!("write it as `{}(…)`, with its value behind the brackets", predicate.id));
    if !parts.closed {
        return Err(written(format!("a position with `{}` never closes its bracket", predicate.id)));
    }
    let mut value = String::new();
    for piece in &parts.value {
        match (piece, predicate.value.first()) {
            (Piece::Words(words), _) => value.push_str(words),
            (_, None) => return Err(written(format!("`{}` takes no value", predicate.id))),
            (_, Some(ValueKind::Text)) => value.push_str("\"1\""),
            _ => value.push('1'),
        }
    }
    let arguments = vec!["x"; parts.arguments.len()].join(", ");
    proposition::parse(&format!("{}({arguments}){value}", predicate.id)).map(|_| ()).map_err(written)
}

/// Whether what a position names by an id of its own, the same in all rows, is on file or made by the mapping: a slip of the
/// pen would begin a record of nothing. Its fault and the remedy where it is neither.
fn constants(ledger: &Ledger, mapping: &Mapping, template: &Template) -> Result<(), (String, String)> {
    let parts = parts(template);
    let predicate = predicate(ledger, &parts)?;
    for (argument, (kind, _)) in parts.arguments.iter().zip(&predicate.arguments) {
        let [Piece::Words(text)] = &argument[..] else { continue };
        let (text, list) = (text.trim(), list_of(*kind));
        let named = meant_id(text).as_deref() != Some(text);
        let answered = mapping.names.iter().any(|it| it.list == list && it.name.trim() == text);
        let made = |entry: &Entry| {
            entry.list.name == list
                && entry.values.iter().flat_map(|(_, value)| &value.templates).any(|template| {
                    let name = template.fill(&Row::default(), &[]);
                    name.is_none_or(|name| name.trim() == text || meant_id(&name).as_deref() == Some(text))
                })
        };
        if named
            || answered
            || text == "self"
            || list == "sources" && text == mapping.sheet.id
            || read::find(ledger, list, text).is_some()
            || mapping.entries.iter().any(made)
        {
            continue;
        }
        let on_file = pick::candidates(ledger, &[list]);
        if !pick::named(on_file.clone(), text).is_empty() {
            continue;
        }
        let near = nearest(text, on_file.iter().map(|it| it.id.as_str()));
        let or = format!("or have it made: name it under `records` with `list: {list}`");
        let help = near.map_or_else(
            || format!("enter it with `gainsay add {}`, {or}", singular(list)),
            |near| format!("did you mean `{near}`? If not, enter it, {or}"),
        );
        return Err((format!("`{text}` is no {} on file", singular(list)), help));
    }
    Ok(())
}

/// The predicate of a position; its fault and the remedy where there is none of that name.
fn predicate<'l>(ledger: &'l Ledger, parts: &Parts) -> Result<&'l Predicate, (String, String)> {
    let name = parts.name.trim();
    let Some(id) = ledger.vocabulary.find(name) else {
        let near = nearest(name, ledger.vocabulary.iter().map(|(_, predicate)| predicate.id.as_str()));
        let help = near.map_or_else(
            || "write a position as `carried-out({Column}, quay-fire)`".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        return Err((format!("`{name}` is no predicate"), help));
    };
    Ok(ledger.vocabulary.get(id))
}

/// The parts of a proposition that is written as a template.
#[derive(Default)]
struct Parts {
    name: String,
    arguments: Vec<Vec<Piece>>,
    /// Whether the bracket behind them closes.
    closed: bool,
    value: Vec<Piece>,
}

impl Parts {
    /// Makes a range of which one end is empty a bound.
    fn bound(&mut self, empty: &dyn Fn(usize) -> bool) {
        let [Piece::Words(sign), Piece::Cell(low), Piece::Words(between), Piece::Cell(high)] =
            &self.value[..]
        else {
            return;
        };
        if sign.trim() != "=" || between.trim() != ".." {
            return;
        }
        let (sign, end) = match (empty(*low), empty(*high)) {
            (true, false) => (" <= ", *high),
            (false, true) => (" >= ", *low),
            _ => return,
        };
        self.value = vec![Piece::Words(sign.to_owned()), Piece::Cell(end)];
    }

    /// The columns that it names.
    fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.arguments.iter().flatten().chain(&self.value).filter_map(|piece| match piece {
            Piece::Cell(column) => Some(*column),
            Piece::Words(_) => None,
        })
    }
}

fn parts(template: &Template) -> Parts {
    let mut parts = Parts::default();
    // 0 before the bracket, 1 within, 2 behind.
    let mut part = 0;
    for piece in &template.pieces {
        match piece {
            Piece::Words(words) => {
                for letter in words.chars() {
                    match (part, letter) {
                        (0, '(') => {
                            part = 1;
                            parts.arguments.push(Vec::new());
                        }
                        (0, letter) => parts.name.push(letter),
                        (1, ')') => {
                            part = 2;
                            parts.closed = true;
                        }
                        (1, ',') => parts.arguments.push(Vec::new()),
                        (1, letter) => push(parts.arguments.last_mut(), letter),
                        (_, letter) => push(Some(&mut parts.value), letter),
                    }
                }
            }
            Piece::Cell(column) => {
                let into = if part == 1 { parts.arguments.last_mut() } else { Some(&mut parts.value) };
                if let Some(into) = into {
                    into.push(Piece::Cell(*column));
                }
            }
        }
    }
    parts
}

fn push(into: Option<&mut Vec<Piece>>, letter: char) {
    let Some(into) = into else { return };
    if let Some(Piece::Words(words)) = into.last_mut() {
        words.push(letter);
    } else {
        into.push(Piece::Words(letter.to_string()));
    }
}
