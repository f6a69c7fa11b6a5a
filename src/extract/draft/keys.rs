//! The keys of a file of drafts.

use std::sync::LazyLock;

use crate::read::fields::{self, Field, Kind, List};

pub(super) const STATES: &[&str] = &["proposed", "taken", "skipped"];
pub(super) const SURE: &[&str] = &["high", "fair", "low"];
const STANCES: &[&str] = &["asserts", "suggests", "doubts", "denies", "leaves-open", "declines"];
const NEEDED: &[&str] = &["parties", "places", "topics", "events"];
const KINDS: &[&str] = &["direct", "indirect", "mixed"];

const fn field(key: &'static str, kind: Kind, required: bool, many: bool, meaning: &'static str) -> Field {
    Field { key, kind, many, required, meaning }
}

/// The keys of the file.
pub(super) const FILE: List = List {
    name: "a file of drafts",
    one: "what an article suggests",
    fields: &[
        field("article", Kind::Words, true, false, "the article"),
        field("source", Kind::Words, false, false, "the id of its source"),
        field("about", Kind::Words, false, false, "the id of the event that it is about"),
        field("known", Kind::Words, false, true, "statements on file that it has too"),
        field("new", Kind::Words, false, true, "records that the drafts need"),
        field("drafts", Kind::Words, false, true, "the statements"),
    ],
};
const STATE: Field = field("state", Kind::Choice(STATES), false, false, "what became of it");
/// The keys of a record that drafts need.
pub(super) const NEW: List = List {
    name: "new",
    one: "a record that drafts need",
    fields: &[
        STATE,
        field("list", Kind::Choice(NEEDED), true, false, "the list to which it belongs"),
        field("record", Kind::Words, true, false, "the record"),
        field("words", Kind::Words, false, false, "the words that introduce it"),
    ],
};
/// The keys of a draft.
pub(super) const DRAFT: List = List {
    name: "drafts",
    one: "a statement",
    fields: &[
        STATE,
        field("kind", Kind::Choice(KINDS), true, false, "direct, indirect or mixed speech"),
        field("how", Kind::Words, false, false, "how its speaker was found"),
        field("cue", Kind::Words, false, false, "the words that attribute it"),
        field("words", Kind::Words, false, false, "what is said, as the article has it"),
        field("statement", Kind::Words, true, false, "the record"),
        field("proposed", Kind::Words, false, true, "the positions that its words suggest"),
    ],
};
/// The keys of a proposed position.
pub(super) const PROPOSED: List = List {
    name: "proposed",
    one: "a position that words suggest",
    fields: &[
        field("stance", Kind::Choice(STANCES), true, false, "the stance"),
        field("proposition", Kind::Words, true, true, "the proposition, or several of which one is meant"),
        field("words", Kind::Words, false, false, "the words that suggest it"),
        field("sure", Kind::Choice(SURE), false, false, "how sure that is"),
    ],
};

/// The list with none of its keys required: a draft may lack what its editor will give.
pub(super) fn open(list: &'static List) -> &'static List {
    static OPEN: LazyLock<Vec<List>> = LazyLock::new(|| {
        let field = |field: &Field| Field { required: false, ..*field };
        let open = |list: &List| List { fields: Vec::leak(list.fields.iter().map(field).collect()), ..*list };
        fields::LISTS.iter().map(open).collect()
    });
    OPEN.iter().find(|open| open.name == list.name).unwrap_or(list)
}
