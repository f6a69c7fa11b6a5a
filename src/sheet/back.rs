//! The way back: the rows of a sheet that came from a ledger, each compared with what the ledger says now.

use rustc_hash::FxHashMap;

use super::Sheet;
use super::came::{Came, Cell, Changed, Fresh, Refusal};
use super::columns::{Column, MARK};
use super::rows::{HELD, plain};
use crate::ledger::model::date::Date;
use crate::ledger::model::id::StatementId;
use crate::read::fields::Kind;
use crate::read::fields::meant::dates;

/// Rows on their way back.
pub struct Back<'s, 'l> {
    sheet: &'s Sheet<'l>,
    /// Where the file has each column of the sheet.
    places: Vec<Option<usize>>,
    /// The rows met, with the row of the file, and whether it was changed.
    met: FxHashMap<(StatementId, usize), (usize, bool)>,
    /// Where each statement stands among those that were changed.
    of: FxHashMap<StatementId, usize>,
    /// The rows of the statement that was asked for last.
    last: Option<(StatementId, Vec<Vec<String>>)>,
    came: Came,
}

impl<'s, 'l> Back<'s, 'l> {
    /// Begins with the headings of a file.
    ///
    /// # Errors
    /// It is no sheet of ours: the reason and the remedy.
    pub fn new(sheet: &'s Sheet<'l>, headings: &[&str]) -> Result<Self, (String, String)> {
        let own = sheet.headings();
        let again = |heading: &&String| headings.iter().filter(|one| *one == heading).count() > 1;
        if let Some(twice) = own.iter().find(again) {
            return Err((
                format!("two columns have the heading `{twice}`"),
                "give one of them another heading".to_owned(),
            ));
        }
        let places: Vec<Option<usize>> =
            own.iter().map(|heading| headings.iter().position(|one| one == heading)).collect();
        if places.last() == Some(&None) {
            return Err((
                format!("this sheet has no column `{MARK}`, so its rows cannot be told again"),
                "make one with `gainsay sheet out`, and change that; `gainsay import` reads sheets of others"
                    .to_owned(),
            ));
        }
        let strange = headings.iter().filter(|heading| !own.iter().any(|own| own == *heading));
        let came = Came { strange: strange.map(ToString::to_string).collect(), ..Came::default() };
        let (met, of) = (FxHashMap::default(), FxHashMap::default());
        Ok(Self { sheet, places, met, of, last: None, came })
    }

    /// Takes one row: its number and, by the place of its column, the text of each cell.
    pub fn row<'r>(&mut self, number: usize, text: impl Fn(usize) -> &'r str) {
        let cells: Vec<Option<&str>> = self.places.iter().map(|place| place.map(&text)).collect();
        let mark = cells.last().copied().flatten().unwrap_or_default().trim();
        if mark.is_empty() {
            let cells: Vec<String> = cells.iter().map(|cell| cell.unwrap_or_default().to_owned()).collect();
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                self.came.fresh.push(Fresh { row: number, cells });
            }
            return;
        }
        if let Err(refusal) = self.marked(number, &cells, mark) {
            self.came.refused.push(refusal);
        }
    }

    fn marked(&mut self, number: usize, cells: &[Option<&str>], mark: &str) -> Result<(), Refusal> {
        let refusal = |column: Option<Column>, message: String, help: &str| Refusal {
            row: number,
            column: column.map(Column::heading),
            message,
            help: help.to_owned(),
        };
        let Some(Mark { id, at, held, told }) = Mark::read(mark) else {
            let message = format!("`{mark}` is no mark of a row");
            let help = "leave this column as it is; of a new row it stays empty";
            return Err(refusal(Some(Column::Mark), message, help));
        };
        let (holds, tells) = self.sheet.hashes(&cells[..cells.len() - 1]);
        let as_given = holds.is_some_and(|holds| holds == held);
        let found = self.sheet.ledger.statements.find(id).map(StatementId::from);
        let found = found.filter(|id| self.sheet.ledger.statement(*id).on_record());
        let Some(statement) = found else {
            return if as_given {
                self.came.elsewhere.push(number);
                Ok(())
            } else {
                let message =
                    format!("the row was changed, and the statement `{id}` is not on file any more");
                Err(refusal(None, message, "take the row out, or make it a new one: empty its last cell"))
            };
        };
        let rows = self.rows_of(statement);
        let is_base = |row: &Vec<String>| {
            row.last().and_then(|own| Mark::read(own)).is_some_and(|own| own.held == held)
        };
        let base =
            rows.get(at).filter(|row| is_base(row)).map(|_| at).or_else(|| rows.iter().position(is_base));
        let place = base.unwrap_or(at);
        let row = rows.get(place).cloned();
        let changed: Vec<Cell> =
            row.as_ref().map_or_else(Vec::new, |row| self.changed(number, cells, row, tells != told));
        let same = row.is_some() && changed.is_empty();
        self.once(statement, place, number, !same)?;
        match (base, row) {
            _ if same => self.came.unchanged += 1,
            (Some(_), Some(row)) => return self.take(statement, place, cells, row, changed),
            _ if as_given => self.came.elsewhere.push(number),
            _ => {
                let message = format!("the row was changed both here and in the ledger (`{id}`)");
                let help =
                    "take the row out of the sheet, and change it in a new one from `gainsay sheet out`";
                return Err(refusal(None, message, help));
            }
        }
        Ok(())
    }

    /// The rows of a statement as the ledger has them.
    fn rows_of(&mut self, statement: StatementId) -> &[Vec<String>] {
        if self.last.as_ref().is_none_or(|(last, _)| *last != statement) {
            self.last = Some((statement, self.sheet.rows_of(statement)));
        }
        self.last.as_ref().map_or(&[][..], |(_, rows)| rows)
    }

    /// A row of the ledger may be met twice only as it was.
    fn once(&mut self, statement: StatementId, at: usize, row: usize, changed: bool) -> Result<(), Refusal> {
        let Some((first, before)) = self.met.insert((statement, at), (row, changed)) else { return Ok(()) };
        if !changed && !before {
            return Ok(());
        }
        Err(Refusal {
            row,
            column: None,
            message: format!("this row and row {first} are one row of the ledger, and one of them was changed"),
            help: "take one of them out; to make a new statement of a copy, empty its last cell, which is hidden in a workbook, and that of its id"
                .to_owned(),
        })
    }

    /// The cells that hold something else than the ledger does; its sentence counts where somebody changed it.
    fn changed(&self, number: usize, cells: &[Option<&str>], row: &[String], sentence: bool) -> Vec<Cell> {
        let columns = self.sheet.columns.iter().zip(cells).zip(row);
        let differs = columns.filter_map(|((column, cell), was)| {
            let now = (*cell)?;
            let counts = match column {
                Column::Mark => false,
                Column::Sentence => sentence,
                _ => true,
            };
            let own = counts && !same(*column, now, was);
            own.then(|| Cell { row: number, column: *column, was: was.clone(), now: plain(now).to_owned() })
        });
        differs.collect()
    }

    /// Enters what was changed in a row whose base is known.
    fn take(
        &mut self,
        statement: StatementId,
        at: usize,
        cells: &[Option<&str>],
        row: Vec<String>,
        changed: Vec<Cell>,
    ) -> Result<(), Refusal> {
        let (own, others): (Vec<Cell>, Vec<Cell>) =
            changed.into_iter().partition(|cell| cell.column.of_position());
        for cell in &others {
            let refused = |message: &str, help: String| {
                let message = message.to_owned();
                Err(Refusal { row: cell.row, column: Some(cell.column.heading()), message, help })
            };
            match cell.column {
                Column::Key(field) if field.key == "id" => {
                    return refused(
                        "the id of a statement is not changed in a sheet",
                        format!(
                            "`gainsay rename statement {} NEW` changes it wherever it is named",
                            cell.was
                        ),
                    );
                }
                Column::Sentence if own.is_empty() => {
                    return refused(
                        "this column is made from the others and is not read",
                        "change the stance, the predicate, its arguments or the value".to_owned(),
                    );
                }
                _ => {}
            }
        }
        let next = self.came.changed.len();
        let place = *self.of.entry(statement).or_insert(next);
        if place == next {
            self.came.changed.push(Changed { statement, keys: Vec::new(), positions: Vec::new() });
        }
        let entry = &mut self.came.changed[place];
        for cell in others.into_iter().filter(|cell| !matches!(cell.column, Column::Sentence)) {
            let heading = cell.column.heading();
            match entry.keys.iter().find(|known| known.column.heading() == heading) {
                Some(known) if known.now == cell.now => {}
                Some(known) => {
                    return Err(Refusal {
                        row: cell.row,
                        column: Some(heading),
                        message: format!("row {} changes the same cell of the statement to something else", known.row),
                        help: "a statement has one; write the same in all its rows, or change it in one row only".to_owned(),
                    });
                }
                None => entry.keys.push(cell),
            }
        }
        if !own.is_empty() {
            let now = cells.iter().zip(row).map(|(cell, was)| cell.map_or(was, str::to_owned)).collect();
            entry.positions.push((at, now, own));
        }
        Ok(())
    }

    /// What came of all rows.
    #[must_use]
    pub fn done(mut self) -> Came {
        let all =
            self.sheet.ledger.said().map(|(_, statement)| statement.positions.len().max(1)).sum::<usize>();
        self.came.missing = all.saturating_sub(self.met.len());
        self.came
    }
}

/// The mark of a row.
struct Mark<'m> {
    id: &'m str,
    /// The index of its position.
    at: usize,
    /// The hash of what it held, and that of its sentence.
    held: &'m str,
    told: &'m str,
}

impl<'m> Mark<'m> {
    fn read(text: &'m str) -> Option<Self> {
        let parts: Vec<&str> = text.split_whitespace().collect();
        let [id, at, hashes] = parts[..] else { return None };
        let at = at.parse::<usize>().ok()?.checked_sub(1)?;
        let (held, told) = hashes.split_at_checked(HELD)?;
        Some(Self { id, at, held, told })
    }
}

/// Whether a cell still says what it said. Programs write dates in a manner of their own.
fn same(column: Column, now: &str, was: &str) -> bool {
    let (now, was) = (plain(now), plain(was));
    let dated = match column {
        Column::Key(field) => matches!(field.kind, Kind::Date),
        Column::AsOf | Column::Value => Date::parse(was).is_ok(),
        _ => false,
    };
    now == was || dated && dates(now).iter().any(|date| date == was)
}
