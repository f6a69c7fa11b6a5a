//! What was changed in a sheet, as keys of records: only what differs is set, and all else of a file stays as it is.

use rustc_hash::FxHashMap;

use super::Sheet;
use super::came::{Cell, Changed, Refusal};
use super::columns::Column;
use super::lists::Lists;
use super::meant::{Told, Wrong};
use super::names::BETWEEN;
use super::rows::plain;
use crate::entry::desk::Change;
use crate::read::Text;
use crate::read::yaml::tree::Node;
use crate::write::edit::{self, Setting};
use crate::write::store;

/// What is to become of one statement.
struct Edit<'c> {
    id: &'c str,
    row: usize,
    /// How many positions it has.
    positions: usize,
    keys: Vec<Setting>,
    /// Positions by their index, as they are to be, each with whether its proposition or value is another.
    told: Vec<(usize, Told, bool)>,
}

/// The new texts of the files of what was changed.
///
/// # Errors
/// The rows that cannot be brought in.
pub(super) fn changes(
    sheet: &Sheet<'_>,
    changed: &[Changed],
    texts: &[Text],
) -> Result<Vec<Change>, Vec<Refusal>> {
    let mut refused = Vec::new();
    let mut files: Vec<(&str, Vec<Edit<'_>>)> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for changed in changed {
        let statement = sheet.ledger.statement(changed.statement);
        let path = &*sheet.ledger.texts.file(statement.span.file).path;
        let place = *places.entry(path).or_insert_with(|| {
            files.push((path, Vec::new()));
            files.len() - 1
        });
        match edit(sheet, changed) {
            Ok(edit) => files[place].1.push(edit),
            Err(wrong) => refused.extend(wrong),
        }
    }
    let mut new = Vec::new();
    for (path, edits) in files {
        match file(store::text(texts, path).unwrap_or_default(), &edits) {
            Ok(text) => new.push((path.to_owned(), text)),
            Err(wrong) => refused.extend(wrong),
        }
    }
    if refused.is_empty() { Ok(new) } else { Err(refused) }
}

fn edit<'c>(sheet: &Sheet<'c>, changed: &Changed) -> Result<Edit<'c>, Vec<Refusal>> {
    let statement = sheet.ledger.statement(changed.statement);
    let mut refused = Vec::new();
    let mut keys: Vec<Setting> = Vec::new();
    for cell in &changed.keys {
        let Column::Key(field) = cell.column else { continue };
        let value = shown_whole(sheet, changed, 0, cell)
            .and_then(|()| sheet.key(field, &cell.now).map_err(Wrong::at(cell.column)));
        match value {
            Ok(value) => keys.push((field.key, value)),
            Err(wrong) => refused.push(wrong.in_row(cell.row)),
        }
    }
    let mut told = Vec::new();
    for (at, now, cells) in &changed.positions {
        let row = cells.first().map_or(0, |cell| cell.row);
        let cell = |column: Column| {
            let place = sheet.columns.iter().position(|own| own.heading() == column.heading());
            place.and_then(|place| now.get(place)).cloned().unwrap_or_default()
        };
        let whole = cells.iter().try_for_each(|cell| shown_whole(sheet, changed, *at, cell));
        match whole.and_then(|()| sheet.told(&cell)) {
            Ok(Some(one)) => {
                let says = |cell: &Cell| {
                    matches!(cell.column, Column::Predicate | Column::Argument(_) | Column::Value)
                };
                told.push((*at, one, cells.iter().any(says)));
            }
            Ok(None) => refused.push(Refusal {
                row,
                column: None,
                message: "the position was emptied, and nothing is deleted by a sheet".to_owned(),
                help: format!("take it away with `gainsay edit {}`", statement.id),
            }),
            Err(wrong) => refused.push(wrong.in_row(row)),
        }
    }
    let first = changed.keys.iter().chain(changed.positions.iter().flat_map(|(_, _, cells)| cells));
    let row = first.map(|cell| cell.row).min().unwrap_or_default();
    let positions = statement.positions.len();
    if refused.is_empty() { Ok(Edit { id: &statement.id, row, positions, keys, told }) } else { Err(refused) }
}

/// A cell may be changed only where it showed all that the ledger holds.
fn shown_whole(sheet: &Sheet<'_>, changed: &Changed, at: usize, cell: &Cell) -> Result<(), Wrong> {
    let values = sheet.written(changed.statement, at, cell.column);
    let lists = values.iter().any(|value| value.contains(BETWEEN));
    if plain(&cell.was) == plain(&values.join(BETWEEN)) && !lists {
        return Ok(());
    }
    let id = &sheet.ledger.statement(changed.statement).id;
    Err(Wrong {
        column: cell.column,
        message: "the ledger holds line breaks or signs here that a sheet does not show".to_owned(),
        help: format!("change it with `gainsay edit {id}`"),
    })
}

/// The new text of a file.
fn file(text: &str, edits: &[Edit<'_>]) -> Result<String, Vec<Refusal>> {
    let all = |refused: &edit::Refused| -> Vec<Refusal> {
        edits.iter().map(|edit| edit.refused(refused)).collect()
    };
    let cut = edit::read(text).map_err(|refused| all(&refused))?;
    let mut nodes: FxHashMap<&str, &Node<'_>> = FxHashMap::default();
    for record in cut.records.iter().filter(|record| record.list == "statements") {
        if let Some(id) = record.node.get("id").and_then(Node::as_str) {
            nodes.entry(id).or_insert(&record.node);
        }
    }
    let mut settings: Vec<(String, Vec<Setting>)> = Vec::new();
    let mut refused = Vec::new();
    for edit in edits {
        match nodes.get(edit.id).and_then(|node| edit.settings(node)) {
            Some(own) => settings.push((edit.id.to_owned(), own)),
            None => refused.push(edit.by_hand()),
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    edit::set_all(text, "statements", &settings).map_err(|wrong| {
        let of = |id: &String| edits.iter().find(|edit| edit.id == id);
        wrong.iter().filter_map(|(id, refused)| Some(of(id)?.refused(refused))).collect()
    })
}

impl Edit<'_> {
    fn refused(&self, refused: &edit::Refused) -> Refusal {
        let message = format!("`{}`: {}", self.id, refused.message);
        Refusal { row: self.row, column: None, message, help: refused.help.clone() }
    }

    fn by_hand(&self) -> Refusal {
        Refusal {
            row: self.row,
            column: None,
            message: format!("`{}` is written in a way in which a sheet cannot change it", self.id),
            help: format!("change it with `gainsay edit {}`", self.id),
        }
    }

    /// The keys to set in the record; none where it is written otherwise than a sheet knows.
    fn settings(&self, node: &Node<'_>) -> Option<Vec<Setting>> {
        let mut keys = self.keys.clone();
        if self.told.is_empty() {
            return Some(keys);
        }
        let mut lists = Lists::of(node)?;
        if lists.len() != self.positions {
            return None;
        }
        for (at, told, says) in &self.told {
            lists.tell(*at, told, *says)?;
        }
        keys.extend(lists.settings());
        Some(keys)
    }
}
