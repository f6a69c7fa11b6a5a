//! A proposition of a mapping, made for a row: names become ids, cells become values of the kind that its predicate takes.

use super::mapping::known;
use super::mapping::{Mapping, Piece, Template};
use super::values;
use crate::grid::Row;
use crate::ledger::Ledger;
use crate::ledger::model::proposition;
use crate::ledger::model::value::ValueKind;
use crate::read::propositions::list_of;

/// How a name in a list becomes an id.
pub type Look<'f> = &'f mut dyn FnMut(&'static str, &str) -> Result<String, String>;

/// The proposition for a row; none where one of its cells says nothing.
///
/// # Errors
/// Why it cannot be made, in words.
pub fn position(
    ledger: &Ledger,
    mapping: &Mapping,
    template: &Template,
    row: &Row,
    look: Look<'_>,
) -> Result<Option<String>, String> {
    if template.columns().any(|column| known(row, column, &mapping.unknown).is_none()) {
        return Ok(None);
    }
    let parts = parts(template);
    let predicate = ledger.vocabulary.find(parts.name.trim()).ok_or_else(|| {
        format!(
            "`{}` is no predicate: write a position as `carried-out({{Column}}, quay-fire)`",
            parts.name.trim()
        )
    })?;
    let predicate = ledger.vocabulary.get(predicate);
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
                value.push_str(&match predicate.value.first() {
                    Some(ValueKind::Count | ValueKind::Number) => values::number(cell)?,
                    Some(ValueKind::Date) => values::date(cell, template, mapping)?,
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

/// The parts of a proposition that is written as a template.
#[derive(Default)]
struct Parts {
    name: String,
    arguments: Vec<Vec<Piece>>,
    value: Vec<Piece>,
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
                        (1, ')') => part = 2,
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
