//! Columns of numbers for engines: what one statement gives by itself, and the small tables that all parts share.
//!
//! An id is the same in every export, since it is made of the text that it stands for: so parts are joined by ids.

mod further;
mod ids;
mod links;
mod places;
mod positions;
mod propositions;
mod values;

use std::cell::RefCell;
use std::fmt::Display;

use rustc_hash::FxHashSet;

use super::Out;
use crate::reason::Reasoning;
use ids::Ids;
pub(crate) use ids::id as number;
pub(crate) use places::content;

/// Every table with its columns; `docs/scale.md` says what each means.
pub const TABLES: &[(&str, &str)] = &[
    ("dictionary", "id,kind,text"),
    ("setting", "verify"),
    ("party", "id,unknown,outlet,origin"),
    ("within", "a,b"),
    ("touching", "a,b"),
    ("value", "id,kind,form,low,high,reach,instant"),
    (
        "position",
        "id,statement,report,root,voice,unnamed,starts,ends,instant,day_starts,day_ends,day_instant,\
         stance,sign,certain,proposition,follows,value,scope,many,hearsay,disputed,tacit,withdrawn,own,origins,sound",
    ),
    ("origin", "origins,root"),
    ("evidence", "statement,outlet,origin"),
    ("reconciled", "a,b,proposition"),
    ("proposition", "id,link,known,blame,accuses,laid,holder,shared,about,member,class"),
    ("names_event", "proposition,event"),
    ("names_party", "proposition,party"),
    ("event_party", "event,party,takes_part"),
    ("follows", "follows,proposition,valued,accuses"),
    ("implied", "proposition,consequence,happening"),
    ("opposite", "one,other,reported"),
    ("counted_in", "part,whole"),
    ("further", "id,position,proposition,valued,needs,chain,own"),
    ("further_by", "further,statement"),
    ("read_as", "party,event"),
    ("member_denies", "proposition,position"),
    ("file", "id,content,others"),
    ("place", "statement,file,line"),
    ("refers", "statement,other"),
];

/// Writes every table.
pub fn write(reasoning: &Reasoning<'_>, out: &mut Out<'_>) {
    for (name, columns) in TABLES {
        out(&format!("{name}.csv"), &format!("{columns}\n"));
    }
    let to = To { out: RefCell::new(out), named: RefCell::default() };
    let ids = Ids::new(reasoning, &to);
    values::write(reasoning, &ids, &to);
    propositions::write(reasoning, &ids, &to);
    let positions = positions::write(reasoning, &ids, &to);
    further::write(reasoning, &ids, &positions, &to);
    links::write(reasoning, &ids, &positions, &to);
    places::write(reasoning, &ids, &to);
}

/// Where the rows go.
struct To<'o, 'p> {
    out: RefCell<&'o mut Out<'p>>,
    /// The ids that are in the dictionary.
    named: RefCell<FxHashSet<i64>>,
}

impl To<'_, '_> {
    /// Writes a row of numbers.
    fn row(&self, table: &str, row: &[&dyn Display]) {
        let mut line = String::new();
        for (at, number) in row.iter().enumerate() {
            line.push_str(if at > 0 { "," } else { "" });
            line.push_str(&number.to_string());
        }
        line.push('\n');
        (self.out.borrow_mut())(&format!("{table}.csv"), &line);
    }

    /// The id of a text of a kind, which is entered in the dictionary once.
    fn name(&self, kind: &str, text: &str) -> i64 {
        let id = ids::id(kind, text);
        if self.named.borrow_mut().insert(id) {
            let line = format!("{id},{kind},\"{}\"\n", text.replace('"', "\"\""));
            (self.out.borrow_mut())("dictionary.csv", &line);
        }
        id
    }
}

/// A number, or nothing where there is none.
struct Maybe<T>(Option<T>);

impl<T: Display> Display for Maybe<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.as_ref().map_or(Ok(()), |number| number.fmt(f))
    }
}
