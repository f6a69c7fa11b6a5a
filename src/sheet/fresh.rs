//! Rows that are none of the ledger: new statements, as far as they are complete.

use rustc_hash::FxHashMap;

use super::Sheet;
use super::came::{Fresh, Refusal};
use super::columns::Column;
use super::meant::{Told, Wrong};
use super::rows::plain;
use crate::entry::draft::Draft;
use crate::ledger::model::proposition::is_name;
use crate::ledger::model::stance::Stance;
use crate::read::{ID_HELP, fields};
use crate::write::emit::{Record, Yaml};

/// Drafts of new statements, each with its first row. Rows with the same new id are one statement.
///
/// # Errors
/// The rows that make none.
pub(super) fn drafts(sheet: &Sheet<'_>, rows: &[Fresh]) -> Result<Vec<(usize, Draft)>, Vec<Refusal>> {
    let id =
        sheet.columns.iter().position(|column| matches!(column, Column::Key(field) if field.key == "id"));
    let mut groups: Vec<Vec<&Fresh>> = Vec::new();
    let mut named: FxHashMap<&str, usize> = FxHashMap::default();
    for row in rows {
        let id = id.map_or("", |place| plain(&row.cells[place]));
        let next = groups.len();
        let place = if id.is_empty() { next } else { *named.entry(id).or_insert(next) };
        match groups.get_mut(place) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    let (mut drafts, mut refused) = (Vec::new(), Vec::new());
    for group in groups {
        match draft(sheet, &group) {
            Ok(draft) => drafts.push((group[0].row, draft)),
            Err(wrong) => refused.extend(wrong),
        }
    }
    if refused.is_empty() { Ok(drafts) } else { Err(refused) }
}

/// The draft of the rows of one new statement.
fn draft(sheet: &Sheet<'_>, rows: &[&Fresh]) -> Result<Draft, Vec<Refusal>> {
    let mut refused = Vec::new();
    let mut keys: Vec<(&'static str, Yaml)> = Vec::new();
    for (place, column) in sheet.columns.iter().enumerate() {
        let Column::Key(field) = *column else { continue };
        match said_once(rows, place).map_err(|row| (row, twice(*column))) {
            Err((row, wrong)) => refused.push(wrong.in_row(row)),
            Ok((row, text)) => {
                let value = match field.key {
                    "id" => id(sheet, text),
                    _ => sheet.key(field, text),
                };
                match value {
                    Ok(value) => keys.extend(value.map(|value| (field.key, value))),
                    Err(unclear) => refused.push(Wrong::at(*column)(unclear).in_row(row)),
                }
            }
        }
    }
    let mut told: Vec<Told> = Vec::new();
    for row in rows {
        let cell = |column: Column| {
            let place = sheet.columns.iter().position(|own| own.heading() == column.heading());
            place.map(|place| row.cells[place].clone()).unwrap_or_default()
        };
        match sheet.told(&cell) {
            Ok(one) => told.extend(one),
            Err(wrong) => refused.push(wrong.in_row(row.row)),
        }
    }
    if told.is_empty() && !keys.iter().any(|(key, _)| *key == "quote") && refused.is_empty() {
        refused.push(Refusal {
            row: rows[0].row,
            column: None,
            message: "this new statement says nothing".to_owned(),
            help: "fill in the stance and the predicate with its arguments, or the quote".to_owned(),
        });
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let Some(list) = fields::list("statements") else { return Err(refused) };
    let mut record = keys.into_iter().fold(Record::default(), |record, (key, value)| record.with(key, value));
    for stance in Stance::ALL {
        let own: Vec<Yaml> = told.iter().filter(|told| told.stance == stance).map(item).collect();
        if !own.is_empty() {
            record = record.with(stance.key(), Yaml::List(own));
        }
    }
    Ok(Draft::of(list, &record))
}

/// The text of a cell that all rows of a statement share, with the first row that has one.
///
/// # Errors
/// The row that says something else.
fn said_once<'r>(rows: &[&'r Fresh], place: usize) -> Result<(usize, &'r str), usize> {
    let mut said = (rows[0].row, "");
    for row in rows {
        match plain(&row.cells[place]) {
            "" => {}
            text if said.1.is_empty() => said = (row.row, text),
            text if text == said.1 => {}
            _ => return Err(row.row),
        }
    }
    Ok(said)
}

fn twice(column: Column) -> Wrong {
    Wrong {
        column,
        message: "the rows of one new statement differ here".to_owned(),
        help: "write the same in all of them, or in the first only".to_owned(),
    }
}

fn id(sheet: &Sheet<'_>, text: &str) -> Result<Option<Yaml>, (String, String)> {
    if text.is_empty() {
        return Ok(None);
    }
    if !is_name(text) || matches!(text, "self" | "not") {
        return Err((format!("`{text}` is no id"), format!("leave it empty, and one is made; {ID_HELP}")));
    }
    if sheet.ledger.statements.find(text).is_some() {
        let help = format!(
            "leave the cell empty for a statement of its own, or add to that one with `gainsay edit {text}`"
        );
        return Err((format!("`{text}` is on file already, and this row has no mark"), help));
    }
    Ok(Some(Yaml::Text(text.to_owned())))
}

/// A position as it is written.
fn item(told: &Told) -> Yaml {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let record = Record::default()
        .text("says", &told.says)
        .maybe("quote", given(&told.words).as_deref())
        .maybe("scope", given(&told.scope).as_deref())
        .maybe("as-of", given(&told.as_of).as_deref());
    if record.entries().len() == 1 { Yaml::Text(told.says.clone()) } else { Yaml::Map(record) }
}
