//! Parties: who speaks, or is spoken of.

use super::date::Date;
use super::entity::Entity;
use super::id::PartyId;
use crate::text::Span;

/// The id that stands in `by` and `via` for a party that is not known: reserved, a record of nobody.
pub const UNKNOWN: &str = "unknown";

/// What sort of party it is.
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
    /// A human being: his or her deed is not the institution's.
    Person,
    /// A newspaper, agency or channel: it holds what it says for itself.
    Outlet,
    /// A description ("armed groups in the north"): it can be an argument, it cannot speak.
    Class,
    /// Whoever is not known: made where a statement is by such a speaker, and no word in the ledger.
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

/// One `part-of` of a party: to what it belongs, as what, and from when until when.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// The whole.
    pub party: PartyId,
    /// The office held.
    pub title: Option<String>,
    /// First day; none: since ever.
    pub from: Option<Date>,
    /// Last day; none: still.
    pub until: Option<Date>,
    /// Where it is written.
    pub span: Span,
}

impl Membership {
    /// The days it covers.
    #[must_use]
    pub fn days(&self) -> (i32, i32) {
        (self.from.map_or(i32::MIN, |from| from.first()), self.until.map_or(i32::MAX, |until| until.last()))
    }
}

/// Who speaks, or is spoken of.
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
    /// What it is part of.
    pub part_of: Vec<Membership>,
    /// Where the record's id is written.
    pub span: Span,
}

impl Party {
    /// The party that stands for whoever is not known, first named there.
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

    fn span(&self) -> Span {
        self.span
    }
}
