//! The keys of a mapping file.

use crate::read::fields::{Field, Kind, List};

pub(super) const ORDERS: &[&str] = &["day-first", "month-first"];
pub(super) const LISTS: &[&str] = &["parties", "places", "topics", "events", "sources", "statements"];

const fn field(key: &'static str, kind: Kind, required: bool, many: bool, meaning: &'static str) -> Field {
    Field { key, kind, many, required, meaning }
}

/// The keys of the file.
pub const FILE: List = List {
    name: "a mapping",
    one: "what the columns of a sheet mean",
    fields: &[
        field("sheet", Kind::Words, true, false, "the sheet itself, which becomes a source"),
        field("unknown", Kind::Words, false, true, "words in cells that say that nothing is known"),
        field("dates", Kind::Choice(ORDERS), false, false, "which comes first in a date such as 03/04/2031"),
        field("years", Kind::Words, false, true, "columns in which 1 January stands for the whole year"),
        field("names", Kind::Words, false, true, "who or what a name in the sheet is"),
        field("records", Kind::Words, true, true, "the records that a row makes"),
    ],
};
/// The keys of the sheet.
pub const SHEET: List = List {
    name: "sheet",
    one: "the sheet, which becomes a source",
    fields: &[
        field("id", Kind::Id, true, false, "the id of the source that it becomes"),
        field("title", Kind::Words, false, false, "its title"),
        field("outlet", Kind::Words, false, false, "who compiled it: a name, or the id of a party"),
        field("url", Kind::Words, false, false, "its address"),
        field("published", Kind::Date, false, false, "when it was published"),
        field("page", Kind::Words, false, false, "which sheet of a workbook it is"),
        field("headings", Kind::Number(1, 1_048_576), false, false, "the row that names the columns"),
        field("delimiter", Kind::Words, false, false, "what divides the cells: a character, or `tab`"),
        field("encoding", Kind::Words, false, false, "the encoding of a text, such as `windows-1252`"),
        field("key", Kind::Words, false, false, "the column that tells rows apart, also when rows are moved"),
    ],
};
/// The keys of a name.
pub const NAME: List = List {
    name: "names",
    one: "who or what a name in the sheet is",
    fields: &[
        field("list", Kind::Choice(LISTS), true, false, "the list of the record"),
        field("name", Kind::Words, true, false, "the name, as the sheet has it"),
        field(
            "id",
            Kind::Words,
            true,
            false,
            "the id of the record that is meant; `new` where it is another",
        ),
    ],
};
/// The keys of a record that a row makes.
pub const ENTRY: List = List {
    name: "records",
    one: "a record that a row makes",
    fields: &[
        field("list", Kind::Choice(LISTS), true, false, "its list"),
        field("where", Kind::Words, false, false, "the column that decides whether a row makes it"),
        field("is", Kind::Words, false, true, "what stands in that column then"),
        field("key", Kind::Words, false, false, "what rows of the same record share, if not its name"),
        field("record", Kind::Words, true, false, "its keys; `{Column}` stands for the cell of a row"),
    ],
};
/// The keys of a value that is put together.
pub const VALUE: List = List {
    name: "value",
    one: "a value from several columns, or several from one",
    fields: &[
        field("first-of", Kind::Words, false, true, "the first of these that is known"),
        field("all-of", Kind::Words, false, true, "each of these that is known"),
        field("split", Kind::Words, false, false, "what stands between the values in one cell"),
    ],
};
