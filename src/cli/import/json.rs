//! What an import makes, or what its columns may mean, for programs.

use std::path::Path;

use serde::Serialize;

use crate::entry::judging::Judged;
use crate::import::prepare::Prepared;
use crate::import::propose::Proposal;
use crate::layout::said;
use crate::read::singular;

/// A mapping that is proposed, as a JSON document, ended by a line break.
pub fn proposed(proposal: &Proposal<'_>) -> String {
    #[derive(Serialize)]
    struct Document<'p> {
        version: u32,
        written: bool,
        columns: Vec<Proposed<'p>>,
        sentence: String,
        mapping: String,
    }
    #[derive(Serialize)]
    struct Proposed<'p> {
        column: &'p str,
        meaning: &'static str,
        values: Vec<String>,
    }
    let columns = proposal.columns().map(|(column, meaning, values)| Proposed {
        column,
        meaning: meaning.word(),
        values,
    });
    said::write(&Document {
        version: 1,
        written: false,
        columns: columns.collect(),
        sentence: proposal.sentence(),
        mapping: proposal.file(),
    })
}

#[derive(Serialize)]
struct Document<'m, B> {
    version: u32,
    written: bool,
    rows: Rows,
    file: &'m str,
    new: Vec<New<'m>>,
    changed: Vec<Changed<'m>>,
    /// What stays as it is on file though the sheet has it otherwise, and why.
    kept: &'m [String],
    /// The records of rows that the sheet has no more, which stay.
    gone: &'m [String],
    rejected: Vec<Rejected<'m>>,
    rejected_file: String,
    asked: Vec<Asked<'m>>,
    /// The copy of the last import, where it is not at hand.
    lost: Option<&'m str>,
    brings: B,
}

#[derive(Serialize)]
struct Rows {
    all: usize,
    statement: usize,
    other: usize,
    nothing: usize,
}

#[derive(Serialize)]
struct New<'m> {
    kind: &'static str,
    id: &'m str,
    row: usize,
}

#[derive(Serialize)]
struct Changed<'m> {
    kind: &'static str,
    id: &'m str,
    key: &'static str,
}

#[derive(Serialize)]
struct Rejected<'m> {
    row: usize,
    reason: &'m str,
}

/// A name that only a person can place.
#[derive(Serialize)]
struct Asked<'m> {
    kind: &'static str,
    name: &'m str,
    alike: Vec<&'m str>,
}

/// What an import makes, or has made, as a JSON document, ended by a line break.
pub fn made(prepared: &Prepared, judged: &Judged, rejected: &Path, written: bool) -> String {
    let Prepared { made, merged, .. } = prepared;
    let (statement, other) = (made.speaking(), made.silent());
    let new = merged.added.iter().map(|one| New { kind: singular(one.list), id: &one.id, row: one.row });
    let changed = merged.changed.iter().map(|(list, id, key)| Changed { kind: singular(list), id, key });
    let asked = made.open.iter().map(|open| Asked {
        kind: singular(open.list),
        name: &open.name,
        alike: open.alike.iter().map(|it| it.id.as_str()).collect(),
    });
    said::write(&Document {
        version: 1,
        written,
        rows: Rows { all: made.rows, statement, other, nothing: made.rows - statement - other },
        file: &prepared.path,
        new: new.collect(),
        changed: changed.collect(),
        kept: &merged.kept,
        gone: &merged.gone,
        rejected: made.rejected.iter().map(|it| Rejected { row: it.row, reason: &it.reason }).collect(),
        rejected_file: rejected.display().to_string(),
        asked: asked.collect(),
        lost: prepared.lost.as_deref(),
        brings: judged.json(),
    })
}
