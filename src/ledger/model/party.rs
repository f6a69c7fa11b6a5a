//! Parties: those who speak, or are spoken of.

use super::date::Date;
use super::entity::Entity;
use super::id::PartyId;
use crate::text::Span;

/// The reserved id for a party that is not known, in `by` and `via`; no record may have it.
pub const UNKNOWN: &str = "unknown";

/// The kind of a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartyKind {
    /// A state.
    State,
    /// An organ of something larger: what it did, its whole did.
    Body,
    /// An armed group.
    ArmedGroup,
    /// Any other organisation.
    Organisation,
    /// A human being, whose deeds are not the institution's.
    Person,
    /// A newspaper, agency or channel, which is a root of its own.
    Outlet,
    /// A description ("armed groups in the north"), which can be an argument and cannot speak.
    Class,
    /// An unknown speaker. It is made where a statement is by one, and has no word in the ledger.
    Unknown,
}

impl PartyKind {
    /// Every kind with its word in the ledger.
    pub const WORDS: [(&'static str, PartyKind); 7] = [
        ("state", Self::State),
        ("body", Self::Body),
        ("armed-group", Self::ArmedGroup),
        ("organisation", Self::Organisation),
        ("person", Self::Person),
        ("outlet", Self::Outlet),
        ("class", Self::Class),
    ];
}

/// A `part-of` of a party: the whole, the office, and the time.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// The whole.
    pub party: PartyId,
    /// The office held.
    pub title: Option<String>,
    /// The first day; none where it has always been so.
    pub from: Option<Date>,
    /// The last day; none where it is still so.
    pub until: Option<Date>,
    /// The place in the file where it is written.
    pub span: Span,
}

impl Membership {
    /// The days that it covers, first and last.
    #[must_use]
    pub fn days(&self) -> (i32, i32) {
        (self.from.map_or(i32::MIN, |from| from.first()), self.until.map_or(i32::MAX, |until| until.last()))
    }
}

/// A party: somebody who speaks, or is spoken of.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// Id, unique among parties.
    pub id: String,
    /// Name for people; the id where none is given.
    pub name: String,
    /// Sort of party; an organisation where none is given.
    pub kind: PartyKind,
    /// Other names.
    pub aliases: Vec<String>,
    /// Title of a person ("President").
    pub title: Option<String>,
    /// The wholes to which it belongs.
    pub part_of: Vec<Membership>,
    /// The place of the record's id in the file.
    pub span: Span,
}

impl Party {
    /// The party that stands for an unknown speaker, who was first named at `span`.
    #[must_use]
    pub fn unknown(span: Span) -> Self {
        let name = "somebody unknown".to_owned();
        Self { name, kind: PartyKind::Unknown, ..Self::named(UNKNOWN, span) }
    }
}

impl Entity for Party {
    const LIST: &'static str = "parties";

    fn named(id: &str, span: Span) -> Self {
        Self {
            id: id.to_owned(),
            name: id.to_owned(),
            kind: PartyKind::Organisation,
            aliases: Vec::new(),
            title: None,
            part_of: Vec::new(),
            span,
        }
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn span(&self) -> Span {
        self.span
    }
}
