//! What the table of fields is made of: kinds of record, their keys, and what a key holds.

use crate::read::singular;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// The record's own id.
    Id,
    /// Free text.
    Words,
    /// One of a closed list of words.
    Choice(&'static [&'static str]),
    /// An EDTF date.
    Date,
    /// A whole number between two bounds.
    Number(u64, u64),
    /// `true` or `false`.
    Flag,
    /// The id of a record in the list of that name.
    Reference(&'static str),
    /// The id of a party, or `unknown`.
    Speaker,
    /// The same, or a mapping of these keys.
    Carrier(&'static [Field]),
    /// A proposition.
    Proposition,
    /// A proposition or, written long, a mapping of these keys.
    Position(&'static [Field]),
    /// The name of a proposition in reports: canonical text, no value; `?` and `self` may stand in it.
    Subject,
    /// The name of a rule of gainsay.
    Rule,
    /// The id of a statement or of a party.
    StatementOrParty,
    /// The id of a record of any kind that has one.
    AnyRecord,
    /// Latitude and longitude, two numbers in degrees.
    Coordinates,
    /// A kind of argument, with `?` behind one that may be left out.
    Argument,
    /// A premise or conclusion of a rule of reading: a proposition without value, in which `?name` stands for anything.
    Pattern,
    /// A sentence or, under its stance, a mapping of these keys.
    Sentence(&'static [Field]),
    /// The id of a party that this one is part of, or a mapping of these keys.
    Membership(&'static [Field]),
    /// A mapping of these keys.
    Mapping(&'static [Field]),
    /// A mapping from rules and families to levels.
    Levels,
}

/// One key of a record.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether a list of them may stand there.
    pub many: bool,
    /// Whether the record is nothing without it.
    pub required: bool,
    /// What it means, in a sentence.
    pub meaning: &'static str,
}

/// One kind of record.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// The key of its list in a file.
    pub name: &'static str,
    /// One of them, in a sentence.
    pub one: &'static str,
    /// Its keys.
    pub fields: &'static [Field],
}

impl List {
    /// The word for one record, as it is typed.
    #[must_use]
    pub fn word(&self) -> &'static str {
        if self.name == "rules" { "rule" } else { singular(self.name) }
    }
}
