//! The table of findings as an engine wrote it: a row for each root and statement of each.

use std::collections::{BTreeMap, BTreeSet};

use super::Fault;
use crate::grid::{Grid, Opening, Row};
use crate::read::nearest;
use crate::rules::{self, Rule};

/// The rules that the SQL has.
const RULES: [&str; 8] = [
    "agreement",
    "shared-position",
    "direct-contradiction",
    "conflicting-values",
    "reversal",
    "self-contradiction",
    "split-position",
    "unverified-link",
];

/// The columns that tell findings apart, and those that say on what one rests; then the export that they were made from.
const COLUMNS: [&str; 9] =
    ["rule", "proposition", "side", "value", "scope", "of_root", "root", "statement", "export"];
/// So many of the columns tell findings apart.
const KEY: usize = 6;

/// A finding that an engine wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its rule.
    pub rule: &'static Rule,
    /// The proposition, in canonical text.
    pub proposition: String,
    /// The ids of the roots on which it rests.
    pub roots: BTreeSet<String>,
    /// The ids of the statements.
    pub statements: BTreeSet<String>,
    /// Where the first of its rows stands.
    pub place: String,
}

/// The findings of one or more tables.
#[derive(Default)]
pub struct Found {
    by_key: BTreeMap<Vec<String>, Written>,
    /// What is wrong with rows, which are left out.
    pub faults: Vec<Fault>,
    /// The exports, other than the one asked about, that rows name.
    strangers: BTreeSet<String>,
}

impl Found {
    /// Reads a table; `export` is the mark of the columns beside which it is read.
    pub fn read(&mut self, file: &str, bytes: &[u8], export: &str) {
        let opening = Opening {
            ending: "csv",
            heading: Some(1),
            delimiter: Some(','),
            encoding: Some("utf-8"),
            ..Opening::default()
        };
        let mut grid = match Grid::open(bytes, opening) {
            Ok(grid) => grid,
            Err(fault) => return self.faults.push(Fault::new(file, fault.message, fault.help)),
        };
        let place = |name: &str| grid.columns.iter().position(|column| column.heading == name);
        let places: Vec<Option<usize>> = COLUMNS.iter().map(|name| place(name)).collect();
        let missing: Vec<&str> =
            COLUMNS.iter().zip(&places).filter(|(_, at)| at.is_none()).map(|(name, _)| *name).collect();
        if !missing.is_empty() {
            let message = format!("the table has no column `{}`", missing.join("`, `"));
            let help = "name a table of findings that a runner of `scale/` wrote";
            return self.faults.push(Fault::new(format!("{file}, row 1"), message, help));
        }
        let places: Vec<usize> = places.into_iter().flatten().collect();
        for row in &mut grid {
            match row {
                Ok(row) => self.row(file, &row, &places, export),
                Err(fault) => {
                    let at = fault.place.map_or_else(String::new, |(row, _)| format!(", row {row}"));
                    self.faults.push(Fault::new(format!("{file}{at}"), fault.message, fault.help));
                }
            }
        }
    }

    fn row(&mut self, file: &str, row: &Row, places: &[usize], export: &str) {
        let cells: Vec<&str> = places.iter().map(|at| row.text(*at)).collect();
        let at = |column: usize| format!("{file}, row {}, column `{}`", row.number, COLUMNS[column]);
        let [name, proposition, .., root, statement, made_from] = cells[..] else { return };
        if made_from != export {
            if self.strangers.insert(made_from.to_owned()) {
                let message = if made_from.is_empty() {
                    "this does not say from which export it was found".to_owned()
                } else {
                    format!(
                        "this was found in another export (`{made_from}`), and not in this one (`{export}`)"
                    )
                };
                let help = "run the engine over these columns again; none of such rows is used";
                self.faults.push(Fault::new(at(KEY + 2), message, help));
            }
            return;
        }
        let Some(rule) = rules::find(name).filter(|rule| RULES.contains(&rule.id)) else {
            let help = nearest(name, RULES.into_iter()).map_or_else(
                || format!("the rules are {}", RULES.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            let message = format!("`{name}` is no rule that an engine can find by the columns");
            return self.faults.push(Fault::new(at(0), message, help));
        };
        if let Some(empty) = [1, KEY, KEY + 1].into_iter().find(|column| cells[*column].is_empty()) {
            let help = "the row is left out: run the engine again, or fill it in";
            return self.faults.push(Fault::new(at(empty), "nothing stands here", help));
        }
        let key = cells[..KEY].iter().map(|cell| (*cell).to_owned()).collect();
        let written = self.by_key.entry(key).or_insert_with(|| Written {
            rule,
            proposition: proposition.to_owned(),
            roots: BTreeSet::new(),
            statements: BTreeSet::new(),
            place: format!("{file}, row {}", row.number),
        });
        written.roots.insert(root.to_owned());
        written.statements.insert(statement.to_owned());
    }

    /// The findings that were read, each once.
    #[must_use]
    pub fn findings(self) -> Vec<Written> {
        self.by_key.into_values().collect()
    }
}
