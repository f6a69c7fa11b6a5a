//! The memberships of parties: a row for each, with its days.

use serde_json::Value;

use super::Out;
use super::table::Table;
use crate::ledger::Ledger;
use crate::text::lines::Lines;

pub(super) fn table() -> Table {
    let columns = ["party", "whole", "title", "from", "until", "file", "line"];
    Table { name: "memberships", columns: columns.to_vec() }
}

/// Writes what each party is part of, in the order of the parties.
pub(super) fn write(ledger: &Ledger, out: &mut Out<'_>) {
    let table = table();
    table.begin(out);
    let lines = Lines::new(&ledger.texts);
    for party in &ledger.parties {
        for membership in &party.part_of {
            let row: [Value; 7] = [
                party.id.as_str().into(),
                ledger.party(membership.party).id.as_str().into(),
                membership.title.as_deref().into(),
                membership.from.map(|date| date.to_string()).into(),
                membership.until.map(|date| date.to_string()).into(),
                lines.file(membership.span).0.into(),
                lines.position(membership.span).line.into(),
            ];
            table.row(out, &row);
        }
    }
}
